import { expect } from 'vitest';
import type { Fault, FaultEffect } from '../index.js';
import { type Api, openApi } from './api.js';
import { CARD, REFUND, sign, UNKNOWN_ID } from './fixtures.js';

export const PAYMENT = { amount: 1000, currency: 'USD', source: CARD };

/** A request that is rejected, and with which status. */
export interface Rejected {
  readonly status: number;
  readonly send: (api: Api, id: string) => Promise<{ readonly status: number }>;
}

/** Requests that are rejected whether there is a fault or not. */
export const REJECTED: Readonly<Record<string, Rejected>> = {
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
export async function openWithPayment() {
  const api = await openApi();
  const { body } = await api.pay({ capture: false }, { key: 'used' });
  return { api, id: body.id };
}

/** Creates a fault that takes little time. */
export function createFault(effect: FaultEffect): Fault {
  return ['delay', 'late', 'twice'].includes(effect) ? { effect, ms: 50 } : { effect };
}

/** Checks that a fault outlasts a request that is rejected anyway, and hits the next one. */
export async function expectNotUsedUp(effect: FaultEffect, { status, send }: Rejected): Promise<void> {
  const { api, id } = await openWithPayment();
  api.sandbox.faults.inject(createFault(effect));

  expect((await send(api, id)).status).toBe(status);
  expect(api.sandbox.requests().at(-1)).toMatchObject({ status });

  expect(await isHit(api, effect)).toBe(true);
  expect(await isHit(api, effect)).toBe(false);
}

/** Whether the next request is hit by a fault with an effect. */
export async function isHit(api: Api, effect: FaultEffect): Promise<boolean> {
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
