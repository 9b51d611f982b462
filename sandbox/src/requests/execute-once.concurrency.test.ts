import { describe, expect, it, onTestFinished } from 'vitest';
import { createSandbox, type SandboxOptions } from '../index.js';
import { type Api, connect } from '../testing/api.js';
import type { BufferedResponse } from '../testing/connection.js';

const KEY = { key: 'order-17' };

/** How long a delayed request is in flight, in milliseconds: long enough for the others to arrive meanwhile. */
const FLIGHT = 500;

async function inProcess(options: SandboxOptions): Promise<Api> {
  return connect(createSandbox(options));
}

async function overHttp(options: SandboxOptions): Promise<Api> {
  const sandbox = createSandbox(options);
  const server = await sandbox.listen();
  onTestFinished(() => server.close());
  return connect(sandbox, server.url, fetch);
}

/** Thirty requests at once. */
function thirty<Answer>(send: (index: number) => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: 30 }, (_, index) => send(index)));
}

/** How many replies there are of each status: `{ 202: 3, 422: 27 }`. */
function tally(replies: readonly BufferedResponse[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function codesOf(replies: readonly BufferedResponse[]): string[] {
  const refused = replies.filter(({ status }) => status >= 400);
  return [...new Set(refused.flatMap(({ body }) => (body as { error_codes?: string[] }).error_codes ?? []))];
}

function effects({ sandbox }: Api): string[] {
  return sandbox.ledger().map(({ type, amount }) => `${type} ${amount}`);
}

describe.each([
  ['in-process', inProcess],
  ['over HTTP', overHttp],
])('30 requests at once, %s,', (_, open) => {
  it('with one key make one charge and get one answer', async () => {
    const api = await open({ seed: 1 });

    const replies = await thirty(() => api.pay({}, KEY));

    expect(tally(replies)).toEqual({ 201: 30 });
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(effects(api)).toEqual(['Authorization 1000', 'Capture 1000']);
  });

  it('with one key are turned away while the first is in flight, and answered like it afterwards', async () => {
    const api = await open({ seed: 1 });
    api.sandbox.faults.inject({ operationId: 'requestPayment', effect: 'delay', ms: FLIGHT });

    const replies = await thirty(() => api.pay({}, KEY));

    expect(tally(replies)).toEqual({ 201: 1, 429: 29 });
    expect(codesOf(replies)).toEqual(['duplicate_request']);
    const { status, body } = await api.pay({}, KEY);
    expect(status).toBe(201);
    expect(body).toEqual(replies.find((reply) => reply.status === 201)?.body);
    expect(effects(api)).toEqual(['Authorization 1000', 'Capture 1000']);
  });

  it('with one key and a body each charge for one of them', async () => {
    const api = await open({ seed: 1 });

    const replies = await thirty((index) => api.pay({ amount: 10_000 + 100 * index }, KEY));

    expect(tally(replies)).toEqual({ 201: 1, 422: 29 });
    expect(codesOf(replies)).toEqual(['idempotency_key_reused']);
    expect(effects(api)).toHaveLength(2);
  });

  it.each([0, 1000])(
    'never capture more than is authorized, with captures that take %i ms',
    async (delay) => {
      const api = await open({ seed: 1, captureDelay: delay });
      const id = await api.authorize({ amount: 1000 });

      const replies = await thirty(() => api.capture(id, { amount: 300, capture_type: 'NonFinal' }));
      api.sandbox.clock.advance(delay);

      expect(tally(replies)).toEqual({ 202: 3, 422: 27 });
      expect(codesOf(replies)).toEqual(['capture_value_greater_than_remaining_authorized']);
      const { balances } = await api.details(id);
      expect(balances).toMatchObject({ total_captured: 900, available_to_capture: 100 });
    },
  );

  it('never capture more than is authorized, though each was held up', async () => {
    const api = await open({ seed: 1 });
    const id = await api.authorize({ amount: 1000 });
    api.sandbox.faults.inject({ operationId: 'capturePayment', effect: 'delay', ms: 1, times: 30 });

    const replies = await thirty(() => api.capture(id, { amount: 500, capture_type: 'NonFinal' }));

    expect(tally(replies)).toEqual({ 202: 2, 403: 28 });
    expect(effects(api)).toEqual(['Authorization 1000', 'Capture 500', 'Capture 500']);
  });

  it('never refund more than was captured', async () => {
    const api = await open({ seed: 1 });
    const id = await api.charge({ amount: 1000 });

    const replies = await thirty(() => api.refund(id, { refund_amount: 300 }));

    expect(tally(replies)).toEqual({ 202: 3, 422: 27 });
    expect(codesOf(replies)).toEqual(['amount_exceeds_balance']);
    const { balances } = await api.details(id);
    expect(balances).toMatchObject({ total_refunded: 900, available_to_refund: 100 });
  });

  it('refund the whole of a payment once', async () => {
    const api = await open({ seed: 1 });
    const id = await api.charge({ amount: 1000 });

    const replies = await thirty(() => api.refund(id));

    expect(tally(replies)).toEqual({ 202: 1, 403: 29 });
    expect(effects(api)).toEqual(['Authorization 1000', 'Capture 1000', 'Refund 1000']);
  });

  it('that capture, void and reverse one payment take effect in some order, and never all of them', async () => {
    const api = await open({ seed: 1 });
    const id = await api.authorize({ amount: 1000 });
    const writes = [
      () => api.capture(id, { amount: 100, capture_type: 'NonFinal' }),
      () => api.void(id),
      () => api.reverse(id),
    ];

    await thirty((index) => (writes[index % writes.length] ?? expect.unreachable())());

    const { status, balances } = await api.details(id);
    expect(['Voided', 'Refunded']).toContain(status);
    expect(balances).toMatchObject({
      available_to_void: 0,
      available_to_capture: 0,
      available_to_refund: 0,
      total_captured: balances?.total_refunded,
      total_voided: 1000 - (balances?.total_captured ?? 0),
    });
  });
});
