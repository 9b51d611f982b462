import { readProperty } from '../../probes/response-fields.js';
import type { Comparison } from '../history/comparison.js';
import { type History, successesOf } from '../history/history.js';
import { listAcceptedActions, listRequestedPayments } from '../history/payments.js';
import { readMeaning } from './status-meanings.js';

/** Compares the statuses of the payments of this run with what was asked for, and with each other. */
export function compareRequestedStatuses(history: History): Comparison[] {
  return [
    ...compareCaptured(history),
    ...compareProcessed(history),
    ...compareAuthorized(history),
    ...compareEnded(history),
  ];
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

/**
 * A payment that waits is a 202, any other a 201. A capture can make an authorized payment wait. The page lists no
 * statuses in these responses, so this is inferred.
 */
function compareProcessed(history: History): Comparison[] {
  return successesOf(history, 'requestPayment').flatMap((exchange): Comparison[] => {
    const compared = { exchange, place: 'body.status' };
    if (exchange.status === 201) {
      const problem = 'is that of a payment that was not processed yet, which a 202 reports';
      const isPending = readProperty(exchange.body, 'status') === 'Pending';
      return [{ ...compared, holds: !isPending, problem, basis: 'inferred' }];
    }
    if (exchange.status !== 202 || readProperty(exchange.sent, 'capture') !== false) return [];
    const problem = 'is that of a payment that was processed, which a 201 reports';
    const { phase } = readMeaning(exchange.body);
    const isProcessed = phase === 'authorized' || phase === 'ended';
    return [{ ...compared, holds: !isProcessed, problem, basis: 'inferred' }];
  });
}

/** A request without the capture of its amount only authorizes it. */
function compareAuthorized(history: History): Comparison[] {
  return successesOf(history, 'requestPayment').flatMap((exchange): Comparison[] => {
    const amount = readProperty(exchange.sent, 'amount');
    const { fits } = readMeaning(exchange.body);
    if (readProperty(exchange.sent, 'capture') !== false || !fits) return [];
    if (typeof amount !== 'number' || amount <= 0) return [];
    const totals = { total_authorized: amount, total_voided: 0, total_captured: 0, total_refunded: 0 };
    const problem = 'is not that of a payment that was to be authorized alone';
    return [{ exchange, place: 'body.status', holds: fits(totals), problem, basis: 'inferred' }];
  });
}

/** A payment that ended with its request is not open afterwards. */
function compareEnded(history: History): Comparison[] {
  return listRequestedPayments(history).flatMap(({ id, exchange }): Comparison[] => {
    if (readMeaning(exchange.body).phase !== 'ended') return [];
    const later = successesOf(history, 'getPaymentDetails').filter((one) => one.id === id);
    return later.map(({ body }): Comparison => {
      const { phase } = readMeaning(body);
      return {
        exchange,
        place: 'body.status',
        holds: phase !== 'waiting' && phase !== 'authorized',
        problem: 'is that of a payment that has ended, which the details do not have',
        basis: 'inferred',
        dependsOn: [{ operationId: 'getPaymentDetails', place: 'body.status' }],
      };
    });
  });
}
