import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { pipeline } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { UNKNOWN_ID } from '../conformance/payments.js';
import {
  findUnreachableUrl,
  jsonResponse,
  type RequestHandler,
  startTestServer,
  type TestServer,
} from '../conformance/testing/test-server.js';
import { type Connection, openConnection } from './connection.js';
import { createPace } from './pace.js';
import { requestProvider } from './request-provider.js';

const ACTIONS = `/payments/${UNKNOWN_ID}/actions?limit=1`;

async function start(handle: RequestHandler): Promise<TestServer> {
  const server = await startTestServer(handle);
  onTestFinished(() => server.close());
  return server;
}

async function open(
  baseUrl: string,
  { tokenUrl = '', timeout = 10_000, wait = async (_ms: number) => {} } = {},
): Promise<Connection> {
  const pace = createPace(0, { now: () => 0, wait });
  const options = { baseUrl, tokenUrl: tokenUrl || undefined, timeout, pace };
  return openConnection(options);
}

it('sends a request unchanged, to a URL below the path of the base URL', async () => {
  const server = await start(() => jsonResponse([]));
  const { send } = await open(`${server.url}/api/`);
  await send('/payments', {
    method: 'POST',
    headers: { Authorization: 'Bearer a', 'Content-Type': 'application/json', 'Cko-Idempotency-Key': 'b' },
    body: '{"amount":100}',
  });
  expect(server.requests).toMatchObject([{ method: 'POST', path: '/api/payments', body: '{"amount":100}' }]);
  expect(Object.fromEntries(server.requests[0]?.headers ?? [])).toMatchObject({
    authorization: 'Bearer a',
    'content-type': 'application/json',
    'cko-idempotency-key': 'b',
    host: new URL(server.url).host,
  });
});

it.each([
  [429, { 'Retry-After': '3' }, [3_000]],
  [503, { 'Retry-After': 'Thu, 01 Jan 2026 00:00:04 GMT', Date: 'Thu, 01 Jan 2026 00:00:00 GMT' }, [4_000]],
  [429, { 'Retry-After': '3600' }, [5_000]],
  [429, { 'Retry-After': 'later' }, []],
  [429, {}, []],
  [200, { 'Retry-After': '3' }, []],
])(
  'keeps the next request back as long as a %i asks with %j, for at most 5 s',
  async (status, headers, expected) => {
    const server = await start(() => ({ status, headers: new Headers(headers), body: '[]' }));
    const waits: number[] = [];
    const { send } = await open(server.url, { wait: async (ms) => void waits.push(ms) });
    await send(ACTIONS, { method: 'GET' });
    await send(ACTIONS, { method: 'GET' });
    expect(waits).toEqual(expected);
  },
);

it('sends token requests to the token URL, and no others', async () => {
  const api = await start(() => jsonResponse([]));
  const issuer = await start(() => jsonResponse({}));
  const { send } = await open(api.url, { tokenUrl: `${issuer.url}/oauth2/token` });
  await send('/connect/token', { method: 'POST', body: '{}' });
  await send(ACTIONS, { method: 'GET' });
  expect(issuer.requests.map(({ path }) => path)).toEqual(['/oauth2/token']);
  expect(api.requests.map(({ path }) => path)).toEqual([ACTIONS]);
});

it.each([
  { what: 'truncated JSON', response: jsonResponse('[{') },
  { what: 'a 501', response: jsonResponse('', 501) },
  {
    what: 'an unreadable media type',
    response: jsonResponse('[]', 200, { 'Content-Type': 'text/html; x=;y z' }),
  },
  {
    what: 'a form that is none',
    response: jsonResponse('%=1', 200, { 'Content-Type': 'application/x-www-form-urlencoded' }),
  },
  { what: 'a redirect', response: jsonResponse('', 307, { Location: '/elsewhere' }) },
])('returns $what as the server sent it, even where Prism cannot read it', async ({ response }) => {
  const { status, body } = response;
  const server = await start(() => response);
  const { send, exchanges } = await open(server.url);
  const received = await send(ACTIONS, { method: 'GET' });
  expect(received.status).toBe(status);
  expect(await received.text()).toBe(body);
  expect(exchanges).toMatchObject([{ result: { status, body } }]);
  // A redirect is not followed, because that would pass the token on.
  expect(server.requests.length).toBe(1);
});

it('records the violations that Prism finds, and ignores a report that the server forges', async () => {
  const forged = { 'sl-violations': '[{"location":["response"],"message":"made up"}]' };
  const server = await start(() => jsonResponse([5], 200, forged));
  const { send, exchanges } = await open(server.url);
  await send(ACTIONS, { method: 'GET' });
  expect(exchanges[0]?.prismViolations).toMatchObject([
    { side: 'response', path: ['body', '0'], code: 'type' },
  ]);
});

it('records and validates a response with a header that HTTP does not allow', async () => {
  const server = createServer((socket) => {
    socket.once('data', () =>
      socket.end(
        'HTTP/1.1 200 OK\r\nX A: b\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]',
      ),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { send, exchanges } = await open(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await Promise.allSettled([send(ACTIONS, { method: 'GET' })]);
  expect(exchanges).toMatchObject([{ result: { status: 200, body: '[]' }, prismViolations: [] }]);
});

it('decompresses a response, and validates it like any other', async () => {
  const { status, headers } = jsonResponse('', 200, { 'Content-Encoding': 'gzip' });
  const server = await start(() => ({ status, headers, body: gzipSync('[5]') }));
  const { send, exchanges } = await open(server.url);
  await send(ACTIONS, { method: 'GET' });
  expect(exchanges).toMatchObject([{ result: { body: '[5]' }, prismViolations: [{ code: 'type' }] }]);
});

it('records the result of each request, even when a client sends several at once', async () => {
  const server = await start(({ path }) => jsonResponse(path.includes('token') ? { token: 1 } : []));
  const { send, exchanges } = await open(server.url);
  await Promise.all([
    send('/connect/token', { method: 'POST', body: '{}' }),
    send(ACTIONS, { method: 'GET' }),
  ]);
  expect(exchanges).toMatchObject([{ result: { body: '{"token":1}' } }, { result: { body: '[]' } }]);
});

it('distinguishes a refused connection, a blocked port, another protocol, a lost connection and a timeout', async () => {
  const disconnecting = await start(() => undefined);
  const silent = await start(() => new Promise(() => {}));
  for (const [baseUrl, failure, timeout] of [
    [await findUnreachableUrl(), 'refused', 10_000],
    ['http://127.0.0.1:1', 'blocked', 10_000],
    [disconnecting.url.replace('http:', 'https:'), 'no TLS', 10_000],
    ['http://no-such-host.invalid', 'unreachable', 10_000],
    [disconnecting.url, 'disconnected', 10_000],
    [silent.url, 'timeout', 1],
  ] as const) {
    const { send, exchanges } = await open(baseUrl, { timeout });
    await expect(send(ACTIONS, { method: 'GET' })).rejects.toThrow('The provider did not respond.');
    expect(exchanges).toMatchObject([{ result: { failure } }]);
  }
});

it('reads a body of 32 MiB, and ends one that is longer, also once it is decompressed', async () => {
  const limit = 2 ** 25;
  const { status, headers } = jsonResponse('', 200, { 'Content-Encoding': 'gzip' });
  const server = await start(({ path }) => ({
    status,
    headers,
    body: gzipSync(Buffer.alloc(limit + Number(path.slice(1)))),
  }));

  const received = await requestProvider(`${server.url}/0`, { method: 'GET' }, 30_000);
  expect('bytes' in received && received.bytes.length).toBe(limit);
  expect(await requestProvider(`${server.url}/1`, { method: 'GET' }, 30_000)).toEqual({
    failure: 'too long',
    code: undefined,
  });
});

it('closes the connection of a body without an end', async () => {
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const server = createHttpServer((_, response) => {
    pipeline(endless(), response, () => close());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { send, exchanges } = await open(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  await expect(send(ACTIONS, { method: 'GET' })).rejects.toThrow(TypeError);
  expect(exchanges).toMatchObject([{ result: { failure: 'too long' } }]);
  await closed;
});

function* endless() {
  for (;;) yield Buffer.alloc(1_000_000, ' ');
}
