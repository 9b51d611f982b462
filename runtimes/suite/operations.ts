import type { OperationId } from 'lddpay';
import type { Behaviour } from './lib/behaviour.js';
import { expectMatch, expectTrue } from './lib/expect.js';
import { authorize, charge, ORDER, REFUND } from './lib/orders.js';

/** One behaviour for each operation; the compiler reports a missing one. */
const BY_OPERATION: Record<OperationId, Behaviour> = {
  getToken: {
    name: 'getToken returns the token with its lifetime',
    async run({ connect }) {
      const { access_token, token_type, expires_in } = await connect().getToken();

      expectMatch([typeof access_token, token_type], ['string', 'Bearer']);
      // The rest of an hour, of which some has passed.
      expectTrue(expires_in > 3500 && expires_in <= 3600, `the token expires in ${expires_in} s`);
    },
  },
  requestPayment: {
    name: 'requestPayment charges a card',
    async run({ connect, sandbox }) {
      const payment = await connect().requestPayment(ORDER);

      expectMatch(payment, { approved: true, amount: 1000, currency: 'USD', response_code: '10000' });
      expectMatch(await sandbox.effects(), ['Authorization 1000', 'Capture 1000']);
    },
  },
  getPaymentDetails: {
    name: 'getPaymentDetails returns a payment',
    async run({ connect }) {
      const client = connect();
      const id = await charge(client);

      const details = await client.getPaymentDetails(id);

      expectMatch(details, { id, status: 'Captured', amount: 1000, reference: ORDER.reference });
    },
  },
  getPaymentActions: {
    name: 'getPaymentActions returns the actions of a payment, latest first',
    async run({ connect }) {
      const client = connect();

      const actions = await client.getPaymentActions(await charge(client));

      expectMatch(actions, [{ type: 'Capture' }, { type: 'Authorization' }]);
    },
  },
  incrementAuthorization: {
    name: 'incrementAuthorization raises the authorized amount',
    async run({ connect, sandbox }) {
      const client = connect();

      const increment = await client.incrementAuthorization(await authorize(client), { amount: 250 });

      expectMatch(increment, { approved: true, balances: { total_authorized: 1250 } });
      expectMatch(await sandbox.effects(), ['Authorization 1000', 'Authorization 250']);
    },
  },
  capturePayment: {
    name: 'capturePayment captures in parts',
    async run({ connect, sandbox }) {
      const client = connect();
      const id = await authorize(client);

      await client.capturePayment(id, { amount: 400, capture_type: 'NonFinal' });
      await client.capturePayment(id, { amount: 600 });

      expectMatch(await sandbox.effects(), ['Authorization 1000', 'Capture 400', 'Capture 600']);
    },
  },
  voidPayment: {
    name: 'voidPayment releases the authorized amount',
    async run({ connect, sandbox }) {
      const client = connect();

      await client.voidPayment(await authorize(client), { reference: 'ORD-VOID' });

      expectMatch(await sandbox.effects(), ['Authorization 1000', 'Void 1000']);
    },
  },
  refundPayment: {
    name: 'refundPayment fills in and signs the body',
    async run({ connectSigning, sandbox }) {
      const client = connectSigning();

      await client.refundPayment(await charge(client), { ...REFUND, refund_amount: 300 });

      expectMatch((await sandbox.effects()).slice(2), ['Refund 300']);
    },
  },
  reversePayment: {
    name: 'reversePayment refunds a payment, and returns undefined when nothing is left',
    async run({ connectSigning, sandbox }) {
      const client = connectSigning();
      const id = await charge(client);

      const first = await client.reversePayment(id, REFUND);
      const second = await client.reversePayment(id, REFUND).withResponse();

      expectMatch(typeof first?.action_id, 'string');
      expectMatch(second, { status: 204, data: undefined });
      expectMatch((await sandbox.effects()).slice(2), ['Refund 1000']);
    },
  },
  cancelScheduledRetry: {
    name: 'cancelScheduledRetry ends the retries of a renewal',
    async run({ connect }) {
      const client = connect();
      const renewal = { payment_type: 'Recurring', merchant_initiated: true, amount: 1005 } as const;
      const { id, status } = await client.requestPayment({ ...ORDER, ...renewal });

      await client.cancelScheduledRetry(id);

      expectMatch(status, 'Retry Scheduled');
      expectMatch((await client.getPaymentDetails(id)).status, 'Canceled');
    },
  },
  getPaymentsList: {
    name: 'getPaymentsList finds payments by reference',
    async run({ connect }) {
      const client = connect();
      const id = await charge(client);

      const page = await client.getPaymentsList({ reference: ORDER.reference });

      expectMatch(page, { total_count: 1, data: [{ id }] });
    },
  },
  searchPayments: {
    name: 'searchPayments finds payments by a query',
    async run({ connect }) {
      const client = connect();
      const id = await charge(client);
      await authorize(client);

      const result = await client.searchPayments({ query: "status:'Captured'" });

      expectMatch(result, { data: [{ id }] });
    },
  },
};

/** The operations, one by one. */
export const operations = Object.values(BY_OPERATION);
