import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { createClient } from 'lddpay';
import { createSandbox, type Server } from 'lddpay-sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { authorized, captured, retryScheduled, type State } from '../../../conformance/payments.js';
import { type Document, examplesOf, jsonOf, listOperations } from '../../../lib/description.js';
import { compile } from '../../testing/compile-programs.js';
import { run } from '../../testing/run-program.js';
import { environmentOf } from '../../testing/sandbox-environment.js';
import { samplesOf } from './samples.js';

const description = new URL('../../../../generated/openapi.json', import.meta.url);
const document = JSON.parse(readFileSync(description, 'utf8')) as Document;
const operations = listOperations(document);
const samples = operations.flatMap((operation) =>
  samplesOf(document, operation).map(({ lang, label, source }) => {
    const { operationId } = operation;
    return { name: `${operationId}, ${label}`, operationId, lang, source };
  }),
);

/** What a payment has to be like for an operation on it to succeed. */
const STATES: Readonly<Record<string, State>> = {
  getPaymentDetails: authorized,
  getPaymentActions: authorized,
  incrementAuthorization: authorized,
  cancelScheduledRetry: retryScheduled,
  capturePayment: authorized,
  refundPayment: captured,
  reversePayment: captured,
  voidPayment: authorized,
};

/** The payment that the examples of the description are about. */
const EXAMPLE_ID = 'pay_mbabizu24mvu3mela5njyhpit4';

// A day before the time that one of the examples asks to be captured at.
const sandbox = createSandbox({ now: () => Date.UTC(2026, 1, 28) });
const client = createClient({ baseUrl: 'http://sandbox.test', ...sandbox.credentials, fetch: sandbox.fetch });
let server: Server;
beforeAll(async () => {
  server = await sandbox.listen();
});
afterAll(() => server.close());

/** The sample on a payment that is there, in a state that the operation needs. */
async function onPayment(operationId: string, source: string): Promise<string> {
  if (!source.includes(EXAMPLE_ID)) return source;
  const state = STATES[operationId];
  if (!state) throw new Error(`Say in samples.test.ts what ${operationId} needs of its payment.`);
  return source.replaceAll(EXAMPLE_ID, await state(client));
}

/** The last request was the sample's own, and succeeded. */
function expectSuccess(operationId: string): void {
  const { operationId: last, status } = sandbox.requests().at(-1) ?? expect.unreachable();
  expect(last).toBe(operationId);
  expect(status).toBeGreaterThanOrEqual(200);
  expect(status).toBeLessThan(300);
}

describe('a sample of the client', () => {
  const programs = samples.filter(({ lang }) => lang === 'TypeScript');

  it.each(programs)('succeeds on the sandbox: $name', async ({ operationId, source }) => {
    const program = await onPayment(operationId, source);
    await run(program, environmentOf(sandbox, server.url));
    expectSuccess(operationId);
  });

  // The compiler takes its time on a busy machine.
  it('compiles, whichever it is', { timeout: 120_000 }, () => {
    expect(compile(new Map(programs.map(({ name, source }) => [name, source])))).toEqual([]);
  });
});

const tools = ['curl', 'openssl'].filter((tool) => spawnSync(tool, ['version']).error === undefined);
const without = tools.length < 2 ? ' (skipped: it takes curl and OpenSSL)' : '';

describe.skipIf(without !== '')(`a sample of curl${without}`, () => {
  let token = '';
  beforeEach(async () => {
    token = (await client.getToken()).access_token;
  });

  it.each(samples.filter(({ lang }) => lang === 'Shell'))(
    'succeeds on the sandbox: $name',
    async ({ operationId, source }) => {
      const script = await onPayment(operationId, source);
      const env = { ...process.env, ...environmentOf(sandbox, server.url), LDDPAY_TOKEN: token };
      await promisify(execFile)('sh', ['-euc', script], { env });
      expectSuccess(operationId);
    },
  );
});

describe('the samples', () => {
  it('are two for each example of a request, and two where there is no body', () => {
    const expected = operations.map(({ operationId, requestBody }) => {
      const examples = Object.keys(examplesOf(document, jsonOf(requestBody))).length;
      return `${operationId} ${2 * Math.max(1, examples)}`;
    });
    const counted = operations.map(({ operationId }) => {
      const own = samples.filter((sample) => sample.operationId === operationId);
      return `${operationId} ${own.length}`;
    });
    expect(counted).toEqual(expected);
  });

  it('name no host', () => {
    expect(samples.filter(({ source }) => /https?:/.test(source))).toEqual([]);
  });

  it('warn of an amount whose unit is not documented', () => {
    const risky = samples.filter(({ source }) => source.includes('refund_amount'));
    expect(risky.length).toBeGreaterThan(0);
    for (const { source } of risky) expect(source).toMatch(/unit of refund_amount is not documented/);
  });
});
