// Refunds and reversals are signed: with your signing secret, the client fills in the signature fields.
import { createClient, optionsFromEnv } from 'lddpay';

const lddpay = createClient({
  ...optionsFromEnv(process.env),
  signing: {
    siteIdentifier: process.env['LDDPAY_SITE_IDENTIFIER'] ?? '',
    secret: process.env['LDDPAY_SIGNING_SECRET'] ?? '',
  },
});

const { id } = await lddpay.requestPayment({
  amount: 1000,
  currency: 'USD',
  source: { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 },
  reference: 'ORD-5023-4E89',
});
const accepted = await lddpay.refundPayment(id, {
  pnm_payment_identifier: '3141592653',
  refund_amount: 300, // the docs do not say whether this is USD 3.00 or USD 300.00: ask first
  refund_currency: 'USD',
});
console.log('refund accepted:', accepted.action_id);
