import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../client.js';
import type { ClientOptions } from '../options.js';
import { startApi } from '../testing/api-server.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT_ID } from '../testing/fixtures.js';
import { deferred } from '../testing/promises.js';
import { type Handler, refusingUrl, startServer } from '../testing/server.js';
import { testFetch } from '../testing/test-fetch.js';
import { TOKEN_PATH } from '../testing/token-reply.js';

afterEach(() => {
  vi.useRealTimers();
});

/** A client that makes one attempt. */
function clientOf(options: Partial<ClientOptions>) {
  return createClient({ ...CREDENTIALS, maxRetries: 0, ...options });
}

/** A transport whose operation requests never end, whatever their signal says. */
function deafFetch() {
  const sent = deferred<void>();
  const transport = testFetch(() => {
    sent.resolve();
    return new Promise<Response>(() => {});
  });
  return { ...transport, sent: sent.promise };
}

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('by %i is not followed', async (status) => {
    const elsewhere = await startServer(() => ({ body: {} }));
    const api = await startApi(() => ({ status, headers: { Location: `${elsewhere.url}/payments` } }));
    const client = clientOf({ baseUrl: api.url });

    expect(await catchError(client.voidPayment(PAYMENT_ID))).toMatchObject({
      kind: 'api',
      outcome: 'unknown',
      status,
    });
    expect(await catchError(client.getPaymentDetails(PAYMENT_ID))).toMatchObject({ kind: 'api', status });
    expect(elsewhere.requests).toEqual([]);
  });
});

describe('the connection', () => {
  it('that is refused is an error of kind network, not sent', async () => {
    const api = await startApi();
    const client = clientOf({ baseUrl: await refusingUrl(), tokenUrl: `${api.url}${TOKEN_PATH}` });

    const error = await catchError(client.voidPayment(PAYMENT_ID));

    expect(error).toMatchObject({ kind: 'network', outcome: 'not_sent', operationId: 'voidPayment' });
    expect(error.cause).toMatchObject({ name: 'TypeError' });
  });

  it.each(['ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    'that fails with %s, deep inside the cause, was not sent',
    async (code) => {
      const cause = new TypeError('fetch failed', { cause: Object.assign(new Error('lookup'), { code }) });
      const client = clientOf({ fetch: testFetch(() => Promise.reject(cause)).fetch });

      const error = await catchError(client.voidPayment(PAYMENT_ID));

      expect(error).toMatchObject({ kind: 'network', outcome: 'not_sent' });
      expect(error.cause).toMatchObject({ name: 'TypeError', message: cause.message });
    },
  );

  it.each<{ name: string; handler: Handler }>([
    {
      name: 'after the request arrived',
      handler: (_, response) => {
        response.socket?.resetAndDestroy();
        return undefined;
      },
    },
    {
      name: 'in the middle of the body',
      handler: (_, response) => {
        response.writeHead(202, { 'Content-Length': '100' });
        response.write('{"action_id": ', () => response.socket?.resetAndDestroy());
        return undefined;
      },
    },
  ])('that is reset $name is an error of kind network, its outcome unknown', async ({ handler }) => {
    const api = await startApi(handler);

    const error = await catchError(clientOf({ baseUrl: api.url }).voidPayment(PAYMENT_ID));

    expect(api.operationRequests).toHaveLength(1);
    expect(error).toMatchObject({ kind: 'network', outcome: 'unknown', operationId: 'voidPayment' });
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('that fails with something else than an error has an unknown outcome', async () => {
    const client = clientOf({ fetch: testFetch(() => Promise.reject(undefined)).fetch });

    expect(await catchError(client.voidPayment(PAYMENT_ID))).toMatchObject({
      kind: 'network',
      outcome: 'unknown',
    });
  });

  it.each<{ name: string; answer: unknown }>([
    { name: 'nothing', answer: undefined },
    { name: 'a text', answer: 'OK' },
    { name: 'a response without headers', answer: { status: 200, ok: true, text: async () => '{}' } },
    { name: 'a response whose body is gone', answer: { status: 200, ok: true, headers: new Headers() } },
  ])('over which a transport gives $name has an unknown outcome', async ({ answer }) => {
    const client = clientOf({ fetch: testFetch(() => answer as Response).fetch });

    expect(await catchError(client.voidPayment(PAYMENT_ID))).toMatchObject({
      kind: 'network',
      outcome: 'unknown',
      attempts: [{ ms: expect.any(Number) }],
    });
  });
});

describe('attemptTimeout', () => {
  const STALLS: readonly { name: string; handler: Handler }[] = [
    { name: 'whose headers never come', handler: () => undefined },
    {
      name: 'whose body stalls after the headers',
      handler: (_, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"id": ');
        return undefined;
      },
    },
  ];

  it.each(STALLS)('ends a call $name', async ({ handler }) => {
    const api = await startApi(handler);
    const client = clientOf({ baseUrl: api.url });

    const error = await catchError(client.voidPayment(PAYMENT_ID, {}, { attemptTimeout: 50 }));

    expect(api.operationRequests).toHaveLength(1);
    expect(error).toMatchObject({ kind: 'timeout', outcome: 'unknown', operationId: 'voidPayment' });
    expect(error.message).toContain('50 ms');
  });

  it('of the client holds for calls that set none', async () => {
    vi.useFakeTimers();
    const { fetch } = deafFetch();
    const failure = catchError(clientOf({ fetch, attemptTimeout: 70 }).voidPayment(PAYMENT_ID));

    await vi.advanceTimersByTimeAsync(70);

    expect(await failure).toMatchObject({ kind: 'timeout' });
  });

  it('is 30 seconds unless set', async () => {
    vi.useFakeTimers();
    const { fetch } = deafFetch();
    const over = vi.fn();
    const failure = catchError(clientOf({ fetch }).voidPayment(PAYMENT_ID)).finally(over);

    await vi.advanceTimersByTimeAsync(29_999);
    expect(over).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);

    expect(await failure).toMatchObject({ kind: 'timeout' });
  });

  it('ends the request of a transport that listens to its signal', async () => {
    vi.useFakeTimers();
    const { fetch, operationRequests } = deafFetch();
    const failure = catchError(clientOf({ fetch, attemptTimeout: 70 }).voidPayment(PAYMENT_ID));

    await vi.advanceTimersByTimeAsync(70);
    await failure;

    expect(operationRequests[0]?.signal?.aborted).toBe(true);
  });
});

describe('the signal of a call', () => {
  it('that is aborted already sends nothing', async () => {
    const { fetch, operationRequests } = testFetch();
    const signal = AbortSignal.abort('enough');

    const error = await catchError(clientOf({ fetch }).voidPayment(PAYMENT_ID, {}, { signal }));

    expect(error).toMatchObject({
      kind: 'aborted',
      outcome: 'not_sent',
      cause: 'enough',
      operationId: 'voidPayment',
    });
    expect(operationRequests).toEqual([]);
  });

  it('that is aborted already sends nothing, even where there is a token', async () => {
    const { fetch, operationRequests } = testFetch();
    const client = clientOf({ fetch });
    await client.getToken();

    const error = await catchError(client.voidPayment(PAYMENT_ID, {}, { signal: AbortSignal.abort() }));

    expect(error).toMatchObject({ kind: 'aborted', outcome: 'not_sent' });
    expect(operationRequests).toEqual([]);
  });

  it('that is aborted during the token request sends nothing', async () => {
    const controller = new AbortController();
    const requests: string[] = [];
    const client = clientOf({
      fetch: (url) => {
        requests.push(url);
        controller.abort();
        return new Promise(() => {});
      },
    });

    const error = await catchError(client.voidPayment(PAYMENT_ID, {}, { signal: controller.signal }));

    expect(error).toMatchObject({ kind: 'aborted', outcome: 'not_sent' });
    expect(requests).toEqual([`${CREDENTIALS.baseUrl}${TOKEN_PATH}`]);
  });

  it('that is aborted while waiting for the answer leaves the outcome unknown', async () => {
    const controller = new AbortController();
    const api = await startApi(() => {
      controller.abort('enough');
      return undefined;
    });

    const error = await catchError(
      clientOf({ baseUrl: api.url }).voidPayment(PAYMENT_ID, {}, { signal: controller.signal }),
    );

    expect(error).toMatchObject({ kind: 'aborted', outcome: 'unknown', cause: 'enough' });
  });

  it('that is aborted while the body stalls leaves the outcome unknown', async () => {
    const controller = new AbortController();
    const fetching: typeof fetch = async (...input) => {
      const response = await fetch(...input);
      if (!String(input[0]).endsWith(TOKEN_PATH)) setImmediate(() => controller.abort());
      return response;
    };
    const api = await startApi((_, response) => {
      response.writeHead(200).write('{"id": ');
      return undefined;
    });

    const error = await catchError(
      clientOf({ baseUrl: api.url, fetch: fetching }).voidPayment(
        PAYMENT_ID,
        {},
        { signal: controller.signal },
      ),
    );

    expect(error).toMatchObject({ kind: 'aborted', outcome: 'unknown' });
  });

  it('frees the caller even where the transport ignores it', async () => {
    const controller = new AbortController();
    const { fetch, sent } = deafFetch();
    const failure = catchError(
      clientOf({ fetch }).voidPayment(PAYMENT_ID, {}, { signal: controller.signal }),
    );
    await sent;

    controller.abort();

    expect(await failure).toMatchObject({ kind: 'aborted', outcome: 'unknown' });
  });

  it('changes nothing when it is aborted after the call', async () => {
    const controller = new AbortController();
    const { fetch } = testFetch(() => Response.json({ id: PAYMENT_ID }));
    const call = clientOf({ fetch }).getPaymentDetails(PAYMENT_ID, { signal: controller.signal });
    await call;

    controller.abort();

    expect(await call).toEqual({ id: PAYMENT_ID });
  });
});

describe('what a call leaves behind', () => {
  const ENDINGS: readonly { name: string; end: () => Response | Promise<Response> }[] = [
    { name: 'succeeded', end: () => Response.json({}) },
    { name: 'was refused', end: () => Response.json({}, { status: 422 }) },
    { name: 'broke', end: () => Promise.reject(new Error('broken')) },
    { name: 'could not be read', end: () => new Response('<h1>Welcome</h1>') },
  ];

  it.each(ENDINGS)('is neither a timer nor a listener when it $name', async ({ end }) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { signal } = new AbortController();
    const listeners = () => getEventListeners(signal, 'abort').length;
    const during = { timers: 0, listeners: 0 };
    const { fetch } = testFetch(() => {
      during.timers = vi.getTimerCount();
      during.listeners = listeners();
      return end();
    });

    await clientOf({ fetch })
      .voidPayment(PAYMENT_ID, {}, { signal })
      .catch(() => {});

    // The deadline and the time of the attempt; one listener for both.
    expect(during).toEqual({ timers: 2, listeners: 1 });
    expect({ timers: vi.getTimerCount(), listeners: listeners() }).toEqual({ timers: 0, listeners: 0 });
  });

  it('is neither a timer nor a listener when it was aborted', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const controller = new AbortController();
    const { fetch, sent } = deafFetch();
    const failure = catchError(
      clientOf({ fetch }).voidPayment(PAYMENT_ID, {}, { signal: controller.signal }),
    );
    await sent;

    controller.abort();
    await failure;

    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('is neither a timer nor a listener when it timed out', async () => {
    vi.useFakeTimers();
    const { signal } = new AbortController();
    const { fetch, sent } = deafFetch();
    const failure = catchError(clientOf({ fetch }).voidPayment(PAYMENT_ID, {}, { signal }));
    await sent;

    await vi.advanceTimersByTimeAsync(30_000);
    await failure;

    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('is no listener on a signal that many calls share', async () => {
    const { signal } = new AbortController();
    const { fetch } = testFetch();
    const client = clientOf({ fetch });

    await Promise.all(Array.from({ length: 20 }, () => client.getPaymentDetails(PAYMENT_ID, { signal })));

    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
