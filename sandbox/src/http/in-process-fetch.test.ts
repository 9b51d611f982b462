import { expect, it, vi } from 'vitest';
import { createSandbox } from '../index.js';
import { connect, openApi } from '../testing/api.js';
import { TRANSPORTS } from '../testing/transports.js';

it('rejects at once when the signal is already aborted', async () => {
  const { sandbox } = await openApi();
  const signal = AbortSignal.abort(new Error('Not any more.'));

  await expect(sandbox.fetch('http://sandbox.test/payments', { signal })).rejects.toThrow('Not any more.');

  expect(sandbox.requests()).toHaveLength(1);
});

it('rejects when the signal aborts meanwhile, although the request is executed', async () => {
  const api = await openApi();
  const id = await api.authorize();
  const caller = new AbortController();
  api.sandbox.faults.inject({ operationId: 'capturePayment', effect: 'delay', ms: 5 });

  const capture = api.capture(id, {}, { key: 'key-1', signal: caller.signal });
  caller.abort();

  await expect(capture).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  await vi.waitFor(() => expect(api.effects(id)).toEqual(['Authorization 1000', 'Capture 1000']));
});

it('rejects like the global fetch when the connection is lost, with a code in the cause', async () => {
  const api = await openApi();
  api.sandbox.faults.inject({ effect: 'drop-before' });

  const error = await api.get('/payments?reference=a').catch((reason: unknown) => reason);

  expect(error).toMatchObject({ cause: { code: 'ECONNRESET' } });
});

it.each(TRANSPORTS.flatMap(([name, open]) => [204, 205, 304].map((status) => [status, name, open] as const)))(
  'returns an injected %i, which has no body, %s',
  async (status, _, open) => {
    const sandbox = createSandbox();
    const { origin, fetch } = await open(sandbox);
    const api = await connect(sandbox, origin, fetch);
    sandbox.faults.inject({ operationId: 'getPaymentsList', effect: 'status', status });

    const response = await api.request('GET', '/payments?reference=a');

    expect([response.status, await response.text(), response.body]).toEqual([status, '', null]);
  },
);
