import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';

/** A server as a process, which can be killed and started again. */
export interface ServerProcess {
  readonly url: string;
  /** Kills the server with SIGKILL, as a crash does. */
  kill(): Promise<void>;
  /** Starts the killed server again, at the same URL and with its data. */
  restart(): Promise<void>;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

export interface ServerProgram {
  readonly command: string;
  readonly args: readonly string[];
  /** What the server prints once it accepts connections. */
  readonly ready: string;
  readonly options?: SpawnOptions;
}

/** A running server program. */
export interface RunningProgram {
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Starts a server program. Returns undefined when it exits before it is ready. */
export async function startProgram({
  command,
  args,
  ready,
  options = {},
}: ServerProgram): Promise<RunningProgram | undefined> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  // So that an interrupted test run leaves no server behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  exited.then(() => process.off('exit', kill));
  if (!(await prints(child, ready))) return undefined;
  return {
    kill: async (signal) => {
      const children = signal === 'SIGKILL' ? listChildren(child.pid) : [];
      child.kill(signal);
      for (const pid of children) killProcess(pid);
      await exited;
    },
  };
}

/** Waits until a process prints a text. Returns false when it exits first. */
async function prints(child: ChildProcess, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve(false));
    for (const stream of [child.stdout, child.stderr] as (Readable | null)[]) {
      let printed = '';
      // Reads on afterwards: a full pipe would stop the server.
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        printed = `${printed}${chunk}`.slice(-1000);
        if (printed.includes(text)) resolve(true);
      });
    }
  });
}

/** Lists the processes of a server: PostgreSQL has one for each connection, which can outlive a killed server. */
function listChildren(pid: number | undefined): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  return existsSync(file) ? readFileSync(file, 'utf8').split(' ').filter(Boolean).map(Number) : [];
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
