import pc from 'picocolors';
import { type OperationId, operations } from '../generated/operations.js';
import { type ApiPromise, createClient, isLddPayError } from '../src/index.js';
import { startMockServer } from './mock-server.js';

/** One step of the story: a call, and the fields of its answer that matter. */
interface Step {
  readonly operationId: OperationId;
  readonly tells: string;
  readonly call: () => ApiPromise<unknown>;
  readonly fields: readonly string[];
}

const started = performance.now();
const mock = await startMockServer();
const lddpay = createClient({
  baseUrl: mock.url,
  clientId: 'ack_example',
  clientSecret: 'example-client-secret',
  scope: 'gateway',
  signing: { siteIdentifier: 'S0000000001', secret: 'example-signing-secret' },
});

try {
  console.log(pc.bold('\nThe life of a payment, told by the generated client'));
  console.log(pc.dim(`An embedded mock of the description answers at ${mock.url}: it checks every request,`));
  console.log(pc.dim('answers with examples and moves no money.\n'));
  const violations = await tell(story());
  console.log(`\n${closing(violations)}`);
  if (violations > 0) process.exitCode = 1;
} catch (error) {
  if (!isLddPayError(error)) throw error;
  console.error(pc.red(`\n${error.operationId}: ${error.message} (${error.kind}, outcome ${error.outcome})`));
  process.exitCode = 1;
} finally {
  await mock.close();
}

function story(): Step[] {
  const id = 'pay_mbabizu24mvu3mela5njyhpit4';
  const signed = { pnm_payment_identifier: '3141592653' };
  const source = {
    type: 'card',
    number: '4242424242424242',
    expiry_month: 12,
    expiry_year: 2030,
    cvv: '100',
  };
  const reference = 'ORD-5023-4E89';
  return [
    {
      operationId: 'getToken',
      tells: 'one token, kept and renewed for all calls',
      call: () => lddpay.getToken(),
      fields: ['token_type', 'expires_in'],
    },
    {
      operationId: 'requestPayment',
      tells: 'authorize USD 10.00, to be captured later',
      call: () =>
        lddpay.requestPayment({
          amount: 1000,
          currency: 'USD',
          source,
          reference,
          capture: false,
          authorization_type: 'Estimated',
        }),
      fields: ['id', 'status', 'approved'],
    },
    {
      operationId: 'getPaymentDetails',
      tells: 'what can be done with it now',
      call: () => lddpay.getPaymentDetails(id),
      fields: ['status', 'balances.available_to_capture'],
    },
    {
      operationId: 'incrementAuthorization',
      tells: 'the minibar: USD 2.50 more',
      call: () => lddpay.incrementAuthorization(id, { amount: 250 }),
      fields: ['approved', 'amount', 'balances.total_authorized'],
    },
    {
      operationId: 'capturePayment',
      tells: 'collect USD 4.00, more to follow',
      call: () => lddpay.capturePayment(id, { amount: 400, capture_type: 'NonFinal' }),
      fields: ['action_id', 'reference'],
    },
    {
      operationId: 'refundPayment',
      tells: 'give a part back; signed',
      call: () => lddpay.refundPayment(id, { ...signed, refund_amount: 300, refund_currency: 'USD' }),
      fields: ['action_id', 'reference'],
    },
    {
      operationId: 'reversePayment',
      tells: 'give everything back, whatever the state; signed',
      call: () => lddpay.reversePayment(id, signed),
      fields: ['action_id', 'reference'],
    },
    {
      operationId: 'voidPayment',
      tells: 'release what was never captured',
      call: () => lddpay.voidPayment(id, { reference: `${reference}-V1` }),
      fields: ['action_id', 'reference'],
    },
    {
      operationId: 'getPaymentActions',
      tells: 'everything that was done, the latest first',
      call: () => lddpay.getPaymentActions(id),
      fields: ['0.type', '0.amount', '1.type'],
    },
    {
      operationId: 'cancelScheduledRetry',
      tells: 'stop the next attempt of a declined payment',
      call: () => lddpay.cancelScheduledRetry(id),
      fields: ['action_id', 'reference'],
    },
    {
      operationId: 'searchPayments',
      tells: 'find it by query',
      call: () => lddpay.searchPayments({ query: `reference:'${reference}'` }),
      fields: ['data.length', 'data.0.status'],
    },
    {
      operationId: 'getPaymentsList',
      tells: 'find it by its reference',
      call: () => lddpay.getPaymentsList({ reference }),
      fields: ['total_count', 'data.0.id'],
    },
  ];
}

/** Makes the calls one after another and gives the number of answers that broke the description. */
async function tell(steps: readonly Step[]): Promise<number> {
  let violations = 0;
  for (const [index, { operationId, tells, call, fields }] of steps.entries()) {
    const { method, path } = operations[operationId];
    const begun = performance.now();
    const { data, status, headers } = await call().withResponse();
    const took = `${(performance.now() - begun).toFixed(0)} ms`;
    const request = `${method.padEnd(4)} ${path}`;
    const number = pc.dim(String(index + 1).padStart(2));
    console.log(`${number} ${pc.bold(operationId.padEnd(23))} ${tells}`);
    console.log(
      `   ${pc.cyan(request.padEnd(36))} ${pc.green(status)} ${pc.dim(took.padStart(6))}  ${show(data, fields)}`,
    );
    if (headers.has('sl-violations')) violations += 1;
  }
  return violations;
}

function show(data: unknown, fields: readonly string[]): string {
  return fields.map((field) => `${pc.dim(field)} ${String(at(data, field))}`).join(pc.dim(' · '));
}

function at(data: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], data);
}

function closing(violations: number): string {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const verdict =
    violations === 0
      ? pc.green(`All requests and all answers fit the description (${seconds} s).`)
      : pc.red(`${violations} answers break the description.`);
  return [
    verdict,
    '',
    'What next:',
    `  ${pc.bold('examples/quick-start.ts')}   the shortest program that takes a payment`,
    `  ${pc.bold('npm test')}                  every operation and every documented status, proven`,
    `  ${pc.bold('README.md')}                 options, errors, what is documented and what is inferred`,
    '',
  ].join('\n');
}
