import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../client.js';
import { abortedError } from '../lib/aborted-error.js';
import { createRemoteClock } from '../lib/remote-clock.js';
import type { ClientOptions } from '../options.js';
import { startApi } from '../testing/api-server.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT_ID } from '../testing/fixtures.js';
import { setGlobalDispatchers } from '../testing/global-dispatchers.js';
import { FakePlatform } from '../testing/platform.js';
import { deferred } from '../testing/promises.js';
import { type Handler, refusingUrl, startServer } from '../testing/server.js';
import { testFetch } from '../testing/test-fetch.js';
import { TOKEN_PATH } from '../testing/token-reply.js';
import { bufferResponse, createReadText } from '../transport/buffered-response.js';
import type { FetchBuffered, SendProgress } from '../transport/transport.js';
import { openContext } from './context.js';
import { createSendRequest } from './send-request.js';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Creates a client that makes one attempt. */
function createSingleAttemptClient(options: Partial<ClientOptions>) {
  return createClient({ ...CREDENTIALS, maxRetries: 0, ...options });
}

/** Creates a `fetch` that ignores its signal and never responds to an operation. */
function hangingFetch() {
  const sent = deferred<void>();
  const transport = testFetch(() => {
    sent.resolve();
    return new Promise<Response>(() => {});
  });
  return { ...transport, sent: sent.promise };
}

describe('createSendRequest', () => {
  const API = 'https://api.test';
  const DATE = Date.UTC(2025, 5, 1);
  const REQUEST = { method: 'GET', body: null, headers: {} };

  const respond = () => {
    const headers = { Date: new Date(DATE).toUTCString() };
    return bufferResponse(Promise.resolve(new Response('{}', { headers })), createReadText(1000));
  };

  /** Sends requests to a host that responds with its date, unless `fetchBuffered` does something else. */
  function setUp(fetchBuffered: FetchBuffered = respond) {
    const platform = new FakePlatform();
    const clock = createRemoteClock(platform);
    const client = {
      platform,
      clock,
      keyLifetime: 86_400_000,
      emit: undefined,
      nextCallId: () => 1,
      secrets: [],
      aborted: (reason: unknown) => abortedError(reason, []),
    };
    const controller = new AbortController();
    const limits = { attemptTimeout: 400, deadline: 1000, maxRetries: 2 };
    const context = openContext(client, 'getPaymentDetails', limits, controller.signal);
    const sent: string[] = [];
    const send = createSendRequest((...request) => {
      sent.push(request[0]);
      return fetchBuffered(...request);
    }, API);
    return { clock, context, controller, send, sent };
  }

  it('neither sends nor records a request of a call that is over', async () => {
    const { context, controller, send, sent } = setUp();
    controller.abort();

    await expect(send(context, `${API}/payments`, REQUEST, undefined)).rejects.toMatchObject({
      kind: 'aborted',
      outcome: 'not_sent',
    });

    expect(sent).toEqual([]);
    expect(context.attempts).toEqual([]);
    expect(context.start).toBeUndefined();
  });

  it('reads the clock of the API from responses of the API', async () => {
    const { clock, context, send } = setUp();

    await send(context, `${API}/payments`, REQUEST, undefined);

    expect(clock.isKnown()).toBe(true);
    expect(clock.read()[0]).toBe(DATE);
  });

  describe('a request whose connection is refused', () => {
    const REFUSED = new TypeError('fetch failed', {
      cause: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
    });
    const failAs = (made: SendProgress) =>
      setUp((_url, _request, _cancellation, progress) => {
        Object.assign(progress, made);
        return Promise.reject(REFUSED);
      });

    it.each<[outcome: string, name: string, made: SendProgress]>([
      ['not_sent', 'when nothing was sent', { via: 'own', sent: 'no' }],
      ['unknown', 'with a given fetch, which may have sent it before', { via: 'given', sent: 'maybe' }],
      ['unknown', 'after a part was sent', { via: 'own', sent: 'maybe' }],
    ])('has outcome %s %s', async (outcome, _, made) => {
      const { context, send } = failAs(made);

      await expect(send(context, `${API}/payments`, REQUEST, undefined)).rejects.toMatchObject({
        kind: 'network',
        outcome,
        message: 'The connection to https://api.test failed: ECONNREFUSED.',
      });
      expect(context.attempts).toMatchObject([{ errorCode: 'ECONNREFUSED' }]);
    });

    it('shows no code that has not the form of one', async () => {
      const { context, send } = setUp(() =>
        Promise.reject(Object.assign(new Error(), { code: 'not a code' })),
      );

      await expect(send(context, `${API}/payments`, REQUEST, undefined)).rejects.toMatchObject({
        message: 'The connection to https://api.test failed.',
      });
    });

    it('has outcome unknown with a global fetch that repeats requests', async () => {
      setGlobalDispatchers(new (class RetryAgent {})());
      const { context, send } = failAs({ via: 'global', sent: 'maybe' });

      await expect(send(context, `${API}/payments`, REQUEST, undefined)).rejects.toMatchObject({
        outcome: 'unknown',
      });
    });
  });

  it.each(['ECONNREFUSED', 'bad port'])(
    'has outcome unknown after %s when a program puts back the global fetch while it is in progress',
    async (message) => {
      const failure = deferred<never>();
      const { context, send } = setUp((_url, _request, _cancellation, progress) => {
        Object.assign(progress, { via: 'global', sent: 'maybe' });
        return failure.promise;
      });
      vi.stubGlobal('fetch', async () => new Response());
      const sending = send(context, `${API}/payments`, REQUEST, undefined);

      vi.unstubAllGlobals();
      failure.reject(Object.assign(new Error(message), { code: 'ECONNREFUSED' }));

      await expect(sending).rejects.toMatchObject({ kind: 'network', outcome: 'unknown' });
    },
  );

  it('has outcome unknown when it is aborted with an error that says that another connection was refused', async () => {
    const { context, controller, send } = setUp((_url, _request, cancellation, progress) => {
      Object.assign(progress, { via: 'global', sent: 'maybe' });
      return new Promise((_, reject) => cancellation.onCancel(reject));
    });
    const sending = send(context, `${API}/payments`, REQUEST, undefined);

    controller.abort(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));

    await expect(sending).rejects.toMatchObject({ kind: 'aborted', outcome: 'unknown' });
  });

  it.each(['https://tokens.test/token', `${API}.elsewhere.test/token`])(
    'does not take the clock of another host for that of the API: %s',
    async (url) => {
      const { clock, context, send } = setUp();

      await send(context, url, REQUEST, undefined);

      expect(clock.isKnown()).toBe(false);
    },
  );
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('by %i is not followed', async (status) => {
    const elsewhere = await startServer(() => ({ body: {} }));
    const api = await startApi(() => ({ status, headers: { Location: `${elsewhere.url}/payments` } }));
    const client = createSingleAttemptClient({ baseUrl: api.url });

    expect(await catchError(client.voidPayment(PAYMENT_ID))).toMatchObject({
      kind: 'api',
      outcome: 'unknown',
      status,
    });
    expect(await catchError(client.getPaymentDetails(PAYMENT_ID))).toMatchObject({ kind: 'api', status });
    expect(elsewhere.requests).toEqual([]);
  });
});

describe('a connection', () => {
  it('that is refused causes an error of kind network with outcome not_sent', async () => {
    const api = await startApi();
    const client = createSingleAttemptClient({
      baseUrl: await refusingUrl(),
      tokenUrl: `${api.url}${TOKEN_PATH}`,
    });

    const error = await catchError(client.voidPayment(PAYMENT_ID));

    expect(error).toMatchObject({ kind: 'network', outcome: 'not_sent', operationId: 'voidPayment' });
    expect(error.cause).toMatchObject({ name: 'TypeError' });
  });

  it.each([
    { what: 'the token request', kind: 'auth', access: CREDENTIALS },
    {
      what: 'the call itself',
      kind: 'config',
      access: { tokenProvider: async () => ({ access_token: 'token', expires_in: 3600 }) },
    },
  ])('without any fetch has an error that names the option: $what', async ({ kind, access }) => {
    vi.stubGlobal('fetch', undefined);
    const client = createClient({ ...access, baseUrl: 'http://api.test' });

    const error = await catchError(client.voidPayment(PAYMENT_ID));

    expect(error).toMatchObject({ kind, outcome: 'not_sent', transient: false });
    expect(error.message).toContain('`fetch` must be given: there is no global one here.');
  });

  const tokenProvider = async () => ({ access_token: 'token', expires_in: 3600 });
  it.each([
    { of: 'Node', message: 'bad port', access: CREDENTIALS },
    { of: 'Node', message: 'bad port', access: { tokenProvider } },
    { of: 'Deno', message: 'Requests to port 6000 are blocked', access: { tokenProvider } },
  ])('to a port that the fetch of $of refuses has an error that says so', async ({ message, access }) => {
    const baseUrl = 'http://127.0.0.1:6000';
    const failure = new TypeError('fetch failed', { cause: new Error(message) });
    const client = createClient({ ...access, baseUrl, fetch: () => Promise.reject(failure) });

    const error = await catchError(client.voidPayment(PAYMENT_ID));

    expect(error.message).toContain(
      `The connection to ${baseUrl} failed: fetch refuses its port, use another one.`,
    );
    expect(error.attempts.length).toBeLessThan(2);
  });

  it('that is refused has outcome unknown when a program has replaced the global fetch, which may repeat requests', async () => {
    const cause = new TypeError('fetch failed', {
      cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }),
    });
    vi.stubGlobal('fetch', testFetch(() => Promise.reject(cause)).fetch);
    const client = createSingleAttemptClient({});

    const error = await catchError(client.voidPayment(PAYMENT_ID));

    expect(error).toMatchObject({ kind: 'network', outcome: 'unknown' });
    expect(error.cause).toMatchObject({ name: 'TypeError', message: cause.message });
  });

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
  ])('that is reset $name causes an error of kind network with outcome unknown', async ({ handler }) => {
    const api = await startApi(handler);

    const error = await catchError(createSingleAttemptClient({ baseUrl: api.url }).voidPayment(PAYMENT_ID));

    expect(api.operationRequests).toHaveLength(1);
    expect(error).toMatchObject({ kind: 'network', outcome: 'unknown', operationId: 'voidPayment' });
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('that fails with undefined instead of an error has outcome unknown', async () => {
    const client = createSingleAttemptClient({ fetch: testFetch(() => Promise.reject(undefined)).fetch });

    expect(await catchError(client.voidPayment(PAYMENT_ID))).toMatchObject({
      kind: 'network',
      outcome: 'unknown',
    });
  });

  it.each<{ name: string; response: unknown }>([
    { name: 'undefined', response: undefined },
    { name: 'a string', response: 'OK' },
    { name: 'a response without a body', response: { status: 200, ok: true, headers: new Headers() } },
  ])('has outcome unknown when the fetch returns $name', async ({ response }) => {
    const client = createSingleAttemptClient({ fetch: testFetch(() => response as Response).fetch });

    expect(await catchError(client.voidPayment(PAYMENT_ID))).toMatchObject({
      kind: 'network',
      outcome: 'unknown',
      attempts: [{ ms: expect.any(Number) }],
    });
  });
});

describe('a response whose headers cannot be read', () => {
  /** Responds as the `fetch` of SvelteKit does, which throws for headers that the program does not allow. */
  const hide = (response: Response) => {
    response.headers.get = (name) => {
      throw new Error(`Failed to get response header "${name}"`);
    };
    return response;
  };

  it.each<[string, () => Response]>([
    ['each throws', () => hide(Response.json({ id: PAYMENT_ID }))],
    [
      'it has none',
      () => ({ status: 200, ok: true, text: async () => JSON.stringify({ id: PAYMENT_ID }) }) as Response,
    ],
  ])('counts as one without them where %s', async (_, respond) => {
    const { fetch, operationRequests } = testFetch(respond);

    const { data, requestId } = await createClient({ ...CREDENTIALS, fetch })
      .getPaymentDetails(PAYMENT_ID)
      .withResponse();

    expect([data.id, requestId]).toEqual([PAYMENT_ID, undefined]);
    expect(operationRequests).toHaveLength(1);
  });

  it('is a refusal where its body says so', async () => {
    const body = { request_id: 'req-1', error_type: 'request_invalid', error_codes: ['amount_invalid'] };
    const { fetch } = testFetch(() => hide(Response.json(body, { status: 422 })));

    expect(await catchError(createSingleAttemptClient({ fetch }).voidPayment(PAYMENT_ID))).toMatchObject({
      kind: 'api',
      outcome: 'rejected',
      requestId: 'req-1',
      retryAfterMs: undefined,
    });
  });
});

describe('attemptTimeout', () => {
  const STALLED: readonly { name: string; handler: Handler }[] = [
    { name: 'without a response', handler: () => undefined },
    {
      name: 'with a body that stalls',
      handler: (_, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"id": ');
        return undefined;
      },
    },
  ];

  it.each(STALLED)('ends an attempt $name', async ({ handler }) => {
    const api = await startApi(handler);
    const client = createSingleAttemptClient({ baseUrl: api.url });

    const error = await catchError(client.voidPayment(PAYMENT_ID, {}, { attemptTimeout: 400 }));

    expect(api.operationRequests).toHaveLength(1);
    expect(error).toMatchObject({ kind: 'timeout', outcome: 'unknown', operationId: 'voidPayment' });
    expect(error.message).toContain('400 ms');
  });

  it('of the client applies to calls that set none', async () => {
    vi.useFakeTimers();
    const { fetch } = hangingFetch();
    const failure = catchError(
      createSingleAttemptClient({ fetch, attemptTimeout: 70 }).voidPayment(PAYMENT_ID),
    );

    await vi.advanceTimersByTimeAsync(70);

    expect(await failure).toMatchObject({ kind: 'timeout' });
  });

  it('is 30 s by default', async () => {
    vi.useFakeTimers();
    const { fetch } = hangingFetch();
    const over = vi.fn();
    const failure = catchError(createSingleAttemptClient({ fetch }).voidPayment(PAYMENT_ID)).finally(over);

    await vi.advanceTimersByTimeAsync(29_999);
    expect(over).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);

    expect(await failure).toMatchObject({ kind: 'timeout' });
  });

  it('aborts the signal of the request', async () => {
    vi.useFakeTimers();
    const { fetch, operationRequests } = hangingFetch();
    const failure = catchError(
      createSingleAttemptClient({ fetch, attemptTimeout: 70 }).voidPayment(PAYMENT_ID),
    );

    await vi.advanceTimersByTimeAsync(70);
    await failure;

    expect(operationRequests[0]?.signal?.aborted).toBe(true);
  });
});

describe('the signal of a call', () => {
  it('prevents all requests when it is already aborted', async () => {
    const { fetch, operationRequests } = testFetch();
    const signal = AbortSignal.abort('enough');

    const error = await catchError(
      createSingleAttemptClient({ fetch }).voidPayment(PAYMENT_ID, {}, { signal }),
    );

    expect(error).toMatchObject({
      kind: 'aborted',
      outcome: 'not_sent',
      cause: 'enough',
      operationId: 'voidPayment',
    });
    expect(operationRequests).toEqual([]);
  });

  it('prevents all requests when it is already aborted, even if the client has a token', async () => {
    const { fetch, operationRequests } = testFetch();
    const client = createSingleAttemptClient({ fetch });
    await client.getToken();

    const error = await catchError(client.voidPayment(PAYMENT_ID, {}, { signal: AbortSignal.abort() }));

    expect(error).toMatchObject({ kind: 'aborted', outcome: 'not_sent' });
    expect(operationRequests).toEqual([]);
  });

  it('prevents the request when the listener of events aborts it', async () => {
    const { fetch, operationRequests } = testFetch();
    const controller = new AbortController();
    const client = createSingleAttemptClient({
      fetch,
      onEvent: ({ type, operationId }) => {
        if (type === 'request' && operationId === 'voidPayment') controller.abort('enough');
      },
    });

    const error = await catchError(client.voidPayment(PAYMENT_ID, {}, { signal: controller.signal }));

    expect(error).toMatchObject({ kind: 'aborted', outcome: 'not_sent', cause: 'enough' });
    expect(operationRequests).toEqual([]);
  });

  it('prevents the request when it aborts during the token request', async () => {
    const controller = new AbortController();
    const requests: string[] = [];
    const client = createSingleAttemptClient({
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

  it('ends the call with outcome unknown when it aborts during the wait for the response', async () => {
    const controller = new AbortController();
    const api = await startApi(() => {
      controller.abort('enough');
      return undefined;
    });

    const error = await catchError(
      createSingleAttemptClient({ baseUrl: api.url }).voidPayment(
        PAYMENT_ID,
        {},
        { signal: controller.signal },
      ),
    );

    expect(error).toMatchObject({ kind: 'aborted', outcome: 'unknown', cause: 'enough' });
  });

  it('ends the call with outcome unknown when it aborts while the body stalls', async () => {
    const controller = new AbortController();
    const abortingFetch: typeof fetch = async (...input) => {
      const response = await fetch(...input);
      if (!String(input[0]).endsWith(TOKEN_PATH)) setImmediate(() => controller.abort());
      return response;
    };
    const api = await startApi((_, response) => {
      response.writeHead(200).write('{"id": ');
      return undefined;
    });

    const error = await catchError(
      createSingleAttemptClient({ baseUrl: api.url, fetch: abortingFetch }).voidPayment(
        PAYMENT_ID,
        {},
        { signal: controller.signal },
      ),
    );

    expect(error).toMatchObject({ kind: 'aborted', outcome: 'unknown' });
  });

  it('ends the call even if the fetch ignores its signal', async () => {
    const controller = new AbortController();
    const { fetch, sent } = hangingFetch();
    const failure = catchError(
      createSingleAttemptClient({ fetch }).voidPayment(PAYMENT_ID, {}, { signal: controller.signal }),
    );
    await sent;

    controller.abort();

    expect(await failure).toMatchObject({ kind: 'aborted', outcome: 'unknown' });
  });

  it('has no effect when it aborts after the call', async () => {
    const controller = new AbortController();
    const { fetch } = testFetch(() => Response.json({ id: PAYMENT_ID }));
    const call = createSingleAttemptClient({ fetch }).getPaymentDetails(PAYMENT_ID, {
      signal: controller.signal,
    });
    await call;

    controller.abort();

    expect(await call).toEqual({ id: PAYMENT_ID });
  });
});

describe('timers and listeners', () => {
  const RESPONSES: readonly { name: string; respond: () => Response | Promise<Response> }[] = [
    { name: 'succeeds', respond: () => Response.json({}) },
    { name: 'is rejected', respond: () => Response.json({}, { status: 422 }) },
    { name: 'loses its connection', respond: () => Promise.reject(new Error('broken')) },
    { name: 'gets an unreadable response', respond: () => new Response('<h1>Welcome</h1>') },
  ];

  it.each(RESPONSES)('are removed when a call $name', async ({ respond }) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { signal } = new AbortController();
    const listeners = () => getEventListeners(signal, 'abort').length;
    const during = { timers: 0, listeners: 0 };
    const { fetch } = testFetch(() => {
      during.timers = vi.getTimerCount();
      during.listeners = listeners();
      return respond();
    });

    await createSingleAttemptClient({ fetch })
      .voidPayment(PAYMENT_ID, {}, { signal })
      .catch(() => {});

    // One timer for the deadline and one for the attempt; one listener for both.
    expect(during).toEqual({ timers: 2, listeners: 1 });
    expect({ timers: vi.getTimerCount(), listeners: listeners() }).toEqual({ timers: 0, listeners: 0 });
  });

  it('are removed when a call is aborted', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const controller = new AbortController();
    const { fetch, sent } = hangingFetch();
    const failure = catchError(
      createSingleAttemptClient({ fetch }).voidPayment(PAYMENT_ID, {}, { signal: controller.signal }),
    );
    await sent;

    controller.abort();
    await failure;

    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('are removed when a call times out', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
    const { signal } = new AbortController();
    const { fetch, sent } = hangingFetch();
    const failure = catchError(createSingleAttemptClient({ fetch }).voidPayment(PAYMENT_ID, {}, { signal }));
    await sent;

    await vi.advanceTimersByTimeAsync(30_000);
    await failure;

    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('are removed from a signal that concurrent calls share', async () => {
    const { signal } = new AbortController();
    const { fetch } = testFetch();
    const client = createSingleAttemptClient({ fetch });

    await Promise.all(Array.from({ length: 20 }, () => client.getPaymentDetails(PAYMENT_ID, { signal })));

    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
