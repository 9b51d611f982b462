import { expect, it } from 'vitest';
import type { Fault } from '../index.js';
import { type Api, openApi } from '../testing/api.js';
import { CARD } from '../testing/fixtures.js';

/** Returns the last request of the log, without its time. */
function lastRequest({ sandbox }: Api) {
  const { at: _at, ...entry } = sandbox.requests().at(-1) ?? expect.unreachable();
  return entry;
}

it('names every error code of a request that is rejected, and its key', async () => {
  const api = await openApi();

  await api.pay({ amount: -1, currency: 'X' }, { key: 'key-1' });

  expect(lastRequest(api)).toEqual({
    operationId: 'requestPayment',
    status: 422,
    errorCodes: ['currency_invalid', 'amount_invalid'],
    idempotencyKey: 'key-1',
  });
});

it('names the error code of a token request', async () => {
  const api = await openApi();

  await api.request('POST', '/connect/token', { ...api.tokenRequest, client_secret: 'wrong' });

  expect(lastRequest(api)).toEqual({
    operationId: 'getToken',
    status: 400,
    errorCodes: ['invalid_client'],
  });
});

it.each<[Fault, object]>([
  [{ effect: 'drop-before' }, { status: 0 }],
  [{ effect: 'drop-after' }, { status: 201 }],
  [{ effect: 'status', status: 503 }, { status: 503 }],
  [{ effect: 'status-after' }, { status: 502 }],
  [{ effect: 'delay', ms: 0 }, { status: 201 }],
  [{ effect: 'late' }, { status: 0 }],
  [{ effect: 'stall-body' }, { status: 201 }],
  [{ effect: 'truncate-body' }, { status: 201 }],
  [{ effect: 'short-body' }, { status: 201 }],
  [{ effect: 'in-flight' }, { status: 429, errorCodes: ['duplicate_request'] }],
])('names the fault %j', async (fault, expected) => {
  const api = await openApi();
  api.sandbox.faults.inject(fault);

  const payment = { amount: 1000, currency: 'USD', source: CARD };
  await api.request('POST', '/payments', payment).catch(() => {});

  expect(lastRequest(api)).toEqual({ operationId: 'requestPayment', fault: fault.effect, ...expected });
});

it('names the fault of the first delivery alone when a request arrives twice', async () => {
  const api = await openApi();
  api.sandbox.faults.inject({ operationId: 'requestPayment', effect: 'twice' });

  await api.pay();

  expect(
    api.sandbox
      .requests()
      .slice(-2)
      .map(({ fault }) => fault),
  ).toEqual(['twice', undefined]);
});

it('names the codes of a late request that is rejected when it arrives', async () => {
  const api = await openApi();
  const id = await api.authorize();
  api.sandbox.faults.inject({ operationId: 'capturePayment', effect: 'late', ms: 10 });
  await api.capture(id, { amount: 1000 }).catch(() => {});
  await api.capture(id, { amount: 400, capture_type: 'NonFinal' });

  api.sandbox.clock.advance(10);

  expect(lastRequest(api)).toEqual({
    operationId: 'capturePayment',
    status: 422,
    errorCodes: ['capture_value_greater_than_remaining_authorized'],
  });
});

it('names both the fault and the codes of a delayed request that is rejected when it is executed', async () => {
  const api = await openApi();
  const id = await api.authorize();
  api.sandbox.faults.inject({ operationId: 'capturePayment', effect: 'delay', ms: 20 });
  const delayed = api.capture(id, { amount: 1000 });
  await expect.poll(() => lastRequest(api).operationId, { interval: 1 }).toBe('capturePayment');
  await api.capture(id, { amount: 400, capture_type: 'NonFinal' });

  expect((await delayed).status).toBe(422);

  expect(api.sandbox.requests().at(-2)).toMatchObject({
    fault: 'delay',
    status: 422,
    errorCodes: ['capture_value_greater_than_remaining_authorized'],
  });
});
