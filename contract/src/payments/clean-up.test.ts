import { type Client, createClient } from 'lddpay';
import { createSandbox } from 'lddpay-sandbox';
import { expect, it } from 'vitest';
import { authorized, ORDER, pending, REFUND } from '../conformance/payments.js';
import type { ProviderExchange } from '../connection/connection.js';
import { createSessionOf } from '../testing/session.js';
import { cleanUp } from './clean-up.js';
import { isRefunded, type PaymentSession } from './session.js';

const sandbox = createSandbox();
const client = createClient({ baseUrl: 'http://sandbox.test', ...sandbox.credentials, fetch: sandbox.fetch });

function createSession(client: Client, paymentId: string) {
  return {
    ...createSessionOf(client),
    wait: async (ms: number) => sandbox.clock.advance(ms),
    paymentIds: new Set([paymentId]),
    acted: new Set<string>(),
    returns: new Map(),
    lost: [] as number[],
    notes: [],
    unchecked: [],
    orders: [],
    settings: [],
  } satisfies Partial<PaymentSession>;
}

function respondWith(value: unknown): ProviderExchange {
  const body = JSON.stringify(value);
  return { result: { status: 200, headers: new Headers(), body } } as ProviderExchange;
}

it('releases payments even when a request fails', async () => {
  const id = await authorized(client);
  const held = await cleanUp({
    ...createSession(client, id),
    async sendProbe({ operationId }, call) {
      if (operationId === 'getPaymentsList') throw new Error('The list cannot be read.');
      await call();
      return undefined;
    },
  });
  expect(sandbox.ledger().map(({ type }) => type)).toEqual(['Authorization', 'Void']);
  // No response confirmed the release, so the payment still counts as held.
  expect(held?.paymentIds).toEqual([id]);
});

it.each([
  ['releases a payment at once when nothing else was sent for it', false, 2],
  ['waits for an earlier action on a payment before it sends another one', true, 9],
])('%s', async (_, isActed, reads) => {
  const id = await authorized(client);
  const session = createSession(client, id);
  if (isActed) session.acted.add(id);
  const probed: string[] = [];
  const held = await cleanUp({
    ...session,
    async sendProbe({ operationId }, call) {
      probed.push(operationId);
      return respondWith(await call());
    },
  });
  expect(held).toBeNull();
  expect(probed.filter((one) => one === 'getPaymentDetails')).toHaveLength(reads);
});

const failed = (status: number) => ({ result: { status, headers: new Headers(), body: '' } });
const broken = { result: { failure: 'disconnected' } };

it.each<[string, 'voidPayment' | 'reversePayment' | 'getPaymentsList', unknown, number, number]>([
  ['void that is refused for now', 'voidPayment', failed(429), 3, 4],
  ['void that fails', 'voidPayment', failed(502), 3, 4],
  ['void whose connection breaks', 'voidPayment', broken, 3, 4],
  ['void without a token', 'voidPayment', undefined, 3, 4],
  ['reversal that is refused for now', 'reversePayment', failed(429), 3, 4],
  ['list that is refused for now', 'getPaymentsList', failed(429), 3, 4],
  ['list whose connection breaks', 'getPaymentsList', broken, 3, 4],
  ['void that is always refused for now, three times', 'voidPayment', failed(429), 9, 4],
  ['void that is rejected, never', 'voidPayment', failed(403), 9, 1],
  ['reversal whose connection breaks, never', 'reversePayment', broken, 9, 1],
  ['reversal that fails, never', 'reversePayment', failed(503), 9, 1],
])('repeats a %s', async (_, operation, result, failures, expected) => {
  sandbox.reset();
  const signing = createClient({
    baseUrl: 'http://sandbox.test',
    ...sandbox.credentials,
    fetch: sandbox.fetch,
    signing: { siteIdentifier: 'S0000000001', secret: 'sandbox-signing-secret' },
  });
  const id = await authorized(signing);
  if (operation === 'reversePayment') await signing.capturePayment(id, { amount: 1000 });
  let sent = 0;
  const held = await cleanUp({
    ...createSession(signing, id),
    facilitatorId: operation === 'reversePayment' ? REFUND.pnm_payment_identifier : undefined,
    async sendProbe({ operationId }, call) {
      if (operationId === operation && sent++ < failures) return result as ProviderExchange | undefined;
      return respondWith(await call());
    },
  });
  expect(sent).toBe(expected);
  expect(held?.paymentIds).toEqual(failures === 3 ? undefined : [id]);
});

it('releases the payments that it knows before it reads the list, which can fail for a long time', async () => {
  sandbox.reset();
  const probed: string[] = [];
  await cleanUp({
    ...createSession(client, await authorized(client)),
    async sendProbe({ operationId }, call) {
      probed.push(operationId);
      return respondWith(await call());
    },
  });
  expect(probed.indexOf('voidPayment')).toBeGreaterThan(0);
  expect(probed.indexOf('getPaymentsList')).toBeGreaterThan(probed.lastIndexOf('voidPayment'));
});

it('only voids the rest of a payment whose refund is in progress, and counts it as one that may hold money', async () => {
  sandbox.reset();
  const id = await authorized(client);
  await client.capturePayment(id, { amount: 40, capture_type: 'NonFinal' });
  const session = {
    ...createSession(client, id),
    facilitatorId: REFUND.pnm_payment_identifier,
    returns: new Map([[id, isRefunded]]),
  };
  const held = await cleanUp({ ...session, sendProbe: async (_, call) => respondWith(await call()) });
  expect(sandbox.ledger().map(({ type }) => type)).toEqual(['Authorization', 'Capture', 'Void']);
  expect(held?.paymentIds).toEqual([id]);
});

it.each(['Pending', 'Retry Scheduled'])(
  'waits for a payment that is %s and holds nothing yet, and releases what it then holds',
  async (status) => {
    sandbox.reset();
    const id = await authorized(client);
    let reads = 0;
    const held = await cleanUp({
      ...createSession(client, id),
      async sendProbe({ operationId }, call) {
        let body = await call();
        if (operationId === 'getPaymentDetails' && reads++ < 3)
          body = { id, status, balances: { available_to_void: 0, available_to_refund: 0 } };
        return respondWith(body);
      },
    });
    expect(held).toBeNull();
    expect(sandbox.ledger().map(({ type }) => type)).toEqual(['Authorization', 'Void']);
  },
);

it('counts a payment that stays Pending as one that may hold money', async () => {
  const id = await pending(client);
  const held = await cleanUp({
    ...createSession(client, id),
    sendProbe: async (_, call) => respondWith(await call()),
  });
  expect(held?.paymentIds).toEqual([id]);
});

it.each([
  ['finds a payment whose response was lost by its amount', 111, null],
  [
    'does not take a payment of another amount for one whose response was lost',
    110,
    { reference: 'live-1', paymentIds: [] },
  ],
])('%s', async (_, amount, expected) => {
  const { id } = await client.requestPayment({ ...ORDER, amount, reference: 'live-1', capture: false });
  const session = createSession(client, id);
  session.paymentIds.clear();
  session.lost.push(111);
  const held = await cleanUp({
    ...session,
    sendProbe: async (_, call) => respondWith(await call()),
  });
  sandbox.reset();
  expect(held).toEqual(expected);
});
