import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import type { WorkerMessage, WorkerRequest, WorkerSettings } from './messages.js';

/** A worker in a process, which can be replaced by another one that goes on with its book. */
export class WorkerProcess {
  readonly #settings: WorkerSettings;
  readonly #outputFile: string;
  readonly #onMessage: (message: WorkerMessage) => void;
  readonly #onFailure: (error: Error) => void;
  #child: ChildProcess | undefined;
  #phase: WorkerRequest | undefined;

  /**
   * @param outputFile Receives what the processes print.
   * @param onFailure Is called when a process ends by itself.
   */
  constructor(
    settings: WorkerSettings,
    outputFile: string,
    onMessage: (message: WorkerMessage) => void,
    onFailure: (error: Error) => void,
  ) {
    this.#settings = settings;
    this.#outputFile = outputFile;
    this.#onMessage = onMessage;
    this.#onFailure = onFailure;
  }

  /** Starts the process and resolves when it is ready. */
  async start(): Promise<void> {
    const output = openSync(this.#outputFile, 'a');
    const child = fork(new URL('main.ts', import.meta.url), [JSON.stringify(this.#settings)], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    this.#child = child;
    child.once('exit', (code) => {
      if (this.#child !== child) return;
      const output = readFileSync(this.#outputFile, 'utf8').slice(-2_000);
      this.#onFailure(new Error(`Worker ${this.#settings.slot} ended with ${code}:\n${output}`));
    });
    await once(child, 'message');
    child.on('message', this.#onMessage);
    if (this.#phase) child.send(this.#phase);
  }

  beginPhase(phase: WorkerRequest): void {
    this.#phase = phase;
    this.#child?.send(phase);
  }

  /** Kills the process in the middle of its work, and starts another one, which goes on. */
  async replace(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }
}
