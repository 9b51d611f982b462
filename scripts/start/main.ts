import { type Client, createClient, isLddPayError } from 'lddpay';
import { createSandbox, type Sandbox } from 'lddpay-sandbox';
import { colors } from '../lib/colors.js';
import { readNoArguments, runCommand } from '../lib/command.js';
import { createStepPrinter, formatAmount, renderLedger, SEPARATOR } from './step-printer.js';

const USAGE = `Usage: npm start

Shows payment lifecycles: the client calls every operation of a sandbox in this process.

Exit status: 0 every call succeeded; 1 a call failed; 2 the arguments are wrong.
`;

await runCommand({ usage: USAGE, read: readNoArguments, run: start });

async function start(): Promise<number> {
  const started = performance.now();
  const sandbox = createSandbox();
  const server = await sandbox.listen();
  const lddpay = createClient({ baseUrl: server.url, ...sandbox.credentials });
  try {
    console.log(colors.bold('\nA payment lifecycle with the generated client'));
    console.log(colors.dim(`On a sandbox at ${server.url}: like the API, but no money moves.`));
    const lost = await makePayments(lddpay, sandbox);
    const ledger = sandbox.ledger();
    console.log(`\n${colors.bold('The ledger: every effect on money, in order')}\n${renderLedger(ledger)}`);
    const times = ledger.filter(({ idempotencyKey }) => idempotencyKey === lost).length;
    if (times !== 1) throw new Error(`The capture whose response was lost took effect ${times} times.`);
    console.log(renderSummary(sandbox, started));
    return 0;
  } catch (error) {
    const details = isLddPayError(error) ? `${error.message} (${error.kind}, ${error.outcome})` : error;
    console.error(colors.red('\nThe tour failed.'), details);
    return 1;
  } finally {
    await server.close();
  }
}

/**
 * Calls all operations one after another and prints each call.
 *
 * @returns The idempotency key of the capture whose response was lost.
 */
async function makePayments(lddpay: Client<true>, sandbox: Sandbox): Promise<string> {
  const step = createStepPrinter(lddpay);
  const source = {
    type: 'card',
    number: '4242424242424242',
    expiry_month: 12,
    expiry_year: 2030,
    cvv: '100',
  };
  const signed = { pnm_payment_identifier: '3141592653' };
  const reference = 'ORD-5023-4E89';

  await step(
    'getToken',
    'one token for all calls, renewed when necessary',
    lddpay.getToken(),
    (token) => `${token.token_type}, valid for ${token.expires_in} s`,
  );

  const { id } = await step(
    'requestPayment',
    'a hotel authorizes USD 10.00, as an estimate',
    lddpay.requestPayment({
      amount: 1000,
      currency: 'USD',
      source,
      reference,
      capture: false,
      authorization_type: 'Estimated',
    }),
    (payment) => payment.id,
  );
  await step(
    'incrementAuthorization',
    'the minibar: USD 2.50 more',
    lddpay.incrementAuthorization(id, { amount: 250 }),
    id,
  );
  await step(
    'capturePayment',
    'collect USD 4.00; another capture follows',
    lddpay.capturePayment(id, { amount: 400, capture_type: 'NonFinal' }),
    id,
  );
  sandbox.faults.inject({ operationId: 'capturePayment', effect: 'drop-after' });
  const idempotencyKey = crypto.randomUUID();
  await step(
    'capturePayment',
    'collect USD 3.00; the response is lost: a retry',
    lddpay.capturePayment(id, { amount: 300, capture_type: 'NonFinal' }, { idempotencyKey }),
    id,
  );
  await step(
    'refundPayment',
    'refund USD 2.00; signed',
    lddpay.refundPayment(id, { ...signed, refund_amount: 200, refund_currency: 'USD' }),
    id,
  );
  await step('reversePayment', 'return the rest; signed', lddpay.reversePayment(id, signed), id);
  await step('reversePayment', 'nothing is left to return', lddpay.reversePayment(id, signed), id);
  await step('getPaymentActions', 'all actions, latest first', lddpay.getPaymentActions(id), (actions) =>
    actions.map(({ type, amount }) => `${type} ${formatAmount(amount)}`).join(SEPARATOR),
  );

  const order = await step(
    'requestPayment',
    'another order, authorized',
    lddpay.requestPayment({ amount: 2500, currency: 'USD', source, reference, capture: false }),
    (payment) => payment.id,
  );
  await step('voidPayment', 'out of stock: release the amount', lddpay.voidPayment(order.id), order.id);

  const renewal = await step(
    'requestPayment',
    'a subscription is declined; a retry is scheduled',
    lddpay.requestPayment({
      amount: 1505,
      currency: 'USD',
      source,
      reference,
      merchant_initiated: true,
      payment_type: 'Recurring',
    }),
    (payment) => payment.id,
  );
  await step(
    'cancelScheduledRetry',
    'the subscriber has canceled: cancel the retry',
    lddpay.cancelScheduledRetry(renewal.id),
    renewal.id,
  );
  await step('getPaymentDetails', 'read one payment', lddpay.getPaymentDetails(order.id), order.id);
  await step(
    'searchPayments',
    'find payments by query',
    lddpay.searchPayments({ query: "status:'Voided'" }),
    (found) =>
      (Array.isArray(found) ? found : found.data).map(({ status, id }) => `${status} ${id}`).join(SEPARATOR),
  );
  await step(
    'getPaymentsList',
    'find payments by reference',
    lddpay.getPaymentsList({ reference }),
    ({ total_count }) => `${total_count} payments`,
  );
  return idempotencyKey;
}

function renderSummary(sandbox: Sandbox, started: number): string {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const operations = new Set(sandbox.requests().map(({ operationId }) => operationId)).size;
  return [
    '',
    colors.green(
      `The capture whose response was lost took effect once. ${operations} operations, ${seconds} s.`,
    ),
    '',
    'Next steps:',
    `  ${colors.bold('examples/quick-start.ts')}   the shortest program that takes a payment`,
    `  ${colors.bold('npm run sandbox')}           this sandbox on port 4010, for any language`,
    `  ${colors.bold('npm test')}                  tests every operation and documented status`,
    `  ${colors.bold('README.md')}                 options, errors, what is inferred`,
    '',
  ].join('\n');
}
