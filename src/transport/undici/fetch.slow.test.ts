import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { Agent, interceptors } from 'undici';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { abortedError } from '../../lib/aborted-error.js';
import type { Fetch } from '../../options.js';
import { ManualCancellation } from '../../testing/manual-cancellation.js';
import { until } from '../../testing/platform.js';
import { refusingUrl, startServer } from '../../testing/server.js';
import { undiciTransport } from '../../undici.js';
import { transportOf } from '../transport.js';

const undici = undiciTransport();
afterAll(() => undici.close());

const redirecting = undiciTransport({
  dispatcher: new Agent().compose(interceptors.redirect({ maxRedirections: 3 })),
});

const TRANSPORTS: readonly { name: string; send: Fetch }[] = [
  { name: 'the global fetch', send: (url, init) => fetch(url, { redirect: 'manual', ...init }) },
  { name: 'the undici fetch', send: undici },
];

const TEXT = 'Zoë pays 10 €';

/** Returns the reason that a promise rejects with. */
function catchReason(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.unreachable('The promise did not reject.'),
    (error) => error,
  );
}

/** Starts a server that responds to every request with these bytes, and returns its URL. */
async function startRawServer(response: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write(response);
      if (/connection: close/i.test(response)) socket.end();
    });
    onTestFinished(() => void socket.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function repeat(bytes: Uint8Array, times: number): Buffer {
  return Buffer.concat(Array<Uint8Array>(times).fill(bytes));
}

/** Compresses many megabytes of blanks: one of them as a member of a gzip file, which is repeated (RFC 1952). */
function compressBlanks(megabytes: number): Buffer {
  return repeat(gzipSync(Buffer.alloc(1_000_000, ' ')), megabytes);
}

it.each([
  ...TRANSPORTS,
  { name: 'the undici fetch over a dispatcher that follows redirects', send: redirecting },
])('$name resolves with a redirect and does not follow it', async ({ send }) => {
  const elsewhere = await startServer(() => ({ body: {} }));
  const { url } = await startServer(() => ({ status: 307, headers: { Location: elsewhere.url } }));

  const response = await send(url, { method: 'POST', body: '{}' });

  expect(response.status).toBe(307);
  expect(elsewhere.requests).toEqual([]);
});

describe.each(TRANSPORTS)('$name', ({ send }) => {
  it('resolves with status, headers and text', async () => {
    const { url } = await startServer((_, response) => {
      response.writeHead(422, 'Not so', [
        ...['Content-Type', 'text/plain', 'X-Word', 'one', 'x-word', 'two'],
        ...[
          'Set-Cookie',
          'a=1',
          'Set-Cookie',
          'b=2',
          'X-Latin',
          Buffer.from('é', 'latin1').toString('latin1'),
        ],
      ]);
      response.end(TEXT);
      return undefined;
    });

    const response = await send(`${url}/payments`, {});

    expect(response).toMatchObject({ status: 422, statusText: 'Not so', ok: false, redirected: false });
    expect(response).toMatchObject({ url: `${url}/payments`, type: 'basic', bodyUsed: false });
    expect(response.headers).toBeInstanceOf(Headers);
    expect(response.headers.get('X-WORD')).toBe('one, two');
    expect(response.headers.get('X-Latin')).toBe('é');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('X-Nothing')).toBeNull();
    expect(await response.text()).toBe(TEXT);
    expect(response.bodyUsed).toBe(true);
  });

  it('reads a body that arrives byte by byte', async () => {
    const { url } = await startServer((_, response) => {
      const bytes = Buffer.from(TEXT);
      const writeFrom = (at: number) => {
        if (at === bytes.length) response.end();
        else response.write(bytes.subarray(at, at + 1), () => writeFrom(at + 1));
      };
      writeFrom(0);
      return undefined;
    });

    expect(await (await send(url, {})).text()).toBe(TEXT);
  });

  it('removes a byte order mark, and replaces bytes that are not UTF-8', async () => {
    const { url } = await startServer((_, response) => {
      response.end(Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff, 0x62]));
      return undefined;
    });

    expect(await (await send(url, {})).text()).toBe('a\ufffdb');
  });

  it.each([201, 204, 304])('reads an empty string for a %i without a body', async (status) => {
    const { url } = await startServer((_, response) => {
      response.writeHead(status).end();
      return undefined;
    });

    const response = await send(url, {});

    expect(response.status).toBe(status);
    expect(response.body === null).toBe(status !== 201);
    expect(await response.text()).toBe('');
  });

  it('reads an empty string for the response to a HEAD', async () => {
    const { url } = await startServer((_, response) => {
      response.writeHead(200, { 'Content-Length': 100 }).end();
      return undefined;
    });

    expect(await (await send(url, { method: 'HEAD' })).text()).toBe('');
  });

  it('ignores informational responses', async () => {
    const { url } = await startServer((_, response) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      response.writeProcessing();
      return { status: 201, body: TEXT };
    });

    const response = await send(url, {});

    expect(response.status).toBe(201);
    expect(response.headers.has('link')).toBe(false);
    expect(await response.text()).toBe(TEXT);
  });

  it.each([
    { coding: 'gzip', bytes: gzipSync(TEXT) },
    { coding: 'X-GZIP', bytes: gzipSync(TEXT) },
    { coding: 'deflate', bytes: deflateSync(TEXT) },
    { coding: 'deflate', bytes: deflateRawSync(TEXT) },
    { coding: 'br', bytes: brotliCompressSync(TEXT) },
    { coding: 'br, gzip', bytes: gzipSync(brotliCompressSync(TEXT)) },
    { coding: 'deflate, gzip', bytes: gzipSync(deflateSync(TEXT)) },
    { coding: 'identity', bytes: Buffer.from(TEXT) },
  ])('decodes a body with the coding $coding', async ({ coding, bytes }) => {
    const { url } = await startServer((_, response) => {
      response.writeHead(200, { 'Content-Encoding': coding }).end(bytes);
      return undefined;
    });

    expect(await (await send(url, {})).text()).toBe(TEXT);
  });

  it('reads an encoded body that arrives byte by byte', async () => {
    const { url } = await startServer((_, response) => {
      const bytes = gzipSync(TEXT);
      response.writeHead(200, { 'Content-Encoding': 'gzip' });
      const writeFrom = (at: number) => {
        if (at === bytes.length) response.end();
        else response.write(bytes.subarray(at, at + 1), () => setImmediate(writeFrom, at + 1));
      };
      writeFrom(0);
      return undefined;
    });

    expect(await (await send(url, {})).text()).toBe(TEXT);
  });

  it('reads an encoded body that is much longer than what arrives', async () => {
    const { url } = await startServer((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(compressBlanks(20));
      return undefined;
    });

    expect(await (await send(url, {})).text()).toHaveLength(20_000_000);
  });

  it('reads an empty string for an empty body that has a coding', async () => {
    const { url } = await startServer((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end();
      return undefined;
    });

    for (const method of ['GET', 'HEAD']) expect(await (await send(url, { method })).text()).toBe('');
  });

  it.each([
    { coding: 'gzip', bytes: Buffer.from(TEXT), code: 'Z_DATA_ERROR' },
    { coding: 'deflate', bytes: Buffer.alloc(40, 0xff), code: 'Z_DATA_ERROR' },
    { coding: 'br', bytes: Buffer.alloc(40, 0xfa), code: 'ERR__ERROR_FORMAT_RESERVED' },
  ])(
    'rejects a body that is not encoded with $coding as its header says',
    async ({ coding, bytes, code }) => {
      const { url } = await startServer((_, response) => {
        response.writeHead(200, { 'Content-Encoding': coding }).end(bytes);
        return undefined;
      });

      const error = await catchReason((await send(url, {})).text());

      expect(error).toBeInstanceOf(TypeError);
      expect(error).toMatchObject({ message: 'terminated', cause: { code } });
    },
  );

  it('rejects the text with the code of a connection that breaks within an encoded body', async () => {
    const { url } = await startServer((_, response) => {
      response.writeHead(200, { 'Content-Length': 100, 'Content-Encoding': 'gzip' });
      response.write(gzipSync(TEXT).subarray(0, 15), () => response.socket?.destroy());
      return undefined;
    });

    const error = await catchReason((await send(url, {})).text());

    expect(error).toMatchObject({ message: 'terminated', cause: { code: 'UND_ERR_SOCKET' } });
  });

  it('rejects with the code of a refused connection', async () => {
    const error = await catchReason(send(await refusingUrl(), { method: 'POST', body: '{}' }));

    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: 'fetch failed', cause: { code: 'ECONNREFUSED' } });
  });

  it('rejects with the code of an unknown host', async () => {
    const error = await catchReason(send('http://nowhere.invalid/', {}));

    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({
      message: 'fetch failed',
      cause: { code: expect.stringMatching(/^E[A-Z_]+$/) },
    });
  });

  it.each(['destroy', 'resetAndDestroy'] as const)(
    'rejects with the code of a connection that breaks before the response (%s)',
    async (method) => {
      const { url } = await startServer((_, response) => {
        response.socket?.[method]();
        return undefined;
      });

      const error = await catchReason(send(url, { method: 'POST', body: '{}' }));

      expect(error).toBeInstanceOf(TypeError);
      const code = method === 'destroy' ? 'UND_ERR_SOCKET' : 'ECONNRESET';
      expect(error).toMatchObject({ message: 'fetch failed', cause: { code } });
    },
  );

  it('rejects the text with the code of a connection that breaks within the body', async () => {
    const { url } = await startServer((_, response) => {
      response.writeHead(200, { 'Content-Length': 100 });
      response.write('{"id": ', () => response.socket?.destroy());
      return undefined;
    });

    const error = await catchReason((await send(url, {})).text());

    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: 'terminated', cause: { code: 'UND_ERR_SOCKET' } });
  });

  it.each([
    { what: 'a response that is not HTTP', response: 'HELLO\r\n\r\n' },
    { what: 'a malformed header', response: 'HTTP/1.1 200 OK\r\nbad header\r\n\r\n' },
    { what: 'a malformed status', response: 'HTTP/1.1 1000 OK\r\n\r\n' },
  ])('rejects $what with the error of the parser', async ({ response }) => {
    const error = await catchReason(send(await startRawServer(response), {}));

    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: 'fetch failed', cause: { name: 'HTTPParserError' } });
  });

  it('rejects the text with the error of the parser when a chunk is malformed', async () => {
    const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n';

    const error = await catchReason((await send(await startRawServer(chunked), {})).text());

    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: 'terminated', cause: { name: 'HTTPParserError' } });
  });

  it.each(['204', '205', '304'])('ignores the body of a %s, which must have none', async (status) => {
    for (const rest of [
      'Content-Length: 5\r\n\r\nhello',
      'Content-Length: 5\r\nContent-Encoding: gzip\r\n\r\nhello',
      'Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n',
      'Connection: close\r\n\r\nhello',
    ]) {
      const response = await send(await startRawServer(`HTTP/1.1 ${status} Nothing\r\n${rest}`), {});

      expect(response.status).toBe(Number(status));
      expect(await response.text()).toBe('');
      expect(response.body).toBeNull();
    }
  });

  it.each(['102 Processing', '103 Early Hints', '199 Odd'])('ignores a %s', async (status) => {
    const responses = `HTTP/1.1 ${status}\r\nX-Word: one\r\n\r\nHTTP/1.1 201 Made\r\nContent-Length: 2\r\n\r\nok`;

    const response = await send(await startRawServer(responses), {});

    expect(response.status).toBe(201);
    expect(response.headers.has('x-word')).toBe(false);
    expect(await response.text()).toBe('ok');
  });

  it.each(['100 Continue', '101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x'])(
    'rejects a %j, which it did not ask for',
    async (status) => {
      const responses = `HTTP/1.1 ${status}\r\n\r\nHTTP/1.1 201 Made\r\nContent-Length: 2\r\n\r\nok`;

      const error = await catchReason(send(await startRawServer(responses), {}));

      expect(error).toMatchObject({ message: 'fetch failed', cause: { code: 'UND_ERR_SOCKET' } });
    },
  );

  it.each(['a\r\nX-Evil: 1', 'a\nb', 'a\0b'])(
    'rejects a header with the name or value %j, and sends nothing',
    async (value) => {
      const { url, requests } = await startServer(() => ({ body: {} }));

      expect(await catchReason(send(url, { headers: { 'X-Word': value } }))).toBeInstanceOf(TypeError);
      expect(await catchReason(send(url, { headers: { [value]: 'x' } }))).toBeInstanceOf(TypeError);
      expect(requests).toEqual([]);
    },
  );

  it.each(['not a URL', 'ftp://127.0.0.1/'])('rejects the URL %j', async (url) => {
    expect(await catchReason(send(url, {}))).toBeInstanceOf(TypeError);
  });

  describe('with an aborted signal rejects with its reason', () => {
    const reason = new Error('enough');

    it('before it sends anything', async () => {
      const { url, requests } = await startServer(() => ({ body: {} }));

      for (const to of [url, await refusingUrl()]) {
        expect(await catchReason(send(to, { signal: AbortSignal.abort(reason) }))).toBe(reason);
      }
      expect(requests).toEqual([]);
    });

    it('while it connects', async () => {
      const { url } = await startServer(() => ({ body: {} }));
      const controller = new AbortController();
      const error = catchReason(send(url, { signal: controller.signal }));

      controller.abort(reason);

      expect(await error).toBe(reason);
    });

    it('while it waits for the response', async () => {
      const controller = new AbortController();
      const { url } = await startServer(() => {
        controller.abort(reason);
        return undefined;
      });

      expect(await catchReason(send(url, { signal: controller.signal }))).toBe(reason);
    });

    it('while the body arrives', async () => {
      const controller = new AbortController();
      const { url } = await startServer((_, response) => {
        response.write('{"id": ');
        return undefined;
      });
      const text = catchReason((await send(url, { signal: controller.signal })).text());

      controller.abort(reason);

      expect(await text).toBe(reason);
    });
  });
});

describe('createUndiciFetch', () => {
  it('rejects an unknown coding with a cause that names it', async () => {
    const { url } = await startServer((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'zstd' }).end(TEXT);
      return undefined;
    });

    expect(await catchReason((await undici(url, {})).text())).toMatchObject({
      name: 'TypeError',
      message: 'terminated',
      cause: { message: 'The body of the response has the unknown coding zstd.' },
    });
  });

  it.each<{ what: string; coding: string; chunk: Buffer }>([
    { what: 'a plain body', coding: 'identity', chunk: Buffer.alloc(65_536, ' ') },
    { what: 'a body that expands', coding: 'gzip', chunk: compressBlanks(50) },
    // Empty members, which expand to nothing.
    { what: 'a body that expands to less', coding: 'gzip', chunk: repeat(gzipSync(''), 4_000) },
  ])('ends $what after 32 MiB, and closes its connection', async ({ coding, chunk }) => {
    let isClosed = false;
    const { url } = await startServer((_, response) => {
      response.writeHead(200, { 'Content-Encoding': coding });
      response.on('close', () => {
        isClosed = true;
      });
      const write = () => void (response.destroyed || response.write(chunk, write));
      write();
      return undefined;
    });

    const error = await catchReason((await undici(url, {})).text());

    expect(error).toMatchObject({
      name: 'TypeError',
      message: 'terminated',
      cause: { code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' },
    });
    await until(() => isClosed, 'the connection to be closed');
  });

  it('stops decoding when it is cancelled', async () => {
    const { url } = await startServer((_, response) => {
      const encoded = compressBlanks(200);
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(encoded);
      return undefined;
    });
    const cancellation = new ManualCancellation();
    const transport = transportOf(undici);
    const request = { method: 'GET', body: null, headers: {} };
    const response = await transport?.(url, request, cancellation, 1e9, { sent: 'maybe', via: 'own' });
    const text = response?.text();
    await setTimeout(20);

    cancellation.cancel(abortedError('enough', []));

    await expect(text).rejects.toThrow();
    const before = process.memoryUsage().arrayBuffers;
    await setTimeout(200);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2_000_000);
  });

  it('rejects with the reason of its signal when the body is read after the abort', async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    const { url } = await startServer((_, response) => {
      response.write('{"id": ');
      return undefined;
    });
    const response = await undici(url, { signal: controller.signal });

    controller.abort(reason);

    expect(await catchReason(response.text())).toBe(reason);
  });
});
