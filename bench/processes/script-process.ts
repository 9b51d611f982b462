import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** A plain JavaScript script of this folder, run in a process that responds to messages. */
export class ScriptProcess {
  readonly #process: ChildProcess;
  readonly #ended: Promise<never>;

  /** @param options Command-line options of Node.js. */
  constructor(script: string, args: readonly string[], options: readonly string[] = []) {
    this.#process = fork(new URL(script, import.meta.url), args, {
      execArgv: ['--expose-gc', ...options],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#ended = this.#end([script, ...args].join(' '));
    // Reported where a message is awaited.
    this.#ended.catch(() => {});
  }

  /**
   * Waits for the next message of the script.
   *
   * @throws Error with the error output of the script when it ends before.
   */
  async next<Message>(): Promise<Message> {
    const [message] = await Promise.race([once(this.#process, 'message'), this.#ended]);
    return message;
  }

  /** Sends a message and waits for the response. One message at a time. */
  request<Message>(message: unknown): Promise<Message> {
    this.#process.send(message as object);
    return this.next();
  }

  /** Disconnects, after which the script ends by itself. */
  stop(): void {
    if (this.#process.connected) this.#process.disconnect();
  }

  async #end(command: string): Promise<never> {
    const errors = this.#process.stderr ? text(this.#process.stderr) : '';
    const [code] = await once(this.#process, 'close');
    throw new Error(`${command} ended with ${code}:\n${await errors}`);
  }
}
