// Everything that goes wrong is an LddPayError that says what became of the payment.
import { createClient, isLddPayError, optionsFromEnv } from 'lddpay';

const lddpay = createClient(optionsFromEnv(process.env));

try {
  // 10.5 cents: the API refuses it.
  await lddpay.requestPayment({ amount: 10.5, currency: 'USD', source: { type: 'card' } });
} catch (error) {
  if (!isLddPayError(error)) throw error;
  switch (error.outcome) {
    case 'not_sent':
      console.log('nothing was sent:', error.message);
      break;
    case 'rejected':
      console.log('refused, nothing happened:', error.status, error.errorCodes.join(', '));
      break;
    case 'unknown':
      console.log('it may have happened: repeat the call with the key', error.idempotencyKey);
      break;
  }
}
