import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type RunningProgram, type ServerProcess, startProgram } from './server-program.js';

/** Where Debian installs the programs of each version. */
const VERSIONS = '/usr/lib/postgresql';

const programs = findPrograms();

/** Whether this machine has a PostgreSQL server. Tests that need one are skipped without it. */
export const postgresInstalled = programs !== undefined;

export type PostgresServer = ServerProcess;

/** Starts a PostgreSQL server with its default settings, on a Unix socket in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  if (!programs) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  const user = serverUser();
  if (user) await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { cwd: folder, ...user };
  const init = ['--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--no-sync'];
  await promisify(execFile)(join(programs, 'initdb'), init, options);

  const start = async (): Promise<RunningProgram> => {
    const running = await startProgram({
      command: join(programs, 'postgres'),
      args: ['-D', data, '-k', folder, '-c', 'listen_addresses='],
      ready: 'database system is ready to accept connections',
      options,
    });
    if (!running) throw new Error('Could not start postgres.');
    return running;
  };
  let program = await start();

  return {
    url: `postgresql://postgres@/postgres?host=${encodeURIComponent(folder)}`,
    kill: () => program.kill('SIGKILL'),
    restart: async () => {
      program = await start();
    },
    stop: async () => {
      await program.kill('SIGQUIT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function findPrograms(): string | undefined {
  const folders = existsSync(VERSIONS)
    ? readdirSync(VERSIONS).map((version) => join(VERSIONS, version, 'bin'))
    : [];
  return folders.findLast((folder) => existsSync(join(folder, 'initdb')));
}

/** PostgreSQL refuses to run as root, so root runs it as the user that its package creates. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [uid = 0, gid = 0] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'])));
  return { uid, gid };
}
