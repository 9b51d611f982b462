import type { OperationId } from '../../../generated/operations.js';
import { operationTable } from '../lib/description.js';
import { isChallenged } from './challenge.js';
import { allowedActions, type Payment } from './payment.js';

/** The path of the sandbox's controls. */
export const CONTROLS_PATH = '/_sandbox';

/** The path, below the controls, of the pages that stand in for the payer's bank, one for each session. */
export const CHALLENGES_PATH = '/challenges';

/** Builds the URL of an operation on a payment. */
export function buildUrl(operationId: OperationId, { id }: Payment, origin: string): string {
  return origin + operationTable[operationId].path.replace('{id}', id);
}

/** Builds the links of a new payment: to itself, and to the page that the payer has to visit. */
export function buildResultLinks(payment: Payment, origin: string) {
  return {
    self: { href: buildUrl('getPaymentDetails', payment, origin) },
    actions: { href: buildUrl('getPaymentActions', payment, origin) },
    ...(isChallenged(payment) && {
      redirect: { href: `${origin}${CONTROLS_PATH}${CHALLENGES_PATH}/${payment.sessionId}` },
    }),
  };
}

/** Builds the links of a payment: those of a new one, and one for each action that is allowed now. */
export function buildPaymentLinks(payment: Payment, origin: string) {
  const allowed = allowedActions(payment);
  const link = (operationId: OperationId) => ({ href: buildUrl(operationId, payment, origin) });
  return {
    ...buildResultLinks(payment, origin),
    ...(allowed.authorize && { authorize: link('incrementAuthorization') }),
    ...(allowed.void && { void: link('voidPayment') }),
    ...(allowed.capture && { capture: link('capturePayment') }),
    ...(allowed.refund && { refund: link('refundPayment') }),
  };
}
