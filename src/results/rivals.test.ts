import { describe, expect, it } from 'vitest';
import type { Outcome } from '../errors.js';
import { FakePlatform } from '../testing/platform.js';
import { createRivals, type EndedWrite } from './rivals.js';

const ID = 'pay_1';
const CAPTURE = { operationId: 'capturePayment', id: ID, reference: undefined };
const OTHER = { ...CAPTURE, id: 'pay_2' };

const DAY = 24 * 60 * 60_000;

/** What is asked about: a capture of which only the facts are known, from one age of the client to another. */
function captureOf(from: number, to: number): EndedWrite {
  return {
    ...CAPTURE,
    key: undefined,
    outcome: 'unknown',
    start: { now: from, date: 0, headers: undefined },
    end: to,
  };
}

it('a write that is lost with the request that made it, as on Workers, is a rival until a day after it can last', async () => {
  const platform = new FakePlatform();
  const rivals = createRivals(platform, DAY);
  const began = platform.now();
  rivals.begin('lost', CAPTURE, 9_000);
  await platform.advance(8_999);
  expect(rivals.hasRival(captureOf(began + 8_000, began + 8_900), 'act_1')).toBe(true);

  await platform.advance(1);
  expect(rivals.hasRival(captureOf(began - 4_000, began - 2_000), 'act_1')).toBe(false);
  expect(rivals.hasRival(captureOf(began - 4_000, began - 1_000), 'act_1')).toBe(true);
  expect(rivals.hasRival(captureOf(began + 8_000, began + 8_900), 'act_1')).toBe(true);
  await platform.advance(60_000);
  expect(rivals.hasRival(captureOf(began + 9_000 + DAY, began + 9_001 + DAY), 'act_1')).toBe(true);
  expect(rivals.hasRival(captureOf(began + 12_000 + DAY, began + 12_001 + DAY), 'act_1')).toBe(false);
});

it('a lost write is over when its own time is, however long an earlier one can take', async () => {
  const platform = new FakePlatform();
  const rivals = createRivals(platform, DAY);
  rivals.begin('slow', OTHER, 2 * DAY);
  rivals.begin('lost', CAPTURE, 9_000);
  await platform.advance(60_000);
  const now = platform.now();

  expect(rivals.hasRival(captureOf(now - 1_000, now), 'act_1')).toBe(true);
  expect(rivals.hasRival(captureOf(now - 1_000 + DAY, now + DAY), 'act_1')).toBe(false);
});

it('a write that began just after another one had ended is its rival, since times are cut to ms', async () => {
  const platform = new FakePlatform();
  const rivals = createRivals(platform, DAY);
  const ended = captureOf(platform.now() - 100, platform.now());
  await platform.advance(1_501);
  rivals.begin('late', CAPTURE, 9_000);
  expect(rivals.hasRival(ended, 'act_1')).toBe(true);
});

it('a write that has ended in time is no rival', async () => {
  const platform = new FakePlatform();
  const rivals = createRivals(platform, DAY);
  const end = rivals.begin('ended', CAPTURE, 9_000);
  await platform.advance(1_000);
  end();
  await platform.advance(60_000);

  expect(rivals.hasRival(captureOf(platform.now() - 60_500, platform.now()), 'act_1')).toBe(false);
});

it('a write that has ended in time is no rival, although another one began meanwhile', async () => {
  const platform = new FakePlatform();
  const rivals = createRivals(platform, DAY);
  const end = rivals.begin('ended', CAPTURE, 9_000);
  await platform.advance(1_000);
  rivals.begin('other', OTHER, 9_000);
  end();
  await platform.advance(1_000);

  expect(rivals.hasRival(captureOf(platform.now() - 1_500, platform.now()), 'act_1')).toBe(false);
});

describe('the writes that failed alike', () => {
  function setUp() {
    const platform = new FakePlatform();
    const rivals = createRivals(platform, DAY);
    const fail = (key: string, outcome: Outcome = 'unknown', id = ID): EndedWrite => {
      const end = platform.now();
      const write = { ...CAPTURE, id, key, outcome, start: { now: end, date: 0, headers: undefined }, end };
      rivals.fail(write);
      return write;
    };
    return { platform, rivals, fail };
  }

  it('say that one may have a rival when it was forgotten, as one that failed later may have been', () => {
    const { rivals, fail } = setUp();
    const write = fail('key-1');
    for (let index = 0; index < 10_000; index += 1) fail('key-2', 'unknown', `pay_${index + 2}`);
    expect(rivals.hasRival(write, 'act_1')).toBe(false);
    for (let index = 0; index < 10_000; index += 1) fail('key-2', 'unknown', `pay_${index + 2}`);
    expect(rivals.hasRival(write, 'act_1')).toBe(true);
  });

  it('keep one that is lost while another fails again and again', () => {
    const { rivals, fail } = setUp();
    fail('key-1');
    for (let count = 0; count < 200; count += 1) fail('key-2', 'rejected');
    expect(rivals.hasRival(fail('key-2'), 'act_1')).toBe(true);
  });

  it('keep that one was lost when it fails otherwise later', async () => {
    const { platform, rivals, fail } = setUp();
    fail('key-1');
    await platform.advance(60_000);
    const write = fail('key-2');
    await platform.advance(60_000);
    fail('key-1', 'rejected');

    expect(rivals.hasRival(write, 'act_1')).toBe(true);
  });

  it('say that one may have a rival when too many failed alike', () => {
    const { rivals, fail } = setUp();
    fail('key');
    for (let count = 0; count < 200; count += 1) fail(`key-${count}`, 'rejected');
    expect(rivals.hasRival(fail('key-0'), 'act_1')).toBe(true);
  });

  it('do not say so when a day has passed since all of them', async () => {
    const { platform, rivals, fail } = setUp();
    for (let count = 0; count < 200; count += 1) fail(`key-${count}`, 'rejected');
    await platform.advance(2 * DAY);

    expect(rivals.hasRival(fail('later'), 'act_1')).toBe(false);
  });

  it('say that a key is not settled for what was made once it can have ended', async () => {
    const { platform, rivals, fail } = setUp();
    fail('key-1');
    await platform.advance(60_000);
    rivals.settle('key-1', 'act_2');
    const hasRival = () => rivals.hasRival(captureOf(platform.now() - 100, platform.now()), 'act_1');
    await platform.advance(DAY - 62_000);
    expect(hasRival()).toBe(false);
    // The clock of the API may be ahead.
    await platform.advance(1_000);

    expect(hasRival()).toBe(true);
  });

  it('say that a key is settled until it fails again', async () => {
    const { platform, rivals, fail } = setUp();
    fail('key-1');
    const write = fail('key-2');
    expect(rivals.hasRival(write, 'act_1')).toBe(true);
    rivals.settle('key-1', 'act_2');
    expect(rivals.hasRival(write, 'act_1')).toBe(false);
    expect(rivals.hasRival(write, 'act_2')).toBe(true);
    await platform.advance(1_000);
    fail('key-1');
    expect(rivals.hasRival(write, 'act_1')).toBe(true);
  });
});
