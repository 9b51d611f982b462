import type { OperationId } from '../../../generated/operations.js';
import { table } from '../shared/description.js';
import { allowed, type Payment } from './payment.js';

/** Where the controls of the sandbox are. */
export const CONTROLS = '/_sandbox';

/** Below them, the pages that stand in for the payer's bank, one for each session. */
export const CHALLENGES = '/challenges';

/** The URL of an operation on a payment. */
export function urlOf(operationId: OperationId, { id }: Payment, origin: string): string {
  return origin + table[operationId].path.replace('{id}', id);
}

/** The links of a new payment: to itself, and to where the payer has to go. */
export function resultLinks(payment: Payment, origin: string) {
  const { status, sessionId } = payment;
  const challenged = status === 'Pending' && sessionId !== undefined;
  return {
    self: { href: urlOf('getPaymentDetails', payment, origin) },
    actions: { href: urlOf('getPaymentActions', payment, origin) },
    ...(challenged && { redirect: { href: `${origin}${CONTROLS}${CHALLENGES}/${sessionId}` } }),
  };
}

/** The links of a payment: those, and to what can be done with it now. */
export function paymentLinks(payment: Payment, origin: string) {
  const can = allowed(payment);
  const link = (operationId: OperationId) => ({ href: urlOf(operationId, payment, origin) });
  return {
    ...resultLinks(payment, origin),
    ...(can.authorize && { authorize: link('incrementAuthorization') }),
    ...(can.void && { void: link('voidPayment') }),
    ...(can.capture && { capture: link('capturePayment') }),
    ...(can.refund && { refund: link('refundPayment') }),
  };
}
