import { inspect } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { startServer } from '../../testing/server.js';
import { undiciTransport } from '../../undici.js';
import { LightHeaders } from './headers.js';

const transport = undiciTransport();
afterAll(() => transport.close());

it('LightHeaders can be changed like any Headers, and keep the change', async () => {
  const { url } = await startServer(() => ({ body: {} }));
  const response = await transport(url, {});

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
  ['new Headers', (headers) => new Headers(headers).get('x-two'), 'a, b'],
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
  ['inspect', (headers) => inspect(headers).includes("'x-one': '1'"), true],
])('LightHeaders return the correct result of %s when that is their first use', async (_, use, expected) => {
  const { url } = await startServer((_request, response) => {
    const cookies = ['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2'];
    response.writeHead(200, ['X-One', '1', 'X-Two', 'a', 'X-Two', 'b', ...cookies]);
    response.end();
    return undefined;
  });

  const { headers } = await transport(url, {});

  expect(headers).toBeInstanceOf(Headers);
  expect(use(headers)).toEqual(expected);
  expect(() => headers.get('no name')).toThrow(TypeError);
});

it('LightHeaders have the bytes of a value that undici read as UTF-8, as those of the platform have', () => {
  const bytes = Buffer.from('支付 é').toString('latin1');
  const headers = new LightHeaders({ 'x-one': '支付 é', 'x-two': ['a', '支付 é'] });

  expect(headers.get('x-one')).toBe(bytes);
  expect(Object.fromEntries(headers)).toEqual({ 'x-one': bytes, 'x-two': `a, ${bytes}` });
});
