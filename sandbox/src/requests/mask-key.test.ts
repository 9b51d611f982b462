import { expect, it } from 'vitest';
import { assembleSandbox } from '../create-sandbox.js';
import { readOptions } from '../options.js';
import { connect } from '../testing/api.js';
import { CARD } from '../testing/fixtures.js';
import { maskKey } from './mask-key.js';

it.each([
  '4242424242424242',
  '4242-4242-4242-4242',
  '4242 4242 4242 4242',
  '3782 822463 10005',
  '4242 4242 4242 4242 2',
  'order-4242424242424242',
  'order-4242-4242-4242-4242',
  '4242-4242-4242-4242-1',
  '2026-4242-4242-4242-4242',
  'pay4242424242424242',
  '4242.4242.4242.4242',
  '4242_4242_4242_4242',
  '4242:4242:4242:4242',
  'card: 424242424242',
  'sandbox_abcdefghijklmnopqrstuvwxyz',
  'Bearer sandbox_abcdefghijklmnopqrstuvwxyz',
  'eyJhbGciOiJIUzI1NiJ9.e30.c2ln',
  `eyJ${'a'.repeat(500)}`,
  'sandbox-client-secret',
  'order-17 sandbox-signing-secret',
])('masks the key %j', (key) => {
  expect(maskKey(key, readOptions({}))).toBe('[masked]');
});

it.each([
  'order-17',
  'order-17-capture-1771063200123',
  '4242424242424241',
  'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
  '42424242-4242-4242-8242-424242424242',
  'f81d4fae-7dec-41d0-a765-424242424242',
  '4242424242424242a',
  'b'.repeat(64),
])('shows the key %j as it is', (key) => {
  expect(maskKey(key, readOptions({ clientSecret: '17' }))).toBe(key);
});

it('is applied to all that shows a key, while the keys stay distinct', async () => {
  const logged: unknown[] = [];
  const sandbox = assembleSandbox({ seed: 1 }, ({ idempotencyKey }) => logged.push(idempotencyKey));
  const api = await connect(sandbox);

  const first = await api.pay({}, { key: CARD.number });
  const again = await api.pay({}, { key: CARD.number });
  const second = await api.pay({ amount: 2000 }, { key: '5555555555554444' });
  for (const [index, act] of [api.capture, api.void, api.refund, api.reverse].entries()) {
    const id = index === 2 ? first.body.id : await api.authorize();
    expect((await act.call(api, id, {}, { key: `${CARD.number} ${index}` })).status).toBe(202);
  }
  api.sandbox.faults.inject({ operationId: 'requestPayment', effect: 'late' });
  await api.pay({}, { key: `${CARD.number} late` }).catch(() => {});
  api.sandbox.clock.advance(1000);

  expect(again.body).toEqual(first.body);
  expect(second.body.id).not.toBe(first.body.id);
  const shown = JSON.stringify([logged, sandbox.requests(), sandbox.ledger()]);
  expect(shown).toContain('[masked]');
  expect(shown).not.toContain(CARD.number);
  expect(shown).not.toContain('5555555555554444');
});
