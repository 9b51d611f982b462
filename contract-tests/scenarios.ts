import type { Fault, Sandbox } from 'lddpay-sandbox';
import type { OperationId } from '../generated/operations.js';
import { successOf } from '../scripts/conformance/description.js';
import {
  authorized,
  authorizedAmex,
  CARD,
  captured,
  ORDER,
  type Payer,
  pending,
  retryScheduled,
  retryScheduledAmex,
  type State,
  UNKNOWN_ID,
  voided,
} from '../scripts/conformance/payments.js';
import type { Operation } from '../scripts/lib/description.js';
import type { CallInput } from './caller.js';

/** Where an answer is brought about. */
export interface Stage {
  readonly sandbox: Sandbox;
  /** Talks to that sandbox. */
  readonly client: Payer;
}

type Arrangement = (stage: Stage) => CallInput | Promise<CallInput>;

/** The client adds the signature and what belongs to it. */
const REFUND = { pnm_payment_identifier: '3141592653' };

/** What the documentation allows for most cards, but not for American Express. */
const LONG_REFERENCE = 'ORD-5023-4E89-with-more-than-30-characters';

const SEARCH = { body: { query: `reference:'${ORDER.reference}'` } };

const UNREADABLE = {
  request_id: 'none',
  error_type: 'request_invalid',
  error_codes: ['request_json_invalid'],
};

/** How the sandbox comes to answer each operation with each status, and what it is called with then. */
const ARRANGEMENTS: Partial<Record<OperationId, Readonly<Record<number, Arrangement>>>> = {
  getToken: {
    200: () => ({ client: {} }),
    400: () => ({ client: { clientSecret: 'that-of-another-client' } }),
  },
  getPaymentsList: {
    202: after(authorized, { query: { reference: ORDER.reference } }),
    422: after(authorized, { query: { reference: ORDER.reference, limit: 1.5 } }),
  },
  requestPayment: {
    201: () => ({ body: ORDER }),
    202: () => ({ body: { ...ORDER, amount: 1003 } }),
    422: () => ({ body: { ...ORDER, source: { ...CARD, number: '4242424242424241' } } }),
    429: failing({ operationId: 'requestPayment', effect: 'in-flight' }, { body: ORDER }),
  },
  searchPayments: {
    202: after(authorized, SEARCH),
    400: failing({ operationId: 'searchPayments', effect: 'status', status: 400, body: UNREADABLE }, SEARCH),
    403: failing({ operationId: 'searchPayments', effect: 'status', status: 403 }, SEARCH),
    422: () => ({ body: { query: 'amount > 100' } }),
  },
  getPaymentDetails: { 200: on(authorized) },
  getPaymentActions: { 200: on(captured) },
  incrementAuthorization: {
    201: on(authorized, { amount: 250 }),
    403: on(voided, { amount: 250 }),
    // More than the sandbox counts.
    422: on(authorized, { amount: 1e12 }),
  },
  cancelScheduledRetry: {
    202: on(retryScheduled),
    403: on(authorized),
    422: on(retryScheduledAmex, { reference: LONG_REFERENCE }),
  },
  capturePayment: {
    202: on(authorized, { amount: 400, capture_type: 'NonFinal' }),
    403: on(voided),
    422: on(authorized, { amount: ORDER.amount + 1 }),
  },
  refundPayment: {
    202: on(captured, REFUND),
    403: on(authorized, REFUND),
    422: on(captured, { ...REFUND, refund_amount: ORDER.amount + 1 }),
  },
  reversePayment: {
    202: on(captured, REFUND),
    204: on(voided, REFUND),
    403: on(pending, REFUND),
    422: on(captured, { ...REFUND, site_identifier: 'that-of-another-site' }),
  },
  voidPayment: {
    202: on(authorized),
    403: on(captured),
    422: on(authorizedAmex, { reference: LONG_REFERENCE }),
  },
};

/** How any operation comes to be answered with a status, by what it is called with to succeed. */
const ANYWHERE: Readonly<
  Record<number, (success: CallInput, sandbox: Sandbox, operationId: OperationId) => CallInput>
> = {
  401: (success, { tokens }) => {
    tokens.revokeAll();
    return success;
  },
  404: (success) => ({ ...success, path: { id: UNKNOWN_ID } }),
  502: (success, { faults }, operationId) => {
    faults.inject({ operationId, effect: 'status', status: 502 });
    return success;
  },
};

/** Brings an answer about, and gives what to call the operation with to get it. Throws where nothing says how. */
export async function arrange(stage: Stage, operation: Operation, status: number): Promise<CallInput> {
  const operationId = operation.operationId as OperationId;
  const arrangement = ARRANGEMENTS[operationId]?.[status];
  if (arrangement) return arrangement(stage);
  const anywhere = ANYWHERE[status];
  if (!anywhere) throw new Error(`arrangements.ts lacks an arrangement for ${operationId} ${status}.`);
  return anywhere(await arrange(stage, operation, successOf(operation)), stage.sandbox, operationId);
}

/** Calls an operation on a payment in a state. */
function on(state: State, body?: object): Arrangement {
  return async ({ client }) => ({ path: { id: await state(client) }, body });
}

/** Calls an operation once there is a payment in a state. */
function after(state: State, input: CallInput): Arrangement {
  return async ({ client }) => {
    await state(client);
    return input;
  };
}

/** Calls an operation that something goes wrong with. */
function failing(fault: Fault, input: CallInput): Arrangement {
  return ({ sandbox }) => {
    sandbox.faults.inject(fault);
    return input;
  };
}
