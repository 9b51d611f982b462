import { expect, it, onTestFinished } from 'vitest';
import { DESCRIPTION_VERSION } from '../../../generated/operations.js';
import { createSandbox, type Sandbox } from '../index.js';
import { type Api, connect, openApi } from '../testing/api.js';
import { DAY, UNKNOWN_ID } from '../testing/fixtures.js';

it('adds a unique request id and the version of the description to every response', async () => {
  const api = await openApi();
  const responses = [
    await api.get('/payments?reference=a'),
    await api.get('/payments'),
    await api.get(`/payments/${UNKNOWN_ID}`),
    await api.get('/nothing', { allow: 'unknown path' }),
    await api.post('/connect/token', {}),
  ];

  const ids = responses.map(({ headers }) => headers.get('Cko-Request-Id'));

  expect(new Set(ids).size).toBe(responses.length);
  expect(new Set(responses.map(({ headers }) => headers.get('Cko-Version')))).toEqual(
    new Set([DESCRIPTION_VERSION]),
  );
});

it.each<[string, (sandbox: Sandbox) => Promise<Api>]>([
  ['in-process', (sandbox) => connect(sandbox)],
  [
    'over HTTP',
    async (sandbox) => {
      const server = await sandbox.listen();
      onTestFinished(() => server.close());
      return connect(sandbox, server.url, fetch);
    },
  ],
])("adds the time by the sandbox's clock to every response of the API, %s", async (_, open) => {
  const sandbox = createSandbox({ seed: 1 });
  const api = await open(sandbox);
  sandbox.clock.advance(DAY + 1500);
  await api.renewToken();

  const responses = [
    await api.post('/connect/token', api.tokenRequest),
    await api.get('/payments?reference=a'),
    await api.get('/payments'),
    await api.get(`/payments/${UNKNOWN_ID}`),
    await api.get('/nothing', { allow: 'unknown path' }),
  ];
  sandbox.tokens.revokeAll();
  responses.push(await api.get('/payments?reference=a'));

  const dates = responses.map(({ headers }) => headers.get('Date'));
  expect(dates).toEqual(Array(6).fill('Fri, 02 Jan 2026 00:00:01 GMT'));
});

it('lets a fault state another time', async () => {
  const api = await openApi();
  const date = 'Thu, 01 Jan 2026 01:00:00 GMT';
  api.sandbox.faults.inject({ effect: 'status', headers: { date } });

  expect((await api.request('GET', '/payments?reference=a')).headers.get('Date')).toBe(date);
});

it('repeats the request id in the body of an error', async () => {
  const api = await openApi();

  const { headers, body } = await api.post('/payments', {});

  expect(body).toMatchObject({ request_id: headers.get('Cko-Request-Id') });
});
