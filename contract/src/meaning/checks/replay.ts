import { readProperty } from '../../probes/response-fields.js';
import { type Comparison, isSameJson, type MeaningCheck } from '../history/comparison.js';
import { type History, isSuccess, type ParsedExchange, type UnansweredRequest } from '../history/history.js';
import { listItems } from '../history/payments.js';
import { isSameTime } from '../history/time.js';

/** The fields that identify an effect or say what it is. */
const REPEATED_FIELDS = ['id', 'action_id', 'amount', 'currency', 'reference'];

/** The fields that say how it ended. While it has not ended, they can change. */
const FINAL_FIELDS = [
  'status',
  'approved',
  'response_code',
  'response_summary',
  'processed_on',
  'auth_code',
  'expires_on',
  'eci',
  'scheme_id',
];

const WHEN_REPEATED = 'when the request is repeated with its idempotency key';

/** Compares the responses to requests with the same idempotency key. */
export const checkReplay: MeaningCheck = {
  name: 'replay',
  compares: 'the responses to requests that are repeated with their idempotency key, and their effects',
  needs: 'no request was repeated with its idempotency key',
  compare: (history, { unanswered }) => [
    ...history.flatMap((exchange) => {
      const first = findFirst(history, exchange);
      if (!first) return [];
      return isSameJson(first.sent, exchange.sent)
        ? compareRepeated(first, exchange)
        : compareReused(first, exchange);
    }),
    ...compareNumber(history, unanswered),
  ],
};

/** The first success with the same key, if it is an earlier one. */
function findFirst(history: History, exchange: ParsedExchange): ParsedExchange | undefined {
  const { operationId, id, idempotencyKey } = exchange;
  const first = history.find(
    (one) =>
      idempotencyKey !== undefined &&
      one.idempotencyKey === idempotencyKey &&
      one.operationId === operationId &&
      one.id === id &&
      isSuccess(one),
  );
  return first !== exchange && first && history.indexOf(first) < history.indexOf(exchange)
    ? first
    : undefined;
}

function compareRepeated(first: ParsedExchange, exchange: ParsedExchange): Comparison[] {
  // A token that expired, a limit of the rate and a system that failed say nothing about the key.
  if (exchange.status === 401 || isPutOff(exchange) || exchange.status >= 500) return [];
  return [
    {
      exchange,
      place: 'status',
      holds: exchange.status === first.status,
      problem: `is ${exchange.status} instead of ${first.status} ${WHEN_REPEATED}`,
      basis: 'inferred',
    },
    ...REPEATED_FIELDS.flatMap((name) => compareField(first, exchange, name, 'documented')),
    ...(readProperty(first.body, 'status') === 'Pending'
      ? []
      : FINAL_FIELDS.flatMap((name) => compareField(first, exchange, name, 'inferred'))),
  ];
}

/** Returns true when the rate of requests is limited. A duplicate has this status as well, but the first one has ended. */
function isPutOff({ status, body }: ParsedExchange): boolean {
  const codes = readProperty(body, 'error_codes');
  return status === 429 && !(Array.isArray(codes) && codes.includes('duplicate_request'));
}

function compareField(
  first: ParsedExchange,
  exchange: ParsedExchange,
  name: string,
  basis: Comparison['basis'],
): Comparison[] {
  const [before, now] = [first, exchange].map(({ body }) => readProperty(body, name));
  // A response without a body is another status, or a deviation of the shape.
  if (before === undefined || exchange.body === undefined || !isSuccess(exchange)) return [];
  // A time can be written in another way.
  const holds = isSameJson(before, now) || (name.endsWith('_on') && isSameTime(before, now));
  return [
    {
      exchange,
      place: `body.${name}`,
      holds,
      problem: `${now === undefined ? 'is missing' : 'differs'} ${WHEN_REPEATED}`,
      basis,
    },
  ];
}

/**
 * Another body under a used key must have no effect. What the response must be instead is not documented: an
 * error, or the first response.
 */
function compareReused(first: ParsedExchange, exchange: ParsedExchange): Comparison[] {
  const isRepeated = readProperty(exchange.body, 'id') === readProperty(first.body, 'id');
  return [
    {
      exchange,
      place: 'body.id',
      holds: !isSuccess(exchange) || isRepeated,
      problem: 'is that of another payment: another body with a used idempotency key took effect',
      basis: 'inferred',
    },
  ];
}

/** As many payments have a reference as were requested with it, each with a key of its own. */
function compareNumber(history: History, unanswered: readonly UnansweredRequest[]): Comparison[] {
  const requests = [...history, ...unanswered].filter(({ operationId }) => operationId === 'requestPayment');
  const keys = (reference: string) =>
    new Set(
      requests
        .filter(({ sent }) => readProperty(sent, 'reference') === reference)
        .map(({ idempotencyKey }) => idempotencyKey),
    ).size;
  return history.filter(isSuccess).flatMap((exchange): Comparison[] => {
    const reference = exchange.query.get('reference');
    const items = listItems(exchange).filter(({ value }) => readProperty(value, 'reference') === reference);
    if (exchange.operationId !== 'getPaymentsList' || reference === null || keys(reference) === 0) return [];
    const problem = 'has more payments than were requested: a repeated request took effect again';
    const ids = new Set(items.map(({ value }) => readProperty(value, 'id')));
    return [
      {
        exchange,
        place: 'body.data',
        holds: ids.size <= keys(reference),
        problem,
        basis: 'documented',
        dependsOn: [{ operationId: 'requestPayment', place: 'body.id', check: 'replay' }],
      },
    ];
  });
}
