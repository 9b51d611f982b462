import { readProperty } from '../../probes/response-fields.js';
import type { Comparison, MeaningCheck } from '../history/comparison.js';
import {
  type History,
  isSuccess,
  mayHaveEffect,
  type ParsedExchange,
  successesOf,
  type UnansweredRequest,
} from '../history/history.js';
import {
  ACTION_OPERATIONS,
  listIncrementViews,
  listPaymentViews,
  listRequestedPayments,
  listStableReadings,
  type RequestedPayment,
} from '../history/payments.js';
import { readTotals, SUMMED_PLACES, sumActions, TOTAL_NAMES, type Totals } from '../history/totals.js';

interface Relation {
  readonly name: string;
  readonly problem: string;
  /** Returns true when the relation holds. Fields that are no numbers are NaN. */
  readonly holds: (balance: number, totals: Totals) => boolean;
}

const uncaptured = ({ total_authorized, total_voided, total_captured }: Totals) =>
  total_authorized - total_voided - total_captured;
const refundable = ({ total_captured, total_refunded }: Totals) => total_captured - total_refunded;

/**
 * The relations between balances. An `available_to_…` can be lower than the totals say, while an accepted
 * action is not carried out, or because nothing more is allowed.
 */
const RELATIONS: readonly Relation[] = [
  ...TOTAL_NAMES.map((name) => ({
    name,
    problem: 'is negative',
    holds: (balance: number) => !(balance < 0),
  })),
  {
    name: 'total_captured',
    problem: 'and `total_voided` are more than was authorized',
    holds: (_, totals) => uncaptured(totals) >= 0,
  },
  {
    name: 'total_refunded',
    problem: 'is more than was captured',
    holds: (_, totals) => refundable(totals) >= 0,
  },
  ...['available_to_void', 'available_to_capture'].map((name) => ({
    name,
    problem: 'is negative, or more than is authorized and neither voided nor captured',
    holds: (balance: number, totals: Totals) => !(balance < 0 || balance > Math.max(0, uncaptured(totals))),
  })),
  {
    name: 'available_to_refund',
    problem: 'is negative, or more than is captured and not refunded',
    holds: (balance, totals) => !(balance < 0 || balance > Math.max(0, refundable(totals))),
  },
];

/** While nothing is in progress, nothing reduces what is available in a payment of this run. */
const SETTLED: readonly Relation[] = [
  ...['available_to_void', 'available_to_capture'].map((name) => ({
    name,
    problem: 'is not what is authorized and neither voided nor captured',
    holds: (balance: number, totals: Totals) => balance === uncaptured(totals),
  })),
  {
    name: 'available_to_refund',
    problem: 'is not what is captured and not refunded',
    holds: (balance, totals) => balance === refundable(totals),
  },
];

/** While more captures can follow, the rest of the authorization stays. */
const OPEN: readonly Relation[] = [
  {
    name: 'total_voided',
    problem: 'is more than 0, although every capture so far was `NonFinal`',
    holds: (balance) => balance === 0,
  },
];

/** Compares balances with each other, with the actions of the payment, and with what was asked for. */
export const checkBalances: MeaningCheck = {
  name: 'balances',
  compares: 'balances with each other and with the sums of the actions',
  needs: 'no response showed balances',
  compare: (history, { unanswered }) => {
    const requested = listRequestedPayments(history);
    return [
      ...listBalances(history).flatMap((one) => compareRelations(one, RELATIONS)),
      ...listStableReadings(history).flatMap(({ details, actions }) =>
        compareSums(details, sumActions(actions)),
      ),
      ...listSettledBalances(history, unanswered).flatMap((one) =>
        compareRelations(one, one.isOpen ? [...SETTLED, ...OPEN] : SETTLED),
      ),
      ...requested.flatMap((payment) => compareAuthorized(history, payment, unanswered)),
    ];
  },
};

interface BalancesView {
  readonly exchange: ParsedExchange;
  readonly place: string;
  readonly balances: unknown;
}

function listBalances(history: History): BalancesView[] {
  const views = [...listPaymentViews(history), ...listIncrementViews(history)];
  return views.flatMap(({ exchange, place, value }) => {
    const balances = readProperty(value, 'balances');
    return typeof balances === 'object' && balances !== null
      ? [{ exchange, place: `${place}.balances`, balances }]
      : [];
  });
}

interface SettledBalances extends BalancesView {
  /** Whether every capture so far lets others follow. */
  readonly isOpen: boolean;
}

/**
 * The balances in details of payments of this run while nothing is in progress: captures are all that was
 * accepted, and the captured amount has all of them.
 */
function listSettledBalances(history: History, unanswered: readonly UnansweredRequest[]): SettledBalances[] {
  const requested = listRequestedPayments(history);
  return successesOf(history, 'getPaymentDetails').flatMap((exchange): SettledBalances[] => {
    const earlier = history.slice(0, history.indexOf(exchange)).filter(mayHaveEffect);
    const changes = [...earlier, ...unanswered].filter(
      ({ id, operationId }) =>
        id === exchange.id &&
        ACTION_OPERATIONS.includes(operationId) &&
        operationId !== 'incrementAuthorization',
    );
    // A request that is repeated with its key takes effect once.
    const before = [...new Map(changes.map((one) => [one.idempotencyKey ?? one, one])).values()];
    const captured = before.reduce((sum, { sent }) => sum + Number(readProperty(sent, 'amount')), 0);
    const balances = readProperty(exchange.body, 'balances');
    const isSettled =
      requested.some(({ id }) => id === exchange.id) &&
      readProperty(exchange.body, 'status') !== 'Expired' &&
      before.every(({ operationId }) => operationId === 'capturePayment') &&
      captured === readProperty(balances, 'total_captured');
    const isOpen = before.every(({ sent }) => readProperty(sent, 'capture_type') === 'NonFinal');
    return isSettled ? [{ exchange, place: 'body.balances', balances, isOpen }] : [];
  });
}

function compareRelations(
  { exchange, place, balances }: BalancesView,
  relations: readonly Relation[],
): Comparison[] {
  const totals = readTotals(balances);
  if (!totals) return [];
  return relations.flatMap(({ name, problem, holds }): Comparison[] => {
    const balance = readProperty(balances, name);
    if (typeof balance !== 'number') return [];
    const path = `${place}.${name}`;
    return [{ exchange, place: path, holds: holds(balance, totals), problem, basis: 'inferred' }];
  });
}

/** An authorization can expire without an action, so that more can be voided than the actions say. */
function compareSums(exchange: ParsedExchange, sums: Totals): Comparison[] {
  const totals = readTotals(readProperty(exchange.body, 'balances'));
  if (!totals) return [];
  return TOTAL_NAMES.map((name) => ({
    exchange,
    place: `body.balances.${name}`,
    holds: name === 'total_voided' ? totals[name] >= sums[name] : totals[name] === sums[name],
    problem: 'is not the sum of the approved actions of the payment',
    basis: 'inferred',
    dependsOn: SUMMED_PLACES,
  }));
}

/** The total of an approved authorization and of its approved increments, in responses that come at once. */
function compareAuthorized(
  history: History,
  { id, order }: RequestedPayment,
  unanswered: readonly UnansweredRequest[],
): Comparison[] {
  const undecided = history.filter((exchange) => mayHaveEffect(exchange) && !isSuccess(exchange));
  const isUncertain = [...undecided, ...unanswered].some(
    (one) => one.id === id && one.operationId === 'incrementAuthorization',
  );
  if (isUncertain) return [];
  let expected = Number(readProperty(order, 'amount'));
  const increments = new Set<unknown>();
  return history.flatMap((exchange): Comparison[] => {
    if (exchange.id !== id || !isSuccess(exchange)) return [];
    const isIncrement = exchange.operationId === 'incrementAuthorization';
    const increment = exchange.idempotencyKey ?? exchange;
    // A request that is repeated with its key takes effect once.
    const isNew = isIncrement && !increments.has(increment);
    if (isNew && readProperty(exchange.body, 'approved') === true) {
      increments.add(increment);
      expected += Number(readProperty(exchange.sent, 'amount'));
    }
    const totals = readTotals(readProperty(exchange.body, 'balances'));
    const isApproved = readProperty(exchange.body, 'approved') === true;
    if (!totals || !isApproved || Number.isNaN(expected)) return [];
    return [
      {
        exchange,
        place: 'body.balances.total_authorized',
        holds: totals.total_authorized === expected,
        problem: 'is not the amount that was asked for and approved',
        basis: 'inferred',
      },
    ];
  });
}
