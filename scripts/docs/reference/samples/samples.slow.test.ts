import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { createClient } from 'lddpay';
import { createSandbox, type Server } from 'lddpay-sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  authorized,
  captured,
  retryScheduled,
  type State,
} from '../../../../contract/src/conformance/payments.js';
import { type Document, examplesOf, jsonOf, listOperations } from '../../../lib/description.js';
import { listTypeErrors } from '../../../lib/testing/list-type-errors.js';
import type { PaymentState } from '../../runner/messages.js';
import { createEnvironment } from '../../runner/sandbox-environment.js';
import { runProgram } from '../../testing/run-program.js';
import { EXAMPLE_ID, STATES } from './sample-setup.js';
import { createSamples } from './samples.js';

const description = new URL('../../../../generated/openapi.json', import.meta.url);
const document = JSON.parse(readFileSync(description, 'utf8')) as Document;
const operations = listOperations(document);
const samples = operations.flatMap((operation) =>
  createSamples(document, operation).flatMap(({ name, samples: ofExample }) => {
    const { operationId } = operation;
    return ofExample.map(({ language, source }) => ({
      name: `${operationId}, ${name}, ${language}`,
      operationId,
      language,
      source,
    }));
  }),
);

const PAYMENTS: Readonly<Record<PaymentState, State>> = { authorized, captured, retryScheduled };

// With the time of a seed, since one of the examples schedules a capture within a week of it.
const sandbox = createSandbox({ seed: 1 });
const client = createClient({ baseUrl: 'http://sandbox.test', ...sandbox.credentials, fetch: sandbox.fetch });
let server: Server;
beforeAll(async () => {
  server = await sandbox.listen();
});
afterAll(() => server.close());

/** Replaces the payment ID of a sample with that of a payment in the required state. */
async function insertPayment(operationId: string, source: string): Promise<string> {
  if (!source.includes(EXAMPLE_ID)) return source;
  const state = STATES[operationId];
  if (!state)
    throw new Error(`Add the payment state that ${operationId} requires to STATES in sample-setup.ts.`);
  return source.replaceAll(EXAMPLE_ID, await PAYMENTS[state](client));
}

/** Expects that the last request was that of the sample, and that it succeeded. */
function expectSuccess(operationId: string): void {
  const { operationId: last, status } = sandbox.requests().at(-1) ?? expect.unreachable();
  expect(last).toBe(operationId);
  expect(status).toBeGreaterThanOrEqual(200);
  expect(status).toBeLessThan(300);
}

describe('the TypeScript samples', () => {
  const programs = samples.filter(({ language }) => language !== 'curl');

  it.each(programs)('succeed on the sandbox: $name', async ({ operationId, source }) => {
    const program = await insertPayment(operationId, source);
    await runProgram(program, createEnvironment(sandbox, server.url));
    expectSuccess(operationId);
  });

  // The compiler is slow on a busy machine.
  it('compile', async () => {
    expect(await listTypeErrors(new Map(programs.map(({ name, source }) => [name, source])))).toEqual([]);
  });
});

const tools = ['curl', 'openssl'].filter((tool) => spawnSync(tool, ['version']).error === undefined);
const skipped = tools.length < 2 ? ' (skipped: requires curl and OpenSSL)' : '';

describe.skipIf(skipped !== '')(`the curl samples${skipped}`, () => {
  let token = '';
  beforeEach(async () => {
    token = (await client.getToken()).access_token;
  });

  it.each(samples.filter(({ language }) => language === 'curl'))(
    'succeed on the sandbox: $name',
    async ({ operationId, source }) => {
      const script = await insertPayment(operationId, source);
      const env = { ...process.env, ...createEnvironment(sandbox, server.url), LDDPAY_TOKEN: token };
      const check =
        operationId === 'getToken' ? '\ntest -n "$LDDPAY_TOKEN" && printf %s "$LDDPAY_TOKEN"' : '';
      const { stdout } = await promisify(execFile)('sh', ['-euc', script + check], { env });
      expectSuccess(operationId);
      if (!check) return;
      const url = `${server.url}/payments/${await authorized(client)}`;
      const { status } = await fetch(url, { headers: { Authorization: `Bearer ${stdout}` } });
      expect(status).toBe(200);
    },
  );
});

describe('createSamples', () => {
  it('sets the token of the other curl samples in that of getToken, which they name', () => {
    for (const { operationId, source } of samples.filter(({ language }) => language === 'curl')) {
      expect(source).toMatch(
        operationId === 'getToken' ? /^LDDPAY_TOKEN=/m : /^# The curl sample of getToken /,
      );
    }
  });

  it('creates three samples for each example of a request, and for an operation without a body', () => {
    const expected = operations.map(({ operationId, requestBody, ...operation }) => {
      const examples = Object.keys(examplesOf(document, jsonOf(requestBody))).length;
      // The client of openapi-fetch has no call for a token.
      return `${operationId} ${(operation['x-token-endpoint'] ? 2 : 3) * Math.max(1, examples)}`;
    });
    const counted = operations.map(({ operationId }) => {
      const count = samples.filter((sample) => sample.operationId === operationId).length;
      return `${operationId} ${count}`;
    });
    expect(counted).toEqual(expected);
  });

  it('names no host', () => {
    expect(samples.filter(({ source }) => /https?:/.test(source))).toEqual([]);
  });

  it('says when a capture can be scheduled', () => {
    const scheduled = samples.filter(({ source }) => source.includes('capture_on'));
    expect(scheduled.map(({ language }) => language).sort()).toEqual(['curl', 'openapi-fetch', 'ts']);
    for (const { source } of scheduled)
      expect(source).toMatch(/^(#|\/\/) Set capture_on to a time within the next seven days\.$/m);
  });

  it('warns of an amount whose unit is not documented', () => {
    const ambiguous = samples.filter(({ source }) => source.includes('refund_amount'));
    expect(ambiguous.length).toBeGreaterThan(0);
    for (const { source } of ambiguous) expect(source).toMatch(/unit of refund_amount is not documented/);
  });
});
