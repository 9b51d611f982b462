import { expect, it } from 'vitest';
import { FakePlatform } from '../../testing/platform.js';
import { createRecords } from './store.js';

it.each([
  ['abc', 'has "lddpay:claim:abc", which'],
  ['4242424242424242', 'has "lddpay:claim:[redacted]", which'],
])('names the record that no journal wrote, without a card number: %s', async (id, message) => {
  const store = { getItem: () => '{}', setItem() {}, removeItem() {}, getKeys: () => [] };

  await expect(createRecords(store, 'lddpay', new FakePlatform()).read('claim', id)).rejects.toThrow(message);
});
