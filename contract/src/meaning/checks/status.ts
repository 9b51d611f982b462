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

/** What a status says about its payment. What is left out, it leaves open. */
interface StatusMeaning {
  /** The value of `approved`. */
  readonly approved?: boolean;
  /** Returns true when the money of the payment allows it. */
  readonly fits?: (totals: Totals) => boolean;
  /** The balance that is used up. */
  readonly usedUp?: string;
}

const isUncaptured = ({ total_captured, total_refunded }: Totals) =>
  total_captured === 0 && total_refunded === 0;
const isUnrefunded = ({ total_captured, total_refunded }: Totals) =>
  total_captured > 0 && total_refunded === 0;

/** The documented statuses. */
const STATUSES: Readonly<Record<string, StatusMeaning>> = {
  Pending: { approved: false, fits: isUncaptured },
  'Retry Scheduled': { approved: false, fits: isUncaptured },
  Authorized: {
    approved: true,
    fits: (totals) => isUncaptured(totals) && totals.total_authorized > totals.total_voided,
  },
  'Card Verified': {
    approved: true,
    fits: (totals) => isUncaptured(totals) && totals.total_authorized === 0,
  },
  Voided: {
    fits: ({ total_captured, total_voided }) => total_captured === 0 && total_voided > 0,
    usedUp: 'available_to_void',
  },
  'Partially Captured': { approved: true, fits: isUnrefunded },
  Captured: { approved: true, fits: isUnrefunded, usedUp: 'available_to_capture' },
  'Partially Refunded': { approved: true, fits: ({ total_refunded }) => total_refunded > 0 },
  Refunded: {
    approved: true,
    fits: ({ total_refunded }) => total_refunded > 0,
    usedUp: 'available_to_refund',
  },
  Paid: { approved: true },
  Declined: { approved: false },
  // A reversal finds nothing to give back.
  Canceled: { fits: ({ total_captured, total_refunded }) => total_captured === total_refunded },
};

/** The statuses whose `approved` the page does not explain. */
const INFERRED_APPROVALS = ['Pending', 'Retry Scheduled'];

/** The statuses of a payment that is not captured, and neither waits for its payer nor for its processing. */
const PROCESSED_STATUSES: readonly unknown[] = ['Authorized', 'Card Verified', 'Declined'];

/** The statuses of a payment that can no longer be captured, and those of one that may still be. */
const ENDED_STATUSES: readonly unknown[] = ['Declined', 'Voided', 'Refunded', 'Canceled', 'Expired', 'Paid'];
const OPEN_STATUSES: readonly unknown[] = ['Pending', 'Retry Scheduled', 'Authorized'];

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
    ...compareCaptured(history),
    ...compareProcessed(history),
    ...compareRequested(history),
    ...compareEnded(history),
  ],
};

function compareApprovals(history: History): Comparison[] {
  const views = [...listPaymentViews(history), ...listIncrementViews(history)];
  return views.flatMap(({ exchange, place, value }): Comparison[] => {
    const status = String(readProperty(value, 'status'));
    const expected = STATUSES[status]?.approved;
    const approved = readProperty(value, 'approved');
    if (expected === undefined || typeof approved !== 'boolean') return [];
    // A payout waits after its authorization as well.
    if (status === 'Pending' && readProperty(value, 'destination') !== undefined) return [];
    const problem = `is ${approved}, which contradicts the status`;
    // For a new payment, the page has `status` and `approved` without values or a text.
    const isInferred = exchange.operationId === 'requestPayment' || INFERRED_APPROVALS.includes(status);
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
  const name = STATUSES[String(readProperty(payment, 'status'))]?.usedUp;
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
  const fits = STATUSES[String(readProperty(value, 'status'))]?.fits;
  if (!fits) return [];
  const holds = fits(totals);
  return [{ exchange, place: `${place}.status`, holds, problem, basis: 'inferred', dependsOn }];
}

/**
 * A payment that waits is a 202, any other a 201. A capture can make an authorized payment wait. The page lists no
 * statuses in these responses, so this is inferred.
 */
function compareProcessed(history: History): Comparison[] {
  return successesOf(history, 'requestPayment').flatMap((exchange): Comparison[] => {
    const status = readProperty(exchange.body, 'status');
    const compared = { exchange, place: 'body.status' };
    if (exchange.status === 201) {
      const problem = 'is that of a payment that was not processed yet, which a 202 reports';
      return [{ ...compared, holds: status !== 'Pending', problem, basis: 'inferred' }];
    }
    if (exchange.status !== 202 || readProperty(exchange.sent, 'capture') !== false) return [];
    const problem = 'is that of a payment that was processed, which a 201 reports';
    return [{ ...compared, holds: !PROCESSED_STATUSES.includes(status), problem, basis: 'inferred' }];
  });
}

/** A request without the capture of its amount only authorizes it. */
function compareRequested(history: History): Comparison[] {
  return successesOf(history, 'requestPayment').flatMap((exchange) => {
    const amount = readProperty(exchange.sent, 'amount');
    if (readProperty(exchange.sent, 'capture') !== false || typeof amount !== 'number' || amount <= 0) {
      return [];
    }
    const totals = { total_authorized: amount, total_voided: 0, total_captured: 0, total_refunded: 0 };
    const problem = 'is not that of a payment that was to be authorized alone';
    return compareTotals({ exchange, place: 'body', value: exchange.body }, totals, problem, []);
  });
}

/** A payment that ended with its request is not open afterwards. */
function compareEnded(history: History): Comparison[] {
  return listRequestedPayments(history).flatMap(({ id, exchange }): Comparison[] => {
    if (!ENDED_STATUSES.includes(readProperty(exchange.body, 'status'))) return [];
    const later = successesOf(history, 'getPaymentDetails').filter((one) => one.id === id);
    return later.map(({ body }) => ({
      exchange,
      place: 'body.status',
      holds: !OPEN_STATUSES.includes(readProperty(body, 'status')),
      problem: 'is that of a payment that has ended, which the details do not have',
      basis: 'inferred',
      dependsOn: [{ operationId: 'getPaymentDetails', place: 'body.status' }],
    }));
  });
}
