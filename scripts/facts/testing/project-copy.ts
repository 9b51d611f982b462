import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { ProcessResult } from '../../lib/run-process.js';
import { runModule } from '../../lib/testing/run-module.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The folders that the command needs. */
const PARTS = ['openapi', 'scripts/facts', 'scripts/generate', 'scripts/lib'];
const FILES = ['package.json', 'redocly.yaml', 'tsconfig.json', 'docs/guides/certainty.md'];

/** A copy of the project in which the command can write. */
export class ProjectCopy {
  readonly directory: string;
  /** Runs the command any number of times. */
  readonly #process: ChildProcess;

  private constructor(directory: string) {
    this.directory = directory;
    this.#process = fork('scripts/facts/testing/facts-process.ts', {
      cwd: directory,
      execArgv: ['--import', 'tsx'],
    });
  }

  /** Copies what the command needs into a temporary folder. */
  static async create(): Promise<ProjectCopy> {
    const directory = await mkdtemp(join(tmpdir(), 'lddpay-facts-'));
    await mkdir(join(directory, 'scripts'));
    for (const part of [...PARTS, ...FILES])
      await cp(join(ROOT, part), join(directory, part), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(directory, 'node_modules'));
    return new ProjectCopy(directory);
  }

  /** Edits a file of the copy for the current test. */
  async edit(file: string, edit: (text: string) => string): Promise<void> {
    const text = await this.read(file);
    onTestFinished(() => writeFile(this.path(file), text));
    await writeFile(this.path(file), edit(text));
  }

  async remove(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.disconnect();
    await ended;
    await rm(this.directory, { recursive: true });
  }

  /** Returns the path of a file of the copy. */
  path(file: string): string {
    return join(this.directory, file);
  }

  /** Reads a file of the copy. */
  read(file: string): Promise<string> {
    return readFile(this.path(file), 'utf8');
  }

  /** Runs `npm run facts`, without npm and in a process that runs it for other tests as well. */
  async runFacts(args: readonly string[]): Promise<ProcessResult> {
    this.#process.send(args);
    const [result] = await once(this.#process, 'message');
    return result;
  }

  /** Runs `npm run facts` in a process of its own, without npm. */
  startFacts(args: readonly string[], onOutput?: (chunk: Buffer) => void): Promise<ProcessResult> {
    return runModule('scripts/facts/update.ts', args, {
      cwd: this.directory,
      ...(onOutput && { onOutput }),
    });
  }
}
