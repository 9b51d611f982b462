import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createClient } from 'lddpay';
import { createSandbox, type Server } from 'lddpay-sandbox';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEnvironment } from '../../scripts/docs/runner/sandbox-environment.js';
import { missingBrowser, startBrowser } from '../../scripts/lib/browser.js';

const KEY_HEADER = 'cko-idempotency-key';
const UNKNOWN = 'pay_aaaaaaaaaaaaaaaaaaaaaaaaaa';
const source = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 };

/** Browsers are slow on a busy machine. */
const TIMEOUT_MS = 60_000;

const sandbox = createSandbox();
const lddpay = createClient({ baseUrl: 'http://sandbox.test', ...sandbox.credentials, fetch: sandbox.fetch });

let server: Server;
let backend: ChildProcess;
let browser: Browser;
let url: string;
let page: Page;

/** Authorizes a payment and returns its id. */
async function authorize(): Promise<string> {
  const { id } = await lddpay.requestPayment({ amount: 1000, currency: 'USD', source, capture: false });
  return id;
}

/** Starts the backend of the page on a free port and returns its URL. */
async function startBackend(): Promise<string> {
  const program = fileURLToPath(new URL('backend.ts', import.meta.url));
  backend = spawn(process.execPath, ['--import', 'tsx', program], {
    env: { ...process.env, ...createEnvironment(sandbox, server.url), PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(backend.stdout ?? expect.unreachable())) return line;
  throw new Error('The backend ended before it printed its URL.');
}

async function show(id: string): Promise<void> {
  await page.getByLabel('Payment id').fill(id);
  await page.getByRole('button', { name: 'Show' }).click();
}

/** Records the requests of the page to URLs with this end. */
function recordRequests(end: string): Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith(end)) requests.push(request);
  });
  return requests;
}

/** Expects that the requests carry the same idempotency key, and that the payment was captured by one of them. */
function expectOneCapture(id: string, requests: readonly Request[]): void {
  expect(new Set(requests.map((request) => request.headers()[KEY_HEADER])).size).toBe(1);
  const captures = sandbox.ledger().filter(({ paymentId, type }) => paymentId === id && type === 'Capture');
  expect(captures).toHaveLength(1);
}

const reason = missingBrowser ? ` (skipped: ${missingBrowser})` : '';
describe.skipIf(missingBrowser)(`the page in a browser${reason}`, { timeout: TIMEOUT_MS }, () => {
  beforeAll(async () => {
    server = await sandbox.listen();
    [url, browser] = await Promise.all([startBackend(), startBrowser()]);
    // A new tab takes longer than a page.
    page = await browser.newPage();
  }, TIMEOUT_MS);
  afterAll(async () => {
    backend.kill();
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    await page.goto(url);
  });
  afterEach(async () => {
    sandbox.faults.clear();
    await page.removeAllListeners();
  });

  it('shows a payment', async () => {
    const id = await authorize();

    await show(id);

    await page.getByText('1000 USD (minor units): Authorized').waitFor();
  });

  it('captures once when the response is lost twice', async () => {
    const id = await authorize();
    const captures = recordRequests('/captures');
    await show(id);
    sandbox.faults.inject({ operationId: 'capturePayment', effect: 'drop-after', times: 2 });

    await page.getByRole('button', { name: 'Capture' }).click();

    await page.getByText('Captured', { exact: true }).waitFor();
    expect(captures).toHaveLength(3);
    expectOneCapture(id, captures);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('captures once when the button is clicked twice', async () => {
    const id = await authorize();
    const captures = recordRequests('/captures');
    await show(id);

    // Both clicks come before React can disable the button.
    await page.getByRole('button', { name: 'Capture' }).evaluate((button: HTMLElement) => {
      button.click();
      button.click();
    });

    await page.getByText('Captured', { exact: true }).waitFor();
    expect(captures.length).toBeGreaterThanOrEqual(2);
    expectOneCapture(id, captures);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('shows the outcome of a capture whose responses are all lost, and captures once when clicked again', async () => {
    const id = await authorize();
    const captures = recordRequests('/captures');
    await show(id);
    sandbox.faults.inject({ operationId: 'capturePayment', effect: 'drop-before', times: 3 });

    await page.getByRole('button', { name: 'Capture' }).click();
    await page.getByText('It may have happened. capturePayment').waitFor();
    await page.getByRole('button', { name: 'Capture' }).click();

    await page.getByText('Captured', { exact: true }).waitFor();
    expectOneCapture(id, captures);
  });

  it('shows the error of a 404 with an empty body', async () => {
    const requests = recordRequests(UNKNOWN);

    await show(UNKNOWN);

    expect(await page.getByRole('alert').textContent()).toContain('Nothing happened. getPaymentDetails: ');
    const responses = await Promise.all(requests.map((request) => request.response()));
    expect(responses.map((response) => response?.status())).toEqual([404]);
    expect(await responses[0]?.text()).toBe('');
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(0);
  });

  it('aborts its request when the payment is no longer shown', async () => {
    sandbox.faults.inject({ operationId: 'getPaymentDetails', effect: 'delay', ms: TIMEOUT_MS });
    const [slow, other] = [await authorize(), await authorize()];
    await Promise.all([page.waitForRequest((request) => request.url().endsWith(slow)), show(slow)]);

    const [failed] = await Promise.all([page.waitForEvent('requestfailed'), show(other)]);

    expect([failed.url(), failed.failure()?.errorText]).toEqual([
      `${url}/api/payments/${slow}`,
      'net::ERR_ABORTED',
    ]);
  });

  it('receives a token from the backend, and never the client secret', async () => {
    const received: Promise<string>[] = [];
    page.on('response', (response) => received.push(response.text()));
    await page.reload();
    await show(await authorize());
    await page.getByText('Authorized').waitFor();

    const bodies = await Promise.all(received);

    expect(bodies.filter((body) => body.includes('"access_token":'))).toHaveLength(1);
    expect(bodies.filter((body) => body.includes(sandbox.credentials.clientSecret))).toEqual([]);
  });
});
