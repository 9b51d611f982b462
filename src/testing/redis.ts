import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** Whether this machine has a Redis server. Tests that need one are skipped without it. */
export const redisInstalled = spawnSync('redis-server', ['--version']).status === 0;

export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a Redis server that keeps nothing on disk and announces when a key expires. */
export async function startRedis(attempts = 3): Promise<RedisServer> {
  const port = await freePort();
  const settings = [
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--notify-keyspace-events',
    'Ex',
  ];
  const child = spawn('redis-server', ['--port', String(port), ...settings], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const kill = () => child.kill();
  // So that an interrupted test run leaves no server behind.
  process.once('exit', kill);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if (await isReady(child)) {
    return {
      url: `redis://127.0.0.1:${port}`,
      stop: async () => {
        process.off('exit', kill);
        kill();
        await exited;
      },
    };
  }
  process.off('exit', kill);
  // Another process took the port between the check and the start of the server.
  if (attempts > 1) return startRedis(attempts - 1);
  throw new Error('Could not start redis-server.');
}

/** Waits until the server accepts connections. Returns false when it exits first. */
async function isReady({ stdout }: ChildProcess): Promise<boolean> {
  if (!stdout) return false;
  return new Promise((resolve) => {
    // Reads on afterwards: a full pipe would stop the server.
    createInterface(stdout)
      .on('line', (line) => line.includes('Ready to accept connections') && resolve(true))
      .on('close', () => resolve(false));
  });
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
