import { describe, expect, it } from 'vitest';
import { createSandbox, type Fault, type FaultEffect } from '../index.js';
import { connect, openApi } from '../testing/api.js';
import { testFaultEffects } from '../testing/fault-effects.js';
import { TRANSPORTS } from '../testing/transports.js';

describe.each(TRANSPORTS)('%s', (_, open) => {
  it.each<FaultEffect>(['stall-body', 'truncate-body', 'short-body'])(
    '%s is left to a later request by those whose response has no body',
    async (effect) => {
      const sandbox = createSandbox({ seed: 1 });
      const { origin, fetch } = await open(sandbox);
      const api = await connect(sandbox, origin, fetch);
      const id = await api.authorize();
      await api.void(id);
      sandbox.faults.inject({ effect });

      expect((await api.reverse(id)).status).toBe(204);
      const head = await api.request('HEAD', `/payments/${id}`);
      expect([head.status, await head.text()]).toEqual([200, '']);
      expect(sandbox.requests().filter(({ fault }) => fault)).toEqual([]);

      await (await api.request('GET', `/payments/${id}`)).body?.cancel().catch(() => {});
      expect(sandbox.requests().at(-1)).toMatchObject({ fault: effect });
    },
  );
});

// Those over HTTP are in `faults.effects.slow.test.ts`.
testFaultEffects(TRANSPORTS.slice(0, 1));

it('hits only the next request to any operation by default', async () => {
  const { api, statuses } = await injectFault({ effect: 'status' });

  await api.request('POST', '/connect/token', api.tokenRequest);
  await api.request('GET', '/payments?reference=a');

  expect(statuses()).toEqual([500, 202]);
});

it('hits as many requests as `times` says', async () => {
  const { api, statuses } = await injectFault({ effect: 'status', times: 2 });

  for (let sent = 0; sent < 3; sent += 1) await api.request('GET', '/payments?reference=a');

  expect(statuses()).toEqual([500, 500, 202]);
});

it('waits for the next request to `operationId`', async () => {
  const { api, statuses } = await injectFault({ operationId: 'getToken', effect: 'status' });

  await api.request('GET', '/payments?reference=a');
  await api.request('POST', '/connect/token', api.tokenRequest);
  await api.request('POST', '/connect/token', api.tokenRequest);

  expect(statuses()).toEqual([202, 500, 200]);
});

it('hits with the fault that was injected first', async () => {
  const { api, statuses } = await injectFault({ operationId: 'getToken', effect: 'status', status: 501 });
  api.sandbox.faults.inject({ effect: 'status', status: 502 });
  api.sandbox.faults.inject({ operationId: 'getPaymentsList', effect: 'status', status: 503 });

  for (let sent = 0; sent < 3; sent += 1) await api.request('GET', '/payments?reference=a');
  await api.request('POST', '/connect/token', api.tokenRequest);

  expect(statuses()).toEqual([502, 503, 202, 501]);
});

it('does not hit the controls and unknown paths', async () => {
  const { api, statuses } = await injectFault({ effect: 'status' });

  expect((await api.request('GET', '/_sandbox/ledger')).status).toBe(200);
  expect((await api.request('GET', '/nothing')).status).toBe(404);
  await api.request('GET', '/payments?reference=a');

  expect(statuses()).toEqual([404, 500]);
});

it('hits no request after it is cleared', async () => {
  const { api, statuses } = await injectFault({ effect: 'status', times: 5 });

  api.sandbox.faults.clear();
  await api.request('GET', '/payments?reference=a');

  expect(statuses()).toEqual([202]);
});

it('does not change after it is injected', async () => {
  const api = await openApi();
  const fault = {
    effect: 'status' as const,
    status: 503,
    headers: { 'Retry-After': '7' },
    body: { why: ['maintenance'] },
  };
  api.sandbox.faults.inject(fault);
  fault.status = 504;
  fault.headers['Retry-After'] = '8';
  fault.body.why.push('failure');

  const response = await api.request('GET', '/payments?reference=a');

  expect(response.status).toBe(503);
  expect(response.headers.get('Retry-After')).toBe('7');
  expect(await response.json()).toEqual({ why: ['maintenance'] });
});

/** Creates a sandbox with a fault, and a function that returns the statuses of later requests. */
async function injectFault(fault: Fault) {
  const api = await openApi();
  const before = api.sandbox.requests().length;
  api.sandbox.faults.inject(fault);
  return {
    api,
    statuses: () =>
      api.sandbox
        .requests()
        .slice(before)
        .map(({ status }) => status),
  };
}
