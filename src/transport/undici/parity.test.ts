import { once } from 'node:events';
import { createServer } from 'node:http';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { Fetch } from '../../options.js';
import { refusingUrl, startServer } from '../../testing/server.js';
import { undiciTransport } from '../../undici.js';

const undici = undiciTransport();
afterAll(() => undici.close());

const TRANSPORTS: readonly { name: string; fetching: Fetch }[] = [
  { name: 'the global fetch', fetching: (url, init) => fetch(url, { redirect: 'manual', ...init }) },
  { name: 'the transport', fetching: undici },
];

const TEXT = 'Zoë pays 10 €';

/** What a promise is rejected with. */
function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.unreachable('It was not rejected.'),
    (error) => error,
  );
}

describe.each(TRANSPORTS)('$name', ({ fetching }) => {
  it('gives status, headers and text', async () => {
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

    const response = await fetching(`${url}/payments`, {});

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

  it('gives a text that comes in pieces, cut anywhere', async () => {
    const { url } = await startServer((_, response) => {
      const bytes = Buffer.from(TEXT);
      const send = (at: number) => {
        if (at === bytes.length) response.end();
        else response.write(bytes.subarray(at, at + 1), () => send(at + 1));
      };
      send(0);
      return undefined;
    });

    expect(await (await fetching(url, {})).text()).toBe(TEXT);
  });

  it('leaves out a byte order mark, and marks what is no UTF-8', async () => {
    const { url } = await startServer((_, response) => {
      response.end(Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff, 0x62]));
      return undefined;
    });

    expect(await (await fetching(url, {})).text()).toBe('a\ufffdb');
  });

  it.each([201, 204, 304])('gives an empty text for a %i without a body', async (status) => {
    const { url } = await startServer((_, response) => {
      response.writeHead(status).end();
      return undefined;
    });

    const response = await fetching(url, {});

    expect(response.status).toBe(status);
    expect(response.body === null).toBe(status !== 201);
    expect(await response.text()).toBe('');
  });

  it('gives an empty text for the answer to a HEAD', async () => {
    const { url } = await startServer((_, response) => {
      response.writeHead(200, { 'Content-Length': 100 }).end();
      return undefined;
    });

    expect(await (await fetching(url, { method: 'HEAD' })).text()).toBe('');
  });

  it('passes over what comes before the answer', async () => {
    const { url } = await startServer((_, response) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      response.writeProcessing();
      return { status: 201, body: TEXT };
    });

    const response = await fetching(url, {});

    expect(response.status).toBe(201);
    expect(response.headers.has('link')).toBe(false);
    expect(await response.text()).toBe(TEXT);
  });

  it('gives a redirect as it is', async () => {
    const elsewhere = await startServer(() => ({ body: {} }));
    const { url } = await startServer(() => ({ status: 307, headers: { Location: elsewhere.url } }));

    const response = await fetching(url, { method: 'POST', body: '{}' });

    expect(response.status).toBe(307);
    expect(elsewhere.requests).toEqual([]);
  });

  it.each([
    { coding: 'gzip', bytes: gzipSync(TEXT) },
    { coding: 'X-GZIP', bytes: gzipSync(TEXT) },
    { coding: 'deflate', bytes: deflateSync(TEXT) },
    { coding: 'deflate, gzip', bytes: gzipSync(deflateSync(TEXT)) },
    { coding: 'identity', bytes: Buffer.from(TEXT) },
  ])('reads a body that comes in $coding', async ({ coding, bytes }) => {
    const { url } = await startServer((_, response) => {
      response.writeHead(200, { 'Content-Encoding': coding }).end(bytes);
      return undefined;
    });

    expect(await (await fetching(url, {})).text()).toBe(TEXT);
  });

  it('fails to read a body that is not in the coding that it says', async () => {
    const { url } = await startServer((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(TEXT);
      return undefined;
    });

    expect(await errorOf((await fetching(url, {})).text())).toBeInstanceOf(TypeError);
  });

  it('says that a connection was refused', async () => {
    const error = await errorOf(fetching(await refusingUrl(), { method: 'POST', body: '{}' }));

    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: 'fetch failed', cause: { code: 'ECONNREFUSED' } });
  });

  it('says that a host is not known', async () => {
    const error = await errorOf(fetching('http://nowhere.invalid/', {}));

    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({
      message: 'fetch failed',
      cause: { code: expect.stringMatching(/^E[A-Z_]+$/) },
    });
  });

  it.each(['destroy', 'resetAndDestroy'] as const)(
    'says that a connection broke before the answer (%s)',
    async (how) => {
      const { url } = await startServer((_, response) => {
        response.socket?.[how]();
        return undefined;
      });

      const error = await errorOf(fetching(url, { method: 'POST', body: '{}' }));

      expect(error).toBeInstanceOf(TypeError);
      const code = how === 'destroy' ? 'UND_ERR_SOCKET' : 'ECONNRESET';
      expect(error).toMatchObject({ message: 'fetch failed', cause: { code } });
    },
  );

  it('says that a connection broke within the body', async () => {
    const { url } = await startServer((_, response) => {
      response.writeHead(200, { 'Content-Length': 100 });
      response.write('{"id": ', () => response.socket?.destroy());
      return undefined;
    });

    const error = await errorOf((await fetching(url, {})).text());

    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: 'terminated', cause: { code: 'UND_ERR_SOCKET' } });
  });

  it('says that an answer is no HTTP', async () => {
    const server = createServer();
    server.on('connection', (socket) => socket.end('HELLO\r\n\r\n'));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as { port: number };

    const error = await errorOf(fetching(`http://127.0.0.1:${port}/`, {}));
    server.close();

    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: 'fetch failed', cause: { name: 'HTTPParserError' } });
  });

  it.each(['a\r\nX-Evil: 1', 'a\nb', 'a\0b'])('does not send the header value %j', async (value) => {
    const { url, requests } = await startServer(() => ({ body: {} }));

    expect(await errorOf(fetching(url, { headers: { 'X-Word': value } }))).toBeInstanceOf(TypeError);
    expect(await errorOf(fetching(url, { headers: { [value]: 'x' } }))).toBeInstanceOf(TypeError);
    expect(requests).toEqual([]);
  });

  it.each(['no address', 'ftp://127.0.0.1/'])('refuses to call %s', async (url) => {
    expect(await errorOf(fetching(url, {}))).toBeInstanceOf(TypeError);
  });

  describe('rejects with the reason of its signal', () => {
    const reason = new Error('enough');

    it('that is aborted already, and sends nothing', async () => {
      const { url, requests } = await startServer(() => ({ body: {} }));

      for (const to of [url, await refusingUrl()]) {
        expect(await errorOf(fetching(to, { signal: AbortSignal.abort(reason) }))).toBe(reason);
      }
      expect(requests).toEqual([]);
    });

    it('while it connects', async () => {
      const { url } = await startServer(() => ({ body: {} }));
      const controller = new AbortController();
      const error = errorOf(fetching(url, { signal: controller.signal }));

      controller.abort(reason);

      expect(await error).toBe(reason);
    });

    it('while it waits for the answer', async () => {
      const controller = new AbortController();
      const { url } = await startServer(() => {
        controller.abort(reason);
        return undefined;
      });

      expect(await errorOf(fetching(url, { signal: controller.signal }))).toBe(reason);
    });

    it('while the body comes', async () => {
      const controller = new AbortController();
      const { url } = await startServer((_, response) => {
        response.write('{"id": ');
        return undefined;
      });
      const text = errorOf((await fetching(url, { signal: controller.signal })).text());

      controller.abort(reason);

      expect(await text).toBe(reason);
    });
  });
});

it('the transport says which coding it cannot read', async () => {
  const { url } = await startServer((_, response) => {
    response.writeHead(200, { 'Content-Encoding': 'br' }).end(TEXT);
    return undefined;
  });

  expect(await errorOf((await undici(url, {})).text())).toMatchObject({
    name: 'TypeError',
    message: 'The response is encoded with br, which was not asked for.',
  });
});

it('the transport keeps the reason of its signal for who reads the body afterwards', async () => {
  const reason = new Error('enough');
  const controller = new AbortController();
  const { url } = await startServer((_, response) => {
    response.write('{"id": ');
    return undefined;
  });
  const response = await undici(url, { signal: controller.signal });

  controller.abort(reason);

  expect(await errorOf(response.text())).toBe(reason);
});
