import { afterAll, describe, expect, it } from 'vitest';
import { startServer } from '../../testing/server.js';
import { undiciTransport } from '../../undici.js';

const transport = undiciTransport();
afterAll(() => transport.close());

const BODY = '{"id":"pay_1"}';

/** Returns a response of the transport. */
async function respond(body: unknown = BODY): Promise<Response> {
  const { url } = await startServer(() => ({ status: 201, body }));
  return transport(url, {});
}

it('a LightResponse has its body as a stream, whatever the reason phrase is', async () => {
  const { url } = await startServer((_, response) => {
    response.writeHead(201, Buffer.from('支付成功').toString('latin1')).end(BODY);
    return undefined;
  });

  expect(await new Response((await transport(url, {})).body).text()).toBe(BODY);
});

describe.each<{ method: string; read: (response: Response) => Promise<unknown>; expected: unknown }>([
  { method: 'text', read: (response) => response.text(), expected: BODY },
  { method: 'json', read: (response) => response.json(), expected: { id: 'pay_1' } },
  {
    method: 'arrayBuffer',
    read: async (response) => Buffer.from(await response.arrayBuffer()).toString(),
    expected: BODY,
  },
  {
    method: 'bytes',
    read: async (response) => Buffer.from(await response.bytes()).toString(),
    expected: BODY,
  },
  { method: 'blob', read: async (response) => (await response.blob()).text(), expected: BODY },
  {
    method: 'type of its blob',
    read: async (response) => (await response.blob()).type,
    expected: 'application/json',
  },
  {
    method: 'clone and original',
    read: async (response) => [await response.clone().text(), await response.text()],
    expected: [BODY, BODY],
  },
  {
    method: 'stream',
    read: ({ body }) => new Response(body).text(),
    expected: BODY,
  },
])('the body of a LightResponse as $method', ({ read, expected }) => {
  it('is the body that was sent', async () => {
    expect(await read(await respond())).toEqual(expected);
  });

  it('can be read once', async () => {
    const response = await respond();
    expect(response.bodyUsed).toBe(false);
    await read(response);

    expect(response.bodyUsed).toBe(true);
    for (const readAgain of [
      async () => response.clone(),
      () => response.text(),
      () => response.json(),
      () => response.bytes(),
      () => response.blob(),
    ]) {
      await expect(readAgain()).rejects.toThrow(TypeError);
    }
  });
});

it('LightResponse reads a form by formData()', async () => {
  const { url } = await startServer(() => ({
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'a=1&b=2',
  }));

  const form = await (await transport(url, {})).formData();

  expect(Object.fromEntries(form)).toEqual({ a: '1', b: '2' });
});

it('LightResponse reads a large body completely', async () => {
  const body = 'é€'.repeat(300_000);

  expect(await (await respond(body)).text()).toBe(body);
});

describe.each<{ name: string; send: (url: string) => Promise<Response> }>([
  { name: 'the global fetch', send: (url) => fetch(url) },
  { name: 'the undici fetch', send: (url) => transport(url, {}) },
])('a response of $name', ({ send }) => {
  const start = async () => send((await startServer(() => ({ status: 201, body: BODY }))).url);

  it('is not used up by clones, nor are they by it or by each other', async () => {
    const response = await start();
    const read = response.clone();
    const unread = response.clone();

    expect(await read.text()).toBe(BODY);
    expect([response, read, unread].map(({ bodyUsed }) => bodyUsed)).toEqual([false, true, false]);
    expect(() => read.clone()).toThrow(TypeError);

    expect(await response.clone().json()).toEqual({ id: 'pay_1' });
    expect(await unread.clone().text()).toBe(BODY);
    expect(await response.text()).toBe(BODY);
    expect([response.bodyUsed, unread.bodyUsed]).toEqual([true, false]);
    expect(await unread.text()).toBe(BODY);
  });

  it('has clones that say the same of themselves', async () => {
    const response = await start();
    const factsOf = ({ url, type, status, statusText, ok, redirected, headers }: Response) => ({
      ...{ url, type, status, statusText, ok, redirected },
      headers: Object.fromEntries(headers),
    });

    expect(factsOf(response.clone().clone())).toEqual(factsOf(response));
  });

  it('can be read after a reader of its body has let go of it, and not before', async () => {
    const response = await start();
    const reader = response.body?.getReader();

    expect(response.bodyUsed).toBe(false);
    expect(() => response.clone()).toThrow(TypeError);
    await expect(response.text()).rejects.toThrow(TypeError);

    reader?.releaseLock();
    expect(await response.clone().text()).toBe(BODY);
    expect(await response.text()).toBe(BODY);
  });

  it.each<[how: string, use: (body: Response['body']) => unknown]>([
    ['read', (body) => body?.getReader().read()],
    ['canceled', (body) => body?.cancel()],
  ])('is used up when its body is %s', async (_, use) => {
    const response = await start();
    await use(response.body);

    expect(response.bodyUsed).toBe(true);
    expect(() => response.clone()).toThrow(TypeError);
    await expect(response.text()).rejects.toThrow(TypeError);
  });

  it('is used up as soon as a read begins', async () => {
    const response = await start();
    const reads = [response.text(), response.text()];

    expect(response.bodyUsed).toBe(true);
    await expect(reads[1]).rejects.toThrow(TypeError);
    expect(await reads[0]).toBe(BODY);
  });

  it('is never used up without a body', async () => {
    const { url } = await startServer(() => ({ status: 204 }));
    const response = await send(url);

    expect([await response.text(), await response.text()]).toEqual(['', '']);
    expect([response.bodyUsed, response.body]).toEqual([false, null]);
    expect(await response.clone().text()).toBe('');
  });
});

it('a LightResponse and its clones have bytes of their own', async () => {
  const response = await respond();
  const bytes = await response.clone().bytes();
  const read = await response.clone().body?.getReader().read();

  bytes.fill(0);
  read?.value?.fill(0);

  expect(await response.text()).toBe(BODY);
});
