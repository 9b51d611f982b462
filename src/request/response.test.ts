import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createClient } from '../client.js';
import { rawRequest } from '../raw-request.js';
import { startApi } from '../testing/api-server.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, REFUND, SECRETS, SIGNING } from '../testing/fixtures.js';
import type { Reply } from '../testing/server.js';

async function createClientFor(reply: Reply, maxResponseBytes?: number) {
  const api = await startApi(() => reply);
  const options = { baseUrl: api.url, signing: SIGNING, maxRetries: 0, maxResponseBytes };
  return createClient({ ...CREDENTIALS, ...options });
}

const INVALID = {
  request_id: 'request-in-body',
  error_type: 'request_invalid',
  error_codes: ['amount_invalid', 'currency_invalid'],
};

describe('a success response', () => {
  it('resolves with its data, status, headers and request id', async () => {
    const client = await createClientFor({
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

  it('has a request id without the white space around it, which is no part of it', async () => {
    const client = await createClientFor({ headers: { 'Cko-Request-Id': 'request-1 \t' }, body: {} });

    expect((await client.getPaymentDetails(PAYMENT_ID).withResponse()).requestId).toBe('request-1');
  });

  it('has no request id when the API sends none', async () => {
    const client = await createClientFor({ body: {} });

    expect((await client.getPaymentDetails(PAYMENT_ID).withResponse()).requestId).toBeUndefined();
  });

  it('resolves with an array when its body is an array', async () => {
    const client = await createClientFor({ status: 202, body: [{ id: PAYMENT_ID }] });

    expect(await client.searchPayments({ query: "status:'Captured'" })).toEqual([{ id: PAYMENT_ID }]);
  });

  it('resolves with undefined when it is a 204', async () => {
    const client = await createClientFor({ status: 204, headers: { 'Cko-Request-Id': 'request-1' } });

    expect(await client.reversePayment(PAYMENT_ID, REFUND)).toBeUndefined();
    expect(await client.reversePayment(PAYMENT_ID, REFUND).withResponse()).toMatchObject({
      data: undefined,
      status: 204,
      requestId: 'request-1',
    });
  });

  it.each([
    { name: 'HTML', reply: { headers: { 'Content-Type': 'text/html' }, body: '<h1>Welcome</h1>' } },
    { name: 'truncated JSON', reply: { body: '{"id": "Welcome' } },
    { name: 'no body', reply: {} },
    { name: 'an array', reply: { body: '[]' } },
    { name: 'an array of objects', reply: { body: '[{ "id": "Welcome" }]' } },
    { name: 'a body of length 0', reply: { headers: { 'Content-Length': '0' } } },
  ])('with $name rejects with kind decode, and the error does not show the body', async ({ reply }) => {
    const client = await createClientFor({
      ...reply,
      headers: { ...reply.headers, 'Cko-Request-Id': 'request-1' },
    });

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

describe('a success status with the body of an error', () => {
  it.each([INVALID, { error_type: 'processing_error' }, { error_codes: ['amount_invalid'] }])(
    'is no success: %o',
    async (body) => {
      const client = await createClientFor({ status: 200, body });

      const error = await catchError(client.voidPayment(PAYMENT_ID));

      expect(error).toMatchObject({ kind: 'decode', outcome: 'unknown', status: 200 });
      expect(error.message).toContain('responded with 200 and the body of an error');
    },
  );
});

describe('an empty list or string in place of the words of an error', () => {
  it.each([
    { error_type: null, error_codes: [] },
    { error_type: '', error_codes: [''] },
  ])('is no word: %j', async (words) => {
    const success = await createClientFor({ status: 202, body: { action_id: 'act_1', ...words } });
    const gateway = await createClientFor({ status: 403, body: { message: 'upstream failed', ...words } });

    expect(await success.voidPayment(PAYMENT_ID)).toMatchObject({ action_id: 'act_1' });
    expect(await catchError(gateway.voidPayment(PAYMENT_ID))).toMatchObject({
      kind: 'api',
      outcome: 'unknown',
      transient: true,
    });
  });
});

describe('a response without a readable body', () => {
  it('rejects a reversal with decode when it is empty and not a 204', async () => {
    const client = await createClientFor({ status: 202 });

    expect(await catchError(client.reversePayment(PAYMENT_ID, REFUND))).toMatchObject({
      kind: 'decode',
      outcome: 'unknown',
      status: 202,
    });
  });

  it('leaves the outcome of a write unknown after a 422 whose codes cannot be read', async () => {
    const body = { error_codes: ['idempotency_key_reused', 'A'.repeat(2_000)] };
    const client = await createClientFor({ status: 422, body }, 1_000);

    expect(await catchError(client.voidPayment(PAYMENT_ID))).toMatchObject({
      kind: 'api',
      outcome: 'unknown',
      status: 422,
    });
  });

  it.each([
    { name: 'chunks', length: {} },
    { name: 'a Content-Length', length: { 'Content-Length': '11' } },
  ])(
    'leaves the outcome of a write unknown after a 422 in $name that was cut before its first code',
    async ({ length }) => {
      const codes = gzipSync(JSON.stringify({ error_codes: ['idempotency_key_reused'] }));
      const api = await startApi((_, response) => {
        response.writeHead(422, { 'Content-Encoding': 'gzip', ...length }).end(codes.subarray(0, 11));
        return undefined;
      });
      const client = createClient({ ...CREDENTIALS, baseUrl: api.url, maxRetries: 0 });

      expect(await catchError(client.voidPayment(PAYMENT_ID))).toMatchObject({
        kind: 'api',
        outcome: 'unknown',
        transient: true,
        status: 422,
      });
    },
  );

  it.each([
    { headers: { 'Content-Length': '0' }, outcome: 'rejected' },
    { headers: { 'Content-Length': '0', 'Content-Encoding': 'gzip' }, outcome: 'rejected' },
    { headers: { 'Content-Encoding': '' }, outcome: 'rejected' },
    { headers: { 'Content-Encoding': 'gzip' }, outcome: 'unknown' },
  ])('is $outcome where a 404 is empty and has the headers $headers', async ({ headers, outcome }) => {
    const client = await createClientFor({ status: 404, headers });

    expect(await catchError(client.voidPayment(PAYMENT_ID))).toMatchObject({ outcome, status: 404 });
  });

  it('is undefined for a raw request only when the body is empty', async () => {
    const empty = await createClientFor({ status: 202 });
    const long = await createClientFor({ status: 202, body: { reference: 'A'.repeat(2_000) } }, 1_000);

    expect(await rawRequest(empty, 'POST', '/payments/reviews')).toBeUndefined();
    expect(await catchError(rawRequest(long, 'POST', '/payments/reviews'))).toMatchObject({
      kind: 'decode',
      outcome: 'unknown',
      status: 202,
    });
  });
});

describe('an error response', () => {
  it('becomes an error with its status, request id, error type, error codes and body', async () => {
    const client = await createClientFor({ status: 422, body: INVALID });

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
    { name: 'contains the digits of a CVV', id: '0f9f7375-6d0e-4f6b-8f0e-5f1d0a0c2f6b' },
    { name: 'has only digits in its last part', id: '0f9f2f0e-6d0e-4f6b-8f0e-501980402563' },
  ])('has a UUID as request id even if it $name', async ({ id }) => {
    const client = await createClientFor({ status: 422, headers: { 'Cko-Request-Id': id }, body: {} });
    const source = { ...PAYMENT.source, cvv: '737' };

    expect((await catchError(client.requestPayment({ ...PAYMENT, source }))).requestId).toBe(id);
  });

  it.each([
    { name: 'that was sent as a secret', secret: '5a0c2f6b-6d0e-4f6b-8f0e-0f9f2f0e5f1d' },
    {
      name: 'that was sent as a secret in another letter case',
      secret: '5A0C2F6B-6D0E-4F6B-8F0E-0F9F2F0E5F1D',
    },
    { name: 'that is a part of a secret', secret: 'SK_5A0C2F6B-6D0E-4F6B-8F0E-0F9F2F0E5F1D' },
  ])('has no request id when that is a UUID $name', async ({ secret }) => {
    const id = '5a0c2f6b-6d0e-4f6b-8f0e-0f9f2f0e5f1d';
    const client = await createClientFor({ status: 422, headers: { 'Cko-Request-Id': id }, body: {} });
    const source = { ...PAYMENT.source, cvv: secret };

    expect((await catchError(client.requestPayment({ ...PAYMENT, source }))).requestId).toBeUndefined();
  });

  it('has no error codes that contain a card number with separators, or a secret in another letter case', async () => {
    const number = PAYMENT.source.number.replace(/(.{4})(?!$)/g, '$1-');
    const codes = [
      `card_${number}_invalid`,
      number.replaceAll('-', '.'),
      number.replaceAll('-', '::'),
      PAYMENT.source.cvv.toUpperCase(),
    ];
    const client = await createClientFor({
      status: 422,
      body: { error_codes: [...codes, 'card_invalid'], error_type: codes[0], request_id: codes[1] },
    });

    const error = await catchError(client.requestPayment(PAYMENT));

    expect(error).toMatchObject({ errorCodes: ['card_invalid'], errorType: undefined, requestId: undefined });
    expect(error.message).toContain('422: card_invalid');
  });

  it.each([
    { codes: ['4242', '4242', '4242', '4242'], shown: [] },
    { codes: ['a42424242', 'duplicate_request', '42424242', '42424242b'], shown: ['duplicate_request'] },
    { codes: ['1', '4242-4242', '4242', '4242'], shown: [] },
    { codes: ['20051', '20087'], shown: ['20051', '20087'] },
    { codes: ['20005', '20014', '20087'], shown: ['20005', '20014', '20087'] },
    { codes: ['a4242', 'b4242', 'c4242', 'd4242'], shown: ['a4242', 'b4242', 'c4242', 'd4242'] },
    { codes: ['422', '401', '403', '409', '1'], shown: ['422', '401', '403', '409', '1'] },
  ])('has of the codes $codes those that are no card number together', async ({ codes, shown }) => {
    const client = await createClientFor({ status: 422, body: { error_codes: codes } });

    const error = await catchError(client.requestPayment(PAYMENT, { maxRetries: 0 }));

    expect(error.errorCodes).toEqual(shown);
    expect(error.message).toContain(`422${shown[0] ? `: ${shown.join(', ')}` : ''}.`);
  });

  it('has neither a type nor codes with digits that are a card number together', async () => {
    const body = { error_type: 'card_42424242', error_codes: ['42424242', 'card_invalid'] };
    const client = await createClientFor({ status: 422, body });

    const error = await catchError(client.requestPayment(PAYMENT));

    expect(error).toMatchObject({ errorType: undefined, errorCodes: ['card_invalid'] });
  });

  it.each([SECRETS.clientSecret, SECRETS.token])(
    'has no code with a secret in groups: %s',
    async (secret) => {
      const groups = secret.replace(/[\W_]/g, '').match(/.{1,4}/g) ?? [];
      const codes = [groups.join('-'), `for:${groups.join('.').toUpperCase()}`, 'card_invalid'];
      const body = { request_id: codes[0], error_type: codes[1], error_codes: codes };
      const client = await createClientFor({ status: 422, body });

      const error = await catchError(client.requestPayment(PAYMENT));

      expect(error).toMatchObject({
        requestId: undefined,
        errorType: undefined,
        errorCodes: ['card_invalid'],
      });
    },
  );

  it('has the request id of the header when header and body contain one', async () => {
    const client = await createClientFor({
      status: 422,
      headers: { 'Cko-Request-Id': 'request-in-header' },
      body: INVALID,
    });

    expect((await catchError(client.voidPayment(PAYMENT_ID))).requestId).toBe('request-in-header');
  });

  it('has a body that no printed form of the error shows', async () => {
    const client = await createClientFor({ status: 422, body: { ...INVALID, echo: 'card-of-the-payer' } });

    const error = await catchError(client.voidPayment(PAYMENT_ID));

    expect(error.body).toMatchObject({ echo: 'card-of-the-payer' });
    expect(Object.keys(error)).not.toContain('body');
    expect(inspect(error, { depth: null })).not.toContain('card-of-the-payer');
    expect(JSON.stringify(error)).not.toContain('card-of-the-payer');
  });

  it.each([
    // The page of a gateway, which can have failed after the API acted.
    { name: 'HTML', body: '<h1>Forbidden</h1>', parsed: '<h1>Forbidden</h1>', outcome: 'unknown' },
    { name: 'a JSON string', body: '"no"', parsed: 'no', outcome: 'unknown' },
    {
      name: 'an object that is no error',
      body: { message: 'no route' },
      parsed: { message: 'no route' },
      outcome: 'unknown',
    },
    { name: 'an empty object', body: {}, parsed: {} },
    { name: 'JSON null', body: 'null', parsed: null, outcome: 'unknown' },
    { name: 'an empty array', body: '[]', parsed: [], outcome: 'unknown' },
    { name: 'a number', body: '5', parsed: 5, outcome: 'unknown' },
    {
      name: 'fields of other types',
      body: { error_type: 1, error_codes: 'a', request_id: {} },
      parsed: { error_type: 1, error_codes: 'a', request_id: {} },
    },
  ])('becomes an error with its body when that is $name', async ({ body, parsed, outcome = 'rejected' }) => {
    const client = await createClientFor({ status: 403, body });

    const error = await catchError(client.voidPayment(PAYMENT_ID));

    expect(error).toMatchObject({ kind: 'api', outcome, status: 403, errorCodes: [] });
    expect([error.requestId, error.errorType]).toEqual([undefined, undefined]);
    expect(error.body).toEqual(parsed);
  });

  it.each(['error_type', 'error_codes'])('keeps its status where `%s` is nested very deep', async (field) => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    const client = await createClientFor({ status: 422, body: `{ "${field}": ${deep} }` });

    expect(await catchError(client.voidPayment(PAYMENT_ID))).toMatchObject({
      kind: 'api',
      outcome: 'unknown',
      status: 422,
      errorCodes: [],
    });
  });

  it('has a body that is parsed once, since a long one takes a while', async () => {
    const body = JSON.stringify(INVALID);
    const client = await createClientFor({ status: 422, body: INVALID });
    const parse = vi.spyOn(JSON, 'parse');
    onTestFinished(() => parse.mockRestore());

    await catchError(client.requestPayment(PAYMENT));

    expect(parse.mock.calls.filter(([text]) => text === body)).toHaveLength(1);
  });

  it('has at most a hundred of its codes, so that a long list of them takes no time', async () => {
    const error_codes = Array.from({ length: 10_000 }, (_, index) => `code_${index}`);
    const client = await createClientFor({ status: 422, body: { error_codes } });

    const error = await catchError(client.voidPayment(PAYMENT_ID));

    expect(error.errorCodes).toEqual(error_codes.slice(0, 100));
  });

  it('has no error code with a secret that was given as a number', async () => {
    const client = await createClientFor({
      status: 422,
      body: { error_codes: ['cvv_987_invalid', 'cvv_invalid'] },
    });
    const source = { ...PAYMENT.source, cvv: 987 as never };

    expect((await catchError(client.requestPayment({ ...PAYMENT, source }))).errorCodes).toEqual([
      'cvv_invalid',
    ]);
  });

  it('has only the error codes that are strings', async () => {
    const client = await createClientFor({ status: 422, body: { error_codes: ['amount_invalid', 7, null] } });

    expect((await catchError(client.voidPayment(PAYMENT_ID))).errorCodes).toEqual(['amount_invalid']);
  });
});

describe('the outcome', () => {
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
  ])('is $write for a write and $read for a read after a $status', async ({ status, kind, write, read }) => {
    const client = await createClientFor({ status, body: {} });

    expect(await catchError(client.voidPayment(PAYMENT_ID))).toMatchObject({ kind, status, outcome: write });
    expect(await catchError(client.getPaymentDetails(PAYMENT_ID))).toMatchObject({
      kind,
      status,
      outcome: read,
    });
    expect(await catchError(client.searchPayments({ query: 'amount:1' }))).toMatchObject({ outcome: read });
  });
});
