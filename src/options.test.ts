import { createClient, type LddPayError } from 'lddpay';
import { createJournal } from 'lddpay/journal';
import { observe } from 'lddpay/observe';
import { rawRequest } from 'lddpay/raw-request';
import { undiciTransport } from 'lddpay/undici';
import { describe, expect, it } from 'vitest';
import { catchError } from './testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID } from './testing/fixtures.js';
import { testFetch } from './testing/test-fetch.js';

function setUp() {
  const { fetch, operationRequests } = testFetch(() => Response.json({}));
  return { client: createClient({ ...CREDENTIALS, fetch }), requests: operationRequests };
}

type TestClient = ReturnType<typeof setUp>['client'];

const STORE = { getItem() {}, setItem() {}, removeItem() {}, getKeys: () => [] };

describe('an option that does not exist', () => {
  it.each<[name: string, option: string, use: (client: TestClient) => unknown]>([
    ['a client', 'timeout', () => createClient({ ...CREDENTIALS, timeout: 5 } as never)],
    [
      'the signing of a client',
      'signing.siteID',
      () =>
        createClient({ ...CREDENTIALS, signing: { siteIdentifier: 'S1', secret: 's', siteID: 1 } } as never),
    ],
    [
      'a call',
      'idempotency_key',
      (client) => client.requestPayment(PAYMENT, { idempotency_key: 'a' } as never),
    ],
    [
      'a call, set to undefined',
      'retries',
      (client) => client.voidPayment(PAYMENT_ID, {}, { retries: undefined } as never),
    ],
    ['a read', 'timeoutMs', (client) => client.getPaymentDetails(PAYMENT_ID, { timeoutMs: 5 } as never)],
    ['getToken', 'timeoutMs', (client) => client.getToken({ timeoutMs: 5 } as never)],
    [
      'waitForPayment',
      'timeoutMs',
      (client) => client.waitForPayment(PAYMENT_ID, { until: 'Captured', timeoutMs: 5 } as never),
    ],
    [
      'reconcile',
      'refrence',
      (client) => client.reconcile({ operationId: 'requestPayment', refrence: 'a' } as never),
    ],
    ['rawRequest', 'json', (client) => rawRequest(client, 'POST', '/reviews', { json: {} } as never)],
    ['a journal', 'exclusiv', (client) => createJournal(client, { store: STORE, exclusiv: true } as never)],
    [
      'a call of a journal',
      'maxRetry',
      (client) =>
        createJournal(client, { store: STORE }).voidPayment('a', PAYMENT_ID, {}, { maxRetry: 0 } as never),
    ],
    ['an observer', 'sampel', () => observe({ sampel: 1 } as never)],
    ['a transport', 'proxy', () => undiciTransport({ proxy: 'http://proxy' } as never)],
  ])('is rejected by %s, which names it and those that exist', async (_, option, use) => {
    const { client, requests } = setUp();

    const error: LddPayError = await catchError(async () => use(client));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toMatch(new RegExp(`\`${option}\` is no (option|fact) here. The \\1s are \\w+`));
    expect(requests).toEqual([]);
  });
});

describe('an option of a call', () => {
  it.each<[place: string, option: string, use: (client: TestClient) => Promise<unknown>]>([
    [
      'body',
      'idempotencyKey',
      (client) => client.capturePayment(PAYMENT_ID, { idempotencyKey: 'cap-1', maxRetries: 0 } as never),
    ],
    ['body', 'deadline', (client) => client.voidPayment(PAYMENT_ID, { deadline: 5 } as never)],
    ['query', 'maxRetries', (client) => client.getPaymentsList({ reference: 'a', maxRetries: 0 } as never)],
  ])('is no field of a %s: %s', async (place, option, use) => {
    const { client, requests } = setUp();

    const error = await catchError(use(client));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toContain(`\`${option}\` is an option of the call. Give it after the ${place}.`);
    expect(requests).toEqual([]);
  });

  it('can have the name of a field that is not documented', async () => {
    const { client, requests } = setUp();

    await client.voidPayment(PAYMENT_ID, {}, { extraFields: { deadline: 'soon' } });
    await rawRequest(client, 'POST', '/reviews', { body: { deadline: 'soon' } });

    expect(requests.map(({ body }) => body)).toEqual(['{"deadline":"soon"}', '{"deadline":"soon"}']);
  });
});

describe('null in place of options', () => {
  it.each<[name: string, use: () => unknown]>([
    ['an observer', () => observe(null as never)],
    ['a transport', () => undiciTransport(null as never)],
  ])('counts as none for %s, which requires none', (_, use) => {
    expect(use()).toBeTypeOf('function');
  });

  it.each<[name: string, use: (client: TestClient) => unknown]>([
    ['a client', () => createClient(null as never)],
    ['a journal', (client) => createJournal(client, null as never)],
    ['waitForPayment', (client) => client.waitForPayment(PAYMENT_ID, null as never)],
  ])('is a config error for %s, which requires some', async (_, use) => {
    expect(await catchError(async () => use(setUp().client))).toMatchObject({ kind: 'config' });
  });
});
