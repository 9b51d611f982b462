import type { OperationId } from '../../../generated/operations.js';
import { table } from '../description.js';
import { allowed, type Payment } from './payment.js';

/** Where the controls of the sandbox are. */
export const CONTROLS = '/_sandbox';

/** Below them, the pages that stand in for the payer's bank, one for each session. */
export const CHALLENGES = '/challenges';

/** The URL of an operation on a payment. */
export function urlOf(operationId: OperationId, { id }: Payment, origin: string): string {
  return origin + table[operationId].path.replace('{id}', id);
}

/** The links of a payment: to itself, and to what can be done with it now. */
export function paymentLinks(payment: Payment, origin: string) {
  const { status, sessionId } = payment;
  const can = allowed(payment);
  const link = (operationId: OperationId) => ({ href: urlOf(operationId, payment, origin) });
  return {
    self: link('getPaymentDetails'),
    actions: link('getPaymentActions'),
    ...(can.authorize && { authorize: link('incrementAuthorization') }),
    ...(can.void && { void: link('voidPayment') }),
    ...(can.capture && { capture: link('capturePayment') }),
    ...(can.refund && { refund: link('refundPayment') }),
    ...(status === 'Pending' &&
      sessionId !== undefined && { redirect: { href: `${origin}${CONTROLS}${CHALLENGES}/${sessionId}` } }),
  };
}
