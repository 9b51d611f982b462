import { createClient } from 'lddpay';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { listAccessibilityErrors, measureOverflow } from '../../../scripts/docs/testing/browser.js';
import { missingBrowser, startBrowser } from '../../../scripts/lib/browser.js';
import { createSandbox, type Server } from '../index.js';
import { type Api, connect } from '../testing/api.js';
import { CARD } from '../testing/fixtures.js';

/** Browsers are slow on a busy machine. */
const TIMEOUT_MS = 60_000;

const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

const reason = missingBrowser ? ` (skipped: ${missingBrowser})` : '';
describe.skipIf(missingBrowser)(`the page of the sandbox${reason}`, { timeout: TIMEOUT_MS }, () => {
  const sandbox = createSandbox({ seed: 1 });
  let server: Server;
  let browser: Browser;
  let page: Page;
  let api: Api;
  let problems: string[];

  beforeAll(async () => {
    [server, browser] = await Promise.all([sandbox.listen(), startBrowser()]);
    // A new tab takes longer than a page.
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
  }, TIMEOUT_MS);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    sandbox.reset();
    api = await connect(sandbox, server.url, fetch);
    problems = [];
    await page.unrouteAll();
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 720 });
    await openPage(page);
  });

  /** Opens the page in a tab. */
  async function openPage(tab: Page): Promise<void> {
    await tab.goto(`${server.url}/_sandbox/`);
    await tab.getByText('live', { exact: true }).waitFor();
  }

  /** Returns the rows of a table that have a text, without its head. */
  const row = (table: string, text: string) => {
    const rows = page.getByRole('table', { name: table }).getByRole('row');
    return rows.filter({ has: page.getByRole('cell') }).filter({ hasText: text });
  };

  it('shows payments, requests, the ledger and what is due next without a reload', async () => {
    const id = await api.authorize({ reference: 'ORD-17', description: 'Three books' });
    await api.capture(id, { amount: 400, capture_type: 'NonFinal' }, { key: 'key-1' });
    await api.capture(id, { amount: 5000 }, { key: 'key-2' });

    await row('Requests', 'key-2').waitFor();
    expect(await row('Payments', id).getByRole('cell').allTextContents()).toEqual([
      '2026-01-01 00:00:00',
      id,
      'Partially Captured',
      '1000 USD',
      ...['600', '400', '0', '0'],
      'ORD-17 · Three books',
      '',
    ]);
    expect(await row('Requests', 'key-2').innerText()).toMatch(
      /capturePayment\s+422\s+capture_value_greater_than_authorized/,
    );
    expect(await row('Ledger', 'key-1').innerText()).toMatch(/Capture\s+400 USD/);
    expect(await row('Due next', id).innerText()).toMatch(/2026-01-08 00:00:00\s+Expiry/);
    expect(problems).toEqual([]);
  });

  it('advances the clock, and carries out what is due', async () => {
    const id = await api.authorize();
    await row('Due next', id).waitFor();

    await page.getByRole('button', { name: '+ 1 hour' }).click();
    await page.getByRole('status').getByText('by 1 hour, to 2026-01-01 01:00:00').waitFor();
    await page.getByRole('button', { name: 'To what is due next' }).click();

    await row('Payments', 'Expired').waitFor();
    expect(sandbox.clock.now()).toBe(Date.UTC(2026, 0, 8));
    await page.getByText('Nothing is due.').first().waitFor();
    expect(await page.getByRole('button', { name: 'To what is due next' }).isDisabled()).toBe(true);
  });

  it.each([
    ['To what is due next', Date.UTC(2026, 0, 8)],
    ['Let all tokens expire', Date.UTC(2026, 0, 1, 1)],
  ])('advances the clock once when %s is clicked twice, and says to where', async (name, time) => {
    await api.authorize();
    await page.getByText('Due next: Expiry at').waitFor();

    await page.getByRole('button', { name }).dblclick();

    const shown = new Date(time).toISOString().slice(0, 19).replace('T', ' ');
    await page.getByRole('status').getByText(`Done: advanced the clock to ${shown}`).waitFor();
    expect(sandbox.clock.now()).toBe(time);
  });

  it('ends without an error when the part of the payer is clicked twice', async () => {
    const { body } = await api.pay({ amount: 1003 });

    await page.getByRole('button', { name: `authorized: payment ${body.id}` }).dblclick();

    await page.getByRole('status').getByText('Done: completed the part of the payer').waitFor();
    await row('Payments', 'Captured').waitFor();
  });

  it('says that it is sending, and ignores clicks until the sandbox has responded', async () => {
    const responses: (() => void)[] = [];
    await page.route('**/_sandbox/clock', async (route) => {
      await new Promise<void>((resolve) => responses.push(resolve));
      await route.continue();
    });
    const button = page.getByRole('button', { name: '+ 1 hour' });

    await button.click();
    await page.getByRole('status').getByText('Sending… (POST /_sandbox/clock)').waitFor();
    await button.click();
    responses[0]?.();

    await page.getByRole('status').getByText('by 1 hour, to 2026-01-01 01:00:00').waitFor();
    expect(responses).toHaveLength(1);
  });

  it('says that it connects before it knows whether there are payments', async () => {
    await page.route('**/_sandbox/events', () => {});
    await page.reload();

    await page.getByText('Connecting…').first().waitFor();
    expect(await page.getByText('No payment yet.').count()).toBe(0);
  });

  it('lets tokens expire by the clock, so that a client renews its own', async () => {
    const client = createClient({ baseUrl: server.url, ...sandbox.credentials });
    await client.getPaymentsList({ reference: 'none' });
    const id = await api.authorize();
    const button = page.getByRole('button', { name: 'Let all tokens expire' });
    await page.getByText('To let them expire, the clock advances to 2026-01-01 01:00:00').waitFor();

    await button.click();

    await page
      .getByText('advanced the clock to 2026-01-01 01:00:00, where all tokens have expired')
      .waitFor();
    await page.getByText('No token is valid.').waitFor();
    expect(sandbox.clock.now()).toBe(Date.UTC(2026, 0, 1, 1));
    expect(await button.isDisabled()).toBe(true);
    expect((await client.getPaymentDetails(id)).status).toBe('Authorized');
    await page.getByText('1 valid').waitFor();
    const last = sandbox.requests().slice(-3);
    expect(last.map(({ operationId, status }) => [operationId, status])).toEqual([
      ['getPaymentDetails', 401],
      ['getToken', 200],
      ['getPaymentDetails', 200],
    ]);
  });

  it('says why a button has nothing to do', async () => {
    sandbox.tokens.revokeAll();
    await page.getByText('No token is valid.').waitFor();

    // Playwright waits for buttons that have something to do.
    await page.getByRole('button', { name: 'Let all tokens expire' }).click({ force: true });
    await page.getByRole('status').getByText('No token is valid.').waitFor();
    await page.getByRole('button', { name: 'To what is due next' }).click({ force: true });
    await page.getByRole('status').getByText('Nothing is due.').waitFor();

    expect(sandbox.clock.now()).toBe(Date.UTC(2026, 0, 1));
  });

  it('carries out every control by keyboard on a phone, and keeps the focus on its button', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await api.authorize();
    await page.getByText('Due next: Expiry at').waitFor();
    page.once('dialog', (dialog) => dialog.accept());

    for (const [name, done, shown] of [
      ['+ 15 minutes', 'advanced the clock by 15 minutes', '2026-01-01 00:15:00'],
      ['Let all tokens expire', 'advanced the clock to 2026-01-01 01:00:00', 'No token is valid.'],
      ['To what is due next', 'advanced the clock to 2026-01-08 00:00:00', 'Nothing is due.'],
      ['Revoke all tokens', 'revoked all tokens', '0 valid'],
      ['Inject', 'injected drop-before', 'any operation'],
      ['Clear faults', 'removed all faults', 'No fault is pending.'],
      ['Reset', 'removed all payments, requests and faults', 'No payment yet.'],
    ] as const) {
      const button = page.getByRole('button', { name, exact: true });
      await button.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('status').getByText(`Done: ${done}`).waitFor();
      await page.getByText(shown).filter({ visible: true }).first().waitFor();
      expect(await button.evaluate((focused) => focused === document.activeElement)).toBe(true);
    }
  });

  it('injects faults, shows those that wait and which request one hit, and clears them', async () => {
    await page.getByLabel('Effect').selectOption('status');
    await page.getByLabel('Operation').selectOption('requestPayment');
    await page.getByLabel('Times').fill('2');
    await page.getByRole('spinbutton', { name: 'Status' }).fill('503');
    await page.getByRole('button', { name: 'Inject' }).click();
    await row('Faults', 'requestPayment').waitFor();
    await page.getByRole('status').getByText('Done: injected status').waitFor();

    const body = { amount: 1000, currency: 'USD', source: CARD };
    expect((await api.request('POST', '/payments', body)).status).toBe(503);

    expect(await row('Requests', '503').innerText()).toMatch(/requestPayment\s+503\s+status/);
    expect(await row('Faults', 'requestPayment').innerText()).toMatch(/status 503\s+1$/);
    await page.getByRole('button', { name: 'Clear faults' }).click();
    await row('Faults', 'requestPayment').waitFor({ state: 'hidden' });
    expect((await api.pay()).status).toBe(201);
  });

  it('plays the part of the payer, and keeps the focus near its button', async () => {
    const { body } = await api.pay({ amount: 1003 });
    const button = page.getByRole('button', { name: `authorized: payment ${body.id}` });
    await button.focus();

    await page.keyboard.press('Enter');

    await row('Payments', 'Captured').waitFor();
    expect(await api.details(body.id)).toMatchObject({ status: 'Captured' });
    expect(await page.evaluate('document.activeElement.id')).toBe('payments-heading');
  });

  it('keeps the focus on a button while other payments arrive', async () => {
    const { body } = await api.pay({ amount: 1003 });
    const button = page.getByRole('button', { name: `declined: payment ${body.id}` });
    await button.focus();

    await row('Payments', await api.charge()).waitFor();

    expect(await button.evaluate((focused) => focused === document.activeElement)).toBe(true);
  });

  it('revokes tokens and resets the sandbox', async () => {
    await api.charge();
    await row('Payments', 'Captured').waitFor();

    await page.getByRole('button', { name: 'Revoke all tokens' }).click();
    await page.getByText('0 valid').waitFor();
    await page.getByRole('status').getByText('Done: revoked all tokens').waitFor();
    expect((await api.get('/payments?reference=a')).status).toBe(401);
    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('button', { name: 'Reset' }).click();

    await row('Payments', 'Captured').waitFor({ state: 'hidden' });
    expect(sandbox.ledger()).toEqual([]);
  });

  it('says what the effect of a fault is, and has the field of that effect only', async () => {
    const effect = page.getByLabel('Effect');
    const status = page.getByLabel('Status', { exact: true });
    const time = page.getByLabel('Time in ms');

    await effect.selectOption('late');
    await page.getByText('Executed after this time of the sandbox').waitFor();
    expect([await status.isVisible(), await time.getAttribute('placeholder')]).toEqual([false, '1000']);
    await time.fill('7');
    await effect.selectOption('status-after');
    expect([await time.isVisible(), await status.getAttribute('placeholder')]).toEqual([false, '502']);
    await effect.selectOption('drop-after');
    expect([await time.isVisible(), await status.isVisible()]).toEqual([false, false]);
    await page.getByRole('button', { name: 'Inject' }).click();

    await row('Faults', 'drop-after').waitFor();
    expect(await row('Faults', 'drop-after').innerText()).not.toContain('7 ms');
  });

  it('shows the last 50 payments, and says how many there are', async () => {
    await api.charge({ reference: 'first' });
    await row('Payments', 'first').waitFor();
    await page.getByRole('heading', { name: 'Payments 1', exact: true }).waitFor();

    for (let count = 0; count < 59; count += 1) await api.charge();

    await page.getByRole('heading', { name: 'Payments 60, the last 50 are shown' }).waitFor();
    await row('Payments', 'first').waitFor({ state: 'hidden' });
    expect(await row('Payments', 'Captured').count()).toBe(50);
  });

  it('shows in every tab what is done in another', async () => {
    const other = await browser.newPage();
    onTestFinished(() => other.close());
    await openPage(other);
    const id = await api.authorize();
    await row('Payments', id).waitFor();

    await other.getByRole('button', { name: '+ 7 days' }).click();

    await row('Payments', 'Expired').waitFor();
  });

  it('shows why a control refuses its input', async () => {
    await page.getByLabel('Effect').selectOption('status');
    await page.locator('#fault').evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await page.getByRole('spinbutton', { name: 'Status' }).fill('999');
    await page.getByRole('button', { name: 'Inject' }).click();

    await page.getByRole('status').getByText('faults.inject: `status` must be an integer').waitFor();
  });

  it('shows markup in a request as text, and no card', async () => {
    await api.charge({ reference: MARKUP.slice(0, 40), description: MARKUP });
    await api.pay({ amount: -1 }, { key: MARKUP });

    await row('Payments', 'Captured').waitFor();
    await row('Requests', MARKUP).waitFor();
    expect(await row('Payments', 'Captured').innerText()).toContain(MARKUP);
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.title()).toBe('LDDPay sandbox');
    expect(await page.content()).not.toContain(CARD.number);
  });

  it('connects again when the server is back', async () => {
    const other = await sandbox.listen();
    await page.goto(`${other.url}/_sandbox/`);
    await page.getByText('live', { exact: true }).waitFor();

    await other.close();
    await page.getByText('not connected; trying again').waitFor();
    const warning = page.getByRole('status').getByText('The sandbox is not connected.');
    await warning.waitFor();
    await page.getByRole('button', { name: '+ 1 hour' }).click();
    await page.getByRole('status').getByText('Not done: the sandbox does not respond').waitFor();
    const again = await sandbox.listen({ port: Number(new URL(other.url).port) });
    onTestFinished(() => again.close());

    await page.getByText('live', { exact: true }).waitFor();
    expect(await warning.isVisible()).toBe(false);
    await page.getByText('Not done: the sandbox does not respond').waitFor({ state: 'hidden' });
  });

  it.each(['light', 'dark'] as const)('is accessible in the %s, and fits a phone', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await openPage(page);
    await api.charge({ reference: 'r'.repeat(50), description: 'd'.repeat(100) });
    await api.pay({ amount: 1003 }, { key: 'k'.repeat(255) });
    await api.pay({ amount: 123_456_789, currency: 'KWD', capture: false });
    sandbox.faults.inject({ effect: 'delay', ms: 100_000 });
    await row('Faults', 'delay').waitFor();

    expect(await measureOverflow(page)).toBe(0);
    expect(await listAccessibilityErrors(page)).toEqual([]);
    for (const width of [800, 1025, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await measureOverflow(page), `at ${width} px`).toBe(0);
    }
    expect(await listAccessibilityErrors(page)).toEqual([]);
  });
});
