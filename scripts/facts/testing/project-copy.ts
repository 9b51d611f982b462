import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** All that the command works with. */
const PARTS = ['openapi', 'scripts/facts', 'scripts/generate', 'scripts/lib'];
const FILES = ['package.json', 'redocly.yaml', 'tsconfig.json'];

/** What a command printed, and how it ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the project in which the command can write, gone when the test is over. */
export class Project {
  readonly directory: string;

  private constructor(directory: string) {
    this.directory = directory;
  }

  /** Copies what the command works with into a folder of its own. */
  static async copy(): Promise<Project> {
    const directory = await mkdtemp(join(tmpdir(), 'lddpay-facts-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    await mkdir(join(directory, 'scripts'));
    for (const part of [...PARTS, ...FILES])
      await cp(join(ROOT, part), join(directory, part), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(directory, 'node_modules'));
    return new Project(directory);
  }

  /** Where a file of the copy is. */
  path(file: string): string {
    return join(this.directory, file);
  }

  /** Reads a file of the copy. */
  read(file: string): Promise<string> {
    return readFile(this.path(file), 'utf8');
  }

  /** Runs `npm run facts`, without npm. */
  facts(args: readonly string[], onStderr: (text: string) => void = () => {}): Promise<Run> {
    const command = ['--import', 'tsx', 'scripts/facts/update.ts', ...args];
    const child = spawn(process.execPath, command, { cwd: this.directory });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      onStderr(stderr);
    });
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, stdout, stderr }));
    });
  }
}
