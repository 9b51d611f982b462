import { expect, it, vi } from 'vitest';
import { openApi } from '../testing/api.js';

it('fails at once for a request that is aborted before it is sent', async () => {
  const { sandbox } = await openApi();
  const signal = AbortSignal.abort(new Error('Not any more.'));

  await expect(sandbox.fetch('http://sandbox.test/payments', { signal })).rejects.toThrow('Not any more.');

  expect(sandbox.requests()).toHaveLength(1);
});

it('gives up waiting for a response when it is aborted, though the request happens', async () => {
  const api = await openApi();
  const id = await api.authorize();
  const caller = new AbortController();
  api.sandbox.faults.inject({ operationId: 'capturePayment', effect: 'delay', ms: 5 });

  const capture = api.capture(id, {}, { key: 'key-1', signal: caller.signal });
  caller.abort();

  await expect(capture).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  await vi.waitFor(() => expect(api.effects(id)).toEqual(['Authorization 1000', 'Capture 1000']));
});

it('fails as fetch does when the connection is lost, with a cause that has a code', async () => {
  const api = await openApi();
  api.sandbox.faults.inject({ effect: 'drop-before' });

  const error = await api.get('/payments?reference=a').catch((reason: unknown) => reason);

  expect(error).toMatchObject({ cause: { code: 'ECONNRESET' } });
});
