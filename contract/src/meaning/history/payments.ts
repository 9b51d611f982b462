import { type OperationId, operations } from 'lddpay/operations';
import { readProperty } from '../../probes/response-fields.js';
import { isSameJson } from './comparison.js';
import { type History, isSuccess, type ParsedExchange, successesOf } from './history.js';
import { paginationOf } from './pages.js';

/** A payment as a response shows it. */
export interface PaymentView {
  readonly exchange: ParsedExchange;
  /** The place in the response: `body`, `body.data.*` or `body.*`. */
  readonly place: string;
  readonly value: unknown;
  readonly id: string;
}

/** A payment that this run requested. */
export interface RequestedPayment {
  readonly id: string;
  readonly exchange: ParsedExchange;
  /** The body of the request. */
  readonly order: unknown;
}

/** An action that the provider accepted in this run. */
export interface AcceptedAction {
  readonly actionId: string;
  readonly paymentId: string;
  readonly exchange: ParsedExchange;
}

/** A reading of a payment's actions between two equal readings of its details. */
export interface StableReading {
  readonly details: ParsedExchange;
  readonly actions: ParsedExchange;
}

/** An action of a payment, as the list of actions shows it. */
export interface ActionView {
  readonly id: unknown;
  readonly type: unknown;
  readonly amount: unknown;
  readonly approved: unknown;
  readonly value: unknown;
}

/** The items of a page, with the place of each; empty for any other response. */
export function listItems({ operationId, body }: ParsedExchange): { place: string; value: unknown }[] {
  const pagination = paginationOf(operationId);
  if (!pagination) return [];
  const isBare = Array.isArray(body);
  const items = isBare ? body : readProperty(body, pagination.items);
  const place = isBare ? 'body.*' : `body.${pagination.items}.*`;
  return Array.isArray(items) ? items.map((value) => ({ place, value })) : [];
}

/** Every payment that a response shows with its id. */
export function listPaymentViews(history: History): PaymentView[] {
  return history.filter(isSuccess).flatMap((exchange) => {
    const single = ['requestPayment', 'getPaymentDetails'].includes(exchange.operationId);
    const values = single ? [{ place: 'body', value: exchange.body }] : listItems(exchange);
    return values.flatMap(({ place, value }) => {
      const id = readProperty(value, 'id');
      return typeof id === 'string' ? [{ exchange, place, value, id }] : [];
    });
  });
}

/** The results of increments. They show a payment without its id, which is that of the request. */
export function listIncrementViews(
  history: History,
): (Omit<PaymentView, 'id'> & { readonly id: string | undefined })[] {
  return successesOf(history, 'incrementAuthorization').map((exchange) => ({
    exchange,
    place: 'body',
    value: exchange.body,
    id: exchange.id,
  }));
}

/** The payments that were requested in this run, each id once. */
export function listRequestedPayments(history: History): RequestedPayment[] {
  const payments = new Map<string, RequestedPayment>();
  for (const exchange of successesOf(history, 'requestPayment')) {
    const id = readProperty(exchange.body, 'id');
    if (typeof id === 'string' && !payments.has(id)) {
      payments.set(id, { id, exchange, order: exchange.sent });
    }
  }
  return [...payments.values()];
}

/** The operations that add actions to a payment, by the description. */
export const ACTION_OPERATIONS = (Object.keys(operations) as OperationId[]).filter(
  (operationId) => operations[operationId].actions.length > 0,
);

/** The actions that were accepted in this run, each id once. */
export function listAcceptedActions(history: History): AcceptedAction[] {
  const actions = new Map<string, AcceptedAction>();
  for (const exchange of history) {
    const actionId = readProperty(exchange.body, 'action_id');
    const { id: paymentId, operationId } = exchange;
    if (!isSuccess(exchange) || !ACTION_OPERATIONS.includes(operationId)) continue;
    if (typeof actionId !== 'string' || paymentId === undefined || actions.has(actionId)) continue;
    actions.set(actionId, { actionId, paymentId, exchange });
  }
  return [...actions.values()];
}

/** The actions in a list of actions. */
export function listActions({ body }: ParsedExchange): ActionView[] {
  return (Array.isArray(body) ? body : []).map((value) => ({
    id: readProperty(value, 'id'),
    type: readProperty(value, 'type'),
    amount: readProperty(value, 'amount'),
    approved: readProperty(value, 'approved'),
    value,
  }));
}

/**
 * The readings of actions between two readings of details with the same status and balances, and no write in
 * between. Only these can be compared, because captures, refunds and voids take their time.
 */
export function listStableReadings(history: History): StableReading[] {
  return successesOf(history, 'getPaymentActions').flatMap((actions) => {
    const ofPayment = history.filter(({ id }) => id === actions.id);
    const at = ofPayment.indexOf(actions);
    const details = nearestDetails(ofPayment.slice(0, at).reverse());
    const later = nearestDetails(ofPayment.slice(at + 1));
    return Array.isArray(actions.body) && details && later && hasSameState(details, later)
      ? [{ details, actions }]
      : [];
  });
}

/** The next reading of details, unless a write comes first. */
function nearestDetails(exchanges: History): ParsedExchange | undefined {
  const next = exchanges.find(
    (one) => !operations[one.operationId].safe || one.operationId === 'getPaymentDetails',
  );
  return next && next.operationId === 'getPaymentDetails' && isSuccess(next) ? next : undefined;
}

function hasSameState(one: ParsedExchange, other: ParsedExchange): boolean {
  return ['status', 'balances'].every((name) =>
    isSameJson(readProperty(one.body, name), readProperty(other.body, name)),
  );
}
