import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { refusingUrl, startServer } from '../../src/testing/server.js';
import { UNKNOWN_ID } from '../conformance/payments.js';
import { openWire, type Wire } from './wire.js';

const ACTIONS = `/payments/${UNKNOWN_ID}/actions?limit=1`;

async function open(baseUrl: string, { tokenUrl = '', timeout = 10_000 } = {}): Promise<Wire> {
  const wire = await openWire({ baseUrl, tokenUrl: tokenUrl || undefined, timeout, pace: async () => {} });
  onTestFinished(() => wire.close());
  return wire;
}

it('a request reaches the server as it was sent, below the path of the base URL', async () => {
  const server = await startServer(() => ({ body: [] }));
  const { send, url } = await open(`${server.url}/api/`);
  await send(`${url}/payments`, {
    method: 'POST',
    headers: { Authorization: 'Bearer a', 'Content-Type': 'application/json', 'Cko-Idempotency-Key': 'b' },
    body: '{"amount":100}',
  });
  expect(server.requests).toMatchObject([
    {
      method: 'POST',
      url: '/api/payments',
      headers: { authorization: 'Bearer a', 'content-type': 'application/json', 'cko-idempotency-key': 'b' },
      body: '{"amount":100}',
    },
  ]);
  expect(server.requests[0]?.headers['host']).toBe(new URL(server.url).host);
});

it('a token request goes where tokens come from, and nothing else does', async () => {
  const api = await startServer(() => ({ body: [] }));
  const issuer = await startServer(() => ({ body: {} }));
  const { send, url } = await open(api.url, { tokenUrl: `${issuer.url}/oauth2/token` });
  await send(`${url}/connect/token`, { method: 'POST', body: '{}' });
  await send(url + ACTIONS, { method: 'GET' });
  expect(issuer.requests.map((request) => request.url)).toEqual(['/oauth2/token']);
  expect(api.requests.map((request) => request.url)).toEqual([ACTIONS]);
});

it.each([
  { what: 'JSON that breaks off', reply: { status: 200, body: '[{' } },
  { what: 'a 501', reply: { status: 501, body: '' } },
  {
    what: 'a media type that cannot be read',
    reply: { status: 200, headers: { 'Content-Type': 'text/html; x=;y z' }, body: '[]' },
  },
  { what: 'a redirect', reply: { status: 307, headers: { Location: '/elsewhere' }, body: '' } },
])('$what arrives as the server sent it, whatever Prism makes of it', async ({ reply }) => {
  const server = await startServer(() => reply);
  const { send, url, exchanges } = await open(server.url);
  const response = await send(url + ACTIONS, { method: 'GET' });
  expect(response.status).toBe(reply.status);
  expect(await response.text()).toBe(reply.body);
  expect(exchanges).toMatchObject([{ outcome: { status: reply.status, text: reply.body } }]);
  // A redirect is not followed: it would carry the token along.
  expect(server.requests.length).toBe(1);
});

it('what Prism has against a response is kept, and what a server says in its name is not', async () => {
  const headers = { 'sl-violations': '[{"location":["response"],"message":"made up"}]' };
  const server = await startServer(() => ({ status: 200, headers, body: [5] }));
  const { send, url, exchanges } = await open(server.url);
  await send(url + ACTIONS, { method: 'GET' });
  expect(exchanges[0]?.objections).toMatchObject([{ side: 'response', path: ['body', '0'], code: 'type' }]);
});

it('an answer that Prism cannot be given is kept all the same', async () => {
  const server = createServer((socket) => {
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nX A: b\r\nContent-Length: 2\r\n\r\n[]'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { send, url, exchanges } = await open(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await Promise.allSettled([send(url + ACTIONS, { method: 'GET' })]);
  expect(exchanges).toMatchObject([{ outcome: { status: 200, text: '[]' }, objections: [] }]);
});

it('a compressed answer is read, and judged like any other', async () => {
  const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
  const server = await startServer((_request, response) => {
    response.writeHead(200, headers).end(gzipSync('[5]'));
    return undefined;
  });
  const { send, url, exchanges } = await open(server.url);
  await send(url + ACTIONS, { method: 'GET' });
  expect(exchanges).toMatchObject([{ outcome: { text: '[5]' }, objections: [{ code: 'type' }] }]);
});

it('a host that cannot be reached is told from a connection that breaks, and from an answer that is late', async () => {
  const broken = await startServer((_request, response) => {
    response.destroy();
    return undefined;
  });
  const silent = await startServer(() => undefined);
  for (const [baseUrl, failure] of [
    [await refusingUrl(), 'unreachable'],
    [broken.url, 'broken'],
    [silent.url, 'late'],
  ] as const) {
    const { send, url, exchanges } = await open(baseUrl, { timeout: failure === 'late' ? 1 : 10_000 });
    await expect(send(url + ACTIONS, { method: 'GET' })).rejects.toThrow('There was no answer.');
    expect(exchanges).toMatchObject([{ outcome: { failure } }]);
  }
});
