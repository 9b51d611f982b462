import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { WorkerSettings } from './messages.js';
import { WorkerProcess } from './worker-process.js';

it('fails to start when its process ends before it is ready, with what that printed', async () => {
  const { worker, failures } = await create("console.error('no merchant'); process.exit(3);");

  await expect(worker.start()).rejects.toThrow('Worker 0 ended with 3:\nno merchant');
  expect(failures).toHaveLength(1);
});

it('reports a process that a signal ended, and can be stopped after it', async () => {
  const { worker, failures } = await create(
    "process.send('ready', () => process.kill(process.pid, 'SIGKILL'));",
  );

  await worker.start();
  await vi.waitUntil(() => failures.length > 0, { timeout: 10_000 });
  await worker.stop();

  expect(failures).toEqual(['Worker 0 ended with SIGKILL:\n']);
});

it('reports no process that it ended itself', async () => {
  const { worker, failures } = await create("process.send('ready'); setInterval(() => {}, 1000);");

  await worker.start();
  await worker.replace();
  await worker.stop();

  expect(failures).toEqual([]);
});

/** Creates a worker of a program in JavaScript. */
async function create(program: string) {
  const folder = await mkdtemp(join(tmpdir(), 'lddpay-worker-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'worker.mjs');
  await writeFile(file, program);
  const failures: string[] = [];
  const settings = { slot: 0 } as WorkerSettings;
  const worker = new WorkerProcess(
    file,
    settings,
    join(folder, 'output.log'),
    () => {},
    ({ message }) => failures.push(message),
  );
  onTestFinished(() => worker.stop());
  return { worker, failures };
}
