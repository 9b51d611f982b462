const { createClient, optionsFromEnv } = require('lddpay');

async function main() {
  const lddpay = createClient(optionsFromEnv(process.env));
  const source = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 };
  const payment = await lddpay.requestPayment({ amount: 1000, currency: 'USD', source });
  console.log(payment.status);
}

main();
