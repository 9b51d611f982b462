import { signRequest } from 'lddpay';
import type { RecordedExchange } from '../../../contract/src/conformance/testing/record-exchanges.js';
import type { OperationId } from '../../../generated/operations.js';
import { CREDENTIALS } from '../../testing/caller.js';
import { type ExampleApi, type RequestParts, requestExample } from './example-api.js';

/** Brings the API into the scenario of an example, and returns the exchange that the example is of. */
export type ExampleScenario = (api: ExampleApi) => Promise<RecordedExchange>;

type Body = Readonly<Record<string, unknown>>;

/** An amount for which the sandbox declines: insufficient funds. */
const DECLINED_AMOUNT = 1051;
/** An amount for which the payer has to act. */
const CHALLENGED_AMOUNT = 1003;

const AUTHORIZE = requestExample('requestPayment', 'authorize');
const SALE = { ...AUTHORIZE, capture: true };
const CARD = AUTHORIZE['source'] as Body;
const MORE = 1001;
const PAYOUT = {
  source: { type: 'currency_account' },
  destination: { type: 'bank_account' },
  amount: 150_000,
  currency: 'GBP',
  reference: 'PO-118',
};
const MINUTE = 60_000;

/** The scenario of each example of a response, by operation, status and name. */
export const SCENARIOS: Readonly<Record<string, ExampleScenario>> = {
  'getToken 200 issued': call('getToken', { body: requestExample('getToken', 'clientCredentials') }),
  'getToken 400 invalidClient': call('getToken', {
    body: { ...requestExample('getToken', 'clientCredentials'), client_secret: 'of another client' },
  }),
  'getToken 400 invalidScope': call('getToken', {
    body: { ...requestExample('getToken', 'clientCredentials'), scope: '' },
  }),

  'requestPayment 201 authorized': call('requestPayment', { body: AUTHORIZE }),
  'requestPayment 201 verified': call('requestPayment', {
    body: requestExample('requestPayment', 'verifyCard'),
  }),
  'requestPayment 201 declined': call('requestPayment', { body: { ...AUTHORIZE, amount: DECLINED_AMOUNT } }),
  'requestPayment 202 pending': call('requestPayment', { body: { ...AUTHORIZE, amount: CHALLENGED_AMOUNT } }),
  'requestPayment 422 invalidCard': call('requestPayment', {
    body: { ...AUTHORIZE, source: { ...CARD, number: '4242424242424241', cvv: '1' } },
  }),
  'requestPayment 422 invalidCurrency': call('requestPayment', { body: { ...AUTHORIZE, currency: 'XXQ' } }),
  'requestPayment 429 duplicateRequest': (api) => {
    api.sandbox.faults.inject({ operationId: 'requestPayment', effect: 'in-flight' });
    return api.call('requestPayment', { body: AUTHORIZE });
  },

  'getPaymentsList 202 page': async (api) => {
    await api.pay(SALE);
    return api.call('getPaymentsList', { query: { reference: String(AUTHORIZE['reference']) } });
  },
  'getPaymentsList 422 limitTooLarge': call('getPaymentsList', {
    query: { reference: String(AUTHORIZE['reference']), limit: '101' },
  }),

  'searchPayments 202 page': async (api) => {
    await api.pay(SALE);
    await api.pay(SALE);
    return api.call('searchPayments', {
      body: { ...requestExample('searchPayments', 'byReference'), limit: 1 },
    });
  },
  'searchPayments 202 bareArray': async (api) => {
    await api.pay({ ...PAYOUT, currency: 'USD', metadata: { batch: 7 } });
    await api.pay(SALE);
    api.sandbox.clock.advance(MINUTE);
    const exchange = await api.call('searchPayments', { body: { query: "currency:'USD'" } });
    // The sandbox sends the other one of the two documented forms, with the same items.
    return { ...exchange, body: Object(exchange.body).data };
  },
  'searchPayments 400 invalidJson': call('searchPayments', { body: '{"query":' }),
  'searchPayments 422 noEndOfPeriod': call('searchPayments', {
    body: { query: 'amount:1000', from: '2026-02-09T00:00:00Z' },
  }),

  'getPaymentDetails 200 authorized': on(AUTHORIZE, 'getPaymentDetails'),
  'getPaymentDetails 200 partiallyRefunded': async (api) => {
    const id = await api.pay({ ...SALE, metadata: { order: 5023 } });
    await api.call('refundPayment', { id, body: requestExample('refundPayment', 'partial') });
    return api.call('getPaymentDetails', { id });
  },
  'getPaymentDetails 200 payoutPaid': async (api) => {
    const id = await api.pay(PAYOUT);
    api.sandbox.clock.advance(MINUTE);
    return api.call('getPaymentDetails', { id });
  },

  'getPaymentActions 200 captured': async (api) => {
    const id = await api.pay(AUTHORIZE);
    await api.call('capturePayment', { id, body: requestExample('capturePayment', 'full') });
    return api.call('getPaymentActions', { id });
  },

  'incrementAuthorization 201 authorized': on(
    AUTHORIZE,
    'incrementAuthorization',
    requestExample('incrementAuthorization', 'raise'),
  ),
  'incrementAuthorization 201 declined': on(AUTHORIZE, 'incrementAuthorization', { amount: 251 }),
  'incrementAuthorization 422 invalidAmount': on(AUTHORIZE, 'incrementAuthorization', { amount: -1 }),

  'cancelScheduledRetry 202 accepted': on(
    { ...requestExample('requestPayment', 'merchantInitiated'), amount: 905 },
    'cancelScheduledRetry',
    requestExample('cancelScheduledRetry', 'cancel'),
  ),
  'cancelScheduledRetry 422 invalidReference': on(
    { ...requestExample('requestPayment', 'merchantInitiated'), amount: 905 },
    'cancelScheduledRetry',
    { reference: 'x'.repeat(81) },
  ),

  'capturePayment 202 accepted': on(AUTHORIZE, 'capturePayment', requestExample('capturePayment', 'full')),
  'capturePayment 422 moreThanAuthorized': on(AUTHORIZE, 'capturePayment', { amount: MORE }),

  'refundPayment 202 accepted': on(SALE, 'refundPayment', requestExample('refundPayment', 'full')),
  'refundPayment 422 moreThanCaptured': onSigned(SALE, 'refundPayment', { refund_amount: MORE }),

  'reversePayment 202 accepted': on(SALE, 'reversePayment', requestExample('reversePayment', 'reverse')),
  'reversePayment 422 moreThanCaptured': onSigned(SALE, 'reversePayment', { refund_amount: MORE }),

  'voidPayment 202 accepted': on(AUTHORIZE, 'voidPayment', requestExample('voidPayment', 'void')),
  'voidPayment 422 invalidReference': on(AUTHORIZE, 'voidPayment', { reference: 'x'.repeat(81) }),
};

/** The examples that the sandbox cannot respond with, and why. */
export const OTHERS: Readonly<Record<string, string>> = {
  'getPaymentDetails 200 payoutApproved':
    'the sandbox has one form of a payout, that with upper-case statuses: nothing says which provider sends which form',
};

function call(operationId: OperationId, request: RequestParts): ExampleScenario {
  return (api) => api.call(operationId, request);
}

/** Makes a payment, and calls an operation on it. */
function on(payment: Body, operationId: OperationId, body?: Body): ExampleScenario {
  return async (api) => api.call(operationId, { id: await api.pay(payment), body });
}

/** Makes a payment, and calls an operation on it with a body that is changed and signed again. */
function onSigned(
  payment: Body,
  operationId: 'refundPayment' | 'reversePayment',
  changes: Body,
): ExampleScenario {
  return async (api) => {
    const name = operationId === 'refundPayment' ? 'full' : 'reverse';
    const { signature: _, ...fields } = { ...requestExample(operationId, name), ...changes } as Record<
      string,
      string
    >;
    const signature = await signRequest(fields, CREDENTIALS.signing.secret);
    return on(payment, operationId, { ...fields, signature })(api);
  };
}
