import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { hasEnded, ownProcess } from '../../lib/interruption.js';

/** Whether this machine has a Redis server. */
export const redisInstalled = spawnSync('redis-server', ['--version']).status === 0;

/**
 * A Redis that loses nothing that it has acknowledged, and can be stopped and started again. Its file shows everything
 * that was ever written to it.
 */
export interface RedisProcess {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a Redis server.
 *
 * @param folder Where it keeps its append-only file, and what it prints.
 */
export async function startRedis(folder: string): Promise<RedisProcess> {
  await mkdir(folder);
  const port = await findFreePort();
  const settings = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'yes', '--appendfsync', 'always'];
  // A file that is rewritten has only what is left, and some of it compressed.
  const everything = ['--auto-aof-rewrite-percentage', '0', '--aof-use-rdb-preamble', 'no'];
  let child: ChildProcess | undefined;
  const redis: RedisProcess = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const args = ['--port', `${port}`, '--dir', folder, ...settings, ...everything];
      const started = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
      child = started;
      ownProcess(started);
      started.stdout.pipe(createWriteStream(join(folder, 'output.log'), { flags: 'a' }));
      await isReady(started);
    },
    async stop() {
      if (!child || hasEnded(child)) return;
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
  await redis.start();
  return redis;
}

/** Waits until the server accepts connections. */
async function isReady(child: ChildProcess): Promise<void> {
  const { stdout } = child;
  if (!stdout) return;
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    // Reads on afterwards: a full pipe would stop the server.
    createInterface(stdout)
      .on('line', (line) => line.includes('Ready to accept connections') && resolve())
      .on('close', () => reject(new Error('redis-server ended before it accepted connections.')));
  });
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
