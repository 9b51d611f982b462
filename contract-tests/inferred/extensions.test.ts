import { createClient } from 'lddpay';
import { describe, expect, it } from 'vitest';
import { operations as describedOperations } from '../../contract/src/conformance/description.js';
import { type Operation, type OperationId, operations } from '../../generated/operations.js';
import { CREDENTIALS } from '../testing/caller.js';
import { type ExampleApi, openExampleApi, requestExample } from './testing/example-api.js';

type Body = Readonly<Record<string, unknown>>;

const HELD = requestExample('requestPayment', 'authorize');
const SOLD: Body = { ...HELD, capture: true };
const RETRIED = { ...requestExample('requestPayment', 'merchantInitiated'), amount: 905 };

/** A request of each secured operation, and the payments that it is made on. */
const REQUESTS: Readonly<Record<string, { readonly on: readonly Body[]; readonly body?: Body }>> = {
  requestPayment: { on: [HELD], body: HELD },
  getPaymentsList: { on: [SOLD] },
  searchPayments: { on: [SOLD], body: requestExample('searchPayments', 'byReference') },
  getPaymentDetails: { on: [HELD] },
  getPaymentActions: { on: [SOLD] },
  incrementAuthorization: { on: [HELD], body: requestExample('incrementAuthorization', 'raise') },
  cancelScheduledRetry: { on: [RETRIED], body: requestExample('cancelScheduledRetry', 'cancel') },
  capturePayment: { on: [HELD], body: requestExample('capturePayment', 'full') },
  refundPayment: { on: [SOLD], body: requestExample('refundPayment', 'full') },
  reversePayment: { on: [HELD, SOLD], body: requestExample('reversePayment', 'reverse') },
  voidPayment: { on: [HELD], body: requestExample('voidPayment', 'void') },
};

const secured = describedOperations
  .filter((operation) => operation.secured)
  .map(({ operationId }) => ({ name: operationId as OperationId }));

/** Makes a request on a new payment. Returns whether it changed something, and the types of its effects. */
async function execute(operationId: OperationId, payment: Body, body: Body | undefined) {
  const api = openExampleApi();
  const id = await api.pay(payment);
  const before = await readState(api, id);
  const takesId = operations[operationId].path.includes('{id}');
  const { status } = await api.call(operationId, {
    ...(takesId && { id }),
    ...(operationId === 'getPaymentsList' && { query: { reference: String(payment['reference']) } }),
    body,
  });
  expect(status).toBeLessThan(300);
  const after = await readState(api, id);
  const effects = after.ledger.slice(before.ledger.length);
  return {
    isChanged: JSON.stringify(before) !== JSON.stringify(after),
    effects: effects.filter(({ paymentId }) => paymentId === id).map(({ type }) => type),
  };
}

async function readState({ sandbox, call }: ExampleApi, id: string) {
  return { ledger: sandbox.ledger(), details: (await call('getPaymentDetails', { id })).body };
}

describe('an extension of the description', () => {
  it('covers a request of each operation', () => {
    expect(Object.keys(REQUESTS).sort()).toEqual(secured.map(({ name }) => name).sort());
  });

  it.each(secured)(
    'says truly whether a request is safe, and which actions it adds: $name',
    async ({ name }) => {
      const { on, body } = REQUESTS[name] ?? expect.unreachable();
      const results = await Promise.all(on.map((payment) => execute(name, payment, body)));
      const { safe, actions }: Operation = operations[name];

      expect(results.map(({ isChanged }) => !isChanged)).toEqual(on.map(() => safe));
      expect(results.flatMap(({ effects }) => effects)).toEqual(actions);
    },
  );

  it.each(['getPaymentsList', 'searchPayments'] as const)(
    'names the fields that pages hang together by: %s',
    async (name) => {
      const { sandbox, pay } = openExampleApi();
      const ids = [await pay(SOLD), await pay(SOLD), await pay(SOLD)];
      const client = createClient({ baseUrl: 'http://127.0.0.1:4010', ...CREDENTIALS, fetch: sandbox.fetch });
      const reference = String(SOLD['reference']);
      const pages =
        name === 'getPaymentsList'
          ? client.getPaymentsList({ reference, limit: 1 })
          : client.searchPayments({ query: `reference:'${reference}'`, limit: 1 });

      const found: string[] = [];
      for await (const { id } of pages) found.push(id);

      expect(found).toEqual(ids.reverse());
      expect(sandbox.requests().filter(({ operationId }) => operationId === name)).toHaveLength(3);
    },
  );
});
