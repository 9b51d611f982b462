import { ScriptProcess } from './script-process.js';

/** The resources that a server process has used so far. */
export interface Usage {
  /** Processor time, in ms. */
  readonly cpuMs: number;
  /** In bytes. */
  readonly rss: number;
  /** In bytes. */
  readonly heapUsed: number;
}

/** A server in a separate process. */
export class ServerProcess {
  readonly url: string;
  readonly #script: ScriptProcess;

  private constructor(script: ScriptProcess, url: string) {
    this.#script = script;
    this.url = url;
  }

  /**
   * @param script A file of this folder.
   * @param options Command-line options of Node.js.
   */
  static async start(script: string, options: readonly string[] = []): Promise<ServerProcess> {
    const started = new ScriptProcess(script, [], options);
    const { url } = await started.next<{ url: string }>();
    return new ServerProcess(started, url);
  }

  /** @param focus `memory` collects garbage first; `cpu` does not. */
  measureUsage(focus: 'cpu' | 'memory'): Promise<Usage> {
    return this.#script.request(focus);
  }

  stop(): void {
    this.#script.stop();
  }
}
