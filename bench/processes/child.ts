import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** A script of this folder that runs in a process of its own, as plain JavaScript, and is asked questions. */
export class Child {
  readonly #process: ChildProcess;
  readonly #ended: Promise<never>;

  /** @param options For Node.js itself. */
  constructor(script: string, args: readonly string[] = [], options: readonly string[] = []) {
    this.#process = fork(new URL(script, import.meta.url), args, {
      execArgv: ['--expose-gc', ...options],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#ended = this.#end([script, ...args].join(' '));
    // Of interest to who waits for an answer, and to nobody else.
    this.#ended.catch(() => {});
  }

  /**
   * What it tells next.
   *
   * @throws Error with what it complained of when it ends without having told anything.
   */
  async next<Answer>(): Promise<Answer> {
    const [answer] = await Promise.race([once(this.#process, 'message'), this.#ended]);
    return answer;
  }

  /** Asks it, one question at a time. */
  ask<Answer>(question: unknown): Promise<Answer> {
    this.#process.send(question as object);
    return this.next();
  }

  /** It ends by itself once nobody can ask it any more. */
  stop(): void {
    if (this.#process.connected) this.#process.disconnect();
  }

  async #end(command: string): Promise<never> {
    const complaints = this.#process.stderr ? text(this.#process.stderr) : '';
    const [code] = await once(this.#process, 'close');
    throw new Error(`${command} ended with ${code}:\n${await complaints}`);
  }
}
