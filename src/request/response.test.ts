import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createClient } from '../client.js';
import { startApi } from '../testing/api-server.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, REFUND, SIGNING } from '../testing/fixtures.js';
import type { Reply } from '../testing/server.js';

async function clientOf(reply: Reply) {
  const api = await startApi(() => reply);
  return createClient({ ...CREDENTIALS, baseUrl: api.url, signing: SIGNING, maxRetries: 0 });
}

const SECRET_UUID = '5a0c2f6b-6d0e-4f6b-8f0e-0f9f2f0e5f1d';

const INVALID = {
  request_id: 'request-in-body',
  error_type: 'request_invalid',
  error_codes: ['amount_invalid', 'currency_invalid'],
};

describe('a success', () => {
  it('gives its data, status, headers and request id', async () => {
    const client = await clientOf({
      status: 202,
      headers: { 'Cko-Request-Id': 'request-1', 'X-Extra': 'extra' },
      body: { action_id: 'act_1', reference: 'A', _links: {} },
    });

    const response = await client.capturePayment(PAYMENT_ID, {}, { idempotencyKey: 'key-1' }).withResponse();

    expect(response).toMatchObject({
      data: { action_id: 'act_1', reference: 'A', _links: {} },
      status: 202,
      requestId: 'request-1',
      idempotencyKey: 'key-1',
    });
    expect(response.headers.get('x-extra')).toBe('extra');
  });

  it('has no request id where the API sends none', async () => {
    const client = await clientOf({ body: {} });

    expect((await client.getPaymentDetails(PAYMENT_ID).withResponse()).requestId).toBeUndefined();
  });

  it('gives an array where the API sends one', async () => {
    const client = await clientOf({ status: 202, body: [{ id: PAYMENT_ID }] });

    expect(await client.searchPayments({ query: "status:'Captured'" })).toEqual([{ id: PAYMENT_ID }]);
  });

  it('is undefined for a 204', async () => {
    const client = await clientOf({ status: 204, headers: { 'Cko-Request-Id': 'request-1' } });

    expect(await client.reversePayment(PAYMENT_ID, REFUND)).toBeUndefined();
    expect(await client.reversePayment(PAYMENT_ID, REFUND).withResponse()).toMatchObject({
      data: undefined,
      status: 204,
      requestId: 'request-1',
    });
  });

  it.each([
    { name: 'HTML', reply: { headers: { 'Content-Type': 'text/html' }, body: '<h1>Welcome</h1>' } },
    { name: 'JSON that ends early', reply: { body: '{"id": "Welcome' } },
    { name: 'nothing', reply: {} },
    { name: 'nothing, by its length', reply: { headers: { 'Content-Length': '0' } } },
  ])('that holds $name is an error of kind decode', async ({ reply }) => {
    const client = await clientOf({ ...reply, headers: { ...reply.headers, 'Cko-Request-Id': 'request-1' } });

    const error = await catchError(client.voidPayment(PAYMENT_ID));

    expect(error).toMatchObject({
      kind: 'decode',
      outcome: 'unknown',
      status: 200,
      requestId: 'request-1',
      operationId: 'voidPayment',
    });
    expect(inspect(error, { depth: null })).not.toContain('Welcome');
  });
});

describe('a refusal', () => {
  it('tells everything that the API said', async () => {
    const client = await clientOf({ status: 422, body: INVALID });

    const error = await catchError(client.capturePayment(PAYMENT_ID, {}, { idempotencyKey: 'key-1' }));

    expect(error).toMatchObject({
      kind: 'api',
      outcome: 'rejected',
      status: 422,
      requestId: 'request-in-body',
      errorType: 'request_invalid',
      errorCodes: ['amount_invalid', 'currency_invalid'],
      operationId: 'capturePayment',
      idempotencyKey: 'key-1',
    });
    expect(error.body).toEqual(INVALID);
    expect(error.message).toContain('422');
    expect(error.message).toContain('amount_invalid, currency_invalid');
  });

  it.each([
    { name: 'the digits of a CVV', cvv: '737', id: '0f9f7375-6d0e-4f6b-8f0e-5f1d0a0c2f6b', known: true },
    {
      name: 'digits alone in its last part',
      cvv: '737',
      id: '0f9f2f0e-6d0e-4f6b-8f0e-501980402563',
      known: true,
    },
    { name: 'what was sent as a secret', cvv: SECRET_UUID, id: SECRET_UUID, known: false },
  ])('has a UUID for its request id that is $name: $known', async ({ cvv, id, known }) => {
    const client = await clientOf({ status: 422, headers: { 'Cko-Request-Id': id }, body: {} });
    const source = { ...PAYMENT.source, cvv };

    const { requestId } = await catchError(client.requestPayment({ ...PAYMENT, source }));

    expect(requestId).toBe(known ? id : undefined);
  });

  it('takes the request id from the header where it is in both places', async () => {
    const client = await clientOf({
      status: 422,
      headers: { 'Cko-Request-Id': 'request-in-header' },
      body: INVALID,
    });

    expect((await catchError(client.voidPayment(PAYMENT_ID))).requestId).toBe('request-in-header');
  });

  it('keeps the body out of logs', async () => {
    const client = await clientOf({ status: 422, body: { ...INVALID, echo: 'card-of-the-payer' } });

    const error = await catchError(client.voidPayment(PAYMENT_ID));

    expect(error.body).toMatchObject({ echo: 'card-of-the-payer' });
    expect(Object.keys(error)).not.toContain('body');
    expect(inspect(error, { depth: null })).not.toContain('card-of-the-payer');
    expect(JSON.stringify(error)).not.toContain('card-of-the-payer');
  });

  it.each([
    { name: 'HTML', body: '<h1>Forbidden</h1>', kept: '<h1>Forbidden</h1>' },
    { name: 'a text', body: '"no"', kept: 'no' },
    { name: 'null', body: 'null', kept: null },
    {
      name: 'fields of other types',
      body: { error_type: 1, error_codes: 'a', request_id: {} },
      kept: { error_type: 1, error_codes: 'a', request_id: {} },
    },
  ])('is understood when its body is $name', async ({ body, kept }) => {
    const client = await clientOf({ status: 403, body });

    const error = await catchError(client.voidPayment(PAYMENT_ID));

    expect(error).toMatchObject({ kind: 'api', outcome: 'rejected', status: 403, errorCodes: [] });
    expect([error.requestId, error.errorType]).toEqual([undefined, undefined]);
    expect(error.body).toEqual(kept);
  });

  it('leaves out error codes that are no text', async () => {
    const client = await clientOf({ status: 422, body: { error_codes: ['amount_invalid', 7, null] } });

    expect((await catchError(client.voidPayment(PAYMENT_ID))).errorCodes).toEqual(['amount_invalid']);
  });
});

describe('what became of the operation', () => {
  it.each([
    { status: 400, kind: 'api', write: 'rejected', read: 'rejected' },
    { status: 401, kind: 'auth', write: 'rejected', read: 'rejected' },
    { status: 403, kind: 'api', write: 'rejected', read: 'rejected' },
    { status: 404, kind: 'api', write: 'rejected', read: 'rejected' },
    { status: 422, kind: 'api', write: 'rejected', read: 'rejected' },
    { status: 429, kind: 'api', write: 'rejected', read: 'rejected' },
    { status: 500, kind: 'api', write: 'unknown', read: 'rejected' },
    { status: 502, kind: 'api', write: 'unknown', read: 'rejected' },
    { status: 503, kind: 'api', write: 'unknown', read: 'rejected' },
  ])('after a $status is $write for a write and $read for a read', async ({ status, kind, write, read }) => {
    const client = await clientOf({ status, body: {} });

    expect(await catchError(client.voidPayment(PAYMENT_ID))).toMatchObject({ kind, status, outcome: write });
    expect(await catchError(client.getPaymentDetails(PAYMENT_ID))).toMatchObject({
      kind,
      status,
      outcome: read,
    });
    expect(await catchError(client.searchPayments({ query: 'amount:1' }))).toMatchObject({ outcome: read });
  });
});
