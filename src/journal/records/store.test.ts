import { describe, expect, it, onTestFinished } from 'vitest';
import type { LddPayError } from '../../errors.js';
import { FakePlatform } from '../../testing/platform.js';
import { createRecords, type Records } from './store.js';

it.each([
  ['abc', 'has "lddpay:claim:abc", which'],
  ['4242424242424242', 'has "lddpay:claim:[redacted]", which'],
  ['a\n\u001b[31mb\u202e', 'has "lddpay:claim:a??[31mb?", which'],
])(
  'names the record that no journal wrote, without a card number or control characters: %j',
  async (id, message) => {
    const store = { getItem: () => '{}', setItem() {}, removeItem() {}, getKeys: () => [] };

    await expect(createRecords(store, 'lddpay', new FakePlatform()).read('claim', id)).rejects.toThrow(
      message,
    );
  },
);

it('reads a record as it was kept although something has added its fields to Object.prototype', async () => {
  const prototype = Object.prototype as { json?: string };
  prototype.json = '{}';
  onTestFinished(() => {
    delete prototype.json;
  });
  const store = { getItem: () => '{"hash":"a"}', setItem() {}, removeItem() {}, getKeys: () => [] };

  const record = await createRecords(store, 'lddpay', new FakePlatform()).read('claim', 'abc');

  expect(record).toHaveProperty('hash', 'a');
});

describe.each<readonly [method: string, limit: string, use: (records: Records) => Promise<unknown>]>([
  ['getItem', '2 s', (records) => records.read('claim', 'abc')],
  ['setItem', '2 s', (records) => records.write('claim', 'abc', {})],
  ['removeItem', '2 s', (records) => records.remove('claim', 'abc')],
  ['getKeys', '60 s', (records) => records.list('claim')],
])('the error of a store whose %s fails', (method, limit, use) => {
  it.each<readonly [failure: string, fail: () => unknown]>([
    [
      'threw',
      () => {
        throw new Error('4242424242424242');
      },
    ],
    ['threw', () => Promise.reject(new Error('4242424242424242'))],
    ['threw', async () => new Error('4242424242424242')],
    [`did not respond within ${limit}`, () => new Promise(() => {})],
  ])('says that it %s, and not what it threw', async (failure, fail) => {
    const platform = new FakePlatform();
    const store = { getItem: fail, setItem: fail, removeItem: fail, getKeys: fail };
    const failed = use(createRecords(store, 'lddpay', platform)).catch((error: LddPayError) => error);
    await platform.advance(200_000);

    expect(await failed).toMatchObject({
      kind: 'network',
      transient: true,
      message: `The store of the journal failed three times: \`${method}\` ${failure}.`,
    });
    expect(await failed).not.toHaveProperty('cause');
    expect(platform.pending).toEqual([]);
  });
});
