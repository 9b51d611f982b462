import type { Intent } from '../orders/lifecycle.js';
import { CARD } from '../orders/secrets.js';

const SIGNED = { pnm_payment_identifier: '3141592653' };

/** The bodies of the writes, by their names. */
export const bodyOf = {
  requestPayment: ({ order, amount = 0, capture = false }: Intent) => ({
    amount,
    currency: 'USD',
    source: CARD,
    reference: order,
    capture,
  }),
  capturePayment: ({ name, amount = 0 }: Intent) =>
    ({ amount, capture_type: 'NonFinal', reference: name }) as const,
  voidPayment: ({ name }: Intent) => ({ reference: name }),
  refundPayment: ({ amount = 0 }: Intent) => ({ ...SIGNED, refund_amount: amount, refund_currency: 'USD' }),
  reversePayment: () => SIGNED,
};
