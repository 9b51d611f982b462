import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyFrom } from './call/idempotency.js';
import { signRequest } from './call/signing.js';
import { createClient } from './client.js';
import { createJournal } from './journal.js';
import { createFetchClient } from './openapi-fetch.js';
import { calls } from './testing/calls.js';
import { catchError } from './testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, REFUND, SIGNING } from './testing/fixtures.js';
import { testFetch } from './testing/test-fetch.js';

const NO_SUBTLE = 'There is no `crypto.subtle` here. A page needs HTTPS or localhost.';
const NO_UUID = 'There is no `crypto.randomUUID` here. A page needs HTTPS or localhost.';

const options = { idempotencyKey: 'order-17' };
const path = { id: PAYMENT_ID };

function setUp() {
  const transport = testFetch();
  const client = createClient({ ...CREDENTIALS, signing: SIGNING, fetch: transport.fetch });
  const api = createFetchClient(client);
  const sent = () => [...transport.tokenRequests, ...transport.operationRequests].length;
  return { ...transport, client, api, sent };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each([
  { what: 'without HTTPS', crypto: { getRandomValues: () => undefined } },
  { what: 'without `crypto`', crypto: undefined },
])('a page $what', ({ crypto }) => {
  beforeEach(() => {
    vi.stubGlobal('crypto', crypto);
  });

  it.each<{
    what: string;
    message: string;
    call: (clients: ReturnType<typeof setUp>) => PromiseLike<unknown>;
  }>([
    {
      what: 'a write without a key',
      message: `requestPayment: ${NO_UUID}`,
      call: ({ client }) => client.requestPayment(PAYMENT),
    },
    {
      what: 'a signed write',
      message: `refundPayment: ${NO_SUBTLE}`,
      call: ({ client }) => client.refundPayment(PAYMENT_ID, REFUND, options),
    },
    {
      what: 'a write of openapi-fetch without a key',
      message: `requestPayment: ${NO_UUID}`,
      call: ({ api }) => api.POST('/payments', { body: PAYMENT }),
    },
    {
      what: 'a write of openapi-fetch without a key, with middleware',
      message: `voidPayment: ${NO_UUID}`,
      call({ api }) {
        api.use({ onRequest: () => undefined });
        return api.POST('/payments/{id}/voids', { params: { path }, body: {} });
      },
    },
    { what: '`keyFrom`', message: NO_SUBTLE, call: () => keyFrom('order-17') },
    { what: '`signRequest`', message: NO_SUBTLE, call: () => signRequest({ a: 'b' }, 'secret') },
    {
      what: '`createJournal`',
      message: NO_SUBTLE,
      call: async ({ client }) => createJournal(client, { store: new Map() as never }),
    },
  ])('refuses $what before anything is sent, and says what is missing', async ({ message, call }) => {
    const clients = setUp();

    const error = await catchError(call(clients));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', message, attempts: [] });
    expect(error).toMatchObject({ safeToRetry: true, transient: false });
    expect(clients.sent()).toBe(0);
  });

  it('emits an event about the write that it refuses', async () => {
    const events: unknown[] = [];
    const onEvent = ({ type, kind }: { type: string; kind?: string | undefined }) =>
      events.push([type, kind]);

    await catchError(createClient({ ...CREDENTIALS, onEvent }).requestPayment(PAYMENT));

    expect(events).toEqual([['error', 'config']]);
  });

  it('reads, and writes with a key where nothing is signed', async () => {
    const { client, api, operationRequests } = setUp();

    await client.getPaymentDetails(PAYMENT_ID);
    await calls.capturePayment(client, options);
    api.use({ onRequest: () => undefined });
    await api.GET('/payments/{id}', { params: { path } });

    expect(operationRequests.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
  });
});

it('a platform with the one part of `crypto` alone makes what needs no other', async () => {
  const { subtle } = crypto;
  const { client, operationRequests } = setUp();

  vi.stubGlobal('crypto', { randomUUID: () => 'a-random-key' });
  await client.requestPayment(PAYMENT);
  vi.stubGlobal('crypto', { subtle });
  const error = await catchError(() => createJournal(client, { store: new Map() as never }));

  expect(operationRequests).toHaveLength(1);
  expect(await keyFrom('order-17')).toHaveLength(36);
  expect(error).toMatchObject({ kind: 'config', message: NO_UUID });
});
