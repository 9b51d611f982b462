import { type OperationId, operations } from 'lddpay/operations';
import { readProperty } from '../../probes/response-fields.js';
import type { Comparison, MeaningCheck } from '../history/comparison.js';
import {
  type History,
  mayHaveEffect,
  type ParsedExchange,
  successesOf,
  type UnansweredRequest,
} from '../history/history.js';
import {
  type AcceptedAction,
  type ActionView,
  listAcceptedActions,
  listActions,
  listRequestedPayments,
  type RequestedPayment,
} from '../history/payments.js';
import { ACTION_TYPES, readTotals, sumActions, TOTAL_NAMES } from '../history/totals.js';

/** Compares the actions of a payment with those that were accepted. */
export const checkEffects: MeaningCheck = {
  name: 'effects',
  compares: 'what accepted actions become, and that nothing else is done with a payment',
  needs: 'no action was accepted',
  compare: (history, { unanswered }) => [
    ...listAcceptedActions(history).flatMap((action) => compareAccepted(history, action, unanswered)),
    ...listRequestedPayments(history).flatMap((payment) => compareCounts(history, payment, unanswered)),
  ],
};

type Cause = UnansweredRequest & Partial<ParsedExchange>;

/** An accepted action is in the list of actions once its effect shows in the details. */
function compareAccepted(
  history: History,
  action: AcceptedAction,
  unanswered: readonly UnansweredRequest[],
): Comparison[] {
  const { operationId } = action.exchange;
  const reading = lastReading(history, action.paymentId);
  if (!reading || history.indexOf(reading) < history.indexOf(action.exchange)) return [];
  const found = listActions(reading).find(({ id }) => id === action.actionId);
  if (!found && !isEffectShown(history, action, reading, unanswered)) return [];
  return [
    {
      exchange: reading,
      place: 'body',
      holds: found !== undefined,
      problem: `lacks the action of the accepted ${operationId}`,
      basis: 'documented',
      dependsOn: [
        { operationId: 'getPaymentActions', place: 'body.*.id' },
        { operationId, place: 'body.action_id' },
      ],
    },
    ...(found ? compareType(reading, found, operationId) : []),
  ];
}

function compareType(exchange: ParsedExchange, { type }: ActionView, operationId: OperationId): Comparison[] {
  const types: readonly string[] = operations[operationId].actions;
  if (type === undefined) return [];
  return [
    {
      exchange,
      place: 'body.*.type',
      holds: types.includes(String(type)),
      problem: `is not ${types.join(' or ')}, as for the accepted ${operationId}`,
      basis: 'inferred',
      dependsOn: [{ operationId: 'getPaymentActions', place: 'body.*.id' }],
    },
  ];
}

/**
 * Returns true when the details before a reading of the actions show the effect of an accepted action, and no other
 * request explains it: there is none, or their actions are listed and do not add up to it.
 */
function isEffectShown(
  history: History,
  { paymentId, exchange }: AcceptedAction,
  reading: ParsedExchange,
  unanswered: readonly UnansweredRequest[],
): boolean {
  if (exchange.status === 201) return true;
  const since = history.slice(history.indexOf(exchange), history.indexOf(reading));
  const details = successesOf(since, 'getPaymentDetails').findLast(({ id }) => id === paymentId);
  const totals = readTotals(readProperty(details?.body, 'balances'));
  const listed = sumActions(reading);
  const listedIds = listActions(reading).map(({ id }) => id);
  const others = listCauses(history, paymentId, unanswered).filter(
    ({ idempotencyKey }) => idempotencyKey !== exchange.idempotencyKey,
  );
  return TOTAL_NAMES.some((name) => {
    const type = ACTION_TYPES[name];
    if (!totals || !hasEffect(exchange.operationId, type)) return false;
    const causes = others.filter(({ operationId }) => hasEffect(operationId, type));
    const areListed = causes.every(({ body }) => listedIds.includes(readProperty(body, 'action_id')));
    return areListed && totals[name] > (causes.length === 0 ? 0 : listed[name]);
  });
}

/** A payment that is requested without its capture has no actions apart from those that were asked for. */
function compareCounts(
  history: History,
  { id, order }: RequestedPayment,
  unanswered: readonly UnansweredRequest[],
): Comparison[] {
  const exchange = lastReading(history, id);
  if (!exchange || readProperty(order, 'capture') !== false) return [];
  const actions = listActions(exchange);
  const requests = listCauses(history, id, unanswered);
  return Object.values(ACTION_TYPES).map((type) => {
    const causes = requests.filter(({ operationId }) => hasEffect(operationId, type));
    const most = countEffects(causes) + (type === 'Authorization' ? 1 : 0);
    return {
      exchange,
      place: 'body',
      holds: actions.filter((action) => action.type === type).length <= most,
      problem: `has more actions of the type ${type} than were asked for`,
      basis: 'documented',
    };
  });
}

/** The requests about a payment that may have had an effect. */
function listCauses(history: History, paymentId: string, unanswered: readonly UnansweredRequest[]): Cause[] {
  return [...history.filter(mayHaveEffect), ...unanswered].filter(({ id }) => id === paymentId);
}

function hasEffect(operationId: OperationId, type: string): boolean {
  return (operations[operationId].actions as readonly string[]).includes(type);
}

/** Counts the effects that requests can have: one for each key, or each action that was accepted. */
function countEffects(requests: readonly Cause[]): number {
  const keys = new Set(requests.map((request) => request.idempotencyKey ?? request));
  const accepted = requests.map(({ body }) => readProperty(body, 'action_id'));
  return Math.max(keys.size, new Set(accepted.filter((id) => id !== undefined)).size);
}

function lastReading(history: History, paymentId: string): ParsedExchange | undefined {
  return successesOf(history, 'getPaymentActions').findLast(({ id }) => id === paymentId);
}
