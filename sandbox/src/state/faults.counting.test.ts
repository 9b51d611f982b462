import { describe, expect, it } from 'vitest';
import { assembleClient } from '../../../src/client.js';
import type { Platform } from '../../../src/lib/platform.js';
import { eager } from '../../../src/testing/platform.js';
import { createSandbox, FAULT_EFFECTS, type Fault, type FaultEffect } from '../index.js';
import { type Api, openApi } from '../testing/api.js';
import { CARD, REFUND, sign, UNKNOWN_ID } from '../testing/fixtures.js';
import { TRANSPORTS } from '../testing/transports.js';

const PAYMENT = { amount: 1000, currency: 'USD', source: CARD };

/** Retries at once: back-offs are shorter than 20 s, and time limits of attempts are not. */
const withoutBackOff: Platform = {
  ...eager,
  setTimeout: (callback, ms) => setTimeout(callback, ms < 20_000 ? 0 : ms),
};

interface Rejected {
  readonly status: number;
  readonly send: (api: Api, id: string) => Promise<{ readonly status: number }>;
}

/** Requests that are rejected whether there is a fault or not. */
const REJECTED: Readonly<Record<string, Rejected>> = {
  'without a valid token': {
    status: 401,
    send: (api) => api.request('POST', '/payments', PAYMENT, { token: 'unknown' }),
  },
  'of malformed JSON': { status: 400, send: (api) => api.request('POST', '/payments', '{') },
  'of another type': {
    status: 415,
    send: (api) => api.request('POST', '/payments', 'a', { headers: { 'Content-Type': 'text/plain' } }),
  },
  'that are too large': {
    status: 413,
    send: (api) => api.request('POST', '/payments', 'x'.repeat(1024 * 1024 + 1)),
  },
  'without a required field': { status: 422, send: (api) => api.request('POST', '/payments', {}) },
  'of an invalid card': {
    status: 422,
    send: (api) => api.request('POST', '/payments', { ...PAYMENT, source: { ...CARD, number: '1' } }),
  },
  'with an invalid query': { status: 422, send: (api) => api.request('GET', '/payments') },
  'with a wrong signature': {
    status: 422,
    send: (api, id) => api.request('POST', `/payments/${id}/refunds`, sign(REFUND, 'another secret')),
  },
  'of more than is authorized': {
    status: 422,
    send: (api, id) => api.request('POST', `/payments/${id}/captures`, { amount: 2000 }),
  },
  'for an unknown payment': {
    status: 404,
    send: (api) => api.request('GET', `/payments/${UNKNOWN_ID}`),
  },
  'for an unknown path': { status: 404, send: (api) => api.request('GET', '/nothing') },
  'that the payment does not allow': {
    status: 403,
    send: (api, id) => api.request('POST', `/payments/${id}/cancellations`, {}),
  },
  'whose key was used for another one': {
    status: 422,
    send: (api) => api.request('POST', '/payments', { ...PAYMENT, amount: 1 }, { key: 'used' }),
  },
  'for a token with a wrong secret': {
    status: 400,
    send: (api) => api.request('POST', '/connect/token', { ...api.tokenRequest, client_secret: 'wrong' }),
  },
};

/** Opens a sandbox with an authorized payment, whose request used a key. */
async function setUp() {
  const api = await openApi();
  const { body } = await api.pay({ capture: false }, { key: 'used' });
  return { api, id: body.id };
}

/** Creates a fault that takes little time. */
function createFault(effect: FaultEffect): Fault {
  return ['delay', 'late', 'twice'].includes(effect) ? { effect, ms: 50 } : { effect };
}

describe.each([...FAULT_EFFECTS])('the fault %s', (effect) => {
  it.each(Object.entries(REJECTED))('is not used up by requests %s', async (_, { status, send }) => {
    const { api, id } = await setUp();
    api.sandbox.faults.inject(createFault(effect));

    expect((await send(api, id)).status).toBe(status);
    expect(api.sandbox.requests().at(-1)).toMatchObject({ status });

    expect(await isHit(api, effect)).toBe(true);
    expect(await isHit(api, effect)).toBe(false);
  });

  it('is used up by a repeated response', async () => {
    const { api } = await setUp();
    const repeat = () => api.request('POST', '/payments', { ...PAYMENT, capture: false }, { key: 'used' });
    api.sandbox.faults.inject(createFault(effect));

    await repeat().then(
      (response) => response.body?.cancel(),
      () => undefined,
    );

    expect(await isHit(api, effect)).toBe(false);
    expect(api.sandbox.ledger()).toHaveLength(1);
  });
});

it('leaves a fault to later requests when the key of a request is in flight', async () => {
  const { api } = await setUp();
  const pay = () => api.request('POST', '/payments', PAYMENT, { key: 'flight' });
  api.sandbox.faults.inject({ effect: 'delay', ms: 100 });
  api.sandbox.faults.inject({ effect: 'drop-after' });

  const first = pay();
  expect((await pay()).status).toBe(429);

  expect((await first).status).toBe(201);
  await expect(pay()).rejects.toThrow('fetch failed');
});

it('executes nothing and leaves the key free when the request is lost', async () => {
  const { api } = await setUp();
  api.sandbox.faults.inject({ effect: 'drop-before' });
  const key = { key: 'lost' };

  await expect(api.pay({}, key)).rejects.toThrow('fetch failed');

  expect(api.sandbox.ledger()).toHaveLength(1);
  expect((await api.pay({ amount: 2000 }, key)).status).toBe(201);
});

it('delays a repeated response as well', async () => {
  const { api } = await setUp();
  api.sandbox.faults.inject({ effect: 'delay', ms: 50 });
  const started = performance.now();

  const { status } = await api.pay({ capture: false }, { key: 'used' });

  expect(status).toBe(201);
  expect(performance.now() - started).toBeGreaterThan(45);
});

describe.each(TRANSPORTS)('a client that is created once, %s,', (_, open) => {
  it.each<FaultEffect>([
    'drop-before',
    'drop-after',
    'status',
    'status-after',
    'late',
    'truncate-body',
    'in-flight',
  ])('sees the same after each reset with %s, up to the identifiers', async (effect) => {
    const sandbox = createSandbox({ seed: 1 });
    const { origin: baseUrl, fetch } = await open(sandbox);
    const client = assembleClient({ ...sandbox.credentials, baseUrl, fetch }, withoutBackOff);
    const runTest = async () => {
      sandbox.reset();
      sandbox.faults.inject({ operationId: 'requestPayment', effect });
      const response = await client.requestPayment(PAYMENT, { idempotencyKey: 'key-1' }).withResponse();
      const { data, attempts, requestId } = response;
      const statuses = attempts.map(({ status, errorCode }) => status ?? errorCode);
      return { data: { ...data, _links: undefined }, statuses, requestId, ledger: sandbox.ledger() };
    };

    const first = await runTest();

    expect(first.statuses).toHaveLength(2);
    expect(await runTest()).toEqual(first);
    sandbox.tokens.revokeAll();
    expect((await runTest()).ledger).toEqual(first.ledger);
    expect(await runTest()).toEqual(first);
  });
});

/** Whether the next request is hit by a fault with an effect. */
async function isHit(api: Api, effect: FaultEffect): Promise<boolean> {
  const started = performance.now();
  const before = countLists(api);
  const response = await api.request('GET', '/payments?reference=a').catch(() => undefined);
  if (effect === 'delay') return performance.now() - started > 45;
  if (effect === 'stall-body') {
    const isStalled = response?.headers.has('Content-Length') === true;
    await response?.body?.cancel();
    return isStalled;
  }
  const text = await response?.text().catch(() => undefined);
  if (effect === 'twice') {
    api.sandbox.clock.advance(50);
    return countLists(api) - before === 2;
  }
  if (effect === 'short-body') return !text?.endsWith('}');
  return response?.status !== 202 || text === undefined;
}

function countLists({ sandbox }: Api): number {
  return sandbox.requests().filter(({ operationId }) => operationId === 'getPaymentsList').length;
}
