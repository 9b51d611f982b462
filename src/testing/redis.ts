import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningProgram, type ServerProcess, startProgram } from './server-program.js';

/** Whether this machine has a Redis server. Tests that need one are skipped without it. */
export const redisInstalled = spawnSync('redis-server', ['--version']).status === 0;

export type RedisServer = ServerProcess;

/** Keeps nothing on disk, and announces when a key expires. */
const IN_MEMORY = ['--appendonly', 'no', '--notify-keyspace-events', 'Ex'];

/** What the guide "Choose a store for a journal" requires: each write is on disk before it is acknowledged, and stays. */
const ON_DISK = ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction'];

/** Starts a Redis server. */
export async function startRedis({ durable = false } = {}): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const settings = ['--bind', '127.0.0.1', '--dir', folder, '--save', '', ...(durable ? ON_DISK : IN_MEMORY)];
  const start = (port: number) =>
    startProgram({
      command: 'redis-server',
      args: ['--port', String(port), ...settings],
      ready: 'Ready to accept connections',
    });

  let port = await freePort();
  let running = await start(port);
  // Another process can take the port between the check and the start of the server.
  for (let attempts = 1; !running && attempts < 3; attempts += 1) {
    port = await freePort();
    running = await start(port);
  }
  if (!running) throw new Error('Could not start redis-server.');
  let program: RunningProgram = running;

  return {
    url: `redis://127.0.0.1:${port}`,
    kill: () => program.kill('SIGKILL'),
    restart: async () => {
      const restarted = await start(port);
      if (!restarted) throw new Error(`Could not start redis-server again on port ${port}.`);
      program = restarted;
    },
    stop: async () => {
      await program.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
