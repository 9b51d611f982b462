import { inspect } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { startServer } from '../../testing/server.js';
import { undiciTransport } from '../../undici.js';

const transport = undiciTransport();
afterAll(() => transport.close());

const BODY = '{"id":"pay_1"}';

/** A response as the transport gives it. */
async function respond(body: unknown = BODY): Promise<Response> {
  const { url } = await startServer(() => ({ status: 201, body }));
  return transport(url, {});
}

describe.each<{ way: string; read: (response: Response) => Promise<unknown>; gives: unknown }>([
  { way: 'text', read: (response) => response.text(), gives: BODY },
  { way: 'json', read: (response) => response.json(), gives: { id: 'pay_1' } },
  {
    way: 'arrayBuffer',
    read: async (response) => Buffer.from(await response.arrayBuffer()).toString(),
    gives: BODY,
  },
  { way: 'bytes', read: async (response) => Buffer.from(await response.bytes()).toString(), gives: BODY },
  { way: 'blob', read: async (response) => (await response.blob()).text(), gives: BODY },
  {
    way: 'blob, which knows its type,',
    read: async (response) => (await response.blob()).type,
    gives: 'application/json',
  },
  {
    way: 'clone',
    read: async (response) => [await response.clone().text(), await response.text()],
    gives: [BODY, BODY],
  },
  {
    way: 'stream',
    read: ({ body }) => new Response(body).text(),
    gives: BODY,
  },
])('the body as $way', ({ read, gives }) => {
  it('is what was sent', async () => {
    expect(await read(await respond())).toEqual(gives);
  });

  it('is given once', async () => {
    const response = await respond();
    expect(response.bodyUsed).toBe(false);
    await read(response);

    expect(response.bodyUsed).toBe(true);
    for (const again of [
      async () => response.clone(),
      () => response.text(),
      () => response.json(),
      () => response.bytes(),
      () => response.blob(),
    ]) {
      await expect(again()).rejects.toThrow(TypeError);
    }
  });
});

it('a form is read as such', async () => {
  const { url } = await startServer(() => ({
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'a=1&b=2',
  }));

  const form = await (await transport(url, {})).formData();

  expect(Object.fromEntries(form)).toEqual({ a: '1', b: '2' });
});

it('headers can be changed like those of any response, and stay so', async () => {
  const response = await respond();

  response.headers.set('X-Mine', '1');

  expect(response.headers.get('x-mine')).toBe('1');
  expect(new Headers(response.headers).get('content-type')).toBe('application/json');
  expect(response.clone().headers.get('x-mine')).toBe('1');
});

it.each<[string, (headers: Headers) => unknown, unknown]>([
  [
    'get',
    (headers) => [headers.get('X-ONE'), headers.get('x-two'), headers.get('x-no')],
    ['1', 'a, b', null],
  ],
  ['has', (headers) => [headers.has('X-One'), headers.has('x-no')], [true, false]],
  [
    'append',
    (headers) => {
      headers.append('x-one', '2');
      return headers.get('x-one');
    },
    '1, 2',
  ],
  [
    'delete',
    (headers) => {
      headers.delete('X-One');
      return headers.get('x-one');
    },
    null,
  ],
  ['getSetCookie', (headers) => headers.getSetCookie(), ['a=1', 'b=2']],
  ['keys', (headers) => [...headers.keys()].includes('x-one'), true],
  ['values', (headers) => [...headers.values()].includes('a, b'), true],
  ['entries', (headers) => Object.fromEntries(headers)['x-two'], 'a, b'],
  ['a copy', (headers) => new Headers(headers).get('x-two'), 'a, b'],
  [
    'forEach',
    (headers) => {
      const found: string[] = [];
      headers.forEach((value, name, all) => {
        if (name === 'x-one' && all === headers) found.push(value);
      });
      return found;
    },
    ['1'],
  ],
  ['what is printed', (headers) => inspect(headers).includes("'x-one': '1'"), true],
])('headers answer %s first as they do later', async (_, ask, answer) => {
  const { url } = await startServer((_request, response) => {
    const cookies = ['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2'];
    response.writeHead(200, ['X-One', '1', 'X-Two', 'a', 'X-Two', 'b', ...cookies]);
    response.end();
    return undefined;
  });

  const { headers } = await transport(url, {});

  expect(headers).toBeInstanceOf(Headers);
  expect(ask(headers)).toEqual(answer);
  expect(() => headers.get('no name')).toThrow(TypeError);
});

it('a large body comes whole', async () => {
  const body = 'é€'.repeat(300_000);

  expect(await (await respond(body)).text()).toBe(body);
});
