import { describe, expect, it } from 'vitest';
import { document, operations } from '../../contract/src/conformance/description.js';
import type { OperationId } from '../../generated/operations.js';
import { examplesOf, jsonOf } from '../../scripts/lib/description.js';
import { type ExampleApi, openExampleApi, requestExample } from './testing/example-api.js';

/** What an example of a request does, and the payment that it needs. */
interface Effect {
  readonly on?: Readonly<Record<string, unknown>>;
  /** The time of the request, where it matters: that of a seeded sandbox. */
  readonly at?: number;
  /** The ledger's new entries, and the status of the payment. */
  readonly does: readonly string[];
  /** What there is after two weeks. */
  readonly later?: readonly string[];
}

const HELD = requestExample('requestPayment', 'authorize');
const SOLD = requestExample('requestPayment', 'authorizeAndCapture');
const RETRIED = { ...requestExample('requestPayment', 'merchantInitiated'), amount: 905 };

/** The effect that the summary of each example promises. */
const EFFECTS: Readonly<Record<string, Effect>> = {
  'requestPayment authorize': { does: ['Authorization 1000 USD', 'Authorized'] },
  'requestPayment authorizeAndCapture': {
    does: ['Authorization 2500 USD', 'Capture 2500 USD', 'Captured'],
  },
  'requestPayment captureLater': {
    at: Date.UTC(2026, 0, 1),
    does: ['Authorization 1000 USD', 'Authorized'],
    later: ['Authorization 1000 USD', 'Capture 1000 USD', 'Captured'],
  },
  'requestPayment merchantInitiated': { does: ['Authorization 999 EUR', 'Capture 999 EUR', 'Captured'] },
  'requestPayment verifyCard': { does: ['Card Verified'] },
  'incrementAuthorization raise': { on: HELD, does: ['Authorization 250 USD', 'Authorized'] },
  'incrementAuthorization extendValidity': { on: HELD, does: ['Authorized'] },
  'cancelScheduledRetry cancel': { on: RETRIED, does: ['Canceled'] },
  'capturePayment full': { on: HELD, does: ['Capture 1000 USD', 'Captured'] },
  'capturePayment partial': { on: HELD, does: ['Capture 400 USD', 'Partially Captured'] },
  'refundPayment full': { on: SOLD, does: ['Refund 2500 USD', 'Refunded'] },
  'refundPayment partial': { on: SOLD, does: ['Refund 300 USD', 'Partially Refunded'] },
  'reversePayment reverse': { on: SOLD, does: ['Refund 2500 USD', 'Refunded'] },
  'reversePayment reverseUnsettled': { on: HELD, does: ['Void 1000 USD', 'Voided'] },
  'voidPayment void': { on: HELD, does: ['Void 1000 USD', 'Voided'] },
};

/** The examples that change nothing, and what they find. */
const READS: Readonly<Record<string, readonly string[]>> = {
  'searchPayments byReference': ['ORD-5023-4E89'],
  'searchPayments byStatusAndPeriod': ['ORD-5024-77C1'],
};

const examples = operations
  .filter(({ secured }) => secured)
  .flatMap(({ operationId, requestBody }) =>
    Object.keys(examplesOf(document, jsonOf(requestBody))).map((example) => ({
      name: `${operationId} ${example}`,
      operationId: operationId as OperationId,
      example,
    })),
  );

const WEEK = 7 * 24 * 60 * 60_000;

/** Lists the entries of the ledger from an index on, and the status of the only payment. */
async function readEffects({ sandbox, call }: ExampleApi, id: string, from = 0): Promise<string[]> {
  const entries = sandbox.ledger().slice(from);
  const { body } = await call('getPaymentDetails', { id });
  return [
    ...entries.map(({ type, amount, currency }) => `${type} ${amount} ${currency}`),
    Object(body).status,
  ];
}

describe('an example of a request', () => {
  it('has an effect, or finds something', () => {
    const known = [...Object.keys(EFFECTS), ...Object.keys(READS)];
    expect(known.sort()).toEqual(examples.map(({ name }) => name).sort());
  });

  it.each(examples.filter(({ name }) => EFFECTS[name]))(
    'does what its summary says: $name',
    async ({ name, operationId, example }) => {
      const { on, at, does, later } = EFFECTS[name] ?? expect.unreachable();
      const api = openExampleApi(at);
      const before = on && (await api.pay(on));
      const entries = api.sandbox.ledger().length;
      const { status, body, violations } = await api.call(operationId, {
        ...(before && { id: before }),
        body: requestExample(operationId, example),
      });

      expect({ status, violations }).toEqual({
        status: expect.toSatisfy((one) => one < 300),
        violations: [],
      });
      const id = before ?? Object(body).id;
      expect(await readEffects(api, id, entries)).toEqual(does);
      api.sandbox.clock.advance(2 * WEEK);
      if (later) expect(await readEffects(api, id, entries)).toEqual(later);
    },
  );

  it.each(examples.filter(({ name }) => READS[name]))(
    'finds what its summary says: $name',
    async ({ name, operationId, example }) => {
      const api = openExampleApi();
      await api.pay(HELD);
      await api.pay(SOLD);
      api.sandbox.clock.advance(WEEK);
      await api.pay({ ...SOLD, reference: 'ORD-5025-0A3D' });

      const { body } = await api.call(operationId, { body: requestExample(operationId, example) });

      const { data } = body as { data: { reference: string }[] };
      expect(data.map(({ reference }) => reference)).toEqual(READS[name]);
    },
  );
});
