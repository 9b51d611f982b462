import { createClient, optionsFromEnv } from 'lddpay';

const lddpay = createClient(optionsFromEnv(process.env));

const payment = await lddpay.requestPayment({
  amount: 1000, // minor units: USD 10.00
  currency: 'USD',
  source: { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030, cvv: '100' },
  reference: 'ORD-5023-4E89',
  capture: false,
});
console.log(payment.status, payment.id);
if (payment.approved) await lddpay.capturePayment(payment.id, { amount: 400, capture_type: 'NonFinal' });
