import { describe, expect, it } from 'vitest';
import { createSandbox, type SandboxOptions } from '../index.js';
import { type Api, connect, openApi } from '../testing/api.js';
import { CARD, DAY, errorResponse, REFUND, sign } from '../testing/fixtures.js';
import { TRANSPORTS } from '../testing/transports.js';
import { IdempotencyKeys } from './idempotency-keys.js';

const KEY = { key: 'key-1' };

it('replays the response to a repeated request byte for byte, without executing it', async () => {
  const api = await openApi();
  const body = { amount: 1000, currency: 'USD', source: CARD };

  const first = await api.request('POST', '/payments', body, KEY);
  const second = await api.request('POST', '/payments', body, KEY);

  expect(second.status).toBe(first.status);
  expect(await second.text()).toBe(await first.text());
  expect(second.headers.get('Cko-Request-Id')).not.toBe(first.headers.get('Cko-Request-Id'));
  expect(api.sandbox.ledger()).toMatchObject([
    { type: 'Authorization', idempotencyKey: 'key-1' },
    { type: 'Capture', idempotencyKey: 'key-1' },
  ]);
});

it('replays the first response even if the payment has changed', async () => {
  const api = await openApi();
  const { body } = await api.pay({ capture: false }, KEY);
  await api.void(body.id);

  expect((await api.pay({ capture: false }, KEY)).body).toEqual(body);
});

it.each<[string, (api: Api, id: string) => Promise<{ status: number; body: unknown }>]>([
  ['increment', (api, id) => api.increment(id, { amount: 100 }, KEY)],
  ['capture', (api, id) => api.capture(id, { amount: 100, capture_type: 'NonFinal' }, KEY)],
  ['void', (api, id) => api.void(id, {}, KEY)],
  ['reversal', (api, id) => api.reverse(id, {}, KEY)],
])('executes a repeated %s once', async (_, write) => {
  const api = await openApi();
  const id = await api.authorize({ authorization_type: 'Estimated' });

  const first = await write(api, id);
  const actions = await api.actions(id);
  const second = await write(api, id);

  expect(first.status).toBeLessThan(300);
  expect(second).toMatchObject({ status: first.status, body: first.body });
  expect(await api.actions(id)).toEqual(actions);
  expect(actions).toHaveLength(2);
  expect(api.sandbox.ledger().at(-1)).toMatchObject({ actionId: actions[0]?.id, idempotencyKey: 'key-1' });
});

it('replays a declined payment, which is a successful response', async () => {
  const api = await openApi();

  const first = await api.pay({ amount: 1005 }, KEY);
  const second = await api.pay({ amount: 1005 }, KEY);

  expect(second.body.id).toBe(first.body.id);
});

it('replays a reversal that had nothing to reverse', async () => {
  const api = await openApi();
  const id = await api.authorize();
  await api.void(id);

  expect((await api.reverse(id, {}, KEY)).status).toBe(204);
  expect((await api.reverse(id, {}, KEY)).status).toBe(204);
});

it('executes requests without a key, or with an empty one, each time', async () => {
  const api = await openApi();

  const [first, second] = [await api.pay(), await api.pay()];
  const [third, fourth] = [await api.pay({}, { key: '' }), await api.pay({}, { key: '' })];

  const ids = [first, second, third, fourth].map(({ body }) => body.id);
  expect(new Set(ids).size).toBe(4);
});

it('rejects a key with another body', async () => {
  const api = await openApi();
  await api.pay({}, KEY);

  expect(await api.pay({ amount: 1001 }, KEY)).toMatchObject(errorResponse('idempotency_key_reused'));
  expect(await api.pay({ reference: 'ORD-1' }, KEY)).toMatchObject(errorResponse('idempotency_key_reused'));

  expect(api.sandbox.ledger()).toHaveLength(2);
});

it('rejects a key with another operation', async () => {
  const api = await openApi();
  const id = await api.authorize();
  await api.capture(id, { reference: 'A' }, KEY);

  expect(await api.void(id, { reference: 'A' }, KEY)).toMatchObject(errorResponse('idempotency_key_reused'));
});

it('rejects a key with another payment', async () => {
  const api = await openApi();
  const [one, other] = [await api.authorize(), await api.authorize()];
  await api.capture(one, {}, KEY);

  expect(await api.capture(other, {}, KEY)).toMatchObject(errorResponse('idempotency_key_reused'));

  expect(await api.details(other)).toMatchObject({ status: 'Authorized' });
});

it('distinguishes keys by case', async () => {
  const api = await openApi();

  const first = await api.pay({}, { key: 'a' });
  const second = await api.pay({}, { key: 'A' });

  expect(second.body.id).not.toBe(first.body.id);
});

it('ignores the order of fields in a body', async () => {
  const api = await openApi();
  const { type, number, ...rest } = CARD;

  const first = await api.post('/payments', { currency: 'USD', source: { type, number, ...rest } }, KEY);
  const second = await api.post('/payments', { source: { ...rest, number, type }, currency: 'USD' }, KEY);

  expect(second.body).toEqual(first.body);
});

it('does not distinguish a missing body from an empty one', async () => {
  const api = await openApi();
  const id = await api.authorize();

  const first = await api.capture(id, undefined, KEY);

  expect((await api.capture(id, {}, KEY)).body).toEqual(first.body);
});

it('distinguishes arrays by their order', async () => {
  const api = await openApi();
  const id = await api.authorize();
  await api.capture(id, { items: [{ a: 1 }, { b: 2 }] }, KEY);

  expect(await api.capture(id, { items: [{ b: 2 }, { a: 1 }] }, KEY)).toMatchObject(
    errorResponse('idempotency_key_reused'),
  );
});

it('frees the key of a rejected request', async () => {
  const api = await openApi();
  const id = await api.authorize();

  expect((await api.capture(id, { amount: 2000 }, KEY)).status).toBe(422);
  expect((await api.capture(`pay_${'a'.repeat(26)}`, {}, KEY)).status).toBe(404);
  expect((await api.refund(id, {}, KEY)).status).toBe(403);
  expect((await api.pay({ currency: 'usd' }, KEY)).status).toBe(422);

  expect((await api.capture(id, { amount: 1000 }, KEY)).status).toBe(202);
});

it('frees the key of a request with a server error', async () => {
  const api = await openApi();
  api.sandbox.faults.inject({ operationId: 'requestPayment', effect: 'status', status: 503 });

  const body = { amount: 1000, currency: 'USD', source: CARD };
  expect((await api.request('POST', '/payments', body, KEY)).status).toBe(503);

  expect((await api.pay({ amount: 2000 }, KEY)).status).toBe(201);
});

it('rejects a key while its first request is in flight, and replays the response later', async () => {
  const api = await openApi();
  api.sandbox.faults.inject({ operationId: 'requestPayment', effect: 'delay', ms: 100 });

  const first = api.pay({}, KEY);
  const duplicate = await api.pay({}, KEY);
  const other = await api.pay({ amount: 1001 }, KEY);

  expect(duplicate).toMatchObject({ status: 429, body: { error_codes: ['duplicate_request'] } });
  expect(other).toMatchObject(errorResponse('idempotency_key_reused'));
  const { body } = await first;
  expect((await api.pay({}, KEY)).body).toEqual(body);
  expect(api.sandbox.ledger()).toHaveLength(2);
});

it('frees the key of a request that is rejected after a delay', async () => {
  const api = await openApi();
  const [id, other] = [await api.authorize(), await api.authorize()];
  api.sandbox.faults.inject({ operationId: 'capturePayment', effect: 'delay', ms: 50 });

  const capture = api.capture(id, {}, KEY);
  await api.void(id);

  expect((await capture).status).toBe(403);
  expect((await api.capture(other, {}, KEY)).status).toBe(202);
});

it("keeps a key for a day by the sandbox's clock", async () => {
  const api = await openApi();
  const { body: first } = await api.pay({}, KEY);

  api.sandbox.clock.advance(DAY - 1);
  expect((await api.pay({}, KEY)).body).toEqual(first);
  api.sandbox.clock.advance(1);

  const { body: second } = await api.pay({ amount: 1001 }, KEY);
  expect(second.id).not.toBe(first.id);
});

it('keeps younger keys when it removes an old one', async () => {
  const api = await openApi();
  await api.pay({}, { key: 'old' });
  api.sandbox.clock.advance(DAY / 2);
  const { body: young } = await api.pay({}, KEY);
  api.sandbox.clock.advance(DAY / 2);

  await api.pay({}, { key: 'old' });

  expect((await api.pay({}, KEY)).body).toEqual(young);
});

it('keeps a key in flight, however long its request takes', async () => {
  const api = await openApi({ keyLifetime: 1000 });
  api.sandbox.faults.inject({ operationId: 'requestPayment', effect: 'delay', ms: 100 });

  const first = api.pay({}, KEY);
  api.sandbox.clock.advance(2 * DAY);

  expect((await api.pay({}, KEY)).status).toBe(429);
  expect((await first).status).toBe(201);
});

it('expires a key that has a shorter lifetime than an older one', async () => {
  const api = await openApi();
  await api.pay({}, { key: 'old' });
  await api.request('PATCH', '/_sandbox/options', { keyLifetime: 1000 });
  const { body: first } = await api.pay({}, KEY);
  api.sandbox.clock.advance(1000);

  expect((await api.pay({}, KEY)).body.id).not.toBe(first.id);
});

describe.each(TRANSPORTS)('with options, %s,', (_, open) => {
  async function setUp(options: SandboxOptions) {
    const sandbox = createSandbox({ seed: 1, ...options });
    const { origin, fetch } = await open(sandbox);
    return connect(sandbox, origin, fetch);
  }

  it('keeps a key for `keyLifetime`', async () => {
    const api = await setUp({ keyLifetime: 1000 });
    const { body: first } = await api.pay({}, KEY);

    api.sandbox.clock.advance(999);
    expect((await api.pay({}, KEY)).body).toEqual(first);
    api.sandbox.clock.advance(1);

    expect((await api.pay({}, KEY)).body.id).not.toBe(first.id);
  });

  it('ignores keys with a `keyLifetime` of 0', async () => {
    const api = await setUp({ keyLifetime: 0 });

    const { body: first } = await api.pay({}, KEY);

    expect((await api.pay({}, KEY)).body.id).not.toBe(first.id);
  });

  it('ignores keys with a `keyLifetime` of 0 while a request with them is in flight', async () => {
    const api = await setUp({ keyLifetime: 0 });
    api.sandbox.faults.inject({ effect: 'delay', operationId: 'requestPayment', ms: 200 });

    const responses = await Promise.all([1000, 1000, 2000].map((amount) => api.pay({ amount }, KEY)));

    expect(responses.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(api.sandbox.ledger().map(({ idempotencyKey }) => idempotencyKey))).toEqual(
      new Set([KEY.key]),
    );
  });

  it('ignores keys that are kept already when `keyLifetime` becomes 0', async () => {
    const api = await setUp({});
    const { body: first } = await api.pay({}, KEY);

    await api.request('PATCH', '/_sandbox/options', { keyLifetime: 0 });

    expect((await api.pay({}, KEY)).body.id).not.toBe(first.id);
  });

  it('rejects a refund that is signed again with `strictKeys`', async () => {
    const api = await setUp({ strictKeys: true });
    const id = await api.charge();
    const refund = { refund_amount: 100, timestamp: '1767225600' };

    const first = await api.refund(id, refund, KEY);
    const again = await api.refund(id, { ...refund, timestamp: '1767225660' }, KEY);

    expect(first.status).toBe(202);
    expect(again).toMatchObject(errorResponse('idempotency_key_reused'));
    expect(await api.refund(id, refund, KEY)).toMatchObject({ status: 202, body: first.body });
    expect(api.effects(id)).toEqual(['Authorization 1000', 'Capture 1000', 'Refund 100']);
  });

  it.each([true, false])('rejects another security code of a card, strictKeys: %s', async (strictKeys) => {
    const api = await setUp({ strictKeys });
    await api.pay({}, KEY);

    expect(await api.pay({ source: { ...CARD, cvv: '1234' } }, KEY)).toMatchObject(
      errorResponse('idempotency_key_reused'),
    );
  });

  it('replays a body whose fields have another order with `strictKeys`', async () => {
    const api = await setUp({ strictKeys: true });
    const id = await api.charge();
    const reversed = Object.fromEntries(Object.entries(sign(REFUND)).reverse());

    const first = await api.refund(id, {}, KEY);

    expect(await api.post(`/payments/${id}/refunds`, reversed, KEY)).toMatchObject({
      status: 202,
      body: first.body,
    });
  });
});

it('ignores the timestamp and signature of a refund', async () => {
  const api = await openApi();
  const id = await api.charge();

  const first = await api.refund(id, { refund_amount: 100, timestamp: '1767225600' }, KEY);
  const second = await api.refund(id, { refund_amount: 100, timestamp: '1767225660' }, KEY);

  expect(second).toMatchObject({ status: 202, body: first.body });
  expect(api.effects(id)).toEqual(['Authorization 1000', 'Capture 1000', 'Refund 100']);
});

it('rejects a refund of another amount, or with a wrong signature', async () => {
  const api = await openApi();
  const id = await api.charge();
  await api.refund(id, { refund_amount: 100 }, KEY);

  expect(await api.refund(id, { refund_amount: 200 }, KEY)).toMatchObject(
    errorResponse('idempotency_key_reused'),
  );
  const forged = sign({ ...REFUND, refund_amount: 100 }, 'another secret');
  expect(await api.post(`/payments/${id}/refunds`, forged, KEY)).toMatchObject(
    errorResponse('signature_invalid'),
  );
});

it('removes all keys with a reset', async () => {
  const api = await openApi();
  await api.pay({}, KEY);
  api.sandbox.reset();
  await api.renewToken();

  expect((await api.pay({ amount: 1001 }, KEY)).status).toBe(201);
});

it('keeps the 100 000 keys that were set last', () => {
  const keys = new IdempotencyKeys();
  const set = (index: number) => keys.set(`key-${index}`, 'same', { status: 204 }, 1);
  for (let index = 0; index < 100_000; index += 1) set(index);
  set(0);
  set(100_000);

  const kept = Array.from(
    { length: 100_001 },
    (_, index) => keys.find(`key-${index}`, 'same', 0) !== undefined,
  );

  expect(kept.indexOf(false)).toBe(1);
  expect(kept.filter((isKept) => isKept)).toHaveLength(100_000);
});
