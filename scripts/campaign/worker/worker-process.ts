import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { hasEnded, ownProcess } from '../../lib/interruption.js';
import type { Phase } from './advance.js';
import type { WorkerMessage, WorkerRequest, WorkerSettings } from './messages.js';

/** A worker in a process, which can be replaced by another one that goes on with its book. */
export class WorkerProcess {
  #settings: WorkerSettings;
  readonly #program: string;
  readonly #outputFile: string;
  readonly #onMessage: (message: WorkerMessage) => void;
  readonly #onFailure: (error: Error) => void;
  #child: ChildProcess | undefined;
  #phase: Phase | undefined;

  /**
   * @param program The path of the bundled program.
   * @param outputFile Receives what the processes print.
   * @param onFailure Is called when a process ends by itself, at any time.
   */
  constructor(
    program: string,
    settings: WorkerSettings,
    outputFile: string,
    onMessage: (message: WorkerMessage) => void,
    onFailure: (error: Error) => void,
  ) {
    this.#program = program;
    this.#settings = settings;
    this.#outputFile = outputFile;
    this.#onMessage = onMessage;
    this.#onFailure = onFailure;
  }

  /**
   * Starts the process and resolves when it is ready.
   *
   * @throws {Error} When the process ends before.
   */
  async start(): Promise<void> {
    const output = openSync(this.#outputFile, 'a');
    const child = fork(this.#program, [JSON.stringify(this.#settings)], {
      execArgv: [],
      stdio: ['ignore', output, output, 'ipc'],
    });
    ownProcess(child);
    closeSync(output);
    this.#child = child;
    const ended = new Promise<never>((_, reject) => {
      child.once('exit', (code, signal) => {
        const output = readEnd(this.#outputFile, 2_000);
        const failure = new Error(`Worker ${this.#settings.slot} ended with ${code ?? signal}:\n${output}`);
        if (this.#child === child) this.#onFailure(failure);
        reject(failure);
      });
    });
    await Promise.race([once(child, 'message'), ended]);
    child.on('message', this.#onMessage);
    if (this.#phase) this.#send({ type: 'phase', phase: this.#phase });
  }

  beginPhase(phase: Phase): void {
    this.#phase = phase;
    this.#send({ type: 'phase', phase });
  }

  /**
   * Tells the process that a clock jumped.
   *
   * @param offset How far the clock of the API is ahead of the real time, in ms.
   * @param jump How far the clock of the worker jumps, in ms.
   */
  moveClocks(offset: number, jump: number): void {
    const { clock } = this.#settings;
    this.#settings = { ...this.#settings, clock: { ...clock, error: clock.error + jump } };
    if (this.#phase) this.#phase = { ...this.#phase, offset };
    this.#send({ type: 'clock', clock: this.#settings.clock, offset });
  }

  /** Kills the process in the middle of its work, and starts another one, which goes on. */
  async replace(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || hasEnded(child)) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  /** A process that was just killed receives nothing: the next one is told when it starts. */
  #send(request: WorkerRequest): void {
    if (this.#child?.connected) this.#child.send(request);
  }
}

/** Reads the last bytes of a file. */
function readEnd(path: string, bytes: number): string {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(bytes);
  const read = readSync(file, buffer, 0, bytes, Math.max(0, fstatSync(file).size - bytes));
  closeSync(file);
  return buffer.toString('utf8', 0, read);
}
