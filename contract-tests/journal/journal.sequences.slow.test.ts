import { createClient, type Fetch } from 'lddpay';
import { createJournal, type Settlement } from 'lddpay/journal';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  CHARGE,
  createTestStore,
  HOUR,
  MINUTE,
  REFUND,
  REFUSAL,
  setUpJournal,
  transports,
} from '../testing/journal-setup.js';

const CAPTURE = { amount: 400, capture_type: 'NonFinal' } as const;
const PART = { ...REFUND, refund_amount: 100 };

function tryAfter(settlement: Settlement): number {
  return settlement.state === 'open' ? settlement.tryAfterMs : Number.NaN;
}

describe.each(transports)('an intent on $name', ({ transport }) => {
  const setUp = (options: Parameters<typeof setUpJournal>[1] = {}) => setUpJournal(transport, options);

  describe('whose request got lost', () => {
    it('is open, and done when it is called again, in another process too', async () => {
      const { journal, restart, inject, effects } = await setUp();
      inject({ operationId: 'requestPayment', effect: 'drop-before' });

      const first = await journal.requestPayment('a', CHARGE);
      const second = await (await restart()).requestPayment('a', CHARGE);

      expect(first).toMatchObject({ state: 'open', error: { outcome: 'unknown' } });
      expect(tryAfter(first)).toBeLessThan(10_000);
      expect(second.state).toBe('done');
      expect(effects()).toHaveLength(2);
    });

    it('is called again with the key of its name', async () => {
      const { journal, inject, sandbox } = await setUp();
      inject({ operationId: 'requestPayment', effect: 'in-flight' });
      await journal.requestPayment('a', CHARGE);
      await journal.requestPayment('a', CHARGE);
      await journal.requestPayment('b', CHARGE);

      const keys = sandbox.requests().flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
      expect(keys[0]).toBe(keys[1]);
      expect(keys[0]).not.toBe(keys[2]);
    });

    it.each([false, true])('repeats a refund byte for byte, strict keys: %s', async (strictKeys) => {
      const { journal, restart, lddpay, inject, effects, sandbox } = await setUp({ sandbox: { strictKeys } });
      const { id } = await lddpay.requestPayment(CHARGE);
      inject({ operationId: 'refundPayment', effect: 'drop-after' });

      const first = await journal.refundPayment('r', id, PART);
      sandbox.clock.advance(HOUR);
      const second = await (await restart()).refundPayment('r', id, PART);

      expect([first.state, second.state]).toEqual(['open', 'done']);
      expect(effects().filter((effect) => effect === 'Refund 100')).toHaveLength(1);
    });
  });

  describe('after the life of its key', () => {
    it('is found, although no clock of this machine moved', async () => {
      const { journal, restart, inject, effects, sandbox } = await setUp();
      inject({ operationId: 'requestPayment', effect: 'drop-after' });
      inject({ operationId: 'getPaymentsList', effect: 'status', status: 503 });
      const first = await journal.requestPayment('a', CHARGE);
      sandbox.clock.advance(25 * HOUR);

      const second = await (await restart()).requestPayment('a', CHARGE);

      expect([first.state, second.state]).toEqual(['open', 'done']);
      expect(effects()).toHaveLength(2);
    });

    it('is sent again when a look finds nothing and no request can arrive any more', async () => {
      const { journal, inject, effects, sandbox } = await setUp();
      inject({ operationId: 'requestPayment', effect: 'drop-before' });
      await journal.requestPayment('a', CHARGE);
      sandbox.clock.advance(25 * HOUR);

      expect((await journal.requestPayment('a', CHARGE)).state).toBe('done');
      expect(effects()).toHaveLength(2);
    });

    it('waits for requests that can still arrive', async () => {
      const { journal, inject, effects, sandbox } = await setUp();
      inject({ operationId: 'requestPayment', effect: 'drop-before' });
      await journal.requestPayment('a', CHARGE);
      sandbox.clock.advance(24 * HOUR - 6 * MINUTE);
      inject({ operationId: 'requestPayment', effect: 'late', ms: 4 * MINUTE });
      await journal.requestPayment('a', CHARGE);
      sandbox.clock.advance(3 * MINUTE);

      const early = await journal.requestPayment('a', CHARGE);
      sandbox.clock.advance(2 * MINUTE);
      const late = await journal.requestPayment('a', CHARGE);

      expect(early.state).toBe('open');
      expect(tryAfter(early)).toBeGreaterThan(MINUTE);
      expect(late.state).toBe('done');
      expect(effects()).toHaveLength(2);
    });

    it('is not repeated with a clock of this machine that is three days slow or fast', async () => {
      for (const off of [-72 * HOUR, 72 * HOUR]) {
        const { journal, restart, lddpay, inject, effects, sandbox } = await setUp();
        const { id } = await lddpay.requestPayment(CHARGE);
        inject({ operationId: 'refundPayment', effect: 'drop-after' });
        await journal.refundPayment('r', id, PART);
        sandbox.clock.advance(25 * HOUR);
        const now = Date.now();
        const spy = vi.spyOn(Date, 'now').mockImplementation(() => now + off);
        onTestFinished(() => spy.mockRestore());

        const again = await (await restart()).refundPayment('r', id, PART);
        spy.mockRestore();

        expect(tryAfter(again)).toBe(Number.POSITIVE_INFINITY);
        expect(effects().filter((effect) => effect === 'Refund 100')).toHaveLength(1);
      }
    });

    it('leaves a refund that may have happened to a person', async () => {
      const { journal, lddpay, inject, effects, sandbox } = await setUp();
      const { id } = await lddpay.requestPayment(CHARGE);
      inject({ operationId: 'refundPayment', effect: 'drop-after' });
      await journal.refundPayment('r', id, PART);
      sandbox.clock.advance(25 * HOUR);

      const later = await journal.refundPayment('r', id, PART);

      expect(tryAfter(later)).toBe(Number.POSITIVE_INFINITY);
      expect(effects().filter((effect) => effect === 'Refund 100')).toHaveLength(1);
    });

    it('repeats a refund of which there is no trace', async () => {
      const { journal, lddpay, inject, effects, sandbox } = await setUp();
      const { id } = await lddpay.requestPayment(CHARGE);
      inject({ operationId: 'refundPayment', effect: 'drop-before' });
      await journal.refundPayment('r', id, PART);
      sandbox.clock.advance(25 * HOUR);

      expect((await journal.refundPayment('r', id, PART)).state).toBe('done');
      expect(effects().filter((effect) => effect === 'Refund 100')).toHaveLength(1);
    });

    it('repeats a reversal of everything at once', async () => {
      const { journal, lddpay, inject, effects, sandbox } = await setUp();
      const { id } = await lddpay.requestPayment(CHARGE);
      inject({ operationId: 'reversePayment', effect: 'drop-before' });
      await journal.reversePayment('r', id, REFUND);
      sandbox.clock.advance(24 * HOUR - MINUTE);

      expect((await journal.reversePayment('r', id, REFUND)).state).toBe('done');
      expect(effects().filter((effect) => effect === 'Refund 1000')).toHaveLength(1);
    });

    it('looks before it says that there was nothing to reverse', async () => {
      const { journal, lddpay, inject, sandbox } = await setUp();
      const { id } = await lddpay.requestPayment(CHARGE);
      inject({ operationId: 'reversePayment', effect: 'drop-after' });
      await journal.reversePayment('r', id, REFUND);
      sandbox.clock.advance(25 * HOUR);

      const later = await journal.reversePayment('r', id, REFUND);

      expect(later.state).toBe('done');
      expect(later).not.toMatchObject({ empty: true });
    });
  });

  describe('of refunds alone', () => {
    const refunds = (effects: string[]) => effects.filter((effect) => effect === 'Refund 100').length;

    it('finds each of two equal refunds by when it was sent', async () => {
      const { journal, lddpay, inject, effects, sandbox } = await setUp({ exclusive: true });
      const { id } = await lddpay.requestPayment(CHARGE);
      inject({ operationId: 'refundPayment', effect: 'drop-after' });
      await journal.refundPayment('r1', id, PART);
      sandbox.clock.advance(HOUR);
      inject({ operationId: 'refundPayment', effect: 'drop-before' });
      await journal.refundPayment('r2', id, PART);
      sandbox.clock.advance(26 * HOUR);

      const second = await journal.refundPayment('r2', id, PART);
      const first = await journal.refundPayment('r1', id, PART);

      expect([first.state, second.state]).toEqual(['done', 'done']);
      expect(first.state === 'done' && first.id).not.toBe(second.state === 'done' && second.id);
      expect(refunds(effects())).toBe(2);
    });

    it('shares equal refunds of the same time by their count', async () => {
      const { journal, lddpay, inject, effects, sandbox } = await setUp({ exclusive: true });
      const { id } = await lddpay.requestPayment(CHARGE);
      for (const effect of ['drop-before', 'drop-after', 'drop-after'] as const) {
        inject({ operationId: 'refundPayment', effect });
      }
      for (const name of ['r1', 'r2', 'r3']) await journal.refundPayment(name, id, PART);
      sandbox.clock.advance(26 * HOUR);

      const ids: unknown[] = [];
      for (const name of ['r3', 'r1', 'r2']) {
        const settlement = await journal.refundPayment(name, id, PART);
        if (settlement.state === 'done') ids.push(settlement.id);
      }

      expect(new Set(ids).size).toBe(3);
      expect(refunds(effects())).toBe(3);
    });

    it('does not take a refund for its own that another intent has', async () => {
      const { journal, lddpay, inject, effects, sandbox } = await setUp();
      const { id } = await lddpay.requestPayment(CHARGE);
      inject({ operationId: 'refundPayment', effect: 'drop-before' });
      await journal.refundPayment('r1', id, PART);
      await journal.refundPayment('r2', id, PART);
      sandbox.clock.advance(26 * HOUR);

      expect((await journal.refundPayment('r1', id, PART)).state).toBe('done');
      expect(refunds(effects())).toBe(2);
    });
  });

  describe('that was refused', () => {
    it('is refused when a look finds nothing', async () => {
      const { journal, restart, lddpay } = await setUp();
      const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });

      const capture = await journal.capturePayment('c', id, { amount: 5000 });
      const again = await (await restart()).capturePayment('c', id, { amount: 5000 });

      expect(capture).toMatchObject({ state: 'refused', error: { status: 422, outcome: 'rejected' } });
      expect(again).toMatchObject({ state: 'refused', error: { status: 422, message: expect.any(String) } });
    });

    it('is open when a gateway refused it', async () => {
      const { journal, inject } = await setUp();
      inject({
        operationId: 'requestPayment',
        effect: 'status',
        status: 403,
        body: '<html>Forbidden</html>',
      });

      const first = await journal.requestPayment('a', CHARGE);
      const second = await journal.requestPayment('a', CHARGE);

      expect([first.state, second.state]).toEqual(['open', 'done']);
    });

    it('stays open while an earlier request can still arrive, and is done when it does', async () => {
      const { journal, inject, effects, sandbox } = await setUp();
      inject({ operationId: 'requestPayment', effect: 'late', ms: 2 * MINUTE });
      await journal.requestPayment('a', CHARGE);
      inject({ operationId: 'requestPayment', effect: 'status', status: 422, body: REFUSAL });
      const refused = await journal.requestPayment('a', CHARGE);
      const waiting = await journal.requestPayment('a', CHARGE);
      sandbox.clock.advance(3 * MINUTE);

      const late = await journal.requestPayment('a', CHARGE);

      expect([refused.state, waiting.state, late.state]).toEqual(['open', 'open', 'done']);
      expect(tryAfter(refused)).toBeGreaterThan(MINUTE);
      expect(effects()).toHaveLength(2);
    });

    it('is refused after the quiet time when nothing arrived', async () => {
      const { journal, inject, effects, sandbox } = await setUp();
      inject({ operationId: 'requestPayment', effect: 'drop-before' });
      await journal.requestPayment('a', CHARGE);
      inject({ operationId: 'requestPayment', effect: 'status', status: 422, body: REFUSAL });
      const refused = await journal.requestPayment('a', CHARGE);
      sandbox.clock.advance(tryAfter(refused) + 2_000);

      const later = await journal.requestPayment('a', CHARGE);

      expect(later).toMatchObject({
        state: 'refused',
        error: { status: 422, errorCodes: ['amount_invalid'] },
      });
      expect(effects()).toEqual([]);
    });

    it('is open when its key was used with another body', async () => {
      const { journal, restart, inject, effects } = await setUp();
      inject({ operationId: 'requestPayment', effect: 'drop-after' });
      inject({ operationId: 'getPaymentsList', effect: 'status', status: 503, times: 2 });
      await journal.requestPayment('a', CHARGE);
      const otherCard = { ...CHARGE, source: { ...CHARGE.source, cvv: '999' } };

      const again = await (await restart()).requestPayment('a', otherCard);
      const last = await (await restart()).requestPayment('a', otherCard);

      expect([again.state, last.state]).toEqual(['open', 'done']);
      expect(effects()).toHaveLength(2);
    });
  });

  describe('whose response was that of another request', () => {
    /** A `fetch` that swaps the responses of the two writes that are in flight at the same time. */
    function swapping(): Fetch {
      const send: Fetch = transport.fetch ?? ((url, init) => fetch(url, init));
      let waiting: { response: Response; resolve: (response: Response) => void } | undefined;
      return async (url, init) => {
        const response = await send(url, init);
        if (init.method !== 'POST' || !url.includes('/captures')) return response;
        return new Promise((resolve) => {
          if (!waiting) waiting = { response, resolve };
          else {
            waiting.resolve(response);
            resolve(waiting.response);
          }
        });
      };
    }

    it('is done by a look', async () => {
      const { journal, lddpay, effects } = await setUp({ client: { fetch: swapping() } });
      const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });

      const [first, second] = await Promise.all([
        journal.capturePayment('c1', id, { ...CAPTURE, amount: 100 }),
        journal.capturePayment('c2', id, { ...CAPTURE, amount: 200 }),
      ]);

      expect(first).toMatchObject({ state: 'done', action: { amount: 100, reference: 'c1' } });
      expect(second).toMatchObject({ state: 'done', action: { amount: 200, reference: 'c2' } });
      expect(effects().sort()).toEqual(['Authorization 1000', 'Capture 100', 'Capture 200']);
    });
  });

  describe('that two workers call at the same time', () => {
    it.each([false, true])('comes to the same end in both, strict keys: %s', async (strictKeys) => {
      const { journal, restart, lddpay, effects, sandbox } = await setUp({ sandbox: { strictKeys } });
      const other = await restart();
      const { id } = await lddpay.requestPayment(CHARGE);

      const both = await Promise.all([
        journal.refundPayment('r', id, PART),
        other.refundPayment('r', id, PART),
      ]);
      sandbox.clock.advance(10 * MINUTE);
      const later = await Promise.all([
        journal.refundPayment('r', id, PART),
        other.refundPayment('r', id, PART),
      ]);

      expect(both.some(({ state }) => state === 'done')).toBe(true);
      expect(later.map(({ state }) => state)).toEqual(['done', 'done']);
      expect(effects().filter((effect) => effect === 'Refund 100')).toHaveLength(1);
    });
  });

  it('is done once when its request arrives twice', async () => {
    const { journal, inject, effects, sandbox } = await setUp();
    inject({ operationId: 'requestPayment', effect: 'twice', ms: MINUTE });
    const charge = await journal.requestPayment('a', CHARGE);
    sandbox.clock.advance(2 * MINUTE);

    expect(charge.state).toBe('done');
    expect(effects()).toHaveLength(2);
  });

  it('is open when the caller aborts, and done later', async () => {
    const { journal, effects } = await setUp();

    const aborted = await journal.requestPayment('a', CHARGE, { signal: AbortSignal.abort() });
    const later = await journal.requestPayment('a', CHARGE);

    expect(aborted).toMatchObject({ state: 'open', error: { kind: 'aborted' } });
    expect(later.state).toBe('done');
    expect(effects()).toHaveLength(2);
  });

  it('is found by a cancellation, which leaves an action with its reference', async () => {
    const { journal, lddpay, inject } = await setUp();
    const { id } = await lddpay.requestPayment({
      ...CHARGE,
      amount: 1005,
      retry: { dunning: { enabled: true } },
    } as never);
    if ((await lddpay.getPaymentDetails(id)).status !== 'Retry Scheduled') return;
    inject({ operationId: 'cancelScheduledRetry', effect: 'drop-after' });

    expect((await journal.cancelScheduledRetry('x', id)).state).toBe('done');
  });
});

describe.each(transports)('intents of one reference on $name', ({ transport }) => {
  const body = { ...CHARGE, reference: 'ORD-17', capture: false };

  it('do not take the payment of each other', async () => {
    const { journal, restart, inject, effects } = await setUpJournal(transport);
    inject({ operationId: 'requestPayment', effect: 'drop-before' });
    const first = await journal.requestPayment('first', body);
    inject({ operationId: 'requestPayment', effect: 'drop-after' });
    const second = await journal.requestPayment('second', body);
    const other = await restart();

    const ends = [await other.requestPayment('first', body), await other.requestPayment('second', body)];

    expect([first.state, second.state]).toEqual(['open', 'open']);
    expect(ends.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(new Set(ends.map((end) => end.state === 'done' && end.id)).size).toBe(2);
    expect(effects()).toHaveLength(2);
  });

  it('are found by when they were sent, after the life of their keys', async () => {
    const { journal, inject, effects, sandbox } = await setUpJournal(transport);
    inject({ operationId: 'requestPayment', effect: 'drop-after' });
    inject({ operationId: 'getPaymentsList', effect: 'status', status: 503 });
    await journal.requestPayment('first', body);
    sandbox.clock.advance(HOUR);
    inject({ operationId: 'requestPayment', effect: 'drop-before' });
    await journal.requestPayment('second', body);
    sandbox.clock.advance(26 * HOUR);

    expect((await journal.requestPayment('first', body)).state).toBe('done');
    expect((await journal.requestPayment('second', body)).state).toBe('done');
    expect(effects()).toHaveLength(2);
  });
});

describe.each(transports)('the clock of the API on $name', ({ transport }) => {
  it('is asked for once when the token comes from elsewhere', async () => {
    const { sandbox, lddpay } = await setUpJournal(transport);
    const token = await lddpay.getToken();
    const server = await sandbox.listen();
    onTestFinished(() => server.close());
    const tokenProvider = async () => ({ access_token: token.access_token });
    const client = createClient({ baseUrl: server.url, tokenProvider, ...transport });
    const journal = createJournal(client, { store: createTestStore() });
    const before = sandbox.requests().length;

    await journal.requestPayment('a', CHARGE);
    await journal.requestPayment('b', CHARGE);

    const asked = sandbox
      .requests()
      .slice(before)
      .map(({ operationId }) => operationId);
    expect(asked).toEqual(['getPaymentsList', 'requestPayment', 'requestPayment']);
  });
});
