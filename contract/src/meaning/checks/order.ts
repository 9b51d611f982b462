import { readProperty } from '../../probes/response-fields.js';
import type { Comparison, MeaningCheck } from '../history/comparison.js';
import { type History, successesOf } from '../history/history.js';
import { listAcceptedActions, listActions, listItems, listRequestedPayments } from '../history/payments.js';
import { parseTime } from '../history/time.js';

/** The types of actions that a payment begins with. */
const FIRST_TYPES: readonly unknown[] = ['Authorization', 'Card Verification', 'Payout'];

/** Compares the order of actions and payments with their times, and with the order of the requests. */
export const checkOrder: MeaningCheck = {
  name: 'order',
  compares: 'the order of actions and of listed payments: the latest first',
  needs: 'no response listed two actions or two payments',
  compare: (history) => [...compareActions(history), ...compareList(history)],
};

function compareActions(history: History): Comparison[] {
  const accepted = listAcceptedActions(history).map(({ actionId }) => actionId as unknown);
  return successesOf(history, 'getPaymentActions').flatMap((exchange): Comparison[] => {
    const actions = listActions(exchange);
    if (actions.length < 2) return [];
    const times = actions.map(({ value }) => parseTime(readProperty(value, 'processed_on')));
    const ranks = actions.map(({ id }) => accepted.indexOf(id)).filter((rank) => rank >= 0);
    const startsLast = FIRST_TYPES.includes(actions.at(-1)?.type);
    return [
      {
        exchange,
        place: 'body',
        holds: isDescending(times) && isDescending(ranks) && (startsLast || !isFirstKnown(actions)),
        problem: 'does not have the latest action first',
        basis: 'documented',
        dependsOn: ['processed_on', 'id'].map((name) => ({
          operationId: exchange.operationId,
          place: `body.*.${name}`,
        })),
      },
    ];
  });
}

/** A list that has the action which the payment begins with must end with it. */
function isFirstKnown(actions: readonly { readonly type: unknown }[]): boolean {
  return actions.some(({ type }) => FIRST_TYPES.includes(type));
}

function compareList(history: History): Comparison[] {
  const requested = listRequestedPayments(history).map(({ id }) => id as unknown);
  return successesOf(history, 'getPaymentsList').flatMap((exchange): Comparison[] => {
    const items = listItems(exchange).map(({ value }) => value);
    if (items.length < 2) return [];
    const times = items.map((item) => parseTime(readProperty(item, 'requested_on')));
    const ranks = items
      .map((item) => requested.indexOf(readProperty(item, 'id')))
      .filter((rank) => rank >= 0);
    return [
      {
        exchange,
        place: 'body.data',
        holds: isDescending(times) && isDescending(ranks),
        problem: 'does not have the newest payment first',
        basis: 'inferred',
        dependsOn: ['requested_on', 'id', 'reference'].map((name) => ({
          operationId: exchange.operationId,
          place: `body.data.*.${name}`,
        })),
      },
    ];
  });
}

/** Values that are missing are passed over. */
function isDescending(values: readonly (number | undefined)[]): boolean {
  const known = values.filter((value) => value !== undefined);
  return known.every((value, index) => index === 0 || value <= (known[index - 1] ?? value));
}
