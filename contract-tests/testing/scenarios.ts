import type { Fetch } from 'lddpay';
import type { Fault, Sandbox } from 'lddpay-sandbox';
import {
  authorized,
  authorizedAmex,
  CARD,
  captured,
  ORDER,
  type Payer,
  pending,
  REFUND,
  retryScheduled,
  retryScheduledAmex,
  type State,
  UNKNOWN_ID,
  voided,
} from '../../contract/src/conformance/payments.js';
import { successStatus } from '../../contract/src/conformance/testing/documented-responses.js';
import type { OperationId } from '../../generated/operations.js';
import type { Operation } from '../../scripts/lib/description.js';
import type { CallInput } from './caller.js';

/** A sandbox and a client that talks to it. */
export interface SandboxWithClient {
  readonly sandbox: Sandbox;
  readonly client: Payer;
}

/** Brings a sandbox into a state and returns the input of the call. */
type Scenario = (target: SandboxWithClient) => CallInput | Promise<CallInput>;

/** A reference that is too long for American Express alone. */
const LONG_REFERENCE = 'ORD-5023-4E89-with-more-than-30-characters';

const SEARCH = { body: { query: `reference:'${ORDER.reference}'` } };

const UNREADABLE = {
  request_id: 'none',
  error_type: 'request_invalid',
  error_codes: ['request_json_invalid'],
};

/** The scenario in which an operation responds with a status. */
const SCENARIOS: Partial<Record<OperationId, Readonly<Record<number, Scenario>>>> = {
  getToken: {
    200: () => ({ client: {} }),
    400: () => ({ client: { clientSecret: 'secret-of-another-client' } }),
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
    // More than the sandbox can count.
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
    422: on(captured, { ...REFUND, site_identifier: 'another-site' }),
  },
  voidPayment: {
    202: on(authorized),
    403: on(captured),
    422: on(authorizedAmex, { reference: LONG_REFERENCE }),
  },
};

/** The scenarios that work for every operation, based on the input of its success. */
const GENERAL_SCENARIOS: Readonly<
  Record<number, (success: CallInput, sandbox: Sandbox, operationId: OperationId) => CallInput>
> = {
  401: (success) => ({ ...success, client: { fetch: fetchWithUnknownToken } }),
  404: (success) => ({ ...success, path: { id: UNKNOWN_ID } }),
  502: (success, { faults }, operationId) => {
    faults.inject({ operationId, effect: 'status', status: 502 });
    return success;
  },
};

/**
 * Prepares a sandbox so that an operation responds with a status.
 *
 * @returns The input to call the operation with.
 * @throws {Error} When there is no scenario for the status.
 */
export async function prepareScenario(
  target: SandboxWithClient,
  operation: Operation,
  status: number,
): Promise<CallInput> {
  const operationId = operation.operationId as OperationId;
  const scenario = SCENARIOS[operationId]?.[status];
  if (scenario) return scenario(target);
  const generalScenario = GENERAL_SCENARIOS[status];
  if (!generalScenario) throw new Error(`scenarios.ts lacks a scenario for ${operationId} ${status}.`);
  const success = await prepareScenario(target, operation, successStatus(operation));
  return generalScenario(success, target.sandbox, operationId);
}

/** Replaces the token of each request: the client would replace one that was revoked. */
const fetchWithUnknownToken: Fetch = (url, init) => {
  const headers = new Headers(init.headers);
  if (headers.has('Authorization')) headers.set('Authorization', 'Bearer unknown');
  return fetch(url, { ...init, headers });
};

/** Calls an operation on a payment in a state. */
function on(state: State, body?: object): Scenario {
  return async ({ client }) => ({ path: { id: await state(client) }, body });
}

/** Calls an operation after a payment has reached a state. */
function after(state: State, input: CallInput): Scenario {
  return async ({ client }) => {
    await state(client);
    return input;
  };
}

/** Calls an operation after a fault was injected. */
function failing(fault: Fault, input: CallInput): Scenario {
  return ({ sandbox }) => {
    sandbox.faults.inject(fault);
    return input;
  };
}
