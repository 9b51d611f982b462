import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The folders that the command needs. */
const PARTS = ['openapi', 'scripts/facts', 'scripts/generate', 'scripts/lib'];
const FILES = ['package.json', 'redocly.yaml', 'tsconfig.json', 'docs/guides/certainty.md'];

/** The exit code and output of a command. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the project in which the command can write. */
export class ProjectCopy {
  readonly directory: string;

  private constructor(directory: string) {
    this.directory = directory;
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

  /** Undoes all changes of `openapi/`. */
  async restoreDescription(): Promise<void> {
    await rm(this.path('openapi'), { recursive: true });
    await cp(join(ROOT, 'openapi'), this.path('openapi'), { recursive: true });
  }

  remove(): Promise<void> {
    return rm(this.directory, { recursive: true });
  }

  /** Returns the path of a file of the copy. */
  path(file: string): string {
    return join(this.directory, file);
  }

  /** Reads a file of the copy. */
  read(file: string): Promise<string> {
    return readFile(this.path(file), 'utf8');
  }

  /** Runs `npm run facts`, without npm. */
  runFacts(args: readonly string[], onStderr: (text: string) => void = () => {}): Promise<CommandResult> {
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
