import { expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { DAY, REFUND, sign } from '../testing/fixtures.js';
import { measureHeap } from '../testing/heap.js';
import { RequestLog } from './request-log.js';

const MEGABYTE = 1024 * 1024;

/** A key of 15 000 characters. */
const longKey = (index: number) => `${index}-${'k'.repeat(15_000)}`.slice(0, 15_000);

it('records every request with its status, key and time', async () => {
  const api = await openApi();
  const at = api.sandbox.clock.now();
  await api.pay({}, { key: 'key-1' });
  api.sandbox.clock.advance(DAY);
  await api.get('/payments?reference=a', { token: 'unknown', key: 'not documented here' });
  await api.get('/nothing', { allow: 'unknown path' });

  expect(api.sandbox.requests()).toEqual([
    { operationId: 'getToken', status: 200, at },
    { operationId: 'requestPayment', status: 201, idempotencyKey: 'key-1', at },
    { operationId: 'getPaymentsList', status: 401, at: at + DAY },
    { status: 404, errorCodes: ['path_unknown'], at: at + DAY },
  ]);
});

it('returns copies, so that callers cannot change the logs', async () => {
  const api = await openApi();
  await api.charge();

  api.sandbox.ledger().length = 0;
  api.sandbox.requests().length = 0;

  expect(api.sandbox.ledger()).toHaveLength(2);
  expect(api.sandbox.requests()).toHaveLength(2);
});

it('keeps the last 100 000 requests, in the order they arrived', () => {
  const log = new RequestLog();
  const record = (at: number) => log.add('requestPayment', undefined, at);
  for (let at = 0; at < 100_000; at += 1) record(at)({ status: 201 });
  expect(log.entries()).toHaveLength(100_000);

  record(100_000)({ status: 201 });
  record(100_001)({ status: 202 });

  const entries = log.entries();
  expect(entries).toHaveLength(100_000);
  expect(entries.map(({ at }) => at)).toEqual(Array.from({ length: 100_000 }, (_, index) => index + 2));
  expect(entries.at(-1)).toMatchObject({ status: 202 });
  expect(log.latest(3)).toEqual(entries.slice(-3).reverse());
  expect(log.count).toBe(100_002);
});

it('ignores the result of a request that it no longer keeps', () => {
  const log = new RequestLog();
  const recordResult = log.add('requestPayment', undefined, 0);
  for (let at = 1; at <= 100_000; at += 1) log.add('requestPayment', undefined, at);

  recordResult({ status: 201 });

  expect(log.entries().every(({ status }) => status === 0)).toBe(true);
});

it('shortens keys of more than 255 characters and keeps them distinct, in the ledger as well', async () => {
  const api = await openApi();
  const keys = ['a'.repeat(255), 'a'.repeat(256), `${'a'.repeat(15_000)}b`, `${'a'.repeat(15_000)}c`];
  for (const key of keys) await api.pay({ capture: false }, { key });
  const { body: repeated } = await api.pay({ capture: false }, { key: keys[3] });

  const logged = api.sandbox.requests().flatMap(({ idempotencyKey }) => idempotencyKey ?? []);

  expect(logged[0]).toBe(keys[0]);
  expect(logged.map((key) => key.length)).toEqual([255, 128, 128, 128, 128]);
  expect(new Set(logged).size).toBe(4);
  expect(logged[3]).toMatch(/^a{61}\.{3}[\da-f]{64}$/);
  expect(api.sandbox.ledger().map(({ idempotencyKey }) => idempotencyKey)).toEqual(logged.slice(0, 4));
  expect(api.sandbox.ledger().at(-1)).toMatchObject({ paymentId: repeated.id });
});

it('grows by less than 5 MB with 1000 requests that have keys of 15 KB and no token', async () => {
  const api = await openApi();
  const send = async (index: number) =>
    expect((await api.request('POST', '/payments', {}, { key: longKey(index), token: '' })).status).toBe(401);
  for (let index = 0; index < 100; index += 1) await send(index);
  const before = await measureHeap();

  for (let index = 0; index < 1000; index += 1) await send(index);

  expect(((await measureHeap()) - before) / MEGABYTE).toBeLessThan(5);
  expect(api.sandbox.requests()).toHaveLength(1101);
});

it('grows by less than 5 MB with 1000 requests that have keys of 15 KB and change nothing', async () => {
  const api = await openApi();
  const id = await api.authorize();
  await api.void(id);
  const body = sign(REFUND);
  const send = async (index: number) => {
    const response = await api.request('POST', `/payments/${id}/reversals`, body, { key: longKey(index) });
    expect(response.status).toBe(204);
  };
  for (let index = 0; index < 100; index += 1) await send(index);
  const before = await measureHeap();

  for (let index = 100; index < 1100; index += 1) await send(index);

  expect(((await measureHeap()) - before) / MEGABYTE).toBeLessThan(5);
});
