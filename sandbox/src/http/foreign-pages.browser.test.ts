import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { missingBrowser, startBrowser } from '../../../scripts/lib/browser.js';
import { createSandbox, type Server } from '../index.js';
import { connect } from '../testing/api.js';

/** Browsers are slow on a busy machine. */
const TIMEOUT_MS = 60_000;

const reason = missingBrowser ? ` (skipped: ${missingBrowser})` : '';
describe.skipIf(missingBrowser)(`a page of another origin${reason}`, { timeout: TIMEOUT_MS }, () => {
  const sandbox = createSandbox();
  let shop: HttpServer;
  let shopOrigin: string;
  let closed: Server;
  let open: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    shop = createServer((_, response) =>
      response.setHeader('Content-Type', 'text/html').end('<h1>Shop</h1>'),
    );
    await once(shop.listen(0, '127.0.0.1'), 'listening');
    shopOrigin = `http://localhost:${(shop.address() as AddressInfo).port}`;
    [closed, open, browser] = await Promise.all([
      sandbox.listen(),
      sandbox.listen({ cors: [shopOrigin] }),
      startBrowser(),
    ]);
    // A new tab takes longer than a page.
    page = await browser.newPage();
  }, TIMEOUT_MS);
  afterAll(async () => {
    await browser.close();
    await Promise.all([closed.close(), open.close()]);
    shop.close();
  });
  beforeEach(async () => {
    sandbox.reset();
    await (await connect(sandbox)).charge();
    await page.goto(shopOrigin);
  });

  /** Sends a request from the page. Returns the status, 0 when the page must not read it, or the error. */
  function fetchFromPage(url: string, init: RequestInit): Promise<number | string> {
    const send = async ([target, options]: readonly [string, RequestInit]) =>
      fetch(target, options).then(
        ({ status }) => status,
        (error) => String(error),
      );
    return page.evaluate(send, [url, init] as const);
  }

  it('cannot reset the sandbox with a form', async () => {
    const submitted = page.waitForResponse(`${closed.url}/_sandbox/reset`);
    await page.evaluate((action) => {
      document.body.innerHTML = `<form method="post" action="${action}"><button>Win</button></form>`;
    }, `${closed.url}/_sandbox/reset`);
    await page.getByRole('button').click();

    expect((await submitted).status()).toBe(403);
    expect(sandbox.ledger()).toHaveLength(2);
  });

  it.each<[string, RequestInit]>([
    ['without a body', { method: 'POST', mode: 'no-cors' }],
    ['with a plain body', { method: 'POST', mode: 'no-cors', body: '{"seed":1}' }],
    ['with JSON', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }],
  ])('cannot reset the sandbox with a request %s', async (_, init) => {
    expect([0, 'TypeError: Failed to fetch']).toContain(
      await fetchFromPage(`${closed.url}/_sandbox/reset`, init),
    );

    expect(sandbox.ledger()).toHaveLength(2);
  });

  it('cannot read the payments API', async () => {
    expect(await fetchFromPage(`${closed.url}/payments`, {})).toBe('TypeError: Failed to fetch');
  });

  it('cannot read the events', async () => {
    const read = (url: string) =>
      new Promise<string>((resolve) => {
        const source = new EventSource(`${url}/_sandbox/events`);
        source.addEventListener('state', ({ data }) => resolve(data));
        source.addEventListener('error', () =>
          resolve(`closed: ${source.readyState === EventSource.CLOSED}`),
        );
      });

    expect(await page.evaluate(read, closed.url)).toBe('closed: true');
    expect(await page.evaluate(read, open.url)).toContain('"status":"Captured"');
  });

  it('cannot show the page of the sandbox in a frame', async () => {
    const refused = page.waitForEvent('requestfailed');

    await page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    }, `${closed.url}/_sandbox/`);

    expect((await refused).failure()?.errorText).toBe('net::ERR_BLOCKED_BY_RESPONSE');
  });

  it('calls the payments API and controls the sandbox where its origin is allowed', async () => {
    const { clientId: client_id, clientSecret: client_secret, scope } = sandbox.credentials;
    const grant = { grant_type: 'client_credentials', client_id, client_secret, scope };
    const read = async ([url, token]: readonly [string, object]) => {
      const json = { 'Content-Type': 'application/json' };
      const granted = await fetch(`${url}/connect/token`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify(token),
      });
      const { access_token } = await granted.json();
      const response = await fetch(`${url}/payments`, {
        method: 'POST',
        headers: { ...json, Authorization: `Bearer ${access_token}`, 'Cko-Idempotency-Key': 'key-1' },
        body: JSON.stringify({
          amount: 1000,
          currency: 'USD',
          source: { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2099 },
        }),
      });
      return { status: response.status, requestId: response.headers.get('Cko-Request-Id') };
    };

    const paid = await page.evaluate(read, [open.url, grant] as const);
    expect(paid).toEqual({ status: 201, requestId: expect.stringMatching(/^[\w-]{36}$/) });
    expect(sandbox.ledger().at(-1)).toMatchObject({ idempotencyKey: 'key-1' });
    expect(await fetchFromPage(`${open.url}/_sandbox/tokens`, { method: 'DELETE' })).toBe(204);
    expect(await fetchFromPage(`${open.url}/_sandbox/reset`, { method: 'POST' })).toBe(204);
    expect(sandbox.ledger()).toEqual([]);
  });

  it('sends its payer to the page of a challenge', async () => {
    const api = await connect(sandbox, closed.url, fetch);
    const { body } = await api.pay({ amount: 1003 });

    await page.evaluate((href) => {
      document.body.innerHTML = `<a href="${href}">Pay</a>`;
    }, body._links?.['redirect']?.href ?? '');
    await page.getByRole('link').click();
    await page.getByRole('button', { name: 'authorized' }).click();

    await page.getByText('The challenge is complete: authorized').waitFor();
    expect(await api.details(body.id)).toMatchObject({ status: 'Captured' });
  });
});
