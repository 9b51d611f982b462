import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../index.js';
import type { Api } from './api.js';
import type { BufferedResponse } from './connection.js';

const KEY = { key: 'order-17' };

/**
 * Tests 30 payments at once with one key, to a sandbox that `open` opens.
 *
 * @param flight How long a delayed request is in flight, in ms. The others arrive meanwhile, on a busy
 *   machine too.
 */
export function testConcurrentPayments(
  transport: string,
  flight: number,
  open: (options: SandboxOptions) => Promise<Api>,
): void {
  describe(`30 requests at once, ${transport},`, () => {
    it('make one charge and get one response with the same key', async () => {
      const api = await open({ seed: 1 });

      const responses = await sendThirty(() => api.pay({}, KEY));

      expect(tally(responses)).toEqual({ 201: 30 });
      expect(new Set(responses.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect(effects(api)).toEqual(['Authorization 1000', 'Capture 1000']);
    });

    it('are rejected with the same key while the first one is in flight, and replayed later', async () => {
      const api = await open({ seed: 1 });
      api.sandbox.faults.inject({ operationId: 'requestPayment', effect: 'delay', ms: flight });

      const responses = await sendThirty(() => api.pay({}, KEY));

      expect(tally(responses)).toEqual({ 201: 1, 429: 29 });
      expect(collectErrorCodes(responses)).toEqual(['duplicate_request']);
      const { status, body } = await api.pay({}, KEY);
      expect(status).toBe(201);
      expect(body).toEqual(responses.find((response) => response.status === 201)?.body);
      expect(effects(api)).toEqual(['Authorization 1000', 'Capture 1000']);
    });

    it('charge once with the same key and different bodies', async () => {
      const api = await open({ seed: 1 });

      const responses = await sendThirty((index) => api.pay({ amount: 10_000 + 100 * index }, KEY));

      expect(tally(responses)).toEqual({ 201: 1, 422: 29 });
      expect(collectErrorCodes(responses)).toEqual(['idempotency_key_reused']);
      expect(effects(api)).toHaveLength(2);
    });
  });
}

/** Tests captures, voids and refunds of one payment, 30 at once, to a sandbox that `open` opens. */
export function testConcurrentActions(
  transport: string,
  open: (options: SandboxOptions) => Promise<Api>,
): void {
  describe(`30 requests at once, ${transport},`, () => {
    it.each([0, 1000])(
      'never capture more than is authorized, with a capture delay of %i ms',
      async (delay) => {
        const api = await open({ seed: 1, captureDelay: delay });
        const id = await api.authorize({ amount: 1000 });

        const responses = await sendThirty(() => api.capture(id, { amount: 300, capture_type: 'NonFinal' }));
        api.sandbox.clock.advance(delay);

        expect(tally(responses)).toEqual({ 202: 3, 422: 27 });
        expect(collectErrorCodes(responses)).toEqual(['capture_value_greater_than_remaining_authorized']);
        const { balances } = await api.details(id);
        expect(balances).toMatchObject({ total_captured: 900, available_to_capture: 100 });
      },
    );

    it('never capture more than is authorized when each is delayed', async () => {
      const api = await open({ seed: 1 });
      const id = await api.authorize({ amount: 1000 });
      api.sandbox.faults.inject({ operationId: 'capturePayment', effect: 'delay', ms: 1, times: 30 });

      const responses = await sendThirty(() => api.capture(id, { amount: 500, capture_type: 'NonFinal' }));

      expect(tally(responses)).toEqual({ 202: 2, 403: 28 });
      expect(effects(api)).toEqual(['Authorization 1000', 'Capture 500', 'Capture 500']);
    });

    it('never refund more than was captured', async () => {
      const api = await open({ seed: 1 });
      const id = await api.charge({ amount: 1000 });

      const responses = await sendThirty(() => api.refund(id, { refund_amount: 300 }));

      expect(tally(responses)).toEqual({ 202: 3, 422: 27 });
      expect(collectErrorCodes(responses)).toEqual(['amount_exceeds_balance']);
      const { balances } = await api.details(id);
      expect(balances).toMatchObject({ total_refunded: 900, available_to_refund: 100 });
    });

    it('refund a whole payment once', async () => {
      const api = await open({ seed: 1 });
      const id = await api.charge({ amount: 1000 });

      const responses = await sendThirty(() => api.refund(id));

      expect(tally(responses)).toEqual({ 202: 1, 403: 29 });
      expect(effects(api)).toEqual(['Authorization 1000', 'Capture 1000', 'Refund 1000']);
    });

    it('leave consistent balances when they capture, void and reverse one payment', async () => {
      const api = await open({ seed: 1 });
      const id = await api.authorize({ amount: 1000 });
      const writes = [
        () => api.capture(id, { amount: 100, capture_type: 'NonFinal' }),
        () => api.void(id),
        () => api.reverse(id),
      ];

      await sendThirty((index) => (writes[index % writes.length] ?? expect.unreachable())());

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
}

/** Sends 30 requests at once. */
function sendThirty<Value>(send: (index: number) => Promise<Value>): Promise<Value[]> {
  return Promise.all(Array.from({ length: 30 }, (_, index) => send(index)));
}

/** Counts the responses by status: `{ 202: 3, 422: 27 }`. */
function tally(responses: readonly BufferedResponse[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of responses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function collectErrorCodes(responses: readonly BufferedResponse[]): string[] {
  const rejected = responses.filter(({ status }) => status >= 400);
  return [...new Set(rejected.flatMap(({ body }) => (body as { error_codes?: string[] }).error_codes ?? []))];
}

function effects({ sandbox }: Api): string[] {
  return sandbox.ledger().map(({ type, amount }) => `${type} ${amount}`);
}
