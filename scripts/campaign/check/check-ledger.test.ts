import type { LedgerEntry } from 'lddpay-sandbox';
import { describe, expect, it } from 'vitest';
import type { Intent } from '../orders/lifecycle.js';
import type { Belief } from '../worker/book.js';
import { checkLedger } from './check-ledger.js';
import type { BelievedIntent } from './effects.js';

const CHARGE: Intent = {
  order: 'ORD-1',
  name: 'ORD-1-1-request',
  write: 'requestPayment',
  amount: 1000,
};
const REFUND: Intent = { order: 'ORD-1', name: 'r', write: 'refundPayment', amount: 200 };
const REVERSAL: Intent = { order: 'ORD-1', name: 'v', write: 'reversePayment' };
const INCREMENT: Intent = { ...REFUND, name: 'i', write: 'incrementAuthorization' };
const CANCELLATION: Intent = { order: 'ORD-1', name: 'c', write: 'cancelScheduledRetry' };
const CHARGED = entry('k-charge', 'Authorization', 1000, 10);

describe('checkLedger', () => {
  it('accepts what took effect once and is believed to be done', () => {
    const { discrepancies, open } = checkLedger([charge({ state: 'done', id: 'pay_1' })], [CHARGED]);

    expect({ discrepancies, open }).toEqual({ discrepancies: [], open: [] });
  });

  it('accepts what had no effect and is believed to have had none', () => {
    expect(kinds([charge({ state: 'nothing' })], [])).toEqual([]);
  });

  it('accepts what is believed to be open, with an effect or without, and counts it by its reason', () => {
    const open = charge({ state: 'open', reason: 'unknown timeout' });

    expect(checkLedger([open], [])).toMatchObject({
      discrepancies: [],
      open: [{ intent: CHARGE.name, problem: 'requestPayment: unknown timeout' }],
    });
    expect(kinds([open], [CHARGED])).toEqual([]);
  });

  it('counts a question to the provider only when the ledger has what the worker sees', () => {
    const asked = charge({ state: 'open', candidates: 1, reason: 'waiting changes nothing' });
    const question = 'requestPayment: sees 1 effect that may be its own, and took effect';

    expect(checkLedger([asked], [CHARGED])).toMatchObject({ open: [], questions: { [question]: 1 } });
    expect(checkLedger([asked], [])).toMatchObject({
      open: [{ intent: CHARGE.name, problem: 'requestPayment: waiting changes nothing' }],
      questions: {},
    });
  });

  it('counts a write that is refused after an unknown attempt as a question only when it had no effect', () => {
    const asked = charge({ state: 'open', candidates: 0, reason: 'rejected api 422' });
    const question = 'requestPayment: refused now, after an unknown attempt, and had no effect';

    expect(checkLedger([asked], [])).toMatchObject({ open: [], questions: { [question]: 1 } });
    expect(checkLedger([asked], [CHARGED])).toMatchObject({
      open: [{ intent: CHARGE.name, problem: 'requestPayment: rejected api 422' }],
      questions: {},
    });
  });

  it('counts declined charges that may be its own as a question only when it had no effect', () => {
    const asked = charge({
      state: 'open',
      candidates: 1,
      approved: false,
      reason: 'waiting changes nothing',
    });
    const question = 'requestPayment: sees a declined authorization that may be its own, and had no effect';

    expect(checkLedger([asked], [])).toMatchObject({ open: [], questions: { [question]: 1 } });
    expect(checkLedger([asked], [CHARGED]).questions).toEqual({});
  });

  it('takes the equal effect of another intent for what a question may be about', () => {
    const asked = believe(REFUND, 'k-refund', { state: 'open', candidates: 1 });
    const other = believe({ ...REFUND, name: 'r2' }, 'k-other', { state: 'done' });
    const ledger = [CHARGED, entry('k-other', 'Refund', 200, 20)];
    const question = 'refundPayment: sees 1 effect that may be its own, and had no effect';

    expect(checkLedger([charge({ state: 'done', id: 'pay_1' }), asked, other], ledger)).toMatchObject({
      open: [],
      questions: { [question]: 1 },
    });
  });

  it('accepts that an intent was never begun and had no effect', () => {
    expect(kinds([{ intent: CHARGE, idempotencyKey: 'k-charge', beliefs: [] }], [])).toEqual([]);
  });

  it('takes what a charge captures at once for a part of its effect', () => {
    const captured = charge({ state: 'done', id: 'pay_1' }, { ...CHARGE, capture: true });

    expect(kinds([captured], [CHARGED, entry('k-charge', 'Capture', 1000, 10)])).toEqual([]);
  });

  it('takes the refund and the void of a reversal for one effect', () => {
    const reversed = believe(REVERSAL, 'k-reverse', { state: 'done', id: 'act_void' });
    const ledger = [
      CHARGED,
      entry('k-reverse', 'Refund', 400, 20),
      entry('k-reverse', 'Void', 600, 20, { actionId: 'act_void' }),
    ];

    expect(kinds([charge({ state: 'done', id: 'pay_1' }), reversed], ledger)).toEqual([]);
  });

  it('takes an effect of another amount for that of no increment, and of no reversal of a part', () => {
    const done = charge({ state: 'done', id: 'pay_1' });
    const incremented = believe({ ...INCREMENT, amount: 100 }, 'k-own', { state: 'done' });
    const reversed = believe({ ...REVERSAL, amount: 200 }, 'k-own', { state: 'done' });
    const rest = entry('k-own', 'Void', 600, 20);

    expect(kinds([done, incremented], [CHARGED, entry('k-own', 'Authorization', 100, 20)])).toEqual([]);
    expect(kinds([done, incremented], [CHARGED, entry('k-own', 'Authorization', 101, 20)])).toEqual(['lost']);
    expect(kinds([done, reversed], [CHARGED, entry('k-own', 'Refund', 200, 20), rest])).toEqual([]);
    expect(kinds([done, reversed], [CHARGED, entry('k-own', 'Refund', 201, 20), rest])).toEqual(['lost']);
    expect(kinds([done, reversed], [CHARGED, rest])).toEqual(['lost']);
  });

  it('accepts an increment that was declined and had no effect', () => {
    const declined = believe(INCREMENT, 'k-own', { state: 'done', approved: false });

    expect(kinds([charge({ state: 'done', id: 'pay_1' }), declined], [CHARGED])).toEqual([]);
  });

  it('takes the effect of a reversal for what a question about a refund may be about', () => {
    const asked = believe(REFUND, 'k-refund', { state: 'open', candidates: 1 });
    const reversed = believe({ ...REVERSAL, amount: 200 }, 'k-reverse', { state: 'done' });
    const ledger = [CHARGED, entry('k-reverse', 'Refund', 200, 20)];

    expect(checkLedger([charge({ state: 'done', id: 'pay_1' }), reversed, asked], ledger).open).toEqual([]);
  });

  describe('of a charge that is tried again', () => {
    const retried = (own: Partial<Belief> = {}) =>
      charge({ state: 'done', id: 'pay_1', ...own }, { ...CHARGE, isRetried: true });
    const cancel = (own: Partial<Belief>) => believe(CANCELLATION, 'k-cancel', own);

    it('takes for cancelled what was never charged', () => {
      expect(kinds([retried(), cancel({ state: 'done', id: 'act_1' })], [])).toEqual([]);
      expect(kinds([retried({ approved: false }), cancel({ state: 'done', id: 'act_1' })], [])).toEqual([]);
      expect(kinds([retried(), cancel({ state: 'nothing' })], [])).toEqual(['lost']);
      expect(kinds([retried(), { ...cancel({}), beliefs: [] }], [])).toEqual(['lost']);
    });

    it('takes for not cancelled what was charged, or what was never there', () => {
      expect(kinds([retried(), cancel({ state: 'nothing' })], [CHARGED])).toEqual([]);
      expect(kinds([retried(), cancel({ state: 'done', id: 'act_1' })], [CHARGED])).toEqual(['lost']);
      expect(kinds([retried({ state: 'nothing' }), { ...cancel({}), beliefs: [] }], [])).toEqual([]);
    });

    it('reports as lost what is believed to be approved, and was never charged', () => {
      expect(kinds([retried({ approved: true }), cancel({ state: 'done' })], [])).toEqual(['lost']);
    });

    it('does not count as corrected what was not cancelled at first, and was later', () => {
      const cancelled = {
        ...cancel({}),
        beliefs: [[belief({ state: 'nothing', at: 150 }), belief({ state: 'done', at: 200 })]],
      };

      expect(checkLedger([retried(), cancelled], [])).toMatchObject({ discrepancies: [], corrected: 0 });
    });
  });

  it('ignores that an authorization expires', () => {
    const { idempotencyKey: _, ...expiry } = entry('', 'Void', 1000, 99);

    expect(kinds([charge({ state: 'done', id: 'pay_1' })], [CHARGED, expiry])).toEqual([]);
  });

  it.each<Belief['state']>(['done', 'nothing', 'open'])(
    'reports an effect that happened twice as double when it is believed to be %s',
    (state) => {
      const again = entry('k-charge', 'Authorization', 1000, 90_000_000, { paymentId: 'pay_2' });

      expect(kinds([charge({ state })], [CHARGED, again])).toEqual(['double']);
    },
  );

  it.each<[string, Partial<Belief>, readonly LedgerEntry[]]>([
    ['believed to have had no effect, and it had', { state: 'nothing' }, [CHARGED]],
    ['believed to be done, and it had no effect', { state: 'done', id: 'pay_1' }, []],
    ['believed to be declined, and it was approved', { state: 'done', approved: false }, [CHARGED]],
    ['believed that nothing was left to do, and it had an effect', { state: 'done', empty: true }, [CHARGED]],
    ['believed to be pay_9, which is another effect', { state: 'done', id: 'pay_9' }, [CHARGED]],
    [
      'the effect is another one than intended',
      { state: 'done', id: 'pay_1' },
      [{ ...CHARGED, amount: 1001 }],
    ],
  ])('reports as lost what is %s', (problem, belief, ledger) => {
    const { discrepancies } = checkLedger([charge(belief)], ledger);

    expect(discrepancies).toMatchObject([{ kind: 'lost', intent: CHARGE.name, problem }]);
  });

  it('reports as lost what took effect and was never begun', () => {
    expect(kinds([{ intent: CHARGE, idempotencyKey: 'k-charge', beliefs: [] }], [CHARGED])).toEqual(['lost']);
  });

  it('reports as lost what took effect under a key that no intent has', () => {
    const done = charge({ state: 'done', id: 'pay_1' });

    expect(kinds([done], [CHARGED, entry('k-other', 'Refund', 200, 20)])).toEqual(['lost']);
  });

  it('reports as lost what took effect on the payment of another order', () => {
    const refunded = believe(REFUND, 'k-refund', { state: 'done' });
    const ledger = [CHARGED, entry('k-refund', 'Refund', 200, 20, { paymentId: 'pay_2' })];

    expect(kinds([charge({ state: 'done', id: 'pay_1' }), refunded], ledger)).toEqual(['lost']);
  });

  it('checks what each of two workers believes', () => {
    const both = { ...charge({ state: 'done', id: 'pay_1' }) };
    const beliefs = [...both.beliefs, [belief({ state: 'nothing' })]];

    expect(kinds([{ ...both, beliefs }], [CHARGED])).toEqual(['lost']);
  });

  it('lets equal refunds stand for each other', () => {
    const refunds = [
      believe(REFUND, 'k-1', { state: 'done', id: 'act_2' }),
      believe({ ...REFUND, name: 'r2' }, 'k-2', { state: 'open' }),
    ];
    const ledger = [CHARGED, entry('k-2', 'Refund', 200, 20, { actionId: 'act_2' })];

    expect(kinds([charge({ state: 'done', id: 'pay_1' }), ...refunds], ledger)).toEqual([]);
  });

  it('reports equal refunds of which there are more than are believed to be done', () => {
    const refunds = [
      believe(REFUND, 'k-1', { state: 'done' }),
      believe({ ...REFUND, name: 'r2' }, 'k-2', { state: 'nothing' }),
    ];
    const ledger = [CHARGED, entry('k-1', 'Refund', 200, 20), entry('k-2', 'Refund', 200, 21)];

    expect(kinds([charge({ state: 'done', id: 'pay_1' }), ...refunds], ledger)).toEqual(['lost']);
  });

  it('counts what was wrongly believed to have had no effect, and was corrected later', () => {
    const corrected = {
      ...charge({}),
      beliefs: [[belief({ state: 'nothing', at: 15 }), belief({ state: 'done', id: 'pay_1', at: 20 })]],
    };
    const early = {
      ...corrected,
      beliefs: [[belief({ state: 'nothing', at: 5 }), belief({ state: 'done', id: 'pay_1', at: 20 })]],
    };

    expect(checkLedger([corrected], [CHARGED])).toMatchObject({ discrepancies: [], corrected: 1 });
    expect(checkLedger([early], [CHARGED])).toMatchObject({ discrepancies: [], corrected: 0 });
  });
});

function kinds(intents: readonly BelievedIntent[], ledger: readonly LedgerEntry[]): string[] {
  return checkLedger(intents, ledger).discrepancies.map(({ kind }) => kind);
}

function charge(own: Partial<Belief>, intent = CHARGE): BelievedIntent {
  return believe(intent, 'k-charge', own);
}

function believe(intent: Intent, idempotencyKey: string, own: Partial<Belief>): BelievedIntent {
  return { intent, idempotencyKey, beliefs: [[belief(own)]] };
}

function belief(own: Partial<Belief>): Belief {
  return { state: 'done', phase: 0, at: 100, ...own };
}

function entry(
  idempotencyKey: string,
  type: LedgerEntry['type'],
  amount: number,
  at: number,
  own: Partial<LedgerEntry> = {},
): LedgerEntry {
  return {
    actionId: `act_${at}`,
    paymentId: 'pay_1',
    type,
    amount,
    currency: 'USD',
    idempotencyKey,
    at,
    ...own,
  };
}
