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
