import fc from 'fast-check';
import { operations } from '../../../contract/src/conformance/description.js';
import type { OperationId } from '../../../generated/operations.js';
import type { Operation } from '../../../scripts/lib/description.js';
import { isAcceptable } from '../requests/business-rules.js';
import type { PaymentState, RequestCase } from '../requests/request-case.js';
import { writeRequest } from '../requests/send-request.js';
import { fullRequest, validRequests } from '../requests/valid-requests.js';
import { defineCheck } from './check.js';
import { countEffects } from './effects.js';
import { findResponseProblems, isSuccess, readJson } from './response-problems.js';
import { read } from './shows-new-payments.js';

/** An operation that ends a payment, or what it can be used for, and what is tried afterwards. */
interface EndedUse {
  readonly state: PaymentState;
  readonly end: OperationId;
  readonly then: RequestCase;
}

/** How payments end: the state before, the operation, the status after, and the operations that are over. */
const ENDS: readonly {
  readonly state: PaymentState;
  readonly end: OperationId;
  readonly status: string;
  readonly over: readonly OperationId[];
}[] = [
  {
    state: 'authorized',
    end: 'voidPayment',
    status: 'Voided',
    over: [
      'voidPayment',
      'capturePayment',
      'incrementAuthorization',
      'refundPayment',
      'cancelScheduledRetry',
    ],
  },
  {
    state: 'authorized',
    end: 'reversePayment',
    status: 'Voided',
    over: ['voidPayment', 'capturePayment', 'incrementAuthorization', 'refundPayment'],
  },
  {
    state: 'authorized',
    end: 'capturePayment',
    status: 'Captured',
    over: ['voidPayment', 'capturePayment', 'incrementAuthorization', 'cancelScheduledRetry'],
  },
  {
    state: 'captured',
    end: 'refundPayment',
    status: 'Refunded',
    over: ['refundPayment', 'voidPayment', 'capturePayment', 'incrementAuthorization'],
  },
  {
    state: 'captured',
    end: 'reversePayment',
    status: 'Refunded',
    over: ['refundPayment', 'voidPayment', 'capturePayment'],
  },
  {
    state: 'retry scheduled',
    end: 'cancelScheduledRetry',
    status: 'Canceled',
    over: ['cancelScheduledRetry', 'voidPayment', 'capturePayment', 'refundPayment'],
  },
];

const READS = ['getPaymentDetails', 'getPaymentActions'] as const;

/** What is over cannot be used again, and moves no money; what remains can be read. */
export const endsPayments = defineCheck<EndedUse>({
  name: 'refuses to use what has ended',
  schemathesis: ['use_after_free'],
  runs: 8,
  excluded: { 'the mock': 'it has no state' },
  listCases: (operation) => {
    const then = fullRequest(operation);
    return endsFor(operation).map(({ state, end }) => ({ state, end, then }));
  },
  generateCases: (operation) => {
    const ends = endsFor(operation);
    if (ends.length === 0) return undefined;
    return fc
      .tuple(fc.constantFrom(...ends), validRequests(operation).filter(isAcceptable))
      .map(([{ state, end }, then]) => ({ state, end, then }));
  },

  async findProblems(target, operation, { state, end, then }) {
    const paymentId = await target.prepare(state);
    const ending = await target.send(writeRequest(endRequest(end), paymentId, target.authorization));
    if (!isSuccess(ending)) return [`${end} was refused with ${ending.status}`];
    // A key of the first request would repeat its response.
    const { 'Cko-Idempotency-Key': _key, ...headers } = then.headers;
    const written = writeRequest({ ...then, headers }, paymentId, target.authorization);
    const { value: response, effects } = await countEffects(target, () => target.send(written));
    const reads = await Promise.all(READS.map((one) => read(target, one, { id: paymentId ?? '' })));
    const status = readJson(reads[0]?.response ?? ending)['status'];
    const expected = ENDS.find((one) => one.state === state && one.end === end)?.status;
    return [
      ...(response.status === 403 ? [] : [`after ${end}, the status is ${response.status}, not 403`]),
      ...findResponseProblems(operation, response),
      ...(effects > 0 ? [`after ${end}, money moved`] : []),
      ...(status === expected ? [] : [`after ${end}, the payment is ${status}, not ${expected}`]),
      ...reads.flatMap(({ problems }) => problems),
    ];
  },
});

function endsFor({ operationId }: Operation) {
  return ENDS.filter(({ over }) => (over as readonly string[]).includes(operationId));
}

/** The smallest request that ends a payment as a whole. */
function endRequest(operationId: OperationId): RequestCase {
  const operation = operations.find((one) => one.operationId === operationId) as Operation;
  const { headers, body } = fullRequest(operation);
  const {
    amount: _amount,
    refund_amount: _refund,
    capture_type: _type,
    ...rest
  } = body as Record<string, unknown>;
  return {
    operationId,
    id: '{payment}',
    query: {},
    headers: { 'Content-Type': headers['Content-Type'] ?? '' },
    body: rest,
  };
}
