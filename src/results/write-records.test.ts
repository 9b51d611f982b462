import { expect, it } from 'vitest';
import { FakePlatform } from '../testing/platform.js';
import { createWriteRecords, type Write } from './write-records.js';

const ID = 'pay_1';
const INPUT = { path: { id: ID }, body: { amount: 400 } };

it('a write that is lost with the request that made it, as on Workers, is a rival for as long as it can take', async () => {
  const platform = new FakePlatform();
  const records = createWriteRecords(platform);
  /** A capture that failed, from the given age of the lost one on. */
  const failed = (from: number, ms: number): Write => ({
    operationId: 'capturePayment',
    id: ID,
    reference: undefined,
    amount: 400,
    currency: undefined,
    key: 'other',
    isKeyGiven: false,
    outcome: 'unknown',
    start: { now: began + from, date: 0, headers: undefined },
    end: began + from + ms,
  });
  const began = platform.now();
  records.begin('lost', 'capturePayment', INPUT, 9_000);
  await platform.advance(8_999);
  expect(records.hasRival(failed(8_000, 900))).toBe(true);

  await platform.advance(1);
  expect(records.hasRival(failed(-2_000, 1_000))).toBe(false);
  expect(records.hasRival(failed(8_000, 900))).toBe(true);
  await platform.advance(60_000);
  expect(records.hasRival(failed(9_000, 900))).toBe(false);
});

it('a lost write is over when its own time is, however long an earlier one can take', async () => {
  const platform = new FakePlatform();
  const records = createWriteRecords(platform);
  records.begin('slow', 'capturePayment', { path: { id: 'pay_2' }, body: { amount: 1 } }, 600_000);
  records.begin('lost', 'capturePayment', INPUT, 9_000);
  await platform.advance(60_000);

  const start = { now: platform.now() - 1_000, date: 0, headers: undefined };
  const write: Write = {
    operationId: 'capturePayment',
    id: ID,
    reference: undefined,
    amount: 400,
    currency: undefined,
    key: 'other',
    isKeyGiven: false,
    outcome: 'unknown',
    start,
    end: platform.now(),
  };
  expect(records.hasRival(write)).toBe(false);
});

it('a write that has ended in time is no rival', async () => {
  const platform = new FakePlatform();
  const records = createWriteRecords(platform);
  const end = records.begin('ended', 'capturePayment', INPUT, 9_000);
  await platform.advance(1_000);
  end();
  await platform.advance(60_000);

  const start = { now: platform.now() - 60_500, date: 0, headers: undefined };
  const write = {
    operationId: 'capturePayment',
    id: ID,
    reference: undefined,
    amount: 400,
    currency: undefined,
  };
  const failed: Write = {
    ...write,
    key: 'other',
    isKeyGiven: false,
    outcome: 'unknown',
    start,
    end: platform.now(),
  };
  expect(records.hasRival(failed)).toBe(false);
});
