import { getEventListeners } from 'node:events';
import type { Dispatcher } from 'undici';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createClient } from './client.js';
import { isLddPayError } from './errors.js';
import type { Fetch } from './options.js';
import { PAYMENT_ID, SECRETS } from './testing/fixtures.js';
import { release, startHoldingServer } from './testing/holding-server.js';
import { until } from './testing/platform.js';
import { startProxy } from './testing/proxy.js';
import { startServer } from './testing/server.js';
import { type UndiciTransport, type UndiciTransportOptions, undiciTransport } from './undici.js';
import { VERSION } from './version.js';

// Imported dynamically, because it must not load before the copy of the platform.
const undici = await import('undici');
const { Agent, Headers: UndiciHeaders, ProxyAgent } = undici;

const POST = { method: 'POST', body: '{"amount":1}', headers: { 'Content-Type': 'application/json' } };

function createTransport(options?: UndiciTransportOptions): UndiciTransport {
  const transport = undiciTransport(options);
  onTestFinished(() => transport.close());
  return transport;
}

describe('the connections of an undiciTransport', () => {
  it('are reused by later requests', async () => {
    const ports = new Set<number | undefined>();
    const server = await startServer((_, response) => {
      ports.add(response.socket?.remotePort);
      return { body: {} };
    });
    const transport = createTransport();

    for (const _ of Array(5)) await (await transport(server.url, POST)).text();

    expect(server.requests).toHaveLength(5);
    // Each is idle for a turn of the event loop, in which another one serves.
    expect(ports.size).toBeLessThanOrEqual(2);
  });

  it('are as many as there are concurrent requests by default', async () => {
    const server = await startHoldingServer();
    const transport = createTransport();

    const all = Promise.all(Array.from({ length: 12 }, () => transport(server.url, POST)));
    await until(() => server.held.length === 12, 'all requests at once');
    for (const response of server.held) response.end();

    expect((await all).map(({ status }) => status)).toEqual(Array(12).fill(200));
  });

  it('are at most `connections`, each with one request at a time', async () => {
    const server = await startHoldingServer();
    const transport = createTransport({ connections: 2 });
    const ports = new Set<number | undefined>();

    const all = Array.from({ length: 5 }, () => transport(server.url, POST));
    for (const left of [5, 4, 3]) {
      await until(() => server.held.length === 2, `two requests, with ${left} left`);
      for (const { socket } of server.held) ports.add(socket?.remotePort);
      expect(server.requests).toHaveLength(7 - left);
      await release(server);
    }
    await release(server);
    await release(server);

    expect((await Promise.all(all)).every(({ ok }) => ok)).toBe(true);
    expect(ports.size).toBe(2);
  });

  it('are closed by close(), and later requests fail', async () => {
    const server = await startServer((_, response) => {
      response.socket?.once('close', () => {
        isClosed = true;
      });
      return { body: {} };
    });
    let isClosed = false;
    const transport = undiciTransport();
    await (await transport(server.url, POST)).text();

    await Promise.all([transport.close(), transport.close()]);
    await transport.close();

    await until(() => isClosed, 'the connection to be closed');
    await expect(transport(server.url, POST)).rejects.toMatchObject({ message: 'fetch failed' });
  });

  it('are not closed before the requests in progress have their responses', async () => {
    const server = await startHoldingServer();
    const transport = undiciTransport();
    const response = transport(server.url, POST);
    await until(() => server.held.length === 1, 'the request');

    const closing = transport.close();
    await release(server);

    expect(await (await response).text()).toBe('done');
    await closing;
  });
});

describe('a client with an undiciTransport', () => {
  it('reads a response without creating one of the platform, or a stream', async () => {
    const server = await startServer(() => ({ body: [] }));
    const tokenProvider = async () => ({ access_token: SECRETS.token, expires_in: 3600 });
    const client = createClient({ baseUrl: server.url, tokenProvider, fetch: createTransport() });
    const create = vi.fn();
    for (const name of ['Response', 'ReadableStream'] as const) {
      vi.stubGlobal(name, new Proxy(globalThis[name], { construct: create }));
    }
    onTestFinished(() => void vi.unstubAllGlobals());

    expect(await client.getPaymentActions(PAYMENT_ID)).toEqual([]);

    expect(create).not.toHaveBeenCalled();
  });

  it('knows its transport where that comes from another copy of the package', () => {
    expect(Object.getOwnPropertySymbols(createTransport())).toContain(Symbol.for('lddpay.transport'));
  });

  it.each<[string, (transport: UndiciTransport, refuse: () => never) => Fetch]>([
    ['proxy of it', (transport, refuse) => new Proxy(transport, { apply: refuse })],
    ['wrapper with its close()', (transport, refuse) => Object.assign(() => refuse(), transport)],
  ])('sends nothing past a %s', async (_, wrap) => {
    const server = await startServer(() => ({ body: [] }));
    const refuse = vi.fn(() => {
      throw new Error('dry run');
    });
    const tokenProvider = async () => ({ access_token: SECRETS.token });
    const fetch = wrap(createTransport(), refuse);
    const client = createClient({ baseUrl: server.url, tokenProvider, fetch, maxRetries: 0 });

    await expect(client.getPaymentActions(PAYMENT_ID)).rejects.toMatchObject({ kind: 'network' });

    expect(refuse).toHaveBeenCalledOnce();
    expect(server.requests).toEqual([]);
  });
});

describe('a request of an undiciTransport', () => {
  it('has a Content-Length, the codings that are decoded, the name of this package, and asks caches for what is new', async () => {
    const server = await startServer(() => ({ body: {} }));

    await createTransport()(`${server.url}/payments?a=1`, { ...POST, body: '{"name":"Zoë"}' });

    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', url: '/payments?a=1', body: '{"name":"Zoë"}' });
    expect(request?.headers).toEqual({
      host: server.url.replace('http://', ''),
      connection: 'keep-alive',
      'accept-encoding': 'gzip, deflate, br',
      'user-agent': `lddpay/${VERSION}`,
      'cache-control': 'no-cache',
      pragma: 'no-cache',
      'content-type': 'application/json',
      'content-length': '15',
    });
  });

  it.each<{ form: string; headers: HeadersInit }>([
    { form: 'a record', headers: { 'USER-agent': 'mine', 'Accept-Encoding': 'identity' } },
    { form: 'a record in lowercase', headers: { 'user-agent': 'mine', 'accept-encoding': 'identity' } },
    { form: 'Headers', headers: new Headers({ 'User-Agent': 'mine', 'Accept-Encoding': 'identity' }) },
  ])('has the User-Agent and Accept-Encoding of the caller alone, passed as $form', async ({ headers }) => {
    const server = await startServer(() => ({ body: {} }));

    await createTransport()(server.url, { headers });

    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': 'mine',
      'accept-encoding': 'identity',
    });
  });

  it('asks caches for what is new as one of the global fetch does', async () => {
    const server = await startServer(() => ({ body: [] }));
    const tokenProvider = async () => ({ access_token: SECRETS.token, expires_in: 3600 });

    for (const fetch of [undefined, createTransport()]) {
      const client = createClient({ baseUrl: server.url, tokenProvider, fetch });
      await client.getPaymentActions(PAYMENT_ID);
      await client.getPaymentActions(PAYMENT_ID, { headers: { 'Cache-Control': 'max-age=0' } });
    }

    const asked = server.requests.map(({ headers }) => [headers['cache-control'], headers.pragma]);
    expect(asked.slice(2)).toEqual(asked.slice(0, 2));
    expect(asked.slice(2)).toEqual([
      ['no-cache', 'no-cache'],
      ['max-age=0', 'no-cache'],
    ]);
  });

  it('names the application after this package in its User-Agent', async () => {
    const server = await startServer(() => ({ body: {} }));
    const dispatcher = new Agent();
    onTestFinished(() => dispatcher.close());

    await createTransport({ application: 'shop/1.2 (Debian 12)' })(server.url, POST);
    await createTransport({ application: 'till', dispatcher })(server.url, POST);

    expect(server.requests.map(({ headers }) => headers['user-agent'])).toEqual([
      `lddpay/${VERSION} shop/1.2 (Debian 12)`,
      `lddpay/${VERSION} till`,
    ]);
  });

  it.each<{ form: string; headers: HeadersInit }>([
    { form: 'Headers', headers: new Headers({ 'X-One': '1', 'X-Two': '2' }) },
    { form: 'a record', headers: Object.freeze({ 'X-One': '1', 'X-Two': '2' }) },
    {
      form: 'pairs',
      headers: [
        ['X-One', '1'],
        ['X-Two', '2'],
      ],
    },
    {
      form: 'the Headers of the package undici',
      headers: new UndiciHeaders({ 'X-One': '1', 'X-Two': '2' }) as unknown as Headers,
    },
  ])('has the headers that are passed as $form', async ({ headers }) => {
    const server = await startServer(() => ({ body: {} }));

    await createTransport()(server.url, { headers });

    expect(server.requests[0]).toMatchObject({ method: 'GET', headers: { 'x-one': '1', 'x-two': '2' } });
  });

  it('shares one listener of its signal with others, and leaves none behind', async () => {
    const server = await startServer(() => ({ body: {} }));
    const transport = createTransport();
    const { signal } = new AbortController();
    const count = () => getEventListeners(signal, 'abort').length;

    const requests = Array.from({ length: 20 }, () => transport(server.url, { signal }));
    const during = count();
    for (const request of requests) await (await request).text();

    expect([during, count()]).toEqual([1, 0]);
  });

  it('rejects when its body is not a string', async () => {
    const server = await startServer(() => ({ body: {} }));

    await expect(createTransport()(server.url, { method: 'POST', body: new FormData() })).rejects.toThrow(
      'A body must be a string.',
    );

    expect(server.requests).toEqual([]);
  });
});

describe('a given dispatcher', () => {
  it('sends the requests, through a proxy when it is a ProxyAgent', async () => {
    const server = await startServer(({ headers }) => ({ body: { host: headers.host } }));
    const proxy = await startProxy();
    const dispatcher = new ProxyAgent(proxy.url);
    onTestFinished(() => dispatcher.close());

    const headers = Object.freeze({ ...POST.headers });
    const response = await createTransport({ dispatcher })(`${server.url}/payments`, { ...POST, headers });

    const host = server.url.replace('http://', '');
    expect(await response.json()).toEqual({ host });
    expect(proxy.targets).toEqual([host]);
  });

  it('gets no time limits, because the client limits the time', async () => {
    const server = await startServer(() => ({ body: {} }));
    const dispatched: unknown[] = [];
    const agent = new Agent({ headersTimeout: 1, bodyTimeout: 1 });
    onTestFinished(() => agent.close());
    const dispatcher = agent.compose((dispatch) => (options, handler) => {
      dispatched.push(options);
      return dispatch(options, handler);
    });

    await createTransport({ dispatcher })(server.url, POST);

    expect(dispatched).toMatchObject([{ headersTimeout: 0, bodyTimeout: 0 }]);
  });

  it('that throws makes the request fail like any other error', async () => {
    const dispatcher = new ProxyAgent('http://127.0.0.1:1');
    onTestFinished(() => dispatcher.close());
    const { signal } = new AbortController();
    const headers = { 'Proxy-Authorization': 'Basic eA==' };

    await expect(
      createTransport({ dispatcher })('http://127.0.0.1:1', { headers, signal }),
    ).rejects.toMatchObject({
      name: 'TypeError',
      message: 'fetch failed',
      cause: { code: 'UND_ERR_INVALID_ARG' },
    });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('stays open when the transport is closed', async () => {
    const server = await startServer(() => ({ body: {} }));
    const dispatcher = new Agent();
    onTestFinished(() => dispatcher.close());
    const transport = undiciTransport({ dispatcher });

    await transport.close();

    expect((await transport(server.url, POST)).status).toBe(200);
  });

  it('cannot be combined with `connections`', () => {
    const dispatcher = new Agent();
    onTestFinished(() => dispatcher.close());

    expect(catchConfigError({ dispatcher, connections: 2 })).toMatchObject({ kind: 'config' });
    expect(catchConfigError({ dispatcher, connections: undefined })).toBeUndefined();
  });

  it('is named as what it must be when it is something else', () => {
    expect(catchConfigError({ dispatcher: 'http://proxy' as never })).toMatchObject({
      kind: 'config',
      message: '`dispatcher` must be a Dispatcher of undici, such as a ProxyAgent.',
    });
  });

  const origin = 'http://127.0.0.1:1';
  const pass: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) =>
    dispatch(options, handler);

  it.each<[string, () => Dispatcher]>([
    ['Client', () => new undici.Client(origin)],
    ['H2CClient', () => new undici.H2CClient(origin)],
    ['Pool', () => new undici.Pool(origin)],
    ['BalancedPool', () => new undici.BalancedPool([origin])],
    ['RoundRobinPool', () => new undici.RoundRobinPool(origin)],
    ['MockClient', () => new undici.MockClient(origin, { agent: new undici.MockAgent() })],
    ['MockPool', () => new undici.MockAgent().get(origin)],
    ['subclass of Pool', () => new (class Agent extends undici.Pool {})(origin)],
    ['composed Pool', () => new undici.Pool(origin).compose(pass)],
    ['composed Client', () => new undici.Client(origin).compose(pass)],
  ])('is refused when it sends everything to its own host: a %s', async (_, create) => {
    const dispatcher = create();
    onTestFinished(() => dispatcher.close());

    expect(catchConfigError({ dispatcher })).toMatchObject({
      kind: 'config',
      message:
        '`dispatcher` must be one for any host, such as an Agent or a ProxyAgent: a Client or Pool sends every request to its own host.',
    });
  });

  it.each<[string, () => Dispatcher]>([
    ['Agent', () => new Agent({ connections: 2 })],
    ['subclass of Agent', () => new (class Pool extends Agent {})()],
    ['composed Agent', () => new Agent().compose(pass)],
    ['ProxyAgent', () => new ProxyAgent(origin)],
    ['EnvHttpProxyAgent', () => new undici.EnvHttpProxyAgent()],
    ['RetryAgent', () => new undici.RetryAgent(new Agent())],
    ['MockAgent', () => new undici.MockAgent()],
    ['global dispatcher', () => undici.getGlobalDispatcher()],
  ])('is taken when it follows the origin of a request: a %s', (_, create) => {
    expect(catchConfigError({ dispatcher: create() })).toBeUndefined();
  });
});

it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '2' as unknown as number])(
  'undiciTransport throws for %s as `connections`',
  (connections) => {
    const error = catchConfigError({ connections });

    expect(isLddPayError(error)).toBe(true);
    expect(error).toMatchObject({ kind: 'config', message: expect.stringContaining('`connections`') });
  },
);

it.each(['', ' ', 'shop ', ' shop', 'a  b', 'a\r\nX-Evil: 1', 'a\tb', 'Zoë', 5 as unknown as string])(
  'undiciTransport throws for %j as `application`',
  (application) => {
    expect(catchConfigError({ application })).toMatchObject({
      kind: 'config',
      message: expect.stringContaining('`application`'),
    });
  },
);

function catchConfigError(options: UndiciTransportOptions): unknown {
  try {
    void undiciTransport(options).close();
    return undefined;
  } catch (error) {
    return error;
  }
}
