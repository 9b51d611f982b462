import { readFile } from 'node:fs/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createSandbox } from '../index.js';
import { connect, openApi } from '../testing/api.js';
import { CARD } from '../testing/fixtures.js';
import { RawSocket } from '../testing/raw-socket.js';

const SHOP = 'http://localhost:5173';

const JSON_TYPE = 'Content-Type: application/json';

/** What is sent after the headers. */
interface Rest {
  readonly body?: string;
  /** The Content-Length, where the body is shorter. */
  readonly length?: number;
  /** Whether the client then ends its side of the connection. */
  readonly end?: boolean;
}

/** Sends a request over a socket of its own, and returns everything that arrives. `{token}` is a valid token. */
async function send([line, ...headers]: readonly string[], rest: Rest = {}) {
  const { body = '', length = body.length, end = false } = rest;
  const sandbox = createSandbox();
  const server = await sandbox.listen({ cors: [SHOP] });
  onTestFinished(() => server.close());
  const api = await connect(sandbox, server.url, fetch);
  const token = await api.post<{ access_token: string }>('/connect/token', api.tokenRequest);
  sandbox.faults.inject({ operationId: 'requestPayment', effect: 'in-flight' });
  const logged = sandbox.requests().length;
  const lines = [
    `${line} HTTP/1.1`,
    ...headers,
    'Connection: close',
    ...(length > 0 && !headers.some(isTransferCoding) ? [`Content-Length: ${length}`] : []),
  ];

  const socket = await RawSocket.open(server.url);
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`.replace('{token}', token.body.access_token));
  if (end) socket.end();
  await socket.closed;

  const [head = '', text = ''] = socket.received.split('\r\n\r\n');
  return { head, body: text, logged: sandbox.requests().length - logged };
}

function isTransferCoding(header: string): boolean {
  return header.startsWith('Transfer-Encoding:');
}

const HOST = 'Host: localhost';
const PAY = ['POST /payments', HOST, JSON_TYPE, 'Authorization: Bearer {token}'];
const CHUNKED = 'Transfer-Encoding: chunked';
const CLOCK = ['POST /_sandbox/clock', HOST, JSON_TYPE];

/** The row of the table in the README, and the request. */
type Case = [row: string, request: readonly string[], rest?: Rest];

const BARE: Case[] = [
  ['400 without a body', ['Hello?', HOST]],
  ['400 without a body', ['FOO /payments', HOST]],
  ['400 without a body', ['OPTIONS *', HOST]],
  ['400 without a body', ['GET /payments']],
  ['400 without a body', ['GET /payments', HOST, HOST]],
  ['400 without a body', ['GET /payments', 'Host: localhost:abc']],
  ['400 without a body', ['GET ftp://localhost/payments', HOST]],
  ['400 without a body', PAY, { body: '{"amount":', length: 50, end: true }],
  ['400 without a body', [...PAY, CHUNKED], { body: 'zz\r\n' }],
  ['400 without a body', [...PAY, 'Transfer-Encoding: gzip'], { body: 'x' }],
  ['413 without a body', [...PAY, CHUNKED], { body: `1;${'a'.repeat(20_000)}\r\n` }],
  ['417 without a body', ['GET /payments', HOST, 'Expect: x']],
  ['431 without a body', ['GET /payments', HOST, `X: ${'a'.repeat(20_000)}`]],
  ['431 without a body', [`GET /${'a'.repeat(20_000)}`, HOST]],
];

it.each(BARE)('responds with %s and without an id to %j', async (row, request, rest) => {
  const { head, body, logged } = await send(request, rest);

  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${row.slice(0, 3)} `));
  // Without a length, Node.js sends the end of an empty body.
  expect(['', '0']).toContain(body);
  expect(head).not.toMatch(/^(Cko-Request-Id|Content-Type):/im);
  expect(logged).toBe(request[0] === PAY[0] ? 1 : 0);
});

const WITH_BODY: Case[] = [
  ['400 `request_json_invalid`', PAY, { body: '{' }],
  [
    '401 `invalid_client`',
    ['POST /connect/token', HOST, JSON_TYPE, 'Authorization: Basic YTpi'],
    {
      body: '{"grant_type":"client_credentials","scope":"a"}',
    },
  ],
  ['403 with `error`', ['GET /payments', 'Host: rebind.example']],
  ['403 with `error`', ['GET /payments', HOST, 'Origin: http://evil.example']],
  ['403 with `error`', ['POST /_sandbox/reset', HOST, 'Content-Type: text/plain'], { body: '{}' }],
  ['404 `path_unknown`', ['GET /nowhere', HOST]],
  ['404 `path_unknown`', ['TRACE /nowhere', HOST]],
  ['405 `method_not_allowed`', ['PUT /payments', HOST]],
  ['405 `method_not_allowed`', ['TRACE /payments', HOST]],
  ['413 `request_body_too_large`', PAY, { body: 'x'.repeat(1024 * 1024 + 1) }],
  [
    '415 `content_type_invalid`',
    [...PAY.filter((line) => line !== JSON_TYPE), 'Content-Type: text/plain'],
    {
      body: '{}',
    },
  ],
  ['415 `content_encoding_invalid`', [...PAY, 'Content-Encoding: gzip'], { body: '{}' }],
  [
    '429 `duplicate_request`',
    [...PAY, 'Cko-Idempotency-Key: key-1'],
    {
      body: JSON.stringify({ amount: 1000, currency: 'USD', source: CARD }),
    },
  ],
];

it.each(WITH_BODY)('responds with %s to %j', async (row, request, rest) => {
  const { head, body } = await send(request, rest);

  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${row.slice(0, 3)} `));
  expect(body).toContain(`"${/`(.*)`/.exec(row)?.[1]}"`);
});

it('names the methods of a path in the 405 for TRACE', async () => {
  expect((await send(['TRACE /payments/search', HOST])).head).toMatch(/^Allow: POST$/m);
});

it.each([
  [400, CLOCK, '{'],
  [404, ['GET /_sandbox/nothing', HOST], ''],
  [404, ['TRACE /_sandbox/clock', HOST], ''],
  [413, CLOCK, 'x'.repeat(1024 * 1024 + 1)],
  [415, [...CLOCK, 'Content-Encoding: gzip'], '{}'],
  [415, ['POST /_sandbox/clock', HOST, 'Content-Type: application/json; charset=utf-16'], '{}'],
])('responds to an error of a control with %d and the reason', async (status, request, text) => {
  const { head, body } = await send(request, { body: text });

  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(JSON.parse(body)).toEqual({ error: expect.any(String) });
});

const OTHERS: Case[] = [
  ['204', ['OPTIONS /payments', HOST, `Origin: ${SHOP}`, 'Access-Control-Request-Method: POST']],
  ['308', ['GET /_sandbox', HOST]],
];

it.each(OTHERS)('responds with %s to %j', async (status, request) => {
  expect((await send(request)).head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
});

it('responds with 400 `request_body_incomplete` in-process when the body of a request fails', async () => {
  const api = await openApi();
  const body = new ReadableStream({
    pull: (controller) => controller.error(new Error('gone')),
  });
  const request = new Request('http://sandbox.test/connect/token', {
    method: 'POST',
    body,
    duplex: 'half',
  } as RequestInit);

  const response = await api.sandbox.fetch(request);

  expect(response.status).toBe(400);
  expect(await response.text()).toContain('request_body_incomplete');
});

it('measures each response that the README lists as undocumented', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const [, section = ''] = readme.split('## Responses that the description does not document\n');
  const listed = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| (\d{3}.*?) \|/gm)].map(([, row]) => row);
  const measuredElsewhere = ['400 `request_body_incomplete`', '408 without a body', '500'];

  const measured = [...BARE, ...WITH_BODY, ...OTHERS].map(([row]) => row);
  expect([...new Set([...measured, ...measuredElsewhere])].sort()).toEqual(listed.sort());
});
