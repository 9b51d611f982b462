import type { Intent } from '../orders/lifecycle.js';
import { CARD } from '../orders/secrets.js';

const SIGNED = { pnm_payment_identifier: '3141592653' };

/** The bodies of the writes, by their names. */
export const bodyOf = {
  requestPayment: ({ order, amount = 0, capture = false, isEstimated, isRetried }: Intent) => ({
    amount,
    currency: 'USD',
    source: CARD,
    reference: order,
    capture,
    ...(isEstimated && ({ authorization_type: 'Estimated' } as const)),
    ...(isRetried && ({ payment_type: 'Recurring', merchant_initiated: true } as const)),
  }),
  incrementAuthorization: ({ name, amount = 0 }: Intent) => ({ amount, reference: name }),
  capturePayment: ({ name, amount = 0 }: Intent) =>
    ({ amount, capture_type: 'NonFinal', reference: name }) as const,
  voidPayment: ({ name }: Intent) => ({ reference: name }),
  refundPayment: ({ amount = 0 }: Intent) => ({ ...SIGNED, refund_amount: amount, refund_currency: 'USD' }),
  reversePayment: ({ amount }: Intent) =>
    amount === undefined ? SIGNED : { ...SIGNED, refund_amount: amount, refund_currency: 'USD' },
};
