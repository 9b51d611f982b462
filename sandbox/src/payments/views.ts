import type { Call } from '../operations/operation-request.js';
import { MAX_RETRIES } from './authorization.js';
import { balancesOf } from './balances.js';
import { paymentLinks, resultLinks, urlOf } from './links.js';
import type { Action, Payment } from './payment.js';

/** What a payment request is answered with. */
export function resultView(payment: Payment, origin: string) {
  const { id, order, status, approved, actions } = payment;
  const outcome = actions.at(-1)?.outcome;
  return {
    id,
    status,
    approved,
    amount: order.amount,
    currency: order.currency,
    reference: order.reference,
    response_code: outcome?.code,
    response_summary: outcome?.summary,
    _links: resultLinks(payment, origin),
  };
}

/** The details of a payment or payout. */
export function detailsView(payment: Payment, origin: string) {
  const { order } = payment;
  return order.kind === 'payout' ? payoutView(payment, origin) : paymentView(payment, origin);
}

function paymentView(payment: Payment, origin: string) {
  const { order } = payment;
  return {
    ...common(payment),
    source: order.source,
    payment_type: order.paymentType,
    reference: order.reference,
    description: order.description,
    approved: payment.approved,
    expires_on: iso(payment.expiresOn),
    balances: balancesOf(payment.totals),
    risk: { flagged: false },
    metadata: order.metadata,
    actions: actionSummaries(payment),
    retry: retryView(payment),
    _links: paymentLinks(payment, origin),
  };
}

function payoutView(payment: Payment, origin: string) {
  const { order } = payment;
  return {
    ...common(payment),
    source: order.source,
    destination: order.destination,
    reference: order.reference,
    approved: payment.approved,
    _links: paymentLinks(payment, origin),
  };
}

/** A payment or payout as a search shows it. */
export function searchedView(payment: Payment) {
  const { order } = payment;
  const shared = {
    ...common(payment),
    reference: order.reference,
    metadata: order.metadata,
    actions: actionSummaries(payment),
  };
  return order.kind === 'payout'
    ? { ...shared, destination: order.destination }
    : {
        ...shared,
        source: order.source,
        payment_type: order.paymentType,
        balances: balancesOf(payment.totals),
        risk: { flagged: false },
      };
}

/** An action as the list of actions shows it. */
export function actionView(action: Action) {
  const { approved, code, summary } = action.outcome;
  return {
    id: action.id,
    type: action.type,
    amount: action.amount,
    response_code: code,
    response_summary: summary,
    processed_on: iso(action.at),
    approved,
    authorization_type: action.authorizationType,
    reference: action.reference,
    metadata: action.metadata,
  };
}

/** What an increment is answered with. */
export function incrementView(payment: Payment, action: Action, origin: string) {
  const { approved, code, summary } = action.outcome;
  return {
    action_id: action.id,
    amount: action.amount,
    currency: payment.order.currency,
    approved,
    status: approved ? 'Authorized' : 'Declined',
    response_code: code,
    response_summary: summary,
    processed_on: iso(action.at),
    expires_on: iso(payment.expiresOn),
    balances: balancesOf(payment.totals),
    reference: payment.order.reference,
    _links: paymentLinks(payment, origin),
  };
}

/** What an action that was accepted is answered with. */
export function acceptedView(
  { operationId, origin }: Pick<Call, 'operationId' | 'origin'>,
  payment: Payment,
  id: string,
  reference: string | undefined,
) {
  return {
    action_id: id,
    reference: referenceOf(payment, id, reference),
    // At least two are documented.
    _links: {
      self: { href: urlOf(operationId, payment, origin) },
      payment: { href: urlOf('getPaymentDetails', payment, origin) },
    },
  };
}

/** What a reversal that was accepted is answered with. */
export function reversalView(payment: Payment, action: Action, origin: string) {
  return {
    action_id: action.id,
    reference: referenceOf(payment, action.id, undefined),
    _links: { payment: { href: urlOf('getPaymentDetails', payment, origin) } },
  };
}

/** A reference is always documented to be there: the request's own, else the payment's, else the action's id. */
function referenceOf(payment: Payment, id: string, reference: string | undefined): string {
  return reference ?? payment.order.reference ?? id;
}

function common({ id, requestedOn, order, status }: Payment) {
  return { id, requested_on: iso(requestedOn), amount: order.amount, currency: order.currency, status };
}

function actionSummaries({ actions }: Payment) {
  return actions.map(({ id, type, outcome }) => ({
    id,
    type,
    response_code: outcome.code,
    response_summary: outcome.summary,
  }));
}

function retryView({ retry }: Payment) {
  return (
    retry && {
      enabled: true,
      max_attempts: MAX_RETRIES,
      attempts_made: retry.made,
      ends_on: iso(retry.endsOn),
      next_attempt_on: iso(retry.nextOn),
    }
  );
}

function iso(time: number): string;
function iso(time: number | undefined): string | undefined;
function iso(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
