import { Child } from './child.js';

/** What a server process has used so far. */
export interface Usage {
  /** Time of the processor, in milliseconds. */
  readonly cpuMs: number;
  /** In bytes. */
  readonly rss: number;
  /** In bytes. */
  readonly heapUsed: number;
}

/** A server in a process of its own. */
export class ServerProcess {
  readonly url: string;
  readonly #child: Child;

  private constructor(child: Child, url: string) {
    this.#child = child;
    this.url = url;
  }

  /**
   * @param script A file of this folder.
   * @param options For Node.js itself.
   */
  static async start(script: string, options: readonly string[] = []): Promise<ServerProcess> {
    const child = new Child(script, [], options);
    const { url } = await child.next<{ url: string }>();
    return new ServerProcess(child, url);
  }

  /** @param question `memory` collects garbage before it is measured; `cpu` does not. */
  usage(question: 'cpu' | 'memory'): Promise<Usage> {
    return this.#child.ask(question);
  }

  stop(): void {
    this.#child.stop();
  }
}
