import { getEventListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isLddPayError } from './errors.js';
import { until } from './testing/platform.js';
import { unhandledRejections } from './testing/promises.js';
import { startProxy } from './testing/proxy.js';
import { startServer, type TestServer } from './testing/server.js';
import { type UndiciTransport, type UndiciTransportOptions, undiciTransport } from './undici.js';

// Not imported in the usual way: it must not be loaded before the platform's own.
const { Agent, ProxyAgent } = await import('undici');

const POST = { method: 'POST', body: '{"amount":1}', headers: { 'Content-Type': 'application/json' } };

function transportOf(options?: UndiciTransportOptions): UndiciTransport {
  const transport = undiciTransport(options);
  onTestFinished(() => transport.close());
  return transport;
}

interface HoldingServer extends TestServer {
  /** The responses that are due, in the order of their requests. */
  readonly held: ServerResponse[];
}

/** A server that answers when it is told to. */
async function startHoldingServer(): Promise<HoldingServer> {
  const held: ServerResponse[] = [];
  const server = await startServer((_, response) => {
    held.push(response);
    return undefined;
  });
  return { ...server, held };
}

/** Answers the next request that is held, as soon as there is one. */
async function release({ held }: HoldingServer): Promise<void> {
  await until(() => held.length > 0, 'a request');
  held.shift()?.end('done');
}

describe('the connections of the transport', () => {
  it('are used again by the requests that follow', async () => {
    const ports = new Set<number | undefined>();
    const server = await startServer((_, response) => {
      ports.add(response.socket?.remotePort);
      return { body: {} };
    });
    const transport = transportOf();

    for (const _ of Array(5)) await (await transport(server.url, POST)).text();

    expect(server.requests).toHaveLength(5);
    // Each rests for a turn of the event loop, in which another one serves.
    expect(ports.size).toBeLessThanOrEqual(2);
  });

  it('are as many as there are requests at once, unless limited', async () => {
    const server = await startHoldingServer();
    const transport = transportOf();

    const all = Promise.all(Array.from({ length: 12 }, () => transport(server.url, POST)));
    await until(() => server.held.length === 12, 'all requests at once');
    for (const response of server.held) response.end();

    expect((await all).map(({ status }) => status)).toEqual(Array(12).fill(200));
  });

  it('are no more than `connections`, each with one request at a time', async () => {
    const server = await startHoldingServer();
    const transport = transportOf({ connections: 2 });
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

  it('are closed at the end, and the transport fails from then on', async () => {
    const server = await startServer((_, response) => {
      response.socket?.once('close', () => {
        closed = true;
      });
      return { body: {} };
    });
    let closed = false;
    const transport = undiciTransport();
    await (await transport(server.url, POST)).text();

    await Promise.all([transport.close(), transport.close()]);
    await transport.close();

    await until(() => closed, 'the connection to be closed');
    await expect(transport(server.url, POST)).rejects.toMatchObject({ message: 'fetch failed' });
  });

  it('are not closed before the requests under way are answered', async () => {
    const server = await startHoldingServer();
    const transport = undiciTransport();
    const answer = transport(server.url, POST);
    await until(() => server.held.length === 1, 'the request');

    const closing = transport.close();
    await release(server);

    expect(await (await answer).text()).toBe('done');
    await closing;
  });
});

describe('a request through the transport', () => {
  it('carries its length and no wish for compression', async () => {
    const server = await startServer(() => ({ body: {} }));

    await transportOf()(`${server.url}/payments?a=1`, { ...POST, body: '{"name":"Zoë"}' });

    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', url: '/payments?a=1', body: '{"name":"Zoë"}' });
    expect(request?.headers).toEqual({
      host: server.url.replace('http://', ''),
      connection: 'keep-alive',
      'content-type': 'application/json',
      'content-length': '15',
    });
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
  ])('has the headers that are given as $form', async ({ headers }) => {
    const server = await startServer(() => ({ body: {} }));

    await transportOf()(server.url, { headers });

    expect(server.requests[0]).toMatchObject({ method: 'GET', headers: { 'x-one': '1', 'x-two': '2' } });
  });

  it('is refused when its body is no text', async () => {
    const server = await startServer(() => ({ body: {} }));

    await expect(transportOf()(server.url, { method: 'POST', body: new FormData() })).rejects.toThrow(
      'A body must be a string.',
    );

    expect(server.requests).toEqual([]);
  });

  it('that waits for a connection ends at once when it is aborted, and is never sent', async () => {
    const server = await startHoldingServer();
    const transport = transportOf({ connections: 1 });
    const controller = new AbortController();
    const first = transport(`${server.url}/first`, POST);
    const second = transport(`${server.url}/second`, { ...POST, signal: controller.signal });
    const third = transport(`${server.url}/third`, POST);
    await until(() => server.held.length === 1, 'the first request');

    controller.abort('enough');

    await expect(second).rejects.toBe('enough');
    await release(server);
    await (await first).text();
    await release(server);
    expect(await (await third).text()).toBe('done');
    expect(server.requests.map(({ url }) => url)).toEqual(['/first', '/third']);
  });

  it.each(['before it is answered', 'within the body'])(
    'that is aborted %s gives up its connection, and others are made',
    async (when) => {
      const server = await startHoldingServer();
      const transport = transportOf({ connections: 1 });
      const controller = new AbortController();
      const answer = transport(server.url, { ...POST, signal: controller.signal });
      await until(() => server.held.length === 1, 'the request');
      const [held] = server.held.splice(0);
      if (when === 'within the body') held?.write('{"id": ');
      const text = (async () => (await answer).text())();
      if (when === 'within the body') await answer;

      controller.abort('enough');

      await expect(text).rejects.toBe('enough');
      await until(() => held?.destroyed === true, 'the connection to be closed');
      const next = transport(server.url, POST);
      await release(server);
      expect(await (await next).text()).toBe('done');
    },
  );

  it('that is aborted while nobody reads its body leaves no unhandled rejection', async () => {
    const rejections = unhandledRejections();
    const server = await startServer((_, response) => {
      response.write('{"id": ');
      return undefined;
    });
    const controller = new AbortController();
    await transportOf()(server.url, { ...POST, signal: controller.signal });

    controller.abort();

    expect(await rejections()).toEqual([]);
  });

  it.each<{ cancellation: string; path: string; abort?: boolean }>([
    { cancellation: 'is answered', path: '/' },
    { cancellation: 'breaks', path: '/broken' },
    { cancellation: 'breaks within the body', path: '/truncated' },
    { cancellation: 'is aborted', path: '/silent', abort: true },
  ])('that $ending leaves no listener on its signal', async ({ path, abort }) => {
    const controller = new AbortController();
    const { signal } = controller;
    const server = await startServer(({ url }, response) => {
      if (url === '/') return { body: {} };
      if (url === '/broken') response.socket?.resetAndDestroy();
      if (url === '/truncated') response.write('{', () => response.socket?.destroy());
      if (abort) controller.abort();
      return undefined;
    });
    const answer = transportOf()(server.url + path, { ...POST, signal });
    const during = getEventListeners(signal, 'abort').length;

    await answer.then((response) => response.text()).catch(() => {});

    expect(during).toBe(1);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('a dispatcher of one’s own', () => {
  it('sends the requests: a ProxyAgent, for instance', async () => {
    const server = await startServer(({ headers }) => ({ body: { host: headers.host } }));
    const proxy = await startProxy();
    const dispatcher = new ProxyAgent(proxy.url);
    onTestFinished(() => dispatcher.close());

    const headers = Object.freeze({ ...POST.headers });
    const response = await transportOf({ dispatcher })(`${server.url}/payments`, { ...POST, headers });

    const host = server.url.replace('http://', '');
    expect(await response.json()).toEqual({ host });
    expect(proxy.targets).toEqual([host]);
  });

  it('is asked to leave the time to the client', async () => {
    const server = await startServer(() => ({ body: {} }));
    const seen: unknown[] = [];
    const agent = new Agent({ headersTimeout: 1, bodyTimeout: 1 });
    onTestFinished(() => agent.close());
    const dispatcher = agent.compose((dispatch) => (options, handler) => {
      seen.push(options);
      return dispatch(options, handler);
    });

    await transportOf({ dispatcher })(server.url, POST);

    expect(seen).toMatchObject([{ headersTimeout: 0, bodyTimeout: 0 }]);
  });

  it('that throws fails the request as everything else does', async () => {
    const dispatcher = new ProxyAgent('http://127.0.0.1:1');
    onTestFinished(() => dispatcher.close());
    const { signal } = new AbortController();
    const headers = { 'Proxy-Authorization': 'Basic eA==' };

    await expect(
      transportOf({ dispatcher })('http://127.0.0.1:1', { headers, signal }),
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

  it('takes no `connections` besides', () => {
    const dispatcher = new Agent();
    onTestFinished(() => dispatcher.close());

    expect(configErrorOf({ dispatcher, connections: 2 })).toMatchObject({ kind: 'config' });
    expect(configErrorOf({ dispatcher, connections: undefined })).toBeUndefined();
  });
});

it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '2' as unknown as number])(
  'refuses %s connections',
  (connections) => {
    const error = configErrorOf({ connections });

    expect(isLddPayError(error)).toBe(true);
    expect(error).toMatchObject({ kind: 'config', message: expect.stringContaining('`connections`') });
  },
);

function configErrorOf(options: UndiciTransportOptions): unknown {
  try {
    void undiciTransport(options).close();
    return undefined;
  } catch (error) {
    return error;
  }
}
