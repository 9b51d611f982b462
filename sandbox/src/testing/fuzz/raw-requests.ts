import fc from 'fast-check';
import { mostly } from './request-parts.js';

/** Bytes to write to a socket in place of an HTTP request, one for each character. */
export interface RawRequest {
  readonly text: string;
  /** Whether the client waits for a response, ends its half of the connection, or closes it at once. */
  readonly ending: 'waits' | 'ends' | 'closes';
}

const METHODS = ['GET', 'POST', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'TRACE', 'get', 'FOO', 'CONNECT', ''];

const TARGETS = [
  ...[
    '/',
    '/payments',
    '/payments',
    '/payments?reference=%',
    '/connect/token',
    '/connect/token',
    '/payments/%',
  ],
  ...['/_sandbox/clock', '//a/b', 'http://[', 'http://a/payments', '*', 'a:1', '/\0', '/\xff', '/ /', ''],
  `/${'a'.repeat(20_000)}`,
];

const VERSIONS = ['HTTP/1.0', 'HTTP/9.9', 'HTTP/2.0', 'HTTP', ''];

const HOSTS = [
  '',
  'Host:',
  'Host: a',
  'Host: [',
  'Host: a b',
  'Host: a/b?c#d',
  'Host: \xff',
  'Host: a:99999',
  'Host: a\r\nHost: b',
];

const LENGTHS = [
  'Content-Length: 5',
  'Content-Length: 2',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: chunked',
];

const HEADERS = [
  ...[
    'Content-Length: 0',
    'Content-Length: -1',
    'Content-Length: 5, 6',
    'Content-Length: x',
    'Transfer-Encoding: x',
  ],
  ...[
    'Connection: close',
    'Connection: upgrade',
    'Upgrade: websocket',
    'Expect: 100-continue',
    'Expect: x',
    'TE: a',
  ],
  ...[
    'Content-Type: application/json',
    'Content-Type: \xff',
    'Content-Encoding: gzip',
    'Cko-Idempotency-Key: \xff',
  ],
  ...[
    'Authorization: Bearer a',
    'no colon',
    ' folded',
    ': a',
    'A\0: a',
    'A: \0',
    'A: \x7f',
    `A: ${'a'.repeat(20_000)}`,
  ],
];

const BODIES = [
  ...[
    '{}',
    'hello',
    '5\r\nhello\r\n0\r\n\r\n',
    '2;a=b\r\n{}\r\n0\r\nA: b\r\n\r\n',
    '5\r\nhel',
    '5\r\nhello{}\r\n0\r\n\r\n',
  ],
  ...['zz\r\nhello\r\n', '-1\r\n', '0\r\n', '0\r\n\r\n', 'ffffffffffffffff\r\n', '\r\n\r\n', '\0\0\0'],
];

const binary = fc.uint8Array({ maxLength: 100 }).map((array) => Buffer.from(array).toString('latin1'));

const requestLines = fc
  .tuple(fc.constantFrom(...METHODS), fc.constantFrom(...TARGETS), mostlyConstant('HTTP/1.1', VERSIONS))
  .map((words) => words.join(' '));

const heads = fc
  .record({
    line: requestLines,
    host: mostlyConstant('Host: localhost', HOSTS),
    headers: fc.array(fc.constantFrom(...HEADERS), { maxLength: 1 }),
    gap: mostlyConstant('\r\n', ['\n', '\r']),
  })
  .map(({ line, host, headers, gap }) => [line, host, ...headers].join(gap));

const bodies = mostly(fc.constantFrom(...BODIES), binary);

/** Requests, half of them without a body. */
const requests = fc.oneof(
  heads.map((head) => `${head}\r\n\r\n`),
  fc
    .tuple(heads, fc.constantFrom(...LENGTHS), bodies)
    .map(([head, length, body]) => `${head}\r\n${length}\r\n\r\n${body}`),
);

/** Requests that break the rules of HTTP, pairs of them, requests cut off anywhere, and random bytes. */
export const rawRequests: fc.Arbitrary<RawRequest> = fc.record({
  text: fc.oneof(
    { weight: 7, arbitrary: requests },
    { weight: 1, arbitrary: fc.tuple(requests, requests).map((both) => both.join('')) },
    { weight: 1, arbitrary: fc.tuple(requests, fc.nat(200)).map(([text, end]) => text.slice(0, end)) },
    { weight: 1, arbitrary: binary },
  ),
  ending: fc.constantFrom('waits', 'waits', 'ends', 'closes'),
});

function mostlyConstant(usual: string, rare: readonly string[]): fc.Arbitrary<string> {
  return mostly(fc.constant(usual), fc.constantFrom(...rare));
}
