// Refunds and reversals are signed: with the variables LDDPAY_SITE_IDENTIFIER and LDDPAY_SIGNING_SECRET, the client fills
// in the signature fields.
import { createClient, optionsFromEnv } from 'lddpay';

const lddpay = createClient(optionsFromEnv(process.env));

const { id } = await lddpay.requestPayment({
  amount: 1000,
  currency: 'USD',
  source: { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 },
  reference: 'ORD-5023-4E89',
});
// Its capture may be carried out later. A refund before that gets a 403.
await lddpay.waitForPayment(id, { until: ['Captured', 'Declined', 'Canceled', 'Expired'] });
const accepted = await lddpay.refundPayment(id, {
  pnm_payment_identifier: '3141592653',
  refund_amount: 300, // the docs do not say whether this is USD 3.00 or USD 300.00: ask first
  refund_currency: 'USD',
});
console.log('refund accepted:', accepted.action_id);
