import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingBrowser, startBrowser } from '../../scripts/lib/browser.js';
import { bundleProgram } from './testing/bundle.js';

/** Browsers are slow on a busy machine. */
const TIMEOUT_MS = 60_000;

/** Code runs, but none that is made from strings. */
const POLICY = "default-src 'self'";

/** Tests the sandbox in a page or a worker, and returns what happened. */
const TEST = `
  import { createSandbox } from 'lddpay-sandbox';
  import { createClient } from 'lddpay';
  async function test() {
    const sandbox = createSandbox();
    const { credentials, fetch } = sandbox;
    const lddpay = createClient({
      baseUrl: 'http://sandbox.test', ...credentials, fetch, dangerouslyAllowBrowser: true,
    });
    const source = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2099 };
    sandbox.faults.inject({ operationId: 'requestPayment', effect: 'drop-after' });
    const { id } = await lddpay.requestPayment({ amount: 1000, currency: 'USD', source });
    sandbox.faults.inject({ operationId: 'refundPayment', effect: 'truncate-body' });
    await lddpay.refundPayment(id, { pnm_payment_identifier: '83567654321', refund_amount: 1000 }).catch(() => {});
    const page = await lddpay.getPaymentsList({ reference: 'none' });
    const refused = await sandbox.listen().catch((error) => error.message);
    return [...sandbox.ledger().map(({ type }) => type), page.total_count, refused];
  }
`;

const IN_PAGE = `${TEST} test().then((result) => console.log(JSON.stringify(result)));`;

const IN_WORKER = `${TEST} test().then((result) => postMessage(result));`;

const WORKER_PAGE = `new Worker('/worker.js', { type: 'module' }).onmessage = ({ data }) => console.log(JSON.stringify(data));`;

const reason = missingBrowser ? ` (skipped: ${missingBrowser})` : '';
describe.skipIf(missingBrowser)(`the sandbox in a browser${reason}`, { timeout: TIMEOUT_MS }, () => {
  let server: Server;
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    const alias = { 'lddpay-sandbox': './sandbox/src/index.ts', lddpay: './src/index.ts' };
    const scripts: Readonly<Record<string, string>> = {
      '/page.js': await bundleProgram(IN_PAGE, { alias }),
      '/worker.js': await bundleProgram(IN_WORKER, { alias }),
      '/worker-page.js': WORKER_PAGE,
    };
    server = createServer((request, response) => {
      const script = scripts[request.url ?? ''];
      response.setHeader('Content-Security-Policy', POLICY);
      response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
      response.end(script ?? `<script type="module" src="${request.url?.replace('.html', '.js')}"></script>`);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await startBrowser();
  }, TIMEOUT_MS);
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it.each(['page', 'worker-page'])(
    'serves a client in a %s, without eval and without sockets',
    async (name) => {
      const page = await browser.newPage();
      const failed = new Promise<never>((_, reject) => page.on('pageerror', reject));
      // Not read by an expression: the policy forbids those of the test too.
      const printed = page.waitForEvent('console', { predicate: (message) => message.type() === 'log' });
      await page.goto(`${url}/${name}.html`);

      const message = await Promise.race([printed, failed]);

      expect(JSON.parse(message.text())).toEqual([
        'Authorization',
        'Capture',
        'Refund',
        0,
        expect.stringContaining('listen() needs Node.js, Deno or Bun.'),
      ]);
      await page.close();
    },
  );
});
