import { expect, it, onTestFinished } from 'vitest';
import { createSandbox } from '../index.js';
import { connect } from '../testing/api.js';
import { requestChallengedPayment } from '../testing/challenged-payment.js';
import { sendHttp } from '../testing/http-request.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const FORM_TYPE = { 'Content-Type': 'application/x-www-form-urlencoded' };

async function setUp(cors: readonly string[] = []) {
  const sandbox = createSandbox();
  const server = await sandbox.listen({ cors });
  onTestFinished(() => server.close());
  await (await connect(sandbox, server.url, fetch)).charge();
  return { sandbox, url: server.url, reset: `${server.url}/_sandbox/reset` };
}

it.each<[string, Record<string, string>, string]>([
  [
    'of another origin',
    { Origin: 'http://evil.example', ...JSON_TYPE },
    'Pages of http://evil.example must not',
  ],
  ['of another port', { Origin: 'http://127.0.0.1:1' }, 'Pages of http://127.0.0.1:1 must not'],
  ['without an origin', { Origin: 'null' }, 'Pages of null must not'],
  ['of another site', { 'Sec-Fetch-Site': 'cross-site' }, 'Pages of other origins must not'],
  ['of the same site', { 'Sec-Fetch-Site': 'same-site' }, 'Pages of other origins must not'],
  [
    'of another site that navigates',
    { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' },
    'Pages of other origins must not',
  ],
  ['with a form', FORM_TYPE, 'Send JSON, with the header Content-Type: application/json.'],
  ['with a form with files', { 'Content-Type': 'multipart/form-data; boundary=a' }, 'Send JSON'],
  ['with a plain form', { 'Content-Type': 'Text/Plain;charset=UTF-8' }, 'Send JSON'],
])('refuses a control request of a page %s with 403', async (_, headers, reason) => {
  const { sandbox, reset } = await setUp();

  const { status, body } = await sendHttp('POST', reset, headers, '{}');

  expect(status).toBe(403);
  expect(JSON.parse(body)).toEqual({ error: expect.stringContaining(reason) });
  expect(sandbox.ledger()).toHaveLength(2);
});

it('refuses to show the ledger to a page of another origin', async () => {
  const { url } = await setUp();

  const embedded = await sendHttp('GET', `${url}/_sandbox/ledger`, {
    'Sec-Fetch-Site': 'cross-site',
    'Sec-Fetch-Mode': 'no-cors',
  });

  expect(embedded.status).toBe(403);
});

it.each<[string, Record<string, string>]>([
  ['a program', {}],
  ['a program that sends JSON', JSON_TYPE],
  ['a page of the sandbox', { 'Sec-Fetch-Site': 'same-origin', ...JSON_TYPE }],
  ['the address bar', { 'Sec-Fetch-Site': 'none' }],
])('accepts a control request of %s', async (_, headers) => {
  const { sandbox, reset, url } = await setUp();
  const own = headers['Sec-Fetch-Site'] === 'same-origin' ? { Origin: url } : undefined;

  expect(await sendHttp('POST', reset, { ...headers, ...own })).toMatchObject({ status: 204 });

  expect(sandbox.ledger()).toEqual([]);
});

it('accepts a control request of an allowed origin, and of no other', async () => {
  const { reset } = await setUp(['http://localhost:5173']);
  const fetched = { 'Sec-Fetch-Site': 'same-site', ...JSON_TYPE };

  expect(await sendHttp('POST', reset, { ...fetched, Origin: 'http://localhost:5174' })).toMatchObject({
    status: 403,
  });
  expect(await sendHttp('POST', reset, { ...fetched, Origin: 'http://localhost:5173' })).toMatchObject({
    status: 204,
  });
});

it('shows the page of a challenge to the payer of a shop, and accepts its form', async () => {
  const { api, page } = await requestChallengedPayment();
  const server = await api.sandbox.listen();
  onTestFinished(() => server.close());
  const url = server.url + new URL(page).pathname;

  const shown = await sendHttp('GET', url, { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' });
  const foreign = await sendHttp(
    'POST',
    url,
    { ...FORM_TYPE, Origin: 'http://evil.example' },
    'outcome=authorized',
  );
  const chosen = await sendHttp('POST', url, { ...FORM_TYPE, Origin: server.url }, 'outcome=declined');

  expect([shown.status, foreign.status, chosen.status]).toEqual([200, 403, 200]);
});

it('issues no token to a page of another origin, whose form needs no preflight', async () => {
  const { sandbox, url } = await setUp(['http://localhost:5173']);
  const { clientId, clientSecret, scope } = sandbox.credentials;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope,
  });
  const requestToken = async (origin?: Record<string, string>) => {
    const response = await sendHttp('POST', `${url}/connect/token`, { ...FORM_TYPE, ...origin }, `${form}`);
    return response.status;
  };

  expect(await requestToken({ Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
  expect(await requestToken({ Origin: 'null' })).toBe(403);
  expect(await requestToken({ Origin: 'http://localhost:5173' })).toBe(200);
  expect(await requestToken({ Origin: url })).toBe(200);
  expect(await requestToken()).toBe(200);
});

it('refuses a request to the payments API, and to a path that does not exist, of a page of another origin', async () => {
  const { sandbox, url } = await setUp();
  const logged = sandbox.requests().length;

  for (const path of ['/payments', '/unknown']) {
    const { status, body } = await sendHttp('GET', url + path, { Origin: 'http://evil.example' });

    expect(status).toBe(403);
    expect(JSON.parse(body)).toEqual({
      error:
        "Pages of http://evil.example must not use the sandbox. Allow it with listen({ cors: ['http://evil.example'] }) or --cors http://evil.example.",
    });
  }
  expect(sandbox.requests()).toHaveLength(logged);
});

it.each(['null', 'capacitor://localhost', 'chrome-extension://abc', 'file://', 'http://localhost:80', 'x'])(
  'proposes no option to a page of %s, which none accepts, but what to do instead',
  async (origin) => {
    const { sandbox, url } = await setUp();

    const { status, body } = await sendHttp('POST', `${url}/_sandbox/reset`, { Origin: origin });

    expect(status).toBe(403);
    expect(JSON.parse(body)).toEqual({
      error: `Pages of ${origin} must not use the sandbox. Serve the page over HTTP, for example from localhost, and allow its origin with listen({ cors }) or --cors.`,
    });
    await expect(sandbox.listen({ cors: [origin] })).rejects.toThrow('`cors` must be an origin');
  },
);
