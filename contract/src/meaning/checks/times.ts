import { readProperty } from '../../probes/response-fields.js';
import type { Comparison, MeaningCheck } from '../history/comparison.js';
import { type History, type ParsedExchange, successesOf } from '../history/history.js';
import {
  listActions,
  listIncrementViews,
  listPaymentViews,
  listRequestedPayments,
} from '../history/payments.js';
import { parseTime } from '../history/time.js';

/** The times of a payment or an action, and whether they lie in the past. */
const TIME_FIELDS = [
  { name: 'requested_on', isPast: true },
  { name: 'processed_on', isPast: true },
  { name: 'expires_on', isPast: false },
] as const;

/** How far the clocks of a provider may be apart, in ms. */
const TOLERANCE = 5 * 60 * 1000;

/** Checks that times are ISO 8601, and possible by the provider's own clock: the `Date` of its responses. */
export const checkTimes: MeaningCheck = {
  name: 'times',
  compares: 'times with ISO 8601, with each other and with the `Date` of the responses',
  needs: 'no response showed a time',
  compare: (history) => {
    const requested = new Map(listRequestedPayments(history).map(({ id, exchange }) => [id, exchange]));
    return listTimedValues(history).flatMap((one) => compareTimes(one, requested));
  },
};

interface TimedValue {
  readonly exchange: ParsedExchange;
  readonly place: string;
  readonly value: unknown;
  /** The payment that it belongs to. */
  readonly id: string | undefined;
}

function listTimedValues(history: History): TimedValue[] {
  const actions = successesOf(history, 'getPaymentActions').flatMap((exchange) =>
    listActions(exchange).map(({ value }) => ({ exchange, place: 'body.*', value, id: exchange.id })),
  );
  return [...listPaymentViews(history), ...actions, ...listIncrementViews(history)];
}

function compareTimes(
  { exchange, place, value, id }: TimedValue,
  requested: ReadonlyMap<string, ParsedExchange>,
): Comparison[] {
  const now = readDate(exchange);
  const request = id === undefined ? undefined : requested.get(id);
  const start = request && readDate(request);
  return TIME_FIELDS.flatMap(({ name, isPast }): Comparison[] => {
    const found = readProperty(value, name);
    if (typeof found !== 'string') return [];
    const time = parseTime(found);
    const compared = { exchange, place: `${place}.${name}`, basis: 'documented' as const };
    if (time === undefined) {
      // Of this field, the page states the format for increments alone.
      const isInferred = name === 'expires_on' && exchange.operationId !== 'incrementAuthorization';
      const basis = isInferred ? 'inferred' : compared.basis;
      return [{ ...compared, holds: false, problem: 'is not an ISO 8601 time', basis }];
    }
    return [
      { ...compared, holds: true, problem: '' },
      ...(isPast && now !== undefined
        ? [{ ...compared, holds: time <= now + TOLERANCE, problem: 'lies in the future' }]
        : []),
      ...(start !== undefined
        ? [{ ...compared, holds: time >= start - TOLERANCE, problem: 'lies before the payment request' }]
        : []),
      ...(name === 'requested_on' && start !== undefined
        ? [{ ...compared, holds: time <= start + TOLERANCE, problem: 'lies after the payment request' }]
        : []),
    ];
  });
}

/** The provider's clock when it responded, in ms since the Unix epoch. */
function readDate({ headers }: ParsedExchange): number | undefined {
  const time = Date.parse(headers.get('Date') ?? '');
  return Number.isNaN(time) ? undefined : time;
}
