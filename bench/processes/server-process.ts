import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

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
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  /**
   * @param script A file of this folder.
   * @param options For Node.js itself.
   */
  static async start(script: string, options: readonly string[] = []): Promise<ServerProcess> {
    const child = fork(new URL(script, import.meta.url), { execArgv: ['--expose-gc', ...options] });
    const [{ url }] = (await once(child, 'message')) as [{ url: string }];
    return new ServerProcess(child, url);
  }

  /** @param question `memory` collects garbage before it is measured; `cpu` does not. */
  async usage(question: 'cpu' | 'memory'): Promise<Usage> {
    this.#child.send(question);
    const [usage] = (await once(this.#child, 'message')) as [Usage];
    return usage;
  }

  stop(): void {
    this.#child.disconnect();
  }
}
