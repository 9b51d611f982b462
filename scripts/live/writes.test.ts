import type { LedgerEntry } from 'lddpay-sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { heldInWords, inOneLine, isClean, type Report } from './report.js';
import { answering, editing } from './testing/alterations.js';
import { type Line, openLine, pay, WRITES } from './testing/line.js';
import type { Alteration } from './testing/provider.js';

const { LDDPAY_LIVE_WRITES } = WRITES;

let line: Line;
beforeAll(async () => {
  line = await openLine();
});
afterEach(() => line.provider.sandbox.reset());
afterAll(() => line.close());

/** What is still held of all payments: authorized and neither voided nor captured, or captured and not refunded. */
function held(entries: readonly LedgerEntry[]): number {
  const total = (type: string) =>
    entries.filter((entry) => entry.type === type).reduce((sum, { amount }) => sum + amount, 0);
  return total('Authorization') - total('Void') - total('Refund');
}

function ledger(): string[] {
  return line.provider.sandbox.ledger().map(({ type, amount }) => `${type} ${amount}`);
}

function statusesOf({ answered }: Report): Record<string, string[]> {
  return Object.fromEntries(answered.map((one) => [one.operationId, Object.keys(one.statuses)]));
}

describe('payments of a run', () => {
  it('are authorized, incremented, captured, refunded, reversed and voided, and leave nothing held', async () => {
    const { report } = await line.run(WRITES);
    expect(isClean(report)).toBe(true);
    expect(report.notes).toEqual([]);
    expect(ledger()).toEqual([
      ...['Authorization 100', 'Authorization 50', 'Void 150'],
      ...['Authorization 100', 'Void 100'],
      ...['Authorization 100', 'Capture 40', 'Refund 40', 'Void 60'],
    ]);
    expect(statusesOf(report)).toMatchObject({
      requestPayment: ['201'],
      incrementAuthorization: ['201'],
      capturePayment: ['202'],
      refundPayment: ['202'],
      reversePayment: ['202'],
      voidPayment: ['202'],
    });
  });

  it('are announced before the first of them', async () => {
    const { progress } = await line.run({ LDDPAY_LIVE_WRITES });
    const announced = progress.findIndex((text) => text.startsWith('LDDPAY_LIVE_WRITES=1: payments'));
    expect(announced).toBeGreaterThan(0);
    expect(progress.findIndex((text) => text.includes('requestPayment'))).toBe(announced + 1);
  });

  it('carry the reference and keys of their run, so that no other run repeats them', async () => {
    await line.run(WRITES);
    await line.run(WRITES);
    const keys = line.provider.sandbox.ledger().map(({ idempotencyKey }) => idempotencyKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are not captured when nothing can be signed, since captures could not be given back', async () => {
    const { report } = await line.run({ LDDPAY_LIVE_WRITES });
    expect(ledger()).toEqual(['Authorization 100', 'Authorization 50', 'Void 150']);
    expect(report.notes).toEqual([expect.stringContaining('LDDPAY_SIGNING_SECRET')]);
    expect(isClean(report)).toBe(true);
  });

  it('are not captured when a signed reversal does not work, and are voided instead', async () => {
    const { report } = await line.run({ ...WRITES, LDDPAY_SIGNING_SECRET: 'another-signing-secret' });
    expect(ledger()).not.toContain('Capture 40');
    expect(held(line.provider.sandbox.ledger())).toBe(0);
    expect(report.held).toBeNull();
    expect(report.deviations.map(inOneLine)).toEqual([
      'reversePayment 422: status is 422, where 202 or 204 is due',
    ]);
  });

  it('that are captured later are waited for', async () => {
    const slow = await openLine({ captureDelay: 5_000 });
    try {
      const { report } = await slow.run(WRITES);
      expect(slow.provider.sandbox.ledger().map(({ type }) => type)).toContain('Refund');
      expect(held(slow.provider.sandbox.ledger())).toBe(0);
      expect(isClean(report)).toBe(true);
    } finally {
      await slow.close();
    }
  });

  it('are not reversed while a refund may still be on its way', async () => {
    const { report } = await line.run(WRITES, async ({ operationId }, answer) => {
      const given = await answer();
      const hidden = operationId === 'getPaymentDetails' && given.text.includes('Refunded');
      return hidden ? { ...given, text: given.text.replaceAll('Partially Refunded', 'Captured') } : given;
    });
    expect(report.notes).toContain('The refund was not seen to be carried out.');
    const asked = line.provider.requests.map(({ operationId }) => operationId);
    const after = asked.slice(asked.lastIndexOf('refundPayment') + 1);
    expect(after.indexOf('reversePayment')).toBeGreaterThan(8);
    expect(held(line.provider.sandbox.ledger())).toBe(0);
  });

  it('that are declined are left alone, and the report says so', async () => {
    const { report } = await line.run({ ...WRITES, LDDPAY_LIVE_CARD_NUMBER: '4000000000000002' });
    expect(ledger()).toEqual([]);
    expect(isClean(report)).toBe(true);
    expect(report.notes).toContain(
      'The payment to void was not approved at once, so nothing more was done with it.',
    );
  });
});

describe('the money is given back', () => {
  const dropped = (operationId: string, status: number) => answering(operationId, status, () => undefined);

  it.each([
    { what: 'an increment breaks', alteration: dropped('incrementAuthorization', 201) },
    { what: 'a void fails', alteration: failing('voidPayment') },
    { what: 'the answers to captures are lost', alteration: dropped('capturePayment', 202) },
    { what: 'a refund fails', alteration: failing('refundPayment') },
    { what: 'the answers to payments are lost', alteration: dropped('requestPayment', 201) },
    {
      what: 'payments are answered without their ids',
      alteration: editing('requestPayment', 201, () => ({})),
    },
  ])('when $what', async ({ alteration }) => {
    const { report } = await line.run(WRITES, alteration);
    expect(line.provider.sandbox.ledger().length).toBeGreaterThan(0);
    expect(held(line.provider.sandbox.ledger())).toBe(0);
    expect(report.held).toBeNull();
    expect(report.deviations).not.toEqual([]);
  });

  it('of payments that repeated requests made, which are deviations', async () => {
    const { report } = await line.run(WRITES, withoutKeys);
    expect(line.provider.sandbox.ledger().length).toBeGreaterThan(0);
    expect(held(line.provider.sandbox.ledger())).toBe(0);
    expect(report.held).toBeNull();
    expect(report.deviations.map(inOneLine)).toContain(
      'requestPayment: body.id is another one when the request is repeated with its idempotency key',
    );
  });

  it('of this run alone, whatever a server lists', async () => {
    const { sandbox } = line.provider;
    const other = await pay(sandbox);
    const listing: Alteration = async ({ operationId, path }, answer) => {
      const given = await answer();
      if (operationId !== 'getPaymentsList' || !path.includes('live-')) return given;
      const body = JSON.stringify({ data: [{ id: other, reference: 'ORD-5023-4E89' }] });
      return { ...given, text: given.status === 202 ? body : given.text };
    };
    await line.run(WRITES, listing);
    const touched = sandbox.ledger().filter(({ paymentId }) => paymentId === other);
    expect(touched.map(({ type }) => type)).toEqual(['Authorization', 'Capture']);
  });
});

describe('money that could not be given back', () => {
  it('is reported loudly, with the payment and its reference', async () => {
    const { report, progress } = await line.run({ LDDPAY_LIVE_WRITES }, failing('voidPayment'));
    const [entry] = line.provider.sandbox.ledger();
    expect(report.held?.paymentIds).toEqual([entry?.paymentId]);
    expect(isClean(report)).toBe(false);
    const said = report.held && heldInWords(report.held);
    expect(said).toContain(`Money may still be held: ${entry?.paymentId}, with the reference live-`);
    expect(progress).toContain(said);
  });

  it('is reported when it cannot be known whether there is any', async () => {
    const lost: Alteration = async ({ operationId, path }, answer) => {
      const given = await answer();
      const gone =
        operationId === 'requestPayment' || (operationId === 'getPaymentsList' && /live-\w+&/.test(path));
      return gone ? undefined : given;
    };
    const { report } = await line.run({ LDDPAY_LIVE_WRITES }, lost);
    expect(report.held?.paymentIds).toEqual([]);
    expect(report.held && heldInWords(report.held)).toContain('payments that could not be found');
  });
});

/** Nothing happens, and the answer says so. */
function failing(operation: string): Alteration {
  return ({ operationId }, answer) =>
    operationId === operation ? { status: 502, headers: new Headers(), text: '' } : answer();
}

/** A server that takes each request for a new one. */
const withoutKeys: Alteration = ({ headers }, answer) => {
  headers.delete('Cko-Idempotency-Key');
  return answer();
};
