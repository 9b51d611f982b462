import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { bufferResponse, createReadText, MAX_RESPONSE_BYTES } from './buffered-response.js';

function createStream(...chunks: readonly unknown[]): ReadableStream {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

/** Creates a response of the platform, whose body arrives in these chunks. */
function createResponse(...chunks: readonly Uint8Array[]): Response {
  return new Response(createStream(...chunks));
}

const buffer = (response: Response | Promise<Response>, maxBytes = MAX_RESPONSE_BYTES) =>
  bufferResponse(Promise.resolve(response), createReadText(maxBytes));

/** Creates a response without a body, with any status. */
const createHead = (status: number, headers: Record<string, string>) =>
  ({ status, headers: new Headers(headers), text: async () => '' }) as Response;

const readText = async (response: Response) => (await buffer(response)).text;

const PRICE = new TextEncoder().encode('{"price":"5 €"}');
const BYTE_ORDER_MARK = new Uint8Array([0xef, 0xbb, 0xbf]);

it.each([undefined, null, { id: 'pay_1', status: 'Authorized' }, 'text'])(
  'what is no response is refused: %o',
  async (response) => {
    await expect(buffer(response as never)).rejects.toThrow('`fetch` returned no Response.');
  },
);

it('a response that was read before is refused with what to do about it', async () => {
  const response = createResponse(PRICE);
  await readText(response);

  await expect(buffer(response)).rejects.toThrow('Return a new one for each request.');
});

describe('the text of a buffered response', () => {
  it('is complete when its body arrives in chunks, even if one ends within a character', async () => {
    for (let cut = 1; cut < PRICE.length; cut += 1) {
      expect(await readText(createResponse(PRICE.subarray(0, cut), PRICE.subarray(cut)))).toBe(
        '{"price":"5 €"}',
      );
    }
    expect(await readText(createResponse(...Array.from(PRICE, (byte) => new Uint8Array([byte]))))).toBe(
      '{"price":"5 €"}',
    );
  });

  it.each<[string, readonly Uint8Array[]]>([
    ['in one chunk', [new Uint8Array([...BYTE_ORDER_MARK, ...PRICE])]],
    ['in several chunks', [BYTE_ORDER_MARK, PRICE]],
  ])('has no byte order mark when the body arrives %s', async (_, chunks) => {
    expect(await readText(createResponse(...chunks))).toBe('{"price":"5 €"}');
  });

  it('has the sign for what cannot be decoded when its last chunk ends within a character', async () => {
    const body = [PRICE, PRICE.subarray(0, 12)];

    expect(await readText(createResponse(...body))).toBe(await createResponse(...body).text());
  });

  it('is complete without its short chunks being kept, each of which takes many times the memory of its bytes', async () => {
    const chunk = new Uint8Array(1);
    async function* body() {
      yield PRICE.subarray(0, 1);
      for (const byte of PRICE.subarray(1)) {
        chunk[0] = byte;
        yield chunk;
      }
    }
    const foreign = { status: 201, headers: new Headers(), body: body() } as unknown as Response;

    expect(await readText(foreign)).toBe('{"price":"5 €"}');
  });

  it('needs no Blob that can be read, as that of jsdom cannot', async () => {
    vi.stubGlobal('Blob', class {});
    onTestFinished(() => void vi.unstubAllGlobals());

    expect(await readText(createResponse(PRICE.subarray(0, 5), PRICE.subarray(5)))).toBe('{"price":"5 €"}');
  });

  it.each<[string, () => unknown]>([
    ['a stream of Node.js with text', () => Readable.from(['{"price":', '', '"5 €"}'])],
    ['a stream of Node.js with an encoding', () => Readable.from([Buffer.from(PRICE)]).setEncoding('utf8')],
    ['a stream of ArrayBuffers', () => createStream(PRICE.buffer.slice(0, 5), PRICE.buffer.slice(5))],
    [
      'a stream of other views',
      () => createStream(new DataView(PRICE.buffer, 0, 5), new Uint16Array(PRICE.buffer.slice(5))),
    ],
    ['a stream of text', () => createStream('{"price":', '"5 €"}')],
  ])('is complete when its body is %s, and not longer than allowed', async (_, createBody) => {
    const foreign = () => ({ status: 201, headers: new Headers(), body: createBody() }) as Response;

    expect(await buffer(foreign(), PRICE.length)).toMatchObject({
      text: '{"price":"5 €"}',
      problem: undefined,
    });
    expect((await buffer(foreign(), PRICE.length - 1)).problem).toMatch(/exceeds/);
  });

  it('is empty when there is no body or an empty one', async () => {
    expect(await readText(new Response(null, { status: 204 }))).toBe('');
    expect(await readText(createResponse())).toBe('');
  });

  it('is complete when its body is a stream of Node.js', async () => {
    const body = Readable.from([PRICE.subarray(0, 12), PRICE.subarray(12)]);
    const foreign = { status: 201, headers: new Headers(), body } as unknown as Response;

    expect(await readText(foreign)).toBe('{"price":"5 €"}');
    expect(await readText({ ...foreign, body: Readable.from([]) } as unknown as Response)).toBe('');
  });

  it('comes from the text() method of a response that is not of the platform, whose body may not be a stream', async () => {
    const text = vi.fn(async () => 'from text()');
    const response = Object.assign(Object.create(null), { status: 201, body: {}, text });

    expect(await buffer(response)).toMatchObject({ ok: true, text: 'from text()' });
    expect(text).toHaveBeenCalledOnce();
  });
});

describe('bufferResponse', () => {
  it('rejects when the body breaks off', async () => {
    const broken = new TypeError('terminated');
    const pull = (controller: ReadableStreamDefaultController) => controller.error(broken);

    await expect(buffer(new Response(new ReadableStream({ pull })))).rejects.toBe(broken);
  });

  it.each<[number, Record<string, string>]>([
    [429, { 'Content-Length': '1' }],
    [202, { 'Content-Length': ' 70 ' }],
    [429, { 'Content-Length': '21', 'Content-Encoding': 'gzip' }],
  ])('rejects when nothing arrived of a body with status %i and headers %j', async (status, headers) => {
    await expect(buffer(createHead(status, headers))).rejects.toMatchObject({
      code: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
    });
  });

  it.each<[number, Record<string, string>]>([
    [429, {}],
    [429, { 'Content-Length': '0' }],
    [429, { 'Content-Length': '20', 'Content-Encoding': 'gzip' }],
    [204, { 'Content-Length': '5' }],
    [205, { 'Content-Length': '5' }],
    [304, { 'Content-Length': '5' }],
  ])('reads an empty body with status %i and headers %j', async (status, headers) => {
    expect(await buffer(createHead(status, headers))).toMatchObject({ text: '', problem: undefined });
  });

  it.each<[string, () => Response]>([
    [
      'a body of a byte order mark alone',
      () => new Response(createStream(BYTE_ORDER_MARK), { status: 404, headers: { 'Content-Length': '3' } }),
    ],
    [
      'an empty body whose coding another origin hides',
      () => ({ ...createHead(404, { 'Content-Length': '20' }), type: 'cors' }) as Response,
    ],
  ])('takes %s for complete', async (_, create) => {
    expect(await buffer(create())).toMatchObject({ status: 404, text: '', problem: undefined });
  });

  it('rejects when nothing arrived of a body of another origin that is longer than an empty one', async () => {
    const response = { ...createHead(404, { 'Content-Length': '21' }), type: 'cors' } as Response;

    await expect(buffer(response)).rejects.toMatchObject({ code: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' });
  });

  it('keeps the problem of a body that cannot be decoded and has a length', async () => {
    const text = () => Promise.reject(Object.assign(new Error(), { code: 'Z_DATA_ERROR' }));
    const response = { ...createHead(429, { 'Content-Length': '70' }), text } as Response;

    expect((await buffer(response)).problem).toBe('a body that could not be decoded');
  });

  it('rejects when there is no response', async () => {
    const failure = new TypeError('fetch failed');

    await expect(buffer(Promise.reject(failure))).rejects.toBe(failure);
  });
});

describe('the problem of a buffered response', () => {
  const failing = (code: string) =>
    new Response(
      new ReadableStream({
        pull: (controller) =>
          controller.error(new TypeError('terminated', { cause: Object.assign(new Error(), { code }) })),
      }),
      { status: 502, headers: { 'X-Word': 'one' } },
    );

  it.each([
    'Z_DATA_ERROR',
    'Z_BUF_ERROR',
    'ERR__ERROR_FORMAT_RESERVED',
    'ZSTD_error_prefix_unknown',
    'ZlibError',
  ])(
    'is that its body could not be decoded when reading fails with %s, and status and headers are kept',
    async (code) => {
      const response = await buffer(failing(code));

      expect(response).toMatchObject({
        status: 502,
        text: '',
        problem: 'a body that could not be decoded',
        isTooLong: false,
      });
      expect(response.headers.get('x-word')).toBe('one');
    },
  );

  it.each(['Z_CLOSED', 'ERR__CLOSED', 'UND_ERR_RES_EXCEEDED_MAX_SIZE'])(
    'is none when the caller ends the reading with the code %s, which rejects',
    async (code) => {
      const reason = Object.assign(new Error('user left'), { code });
      const read = () => Promise.reject(reason);

      await expect(bufferResponse(Promise.resolve(failing(code)), read, { reason })).rejects.toBe(reason);
    },
  );

  it('is that its body is too long when a dispatcher says so', async () => {
    expect(await buffer(failing('UND_ERR_RES_EXCEEDED_MAX_SIZE'))).toMatchObject({
      text: '',
      problem: 'a body that exceeds `maxResponseBytes`',
    });
  });

  it.each(['UND_ERR_SOCKET', 'ECONNRESET', 'HPE_INVALID_CHUNK_SIZE'])(
    'is none when the connection breaks with %s, which rejects',
    async (code) => {
      await expect(buffer(failing(code))).rejects.toMatchObject({ cause: { code } });
    },
  );

  it('is none when the body is exactly as long as allowed', async () => {
    const response = createResponse(PRICE.subarray(0, 5), PRICE.subarray(5));

    expect(await buffer(response, PRICE.length)).toMatchObject({
      text: '{"price":"5 €"}',
      problem: undefined,
    });
  });

  it('is that its body is too long with a response that another package made', async () => {
    const { body } = createResponse(PRICE, PRICE);
    const text = () => Promise.reject(new Error('It has no limit.'));
    const foreign = { status: 201, headers: new Headers(), body, text } as unknown as Response;

    expect(await buffer(foreign, PRICE.length)).toMatchObject({
      text: '',
      problem: 'a body that exceeds `maxResponseBytes`',
    });
  });

  it('is that its body is too long with a stream of Node.js, which is destroyed', async () => {
    const body = Readable.from([PRICE, PRICE, PRICE]);
    const text = () => Promise.reject(new Error('It has no limit.'));
    const foreign = { status: 201, headers: new Headers(), body, text } as unknown as Response;

    expect(await buffer(foreign, PRICE.length)).toMatchObject({
      text: '',
      problem: 'a body that exceeds `maxResponseBytes`',
    });
    await expect.poll(() => body.destroyed).toBe(true);
  });

  it.each([
    [PRICE.length, undefined],
    [PRICE.length - 1, 'a body that exceeds `maxResponseBytes`'],
  ])(
    'is that its body of 15 bytes is too long without a stream, and %i bytes allowed: %s',
    async (max, problem) => {
      const foreign = { status: 201, headers: new Headers(), text: async () => '{"price":"5 €"}' };

      expect((await buffer(foreign as Response, max)).problem).toBe(problem);
    },
  );

  it('is that its body is too long when one more byte arrives, and the rest is cancelled', async () => {
    const cancelled = vi.fn();
    let chunks = 0;
    const long = new ReadableStream({
      pull(controller) {
        chunks += 1;
        if (chunks > 100) controller.close();
        else controller.enqueue(PRICE);
      },
      cancel: cancelled,
    });

    const response = await buffer(new Response(long, { status: 201 }), PRICE.length * 3 - 1);

    expect(response).toMatchObject({
      status: 201,
      text: '',
      problem: 'a body that exceeds `maxResponseBytes`',
    });
    expect(cancelled).toHaveBeenCalledOnce();
  });
});

describe('a buffered response', () => {
  it.each([
    { status: 199, ok: false },
    { status: 200, ok: true },
    { status: 299, ok: true },
    { status: 300, ok: false },
  ])('with status $status has ok $ok', async ({ status, ok }) => {
    const response = { status, headers: new Headers(), text: async () => '' };

    expect((await buffer(response as Response)).ok).toBe(ok);
  });

  it('parses its text as JSON, and returns undefined for anything else', async () => {
    const parse = async (text: string) => (await buffer(new Response(text))).json();

    expect(await parse('{"id":1}')).toEqual({ id: 1 });
    expect(await parse('null')).toBeNull();
    expect(await parse('')).toBeUndefined();
    expect(await parse('<h1>Welcome</h1>')).toBeUndefined();
  });
});
