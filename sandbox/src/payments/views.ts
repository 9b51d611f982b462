import { MAX_RETRIES } from './authorization.js';
import { renderBalances } from './balances.js';
import { buildPaymentLinks, buildResultLinks, buildUrl } from './links.js';
import { type Action, available, type Payment } from './payment.js';

/** Renders the response to a payment request. */
export function renderResult(payment: Payment, origin: string) {
  const { id, instruction, status, approved, actions } = payment;
  const action = actions.at(-1);
  return {
    id,
    status,
    approved,
    amount: instruction.amount,
    currency: instruction.currency,
    reference: instruction.reference,
    action_id: action?.id,
    response_code: action?.processorResponse.code,
    response_summary: action?.processorResponse.summary,
    processed_on: toIsoTime(action?.at),
    _links: buildResultLinks(payment, origin),
  };
}

/** Renders the details of a payment or payout. */
export function renderDetails(payment: Payment, origin: string) {
  return payment.instruction.kind === 'payout'
    ? renderPayoutDetails(payment, origin)
    : renderPaymentDetails(payment, origin);
}

function renderPaymentDetails(payment: Payment, origin: string) {
  const { instruction } = payment;
  return {
    ...renderCommonFields(payment),
    source: instruction.source,
    payment_type: instruction.paymentType,
    reference: instruction.reference,
    description: instruction.description,
    approved: payment.approved,
    expires_on: toIsoTime(payment.expiresOn),
    balances: renderBalances(payment.totals, available(payment)),
    risk: { flagged: false },
    metadata: instruction.metadata,
    actions: renderActionSummaries(payment),
    retry: renderRetry(payment),
    _links: buildPaymentLinks(payment, origin),
  };
}

function renderPayoutDetails(payment: Payment, origin: string) {
  const { instruction } = payment;
  return {
    ...renderCommonFields(payment),
    source: instruction.source,
    destination: instruction.destination,
    reference: instruction.reference,
    approved: payment.approved,
    _links: buildPaymentLinks(payment, origin),
  };
}

/** Renders a payment or payout as an item of a search. */
export function renderSearchItem(payment: Payment) {
  const { instruction } = payment;
  const shared = {
    ...renderCommonFields(payment),
    reference: instruction.reference,
    metadata: instruction.metadata,
    actions: renderActionSummaries(payment),
  };
  return instruction.kind === 'payout'
    ? { ...shared, destination: instruction.destination }
    : {
        ...shared,
        source: instruction.source,
        payment_type: instruction.paymentType,
        balances: renderBalances(payment.totals, available(payment)),
        risk: { flagged: false },
      };
}

/** Renders an action as an item of the list of actions. */
export function renderAction(action: Action) {
  const { approved, code, summary } = action.processorResponse;
  return {
    id: action.id,
    type: action.type,
    amount: action.amount,
    response_code: code,
    response_summary: summary,
    processed_on: toIsoTime(action.at),
    approved,
    authorization_type: action.authorizationType,
    reference: action.reference,
    metadata: action.metadata,
  };
}

/** Renders the response to an increment. */
export function renderIncrement(payment: Payment, action: Action, origin: string) {
  const { approved, code, summary } = action.processorResponse;
  return {
    action_id: action.id,
    amount: action.amount,
    currency: payment.instruction.currency,
    approved,
    status: approved ? 'Authorized' : 'Declined',
    response_code: code,
    response_summary: summary,
    processed_on: toIsoTime(action.at),
    expires_on: toIsoTime(payment.expiresOn),
    balances: renderBalances(payment.totals, available(payment)),
    reference: payment.instruction.reference,
    _links: buildPaymentLinks(payment, origin),
  };
}

/** Renders the response to an accepted action. */
export function renderAcceptedAction(
  payment: Payment,
  actionId: string,
  reference: string | undefined,
  origin: string,
) {
  return {
    action_id: actionId,
    reference: chooseReference(payment, actionId, reference),
    // The page requires at least two links.
    _links: {
      payment: { href: buildUrl('getPaymentDetails', payment, origin) },
      actions: { href: buildUrl('getPaymentActions', payment, origin) },
    },
  };
}

/** Renders the response to an accepted reversal. */
export function renderReversal(payment: Payment, action: Action, origin: string) {
  return {
    action_id: action.id,
    reference: chooseReference(payment, action.id, undefined),
    _links: { payment: { href: buildUrl('getPaymentDetails', payment, origin) } },
  };
}

/** Chooses the reference that the description requires: the request's, else the payment's, else the action's id. */
function chooseReference(payment: Payment, actionId: string, reference: string | undefined): string {
  return reference ?? payment.instruction.reference ?? actionId;
}

function renderCommonFields({ id, requestedOn, instruction, status }: Payment) {
  return {
    id,
    requested_on: toIsoTime(requestedOn),
    amount: instruction.amount,
    currency: instruction.currency,
    status,
  };
}

function renderActionSummaries({ actions }: Payment) {
  return actions.map(({ id, type, processorResponse }) => ({
    id,
    type,
    response_code: processorResponse.code,
    response_summary: processorResponse.summary,
  }));
}

function renderRetry({ retry }: Payment) {
  return (
    retry && {
      enabled: true,
      max_attempts: MAX_RETRIES,
      attempts_made: retry.made,
      ends_on: toIsoTime(retry.endsOn),
      next_attempt_on: toIsoTime(retry.nextOn),
    }
  );
}

function toIsoTime(time: number): string;
function toIsoTime(time: number | undefined): string | undefined;
function toIsoTime(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
