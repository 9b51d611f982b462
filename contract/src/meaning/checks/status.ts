import { readProperty } from '../../probes/response-fields.js';
import type { Comparison, MeaningCheck, RelatedPlace } from '../history/comparison.js';
import { type History, isSuccess, successesOf } from '../history/history.js';
import {
  listAcceptedActions,
  listIncrementViews,
  listPaymentViews,
  listRequestedPayments,
  listStableReadings,
  type PaymentView,
} from '../history/payments.js';
import { readTotals, SUMMED_PLACES, sumActions, TOTAL_NAMES, type Totals } from '../history/totals.js';

/** The statuses that require an approval, and those that exclude it. Other statuses leave it open. */
const APPROVED_STATUSES: Readonly<Record<string, boolean>> = {
  Authorized: true,
  'Card Verified': true,
  'Partially Captured': true,
  Captured: true,
  'Partially Refunded': true,
  Refunded: true,
  Paid: true,
  Declined: false,
};

/** The balance that each status says is used up. */
const USED_UP: Readonly<Record<string, string>> = {
  Voided: 'available_to_void',
  Captured: 'available_to_capture',
  Refunded: 'available_to_refund',
};

/** The statuses of a payment that is not captured, and neither waits for its payer nor for its processing. */
const PROCESSED_STATUSES: readonly unknown[] = ['Authorized', 'Card Verified', 'Declined'];

/** What each status says about the money of a payment. Other statuses say nothing. */
const STATUS_TOTALS: Readonly<Record<string, (totals: Totals) => boolean>> = {
  Authorized: ({ total_authorized, total_voided, total_captured, total_refunded }) =>
    total_captured === 0 && total_refunded === 0 && total_authorized > total_voided,
  Voided: ({ total_captured, total_voided }) => total_captured === 0 && total_voided > 0,
  'Partially Captured': ({ total_captured, total_refunded }) => total_captured > 0 && total_refunded === 0,
  Captured: ({ total_captured, total_refunded }) => total_captured > 0 && total_refunded === 0,
  'Partially Refunded': ({ total_refunded }) => total_refunded > 0,
  Refunded: ({ total_refunded }) => total_refunded > 0,
};

/** Response codes of approvals begin with 1, those of declines with 2 to 4. */
const APPROVED_CODES: Readonly<Record<string, boolean>> = { 1: true, 2: false, 3: false, 4: false };

/** Compares statuses with approvals, balances and actions. */
export const checkStatus: MeaningCheck = {
  name: 'status',
  compares: 'statuses and response codes with `approved`, with balances and with actions',
  needs: 'no response showed a payment',
  compare: (history) => [
    ...compareApprovals(history),
    ...compareCodes(history),
    ...compareBalances(history),
    ...compareActions(history),
    ...compareCaptured(history),
    ...compareProcessed(history),
  ],
};

function compareApprovals(history: History): Comparison[] {
  const views = [...listPaymentViews(history), ...listIncrementViews(history)];
  return views.flatMap(({ exchange, place, value }): Comparison[] => {
    const expected = APPROVED_STATUSES[String(readProperty(value, 'status'))];
    const approved = readProperty(value, 'approved');
    if (expected === undefined || typeof approved !== 'boolean') return [];
    const problem = `is ${approved}, which contradicts the status`;
    return [
      { exchange, place: `${place}.approved`, holds: approved === expected, problem, basis: 'documented' },
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
  const name = USED_UP[String(readProperty(payment, 'status'))];
  const balance = name === undefined ? undefined : readProperty(readProperty(payment, 'balances'), name);
  if (typeof balance !== 'number') return [];
  const problem = `contradicts the balances: \`${name}\` is more than 0`;
  return [{ exchange, place: `${place}.status`, holds: balance <= 0, problem, basis: 'inferred' }];
}

/** A payment of this run of which a part was captured and nothing else done with it is not `Captured`. */
function compareCaptured(history: History): Comparison[] {
  const accepted = listAcceptedActions(history);
  return listRequestedPayments(history).flatMap(({ id, order }) =>
    successesOf(history, 'getPaymentDetails')
      .filter((exchange) => exchange.id === id && readProperty(exchange.body, 'status') === 'Captured')
      .flatMap((exchange): Comparison[] => {
        const before = accepted.filter(
          (one) => one.paymentId === id && history.indexOf(one.exchange) < history.indexOf(exchange),
        );
        const asked = before.map((one) => Number(readProperty(one.exchange.sent, 'amount')));
        const isPart = asked.reduce((sum, amount) => sum + amount, 0) < Number(readProperty(order, 'amount'));
        const isOpen =
          readProperty(order, 'capture') === false &&
          before.every(
            ({ exchange: { operationId, sent } }) =>
              operationId === 'capturePayment' && readProperty(sent, 'capture_type') === 'NonFinal',
          );
        const problem = 'is not that of a payment of which a part was captured';
        return isOpen
          ? [{ exchange, place: 'body.status', holds: !isPart, problem, basis: 'documented' }]
          : [];
      }),
  );
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
  const matches = STATUS_TOTALS[String(readProperty(value, 'status'))];
  if (!matches) return [];
  const holds = matches(totals);
  return [{ exchange, place: `${place}.status`, holds, problem, basis: 'inferred', dependsOn }];
}

/** A payment that waits is a 202, any other a 201. A capture can make an authorized payment wait. */
function compareProcessed(history: History): Comparison[] {
  return successesOf(history, 'requestPayment').flatMap((exchange): Comparison[] => {
    const status = readProperty(exchange.body, 'status');
    const compared = { exchange, place: 'body.status' };
    if (exchange.status === 201) {
      const problem = 'is that of a payment that was not processed yet, which a 202 reports';
      return [{ ...compared, holds: status !== 'Pending', problem, basis: 'documented' }];
    }
    if (exchange.status !== 202 || readProperty(exchange.sent, 'capture') !== false) return [];
    const problem = 'is that of a payment that was processed, which a 201 reports';
    return [{ ...compared, holds: !PROCESSED_STATUSES.includes(status), problem, basis: 'documented' }];
  });
}
