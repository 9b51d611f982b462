import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LddPayError } from 'lddpay';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Settlement } from '../merchants/merchant.js';
import type { Intent, PaymentLifecycle } from '../orders/lifecycle.js';
import { advance, type Phase, type Situation } from './advance.js';
import { Book } from './book.js';

const CHARGE: Intent = { order: 'o', name: 'o-1', write: 'requestPayment', amount: 1000 };
const VOID: Intent = { order: 'o', name: 'o-2', write: 'voidPayment' };
const LIFECYCLE: PaymentLifecycle = { order: 'o', intents: [CHARGE, VOID] };
const OPEN: Settlement = { state: 'open' };
const NOTHING: Settlement = { state: 'nothing' };
const DONE: Settlement = { state: 'done', id: 'pay_1' };

describe('advance', () => {
  it('carries out the intents in their order, on the payment that was charged', async () => {
    const { run, calls } = await setUp([DONE, DONE]);

    expect(await run()).toBe(true);
    expect(calls).toEqual(['o-1 on ', 'o-2 on pay_1']);
  });

  it('backs off after an open intent, and leaves it for the next phase', async () => {
    const { run, calls } = await setUp([DONE, OPEN, DONE]);

    expect(await run({ number: 0 })).toBe(false);
    expect(await run({ number: 0 })).toBe(false);
    expect(await run({ number: 1 })).toBe(true);
    expect(calls).toEqual(['o-1 on ', 'o-2 on pay_1', 'backs off', 'o-2 on pay_1']);
  });

  it('goes no further after a charge that was declined', async () => {
    const { run, calls } = await setUp([{ ...DONE, approved: false }]);

    expect(await run()).toBe(true);
    expect(calls).toEqual(['o-1 on ']);
  });

  it('gives up an intent of which the merchant believes that nothing happened, in a quiet phase', async () => {
    const { run, calls } = await setUp([NOTHING]);

    expect(await run({ isQuiet: true })).toBe(true);
    expect(calls).toEqual(['o-1 on ', 'backs off']);
  });

  it('gives up about half of them in other phases, and tries the others again in the next one', async () => {
    const ended = Array.from({ length: 100 }, async (_, seed) => {
      const { run } = await setUp([NOTHING], seed);
      return run();
    });
    const count = (await Promise.all(ended)).filter(Boolean).length;

    expect(count).toBeGreaterThan(25);
    expect(count).toBeLessThan(75);
  });

  it('leaves about half of the intents that a kill interrupted for the next phase', async () => {
    const calls = Array.from({ length: 100 }, async (_, seed) => {
      const situation = await setUp([DONE, DONE], seed);
      await situation.book.add({ intent: 'o-1', begun: 0 });
      await situation.run();
      return situation.calls.length;
    });
    const count = (await Promise.all(calls)).filter((one) => one === 0).length;

    expect(count).toBeGreaterThan(25);
    expect(count).toBeLessThan(75);
  });

  it('keeps what the error of a belief was, and hands the error on', async () => {
    const error = new LddPayError('…', { kind: 'api', outcome: 'rejected', status: 403 });
    const { run, book, errors } = await setUp([{ ...OPEN, error, tryAfterMs: Number.POSITIVE_INFINITY }]);
    await run();

    expect(book.get('o-1').beliefs).toEqual([
      { state: 'open', reason: 'rejected api 403, waiting changes nothing', phase: 0, at: 7 },
    ]);
    expect(errors).toEqual([error]);
  });
});

/** Sets up a merchant that comes to the given settlements, in order. */
async function setUp(settlements: readonly Settlement[], seed = 1) {
  const folder = await mkdtemp(join(tmpdir(), 'advance-'));
  const book = new Book(join(folder, 'book.jsonl'));
  onTestFinished(() => {
    book.close();
    return rm(folder, { recursive: true });
  });
  const queue = [...settlements];
  const calls: string[] = [];
  const errors: unknown[] = [];
  const carryOut = async ({ name }: Intent, paymentId: string) => {
    calls.push(`${name} on ${paymentId}`);
    const settlement = queue.shift();
    if (!settlement) throw new Error(`There is no settlement for ${name}.`);
    return settlement;
  };
  const run = (phase: Partial<Phase> = {}) => {
    const situation: Situation = {
      merchant: { carryOut },
      book,
      seed,
      phase: { number: 0, offset: 0, isQuiet: false, ...phase },
      now: () => 7,
      backOff: async () => calls.push('backs off'),
      onError: (error) => errors.push(error),
    };
    return advance(LIFECYCLE, situation);
  };
  return { run, book, calls, errors };
}
