import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSandbox } from '../index.js';
import { connect, openApi } from '../testing/api.js';
import { CARD } from '../testing/fixtures.js';
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

describe('with the signal of an AbortController that is not that of the platform, as in jsdom', () => {
  /** Creates a controller whose signal `Request` refuses, on each version of Node.js as on 24. */
  function createForeignController() {
    const signal = Object.assign(new EventTarget(), { aborted: false, reason: undefined as unknown });
    const Native = Request;
    const Strict = class extends Native {
      constructor(input: string | URL | Request, init?: RequestInit) {
        if (init?.signal && !(init.signal instanceof AbortSignal)) throw new TypeError('Expected signal.');
        super(input, init);
      }
    };
    vi.stubGlobal('Request', Strict);
    onTestFinished(() => void vi.unstubAllGlobals());
    const abort = (reason: unknown) => {
      Object.assign(signal, { aborted: true, reason }).dispatchEvent(new Event('abort'));
    };
    return { signal: signal as unknown as AbortSignal, abort };
  }

  it('responds', async () => {
    const api = await openApi();
    const { signal } = createForeignController();

    expect(
      (await api.post('/payments', { amount: 0, currency: 'USD', source: CARD }, { signal })).status,
    ).toBe(201);
  });

  it('rejects at once when it has aborted already', async () => {
    const { sandbox } = await openApi();
    const { signal, abort } = createForeignController();
    abort(new Error('Not any more.'));

    await expect(sandbox.fetch('http://sandbox.test/payments', { signal })).rejects.toThrow('Not any more.');

    expect(sandbox.requests()).toHaveLength(1);
  });

  it.each(['delay', 'stall-body'] as const)('rejects when it aborts during a %s', async (effect) => {
    const api = await openApi();
    const { signal, abort } = createForeignController();
    api.sandbox.faults.inject({ operationId: 'getPaymentsList', effect });

    const body = api
      .request('GET', '/payments?reference=a', undefined, { signal })
      .then((response) => response.text());
    setTimeout(() => abort(new Error('Not any more.')), 20);

    await expect(body).rejects.toThrow('Not any more.');
  });

  it('ends a stream of events when it aborts', async () => {
    const { sandbox } = await openApi();
    const { signal, abort } = createForeignController();
    const { body } = await sandbox.fetch('http://sandbox.test/_sandbox/events', { signal });
    const reader = body?.getReader() ?? expect.unreachable();
    await reader.read();

    abort(new Error('Not any more.'));

    await expect(reader.read()).rejects.toThrow('Not any more.');
  });

  it('refuses what is no signal', async () => {
    const { sandbox } = await openApi();
    createForeignController();

    const before = sandbox.requests();
    const signal = {} as AbortSignal;
    const response = sandbox.fetch('http://sandbox.test/connect/token', { method: 'POST', signal });
    await expect(response).rejects.toThrow(TypeError);
    expect(sandbox.requests()).toEqual(before);
  });
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
