import { readProperty } from '../../probes/response-fields.js';
import type { Comparison, MeaningCheck, RelatedPlace } from '../history/comparison.js';
import { type History, isSuccess } from '../history/history.js';
import {
  listIncrementViews,
  listPaymentViews,
  listStableReadings,
  type PaymentView,
} from '../history/payments.js';
import { readTotals, SUMMED_PLACES, sumActions, TOTAL_NAMES, type Totals } from '../history/totals.js';
import { compareRequestedStatuses } from './requested-statuses.js';
import { readMeaning } from './status-meanings.js';

/** Response codes of approvals begin with 1, those of declines with 2 to 4. */
const APPROVED_CODES: Readonly<Record<string, boolean>> = { 1: true, 2: false, 3: false, 4: false };

/** Compares statuses with approvals, balances, actions and what was asked for. */
export const checkStatus: MeaningCheck = {
  name: 'status',
  compares: 'statuses and response codes with `approved`, balances, actions and payment requests',
  needs: 'no response showed a payment',
  compare: (history) => [
    ...compareApprovals(history),
    ...compareCodes(history),
    ...compareBalances(history),
    ...compareActions(history),
    ...compareRequestedStatuses(history),
  ],
};

function compareApprovals(history: History): Comparison[] {
  const views = [...listPaymentViews(history), ...listIncrementViews(history)];
  return views.flatMap(({ exchange, place, value }): Comparison[] => {
    const { approved: expected, phase } = readMeaning(value);
    const approved = readProperty(value, 'approved');
    if (expected === undefined || typeof approved !== 'boolean') return [];
    // A payout waits after its authorization as well.
    if (phase === 'waiting' && readProperty(value, 'destination') !== undefined) return [];
    const problem = `is ${approved}, which contradicts the status`;
    // The page does not explain `approved` of a payment that waits. For a new payment, it has `status` and `approved`
    // without values or a text.
    const isInferred = exchange.operationId === 'requestPayment' || phase === 'waiting';
    return [
      {
        exchange,
        place: `${place}.approved`,
        holds: approved === expected,
        problem,
        basis: isInferred ? 'inferred' : 'documented',
        dependsOn: [{ operationId: exchange.operationId, place: `${place}.status`, check: 'status' }],
      },
    ];
  });
}

function compareCodes(history: History): Comparison[] {
  const results = history
    .filter(isSuccess)
    .flatMap((exchange) =>
      exchange.operationId === 'getPaymentActions' && Array.isArray(exchange.body)
        ? exchange.body.map((value) => ({ exchange, place: 'body.*', value }))
        : [{ exchange, place: 'body', value: exchange.body }],
    );
  return results.flatMap(({ exchange, place, value }): Comparison[] => {
    const code = readProperty(value, 'response_code');
    const expected = typeof code === 'string' ? APPROVED_CODES[code.charAt(0)] : undefined;
    const approved = readProperty(value, 'approved');
    if (expected === undefined || typeof approved !== 'boolean') return [];
    return [
      {
        exchange,
        place: `${place}.response_code`,
        holds: approved === expected,
        problem: 'contradicts `approved`',
        basis: 'inferred',
        dependsOn: [{ operationId: exchange.operationId, place: `${place}.approved` }],
      },
    ];
  });
}

function compareBalances(history: History): Comparison[] {
  return listPaymentViews(history).flatMap(({ exchange, place, value }) => {
    const totals = readTotals(readProperty(value, 'balances'));
    const dependsOn = TOTAL_NAMES.map((name) => ({
      operationId: exchange.operationId,
      place: `${place}.balances.${name}`,
    }));
    return [
      ...(totals
        ? compareTotals({ exchange, place, value }, totals, 'contradicts the balances', dependsOn)
        : []),
      ...compareRest(exchange, place, value),
    ];
  });
}

/** A payment of which more can be captured is only partially captured; likewise for voids and refunds. */
function compareRest(exchange: Comparison['exchange'], place: string, payment: unknown): Comparison[] {
  const name = readMeaning(payment).usedUp;
  const balance = name === undefined ? undefined : readProperty(readProperty(payment, 'balances'), name);
  if (typeof balance !== 'number') return [];
  const problem = `contradicts the balances: \`${name}\` is more than 0`;
  return [{ exchange, place: `${place}.status`, holds: balance <= 0, problem, basis: 'inferred' }];
}

function compareActions(history: History): Comparison[] {
  return listStableReadings(history).flatMap(({ details, actions }) =>
    compareTotals(
      { exchange: details, place: 'body', value: details.body },
      sumActions(actions),
      'contradicts the approved actions',
      SUMMED_PLACES,
    ),
  );
}

function compareTotals(
  { exchange, place, value }: Omit<PaymentView, 'id'>,
  totals: Totals,
  problem: string,
  dependsOn: readonly RelatedPlace[],
): Comparison[] {
  const { fits } = readMeaning(value);
  if (!fits) return [];
  const holds = fits(totals);
  return [{ exchange, place: `${place}.status`, holds, problem, basis: 'inferred', dependsOn }];
}
