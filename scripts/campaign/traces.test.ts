import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readFailedReads, readTraces } from './traces.js';
import type { LoggedEvent } from './worker/messages.js';

const REFUND = { operationId: 'refundPayment', idempotencyKey: 'k', callId: 1 };
const READ = { operationId: 'getPaymentActions', callId: 2 };

it('readTraces lists what the client did under each key, in order', async () => {
  const file = await writeEvents([
    { ...REFUND, type: 'request' },
    { ...REFUND, idempotencyKey: 'other', type: 'request' },
    { ...READ, type: 'error', kind: 'network', outcome: 'rejected' },
    { ...REFUND, type: 'error', kind: 'timeout', outcome: 'unknown', ms: 400.4 },
  ]);

  expect(await readTraces([file], ['k', 'unused'])).toEqual(
    new Map([
      [
        'k',
        [
          'phase 1, 1970-01-01 00:00:00.000: refundPayment 1, attempt 1, request',
          'phase 1, 1970-01-01 00:00:00.000: refundPayment 1, attempt 1, error, timeout, unknown, 400 ms',
        ],
      ],
      ['unused', []],
    ]),
  );
});

it('readFailedReads lists the calls of a phase that failed without a key', async () => {
  const failed = { ...READ, type: 'error', kind: 'network', outcome: 'rejected' } as const;
  const file = await writeEvents([
    { ...READ, phase: 5, type: 'request' },
    { ...failed, phase: 5 },
    { ...failed, phase: 4 },
    { ...REFUND, phase: 5, type: 'error', kind: 'api', outcome: 'rejected', status: 422 },
  ]);

  expect(await readFailedReads([file], 5)).toEqual([
    'phase 6, 1970-01-01 00:00:00.000: getPaymentActions 2, attempt 1, error, network, rejected',
  ]);
});

async function writeEvents(events: readonly Partial<LoggedEvent>[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'traces-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'output.log');
  const lines = events.map((event) => JSON.stringify({ at: 0, phase: 0, attempt: 1, ...event }));
  await writeFile(file, lines.map((line) => `${line}\n`).join(''));
  return file;
}
