// Every error is an LddPayError that says what became of the payment.
import { createClient, isLddPayError, optionsFromEnv } from 'lddpay';

const lddpay = createClient(optionsFromEnv(process.env));

try {
  // A currency code has capital letters: the API rejects this one.
  await lddpay.requestPayment({ amount: 1000, currency: 'usd', source: { type: 'card' } });
} catch (error) {
  if (!isLddPayError(error)) throw error;
  switch (error.outcome) {
    case 'not_sent':
      console.log('nothing was sent:', error.message);
      break;
    case 'rejected':
      console.log('rejected, nothing happened:', error.status, error.errorCodes.join(', '));
      break;
    case 'unknown':
      console.log('it may have happened: repeat the call with the key', error.idempotencyKey);
      break;
  }
}
