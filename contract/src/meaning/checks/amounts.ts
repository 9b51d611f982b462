import { readProperty } from '../../probes/response-fields.js';
import type { Comparison, MeaningCheck } from '../history/comparison.js';
import { type History, successesOf } from '../history/history.js';
import {
  listAcceptedActions,
  listActions,
  listPaymentViews,
  listRequestedPayments,
} from '../history/payments.js';

/** Compares amounts with those of the requests, and with each other. */
export const checkAmounts: MeaningCheck = {
  name: 'amounts',
  compares: 'amounts of payments and actions with those asked for, and with each other',
  needs: 'no response showed an amount that could be compared',
  compare: (history) => [
    ...compareRequested(history),
    ...compareIncrements(history),
    ...compareAccepted(history),
    ...compareFirstAuthorizations(history),
  ],
};

/** Every view of a payment has the amount of its request. */
function compareRequested(history: History): Comparison[] {
  const payments = listRequestedPayments(history);
  return listPaymentViews(history).flatMap(({ exchange, place, value, id }): Comparison[] => {
    const payment = payments.find((one) => one.id === id);
    const found = readProperty(value, 'amount');
    if (!payment || typeof found !== 'number') return [];
    return [
      {
        exchange,
        place: `${place}.amount`,
        holds: found === readProperty(payment.order, 'amount'),
        problem: 'is not the amount of the payment request',
        basis: 'documented',
      },
    ];
  });
}

/** The result of an increment has its amount. The page calls it the payment amount, so this is inferred. */
function compareIncrements(history: History): Comparison[] {
  const payments = listRequestedPayments(history);
  return successesOf(history, 'incrementAuthorization').flatMap((exchange): Comparison[] => {
    const asked = readProperty(exchange.sent, 'amount');
    const first = readProperty(payments.find(({ id }) => id === exchange.id)?.order, 'amount');
    if (typeof asked !== 'number' || typeof first !== 'number') return [];
    const found = readProperty(exchange.body, 'amount');
    if (typeof found !== 'number') return [];
    return [
      {
        exchange,
        place: 'body.amount',
        holds: found === asked,
        problem:
          found === first + asked
            ? 'is the new total instead of the amount of the increment'
            : 'is not the amount of the increment',
        basis: 'inferred',
      },
    ];
  });
}

/** An action has the amount of the request that was accepted. The page has no text for it, so this is inferred. */
function compareAccepted(history: History): Comparison[] {
  return listAcceptedActions(history).flatMap(({ actionId, paymentId, exchange }) => {
    const asked = readProperty(exchange.sent, 'amount');
    const readings = successesOf(history, 'getPaymentActions').filter(({ id }) => id === paymentId);
    if (asked === undefined) return [];
    return readings.flatMap((reading) =>
      listActions(reading)
        .filter(({ id, amount }) => id === actionId && typeof amount === 'number')
        .map(
          ({ amount }): Comparison => ({
            exchange: reading,
            place: 'body.*.amount',
            holds: amount === asked,
            problem: `is not the amount of the accepted ${exchange.operationId}`,
            basis: 'inferred',
            dependsOn: [{ operationId: 'getPaymentActions', place: 'body.*.id' }],
          }),
        ),
    );
  });
}

/** The first authorization has the amount of the payment, unless only a part was authorized. */
function compareFirstAuthorizations(history: History): Comparison[] {
  const details = successesOf(history, 'getPaymentDetails');
  const increments = listAcceptedActions(history).map(({ actionId }) => actionId as unknown);
  return successesOf(history, 'getPaymentActions').flatMap((exchange): Comparison[] => {
    const payment = details.find(({ id }) => id === exchange.id)?.body;
    // The type of an authorization is optional. Without it, several of them cannot be told apart.
    const [first, ...others] = listActions(exchange).filter(
      ({ id, type, value }) =>
        type === 'Authorization' &&
        readProperty(value, 'authorization_type') !== 'Incremental' &&
        !increments.includes(id),
    );
    const amount = readProperty(payment, 'amount');
    const isPartial = typeof readProperty(payment, 'amount_requested') === 'number';
    if (!first || others.length > 0 || typeof first.amount !== 'number') return [];
    if (typeof amount !== 'number' || isPartial) return [];
    return [
      {
        exchange,
        place: 'body.*.amount',
        holds: first.amount === amount,
        problem: 'of the first authorization is not the amount of the payment',
        basis: 'inferred',
        dependsOn: [{ operationId: 'getPaymentDetails', place: 'body.amount' }],
      },
    ];
  });
}
