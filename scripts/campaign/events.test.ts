import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readCalls } from './events.js';
import type { LoggedEvent } from './worker/messages.js';

const CAPTURE = { callId: 1, operationId: 'capturePayment', idempotencyKey: 'k', pid: 1 };

it('readCalls reads when calls were sent and ended, and their outcomes', async () => {
  const lines = [
    event({ ...CAPTURE, type: 'request', at: 1 }),
    event({ ...CAPTURE, type: 'retry', at: 2 }),
    event({ ...CAPTURE, type: 'request', at: 3 }),
    event({ ...CAPTURE, type: 'error', at: 4, outcome: 'rejected' }),
    event({ ...CAPTURE, callId: 2, type: 'request', at: 5 }),
    event({ ...CAPTURE, callId: 2, type: 'response', at: 6, status: 201 }),
    event({ ...CAPTURE, callId: 3, type: 'error', at: 7, outcome: 'not_sent' }),
  ];
  const call = { operationId: 'capturePayment', idempotencyKey: 'k' };

  expect(await read(lines)).toEqual([
    { ...call, outcome: 'rejected', sentAt: 1, endedAt: 4 },
    { ...call, outcome: undefined, sentAt: 5, endedAt: 6 },
    { ...call, outcome: 'not_sent', sentAt: undefined, endedAt: 7 },
  ]);
});

it('readCalls tells calls of different processes apart', async () => {
  const lines = [
    event({ ...CAPTURE, type: 'request', at: 1 }),
    event({ ...CAPTURE, pid: 2, type: 'request', at: 2 }),
  ];

  expect(await read(lines)).toMatchObject([{ sentAt: 1 }, { sentAt: 2 }]);
});

it('readCalls tells calls of the clients before and after a phase apart', async () => {
  const lines = [
    event({ ...CAPTURE, phase: 2, type: 'request', at: 1 }),
    event({ ...CAPTURE, phase: 3, type: 'error', at: 2, outcome: 'not_sent' }),
  ];

  expect(await read(lines)).toMatchObject([{ sentAt: 1 }, { sentAt: undefined, outcome: 'not_sent' }]);
});

it('readCalls skips calls without a key, other output, and lines that a kill tore', async () => {
  const torn = event({ ...CAPTURE, type: 'request', at: 1 }).slice(0, 40);
  const lines = [
    event({ ...CAPTURE, idempotencyKey: undefined, type: 'request', at: 1 }),
    'LddPayError: …',
    `${torn}${event({ ...CAPTURE, pid: 2, type: 'request', at: 2 })}`,
  ];

  expect(await read(lines)).toEqual([]);
});

async function read(lines: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'events-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'output.log');
  await writeFile(file, lines.map((line) => `${line}\n`).join(''));
  return readCalls([file]);
}

function event(own: Partial<LoggedEvent>): string {
  const { at, ...rest } = own;
  return JSON.stringify({ at, phase: 0, attempt: 1, ...rest });
}
