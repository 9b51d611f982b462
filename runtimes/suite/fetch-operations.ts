import type { OperationId } from 'lddpay';
import { createFetchClient } from 'lddpay/openapi-fetch';
import type { Behaviour } from './lib/behaviour.js';
import { expectMatch } from './lib/expect.js';
import { authorize, charge, ORDER, REFUND } from './lib/orders.js';

/** The operations that openapi-fetch can call: all apart from the one that the client calls itself. */
type FetchOperationId = Exclude<OperationId, 'getToken'>;

/** The parameters of an operation on a payment. */
const ofPayment = (id: string) => ({ path: { id } });

/** One behaviour for each operation; the compiler reports a missing one. */
const BY_OPERATION: Record<FetchOperationId, Behaviour> = {
  requestPayment: {
    name: 'openapi-fetch: requestPayment charges a card',
    async run({ connect, sandbox }) {
      const { data } = await createFetchClient(connect()).POST('/payments', { body: ORDER });

      expectMatch(data, { approved: true, amount: 1000, currency: 'USD', response_code: '10000' });
      expectMatch(await sandbox.effects(), ['Authorization 1000', 'Capture 1000']);
    },
  },
  getPaymentDetails: {
    name: 'openapi-fetch: getPaymentDetails returns a payment',
    async run({ connect }) {
      const client = connect();
      const id = await charge(client);

      const { data } = await createFetchClient(client).GET('/payments/{id}', { params: ofPayment(id) });

      expectMatch(data, { id, status: 'Captured', amount: 1000, reference: ORDER.reference });
    },
  },
  getPaymentActions: {
    name: 'openapi-fetch: getPaymentActions returns the actions of a payment, latest first',
    async run({ connect }) {
      const client = connect();
      const params = ofPayment(await charge(client));

      const { data } = await createFetchClient(client).GET('/payments/{id}/actions', { params });

      expectMatch(data, [{ type: 'Capture' }, { type: 'Authorization' }]);
    },
  },
  incrementAuthorization: {
    name: 'openapi-fetch: incrementAuthorization raises the authorized amount',
    async run({ connect, sandbox }) {
      const client = connect();
      const params = ofPayment(await authorize(client));

      const { data } = await createFetchClient(client).POST('/payments/{id}/authorizations', {
        params,
        body: { amount: 250 },
      });

      expectMatch(data, { approved: true, balances: { total_authorized: 1250 } });
      expectMatch(await sandbox.effects(), ['Authorization 1000', 'Authorization 250']);
    },
  },
  capturePayment: {
    name: 'openapi-fetch: capturePayment captures in parts',
    async run({ connect, sandbox }) {
      const client = connect();
      const api = createFetchClient(client);
      const params = ofPayment(await authorize(client));

      await api.POST('/payments/{id}/captures', { params, body: { amount: 400, capture_type: 'NonFinal' } });
      await api.POST('/payments/{id}/captures', { params, body: { amount: 600 } });

      expectMatch(await sandbox.effects(), ['Authorization 1000', 'Capture 400', 'Capture 600']);
    },
  },
  voidPayment: {
    name: 'openapi-fetch: voidPayment releases the authorized amount',
    async run({ connect, sandbox }) {
      const client = connect();
      const params = ofPayment(await authorize(client));

      await createFetchClient(client).POST('/payments/{id}/voids', { params });

      expectMatch(await sandbox.effects(), ['Authorization 1000', 'Void 1000']);
    },
  },
  refundPayment: {
    name: 'openapi-fetch: refundPayment fills in and signs the body',
    async run({ connectSigning, sandbox }) {
      const client = connectSigning();
      const params = ofPayment(await charge(client));

      await createFetchClient(client).POST('/payments/{id}/refunds', {
        params,
        body: { ...REFUND, refund_amount: 300 },
      });

      expectMatch((await sandbox.effects()).slice(2), ['Refund 300']);
    },
  },
  reversePayment: {
    name: 'openapi-fetch: reversePayment refunds a payment, and has no data when nothing is left',
    async run({ connectSigning, sandbox }) {
      const client = connectSigning();
      const api = createFetchClient(client);
      const init = { params: ofPayment(await charge(client)), body: REFUND };

      const first = await api.POST('/payments/{id}/reversals', init);
      const second = await api.POST('/payments/{id}/reversals', init);

      expectMatch(typeof first.data?.action_id, 'string');
      expectMatch(second, { data: undefined, response: { ok: true, status: 204 } });
      expectMatch((await sandbox.effects()).slice(2), ['Refund 1000']);
    },
  },
  cancelScheduledRetry: {
    name: 'openapi-fetch: cancelScheduledRetry ends the retries of a renewal',
    async run({ connect }) {
      const client = connect();
      const renewal = { payment_type: 'Recurring', merchant_initiated: true, amount: 1005 } as const;
      const { id } = await client.requestPayment({ ...ORDER, ...renewal });

      await createFetchClient(client).POST('/payments/{id}/cancellations', { params: ofPayment(id) });

      expectMatch((await client.getPaymentDetails(id)).status, 'Canceled');
    },
  },
  getPaymentsList: {
    name: 'openapi-fetch: getPaymentsList finds payments by reference',
    async run({ connect }) {
      const client = connect();
      const id = await charge(client);
      const query = { reference: ORDER.reference };

      const { data } = await createFetchClient(client).GET('/payments', { params: { query } });

      expectMatch(data, { total_count: 1, data: [{ id }] });
    },
  },
  searchPayments: {
    name: 'openapi-fetch: searchPayments finds payments by a query',
    async run({ connect }) {
      const client = connect();
      const id = await charge(client);
      await authorize(client);
      const body = { query: "status:'Captured'" };

      const { data } = await createFetchClient(client).POST('/payments/search', { body });

      expectMatch(data, { data: [{ id }] });
    },
  },
};

/** The operations through openapi-fetch, one by one. */
export const fetchOperations = Object.values(BY_OPERATION);
