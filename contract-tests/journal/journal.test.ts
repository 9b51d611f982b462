import { describe, expect, it } from 'vitest';
import { setUpProcesses } from '../testing/journal-processes.js';
import { CHARGE, setUpJournal, transports } from '../testing/journal-setup.js';
import { testHealthyWrites } from './testing/healthy-writes.js';

// Those on undici are in `journal.undici.slow.test.ts`.
testHealthyWrites(transports.slice(0, 1));

describe.each(transports)('a journal on $name', ({ transport }) => {
  describe('a lost response', () => {
    it.each([
      { effect: 'drop-after', name: 'lost with the connection' },
      { effect: 'status-after', name: 'replaced by a gateway' },
      { effect: 'truncate-body', name: 'cut' },
      { effect: 'short-body', name: 'complete but short' },
    ] as const)('is found by looking: $name', async ({ effect }) => {
      const { journal, inject, effects } = await setUpJournal(transport);
      inject({ operationId: 'requestPayment', effect });

      const charge = await journal.requestPayment('ORD-17/charge', CHARGE);

      expect(charge).toMatchObject({
        state: 'done',
        approved: true,
        payment: { reference: 'ORD-17/charge' },
      });
      expect(effects()).toHaveLength(2);
    });
  });
});

describe('a call that is wrong itself', () => {
  const RIGHT = { amount: 400, capture_type: 'NonFinal' } as const;

  /** Sets up a journal, and a payment that it captures under the name `a`. */
  async function setUp() {
    const { start, sandbox, effects } = setUpProcesses();
    const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
    const capture = (body: unknown, { journal } = start(), options = {}) =>
      journal.capturePayment('a', id, body as never, options);
    const lose = () => {
      sandbox.faults.inject({ operationId: 'capturePayment', effect: 'drop-after' });
      sandbox.faults.inject({ operationId: 'getPaymentActions', effect: 'status', status: 503, times: 9 });
      return capture(RIGHT);
    };
    return { start, effects, capture, lose };
  }

  it.each([
    { what: 'an amount', body: { ...RIGHT, amount: '400' } },
    { what: 'no object', body: 400 },
    { what: 'an option', body: RIGHT, options: { headers: { a: 'b' } } },
  ])('says that what its name stands for may have happened: $what', async ({ body, options }) => {
    const { effects, capture, lose } = await setUp();
    expect((await lose()).state).toBe('open');

    await expect(capture(body, undefined, options)).rejects.toMatchObject({
      kind: 'config',
      outcome: 'unknown',
      message: expect.stringMatching(/^capturePayment: .* may stand for a write that happened: see `look`/),
    });
    expect(effects(RIGHT.amount)).toHaveLength(1);
  });

  it('says so of a name that was forgotten', async () => {
    const { start, capture } = await setUp();
    await capture(RIGHT);
    await start().journal.forget('a');

    await expect(capture({ amount: -1 })).rejects.toMatchObject({ outcome: 'unknown' });
  });

  it('says so where the store fails', async () => {
    const { start, capture } = await setUp();
    const process = start();
    process.store.getItem = () => {
      throw new Error('The store is down.');
    };

    await expect(capture({ amount: -1 }, process)).rejects.toMatchObject({
      kind: 'config',
      outcome: 'unknown',
    });
  });

  it('was not sent under a new name', async () => {
    const { capture } = await setUp();

    await expect(capture({ amount: -1 })).rejects.toMatchObject({
      outcome: 'not_sent',
      message: expect.stringMatching(/^capturePayment: `amount` must be[^.]*\.$/),
    });
  });
});
