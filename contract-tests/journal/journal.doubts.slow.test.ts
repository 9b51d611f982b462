import { createClient, type Fetch } from 'lddpay';
import { createJournal, type JournalStore } from 'lddpay/journal';
import { createStorage } from 'unstorage';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createGate } from '../testing/journal-processes.js';
import {
  CHARGE,
  createTestStore,
  HOUR,
  MINUTE,
  REFUND,
  setUpJournal,
  transports,
} from '../testing/journal-setup.js';

const CAPTURE = { amount: 400, capture_type: 'NonFinal' } as const;
const PART = { ...REFUND, refund_amount: 100 };

describe.each(transports)('an intent in doubt on $name', ({ transport }) => {
  const setUp = (options: Parameters<typeof setUpJournal>[1] = {}) => setUpJournal(transport, options);

  it.each([true, false])(
    'is not refunded again after its key was taken and the store was lost, exclusive: %s',
    async (exclusive) => {
      const { restart, lddpay, store, sandbox, effects } = await setUp({
        exclusive,
        sandbox: { strictKeys: true },
      });
      const { id } = await lddpay.requestPayment(CHARGE);
      await (await restart()).refundPayment('r', id, PART);
      store.items.clear();
      sandbox.clock.advance(HOUR);
      const other = { ...PART, pnm_payment_identifier: '2718281828' };
      await (await restart()).refundPayment('r', id, other);

      for (const hours of [12, 13, 24]) {
        sandbox.clock.advance(hours * HOUR);
        for await (const _ of (await restart()).resume());
      }

      expect(effects().filter((effect) => effect === 'Refund 100')).toHaveLength(1);
    },
  );

  it.each([
    ['a sentence', '"Idempotency key was used for another request"'],
    ['an object', '{"code":"idempotency_key_reused"}'],
  ])('is not refused where the API says that its key was taken in %s', async (_, code) => {
    const send: Fetch = transport.fetch ?? ((...request) => fetch(...request));
    const reword: Fetch = async (...request) => {
      const response = await send(...request);
      const text = (await response.text()).replace('"idempotency_key_reused"', code);
      return new Response(text || null, response as ResponseInit);
    };
    const { restart, lddpay, store, sandbox, effects } = await setUp({
      sandbox: { strictKeys: true },
      client: { fetch: reword },
    });
    const { id } = await lddpay.requestPayment(CHARGE);
    await (await restart()).refundPayment('r', id, PART);
    store.items.clear();
    sandbox.clock.advance(HOUR);

    const again = await (await restart()).refundPayment('r', id, {
      ...PART,
      pnm_payment_identifier: '2718281828',
    });

    expect(again).toMatchObject({ state: 'open', error: { status: 422, outcome: 'unknown' } });
    expect(effects().filter((effect) => effect === 'Refund 100')).toHaveLength(1);
  });

  it.each([
    { name: 'the token request', operationId: 'getToken', lost: false },
    { name: 'the write', operationId: 'capturePayment', lost: false },
    { name: 'the look after a lost response', operationId: 'getPaymentActions', lost: true },
  ] as const)('waits as long as the response to $name asks', async ({ operationId, lost }) => {
    const { journal, lddpay, sandbox } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    if (operationId === 'getToken') sandbox.tokens.revokeAll();
    if (lost) sandbox.faults.inject({ operationId: 'capturePayment', effect: 'drop-after' });
    const headers = { 'Retry-After': '120' };
    sandbox.faults.inject({ operationId, effect: 'status', status: 429, headers, times: 9 });

    const limited = await journal.capturePayment('c', id, CAPTURE);

    expect(limited).toMatchObject({
      state: 'open',
      tryAfterMs: 120_000,
      error: { outcome: lost ? 'unknown' : expect.any(String), retryAfterMs: 120_000 },
    });
  });

  it('waits a day at most, however long a response asks', async () => {
    const { journal, lddpay, sandbox } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    const headers = { 'Retry-After': '9999999999' };
    sandbox.faults.inject({ operationId: 'capturePayment', effect: 'status', status: 429, headers });

    expect(await journal.capturePayment('c', id, CAPTURE)).toMatchObject({
      tryAfterMs: 24 * HOUR,
      error: { retryAfterMs: 9_999_999_999_000 },
    });
  });

  it('is not sent after the time that it announced, when its process was suspended', async () => {
    const { journal, restart, lddpay, store, effects } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    await lddpay.getPaymentDetails(id);
    const { setItem } = store;
    const now = vi.spyOn(Date, 'now');
    store.setItem = async (key, value, options) => {
      await setItem(key, value, options);
      store.setItem = setItem;
      now.mockReturnValue(Date.now() + 25 * HOUR);
    };

    const late = await journal.capturePayment('c', id, CAPTURE);
    now.mockRestore();

    expect(late.state).toBe('open');
    expect(effects()).toEqual(['Authorization 1000']);
    expect((await (await restart()).capturePayment('c', id, CAPTURE)).state).toBe('done');
  });

  it('stays refused when another process had begun it at the same time', async () => {
    const { restart, lddpay, inject, store, effects } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    const other = await restart();
    let refused: Promise<unknown> | undefined;
    const refuse = async () => {
      inject({
        operationId: 'capturePayment',
        effect: 'status',
        status: 422,
        body: { error_type: 'processing_error', error_codes: ['limit_exceeded'] },
      });
      expect((await other.capturePayment('c', id, CAPTURE)).state).toBe('refused');
    };
    const journal = createJournal(lddpay, {
      store: {
        ...store,
        async setItem(key, value, options) {
          refused ??= refuse();
          await refused;
          await store.setItem(key, value, options);
        },
      },
    });

    const second = await journal.capturePayment('c', id, CAPTURE);

    expect(second.state).toBe('refused');
    expect((await other.capturePayment('c', id, CAPTURE)).state).toBe('refused');
    expect(effects()).toEqual(['Authorization 1000']);
  });

  it.each(['begin', 'go on with'] as const)(
    'is not refused while the request of another process can still arrive: both %s it at once',
    async (how) => {
      const { lddpay, sandbox, store, url, effects } = await setUp();
      const { id } = await lddpay.requestPayment({ ...CHARGE, amount: 1003, capture: false });
      const { fetch = globalThis.fetch } = transport;
      const open = async (onCapture: () => unknown, ownStore: Partial<JournalStore> = {}) => {
        const client = createClient({
          baseUrl: url,
          ...sandbox.credentials,
          maxRetries: 0,
          fetch: async (target, init) => {
            if (target.endsWith('/captures')) await onCapture();
            return fetch(target, init);
          },
        });
        await client.getPaymentDetails(id);
        return createJournal(client, { store: { ...store, ...ownStore } });
      };
      if (how === 'go on with') {
        const lost = await open(() => Promise.reject(new TypeError('The connection is lost.')));
        expect((await lost.capturePayment('c', id, CAPTURE)).state).toBe('open');
        sandbox.clock.advance(10 * MINUTE);
      }
      let arrive = () => {};
      const arrival = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      // Both read what is kept before either of them writes.
      let reads = 0;
      const together = {
        async getItem(key: string, options: object) {
          const item = store.getItem(key, options);
          if (key.includes(':forgotten:')) reads += 1;
          await vi.waitUntil(() => reads > 1);
          return item;
        },
      };
      const slow = await open(() => arrival, together);
      const quick = await open(() => {}, together);

      const first = slow.capturePayment('c', id, CAPTURE);
      const second = await quick.capturePayment('c', id, CAPTURE);
      sandbox.challenges.complete(id, 'authorized');
      arrive();

      expect(second.state).toBe('open');
      expect((await first).state).toBe('done');
      sandbox.clock.advance(HOUR);
      expect((await quick.capturePayment('c', id, CAPTURE)).state).toBe('done');
      expect(effects().filter((effect) => effect === 'Capture 400')).toHaveLength(1);
    },
  );

  it.each([
    { what: 'a refund', ahead: 2 * MINUTE, operation: 'refund', state: 'open' },
    { what: 'a capture with a reference of its own', ahead: 2 * MINUTE, operation: 'own', state: 'open' },
    { what: 'a capture', ahead: 365 * 24 * HOUR, operation: 'capture', state: 'done' },
  ])(
    'is seen although one response had a date of the future before it: $what, $ahead ms',
    async ({ ahead, operation, state }) => {
      const { lddpay, sandbox, store, url, inject, effects } = await setUp();
      sandbox.clock.advance(Date.now() - Date.parse('2026-01-01T00:00:00Z'));
      const { id } = await lddpay.requestPayment({ ...CHARGE, capture: operation === 'refund' });
      const { fetch = globalThis.fetch } = transport;
      let isFast = true;
      const open = async () => {
        const client = createClient({
          baseUrl: url,
          ...sandbox.credentials,
          maxRetries: 0,
          fetch: async (target, init) => {
            const response = await fetch(target, init);
            if (!isFast) return response;
            const headers = new Headers(response.headers);
            headers.set('date', new Date(Date.parse(`${headers.get('date')}`) + ahead).toUTCString());
            return new Response(await response.text(), { status: response.status, headers });
          },
        });
        await client.getPaymentDetails(id);
        return createJournal(client, { store });
      };
      const write = (journal: Awaited<ReturnType<typeof open>>) =>
        operation === 'refund'
          ? journal.refundPayment('w', id, PART)
          : journal.capturePayment('w', id, {
              ...CAPTURE,
              ...(operation === 'own' && { reference: 'ORD-1' }),
            });
      const first = await open();
      isFast = false;
      for (const operationId of ['refundPayment', 'capturePayment'] as const) {
        inject({ operationId, effect: 'drop-after' });
      }
      inject({ operationId: 'getPaymentActions', effect: 'status', status: 503 });
      expect((await write(first)).state).toBe('open');
      sandbox.faults.clear();
      const later = Date.now() + 25 * HOUR;
      sandbox.clock.advance(25 * HOUR);
      vi.spyOn(Date, 'now').mockImplementation(() => later);
      const second = await write(await open());
      vi.restoreAllMocks();

      expect(second.state).toBe(state);
      expect(effects().filter((effect) => /^(Refund 100|Capture 400)$/.test(effect))).toHaveLength(1);
    },
  );

  it.each([
    // A store that was lost can have known of what has the reference that the journal chose.
    { own: {}, when: 'before', state: 'open', captures: 1 },
    { own: { reference: 'ORD-17' }, when: 'before', state: 'done', captures: 2 },
    { own: { reference: 'ORD-17' }, when: 'meanwhile', state: 'done', captures: 2 },
  ])(
    'is not the payment of somebody else where no request was sent: $when, with $own',
    async ({ own, when, state, captures }) => {
      const { lddpay, sandbox, store, url, inject, effects } = await setUp();
      const payElsewhere = () => lddpay.requestPayment({ ...CHARGE, reference: 'ORD-17' });
      if (when === 'before') await payElsewhere();
      sandbox.clock.advance(400 * 24 * HOUR);
      const client = createClient({ baseUrl: url, ...sandbox.credentials, ...transport, maxRetries: 0 });
      const journal = createJournal(client, { store });
      inject({ operationId: 'getToken', effect: 'status', status: 503 });
      expect((await journal.requestPayment('ORD-17', { ...CHARGE, ...own })).state).toBe('open');
      if (when === 'meanwhile') await payElsewhere();
      sandbox.clock.advance(HOUR);

      expect((await journal.requestPayment('ORD-17', { ...CHARGE, ...own })).state).toBe(state);
      expect(effects().filter((effect) => effect === 'Capture 1000')).toHaveLength(captures);
    },
  );

  it('is sent late where no request was announced, whatever refunds others made before', async () => {
    const { lddpay, inject, sandbox, store, url, effects } = await setUp();
    const { id } = await lddpay.requestPayment(CHARGE);
    await lddpay.refundPayment(id, PART);
    sandbox.clock.advance(48 * HOUR);
    // A new process, which cannot have a token at first.
    const client = createClient({ baseUrl: url, ...sandbox.credentials, ...transport, maxRetries: 0 });
    const journal = createJournal(client, { store });
    inject({ operationId: 'getToken', effect: 'status', status: 503 });
    expect((await journal.refundPayment('r', id, PART)).state).toBe('open');
    sandbox.clock.advance(48 * HOUR);

    expect(await journal.refundPayment('r', id, PART)).toMatchObject({ state: 'done' });
    expect(effects().filter((effect) => effect === 'Refund 100')).toHaveLength(2);
  });

  it('does not get an equal refund of which another intent can still learn by its key', async () => {
    const { journal, restart, lddpay, inject, sandbox, effects } = await setUp({ exclusive: true });
    const { id } = await lddpay.requestPayment(CHARGE);
    const fail = (effect: 'drop-before' | 'drop-after') => {
      inject({ operationId: 'refundPayment', effect });
      inject({ operationId: 'getPaymentActions', effect: 'status', status: 503 });
    };
    fail('drop-before');
    await journal.refundPayment('x', id, PART);
    sandbox.clock.advance(4 * MINUTE);
    await lddpay.getPaymentDetails(id);
    fail('drop-after');
    await journal.refundPayment('y', id, PART);
    sandbox.clock.advance(23 * HOUR + 52 * MINUTE);
    const ids = new Map<string, string>();
    for (const name of ['x', 'y', 'x']) {
      const settlement = await (await restart()).refundPayment(name, id, PART);
      if (settlement.state === 'done') ids.set(name, settlement.id);
    }

    expect(ids.has('y')).toBe(true);
    expect(new Set(ids.values()).size).toBe(ids.size);
    expect(effects().filter((effect) => effect === 'Refund 100')).toHaveLength(ids.size);
  });

  it('is not repeated where an equal effect is later than it should be', async () => {
    const { journal, restart, lddpay, inject, sandbox, effects } = await setUp({ exclusive: true });
    const { id } = await lddpay.requestPayment(CHARGE);
    // The clock of the API is set, which the client has not seen yet.
    sandbox.clock.advance(HOUR);
    inject({ operationId: 'refundPayment', effect: 'drop-after' });
    inject({ operationId: 'getPaymentActions', effect: 'status', status: 503 });
    await journal.refundPayment('r', id, PART);
    for (const _ of [1, 2]) {
      sandbox.clock.advance(25 * HOUR);
      await (await restart()).refundPayment('r', id, PART);
    }

    expect(effects().filter((effect) => effect === 'Refund 100')).toHaveLength(1);
  });

  it('is refused to a client of another account', async () => {
    const { journal, store, sandbox, url } = await setUp();
    await journal.requestPayment('a', CHARGE);
    const connect = (options: { readonly baseUrl: string; readonly clientId: string }) =>
      createJournal(createClient({ ...sandbox.credentials, ...transport, ...options }), { store });
    const { clientId } = sandbox.credentials;

    for (const other of [
      connect({ baseUrl: `${url}/live`, clientId }),
      connect({ baseUrl: url, clientId: 'shop-2' }),
    ]) {
      const error = {
        kind: 'config',
        message: expect.stringContaining('give each account its own `prefix`'),
      };
      await expect(other.requestPayment('a', CHARGE)).rejects.toMatchObject(error);
      await expect(other.look('a')).rejects.toMatchObject(error);
    }
  });

  it('is seen although the clock of this machine was days ahead while nothing could be sent', async () => {
    const { restart, store, sandbox, url, inject, effects } = await setUp();
    sandbox.clock.advance(Date.now() - Date.parse('2026-01-01T00:00:00Z'));
    const ahead = Date.now() + 58 * HOUR;
    vi.spyOn(Date, 'now').mockImplementation(() => ahead);
    const client = createClient({ baseUrl: url, ...sandbox.credentials, ...transport, maxRetries: 0 });
    inject({ operationId: 'getToken', effect: 'drop-before' });
    const first = await createJournal(client, { store }).requestPayment('a', CHARGE);
    vi.restoreAllMocks();
    const second = await restart();
    inject({ operationId: 'requestPayment', effect: 'late', ms: MINUTE });
    expect([first.state, (await second.requestPayment('a', CHARGE)).state]).toEqual(['open', 'open']);
    sandbox.clock.advance(25 * HOUR);

    expect((await (await restart()).requestPayment('a', CHARGE)).state).toBe('done');
    expect(effects().filter((effect) => effect === 'Capture 1000')).toHaveLength(1);
  });

  it('is not taken for empty when its first request voided the payment, and none was sent when it was kept', async () => {
    const { restart, store, sandbox, url, lddpay, inject } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    const client = createClient({ baseUrl: url, ...sandbox.credentials, ...transport, maxRetries: 0 });
    inject({ operationId: 'getToken', effect: 'drop-before' });
    expect((await createJournal(client, { store }).reversePayment('r', id, REFUND)).state).toBe('open');
    const second = await restart();
    inject({ operationId: 'reversePayment', effect: 'late', ms: MINUTE });
    expect((await second.reversePayment('r', id, REFUND)).state).toBe('open');
    sandbox.clock.advance(25 * HOUR);
    inject({ operationId: 'getPaymentActions', effect: 'status', status: 503 });
    expect((await (await restart()).reversePayment('r', id, REFUND)).state).toBe('open');

    const last = await (await restart()).reversePayment('r', id, REFUND);

    expect(last).toMatchObject({ state: 'done' });
    expect(last).not.toMatchObject({ empty: true });
  });

  it('goes on under a new host of its account when the former one is given', async () => {
    const { journal, lddpay, store, sandbox, url, inject, effects } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    inject({ operationId: 'capturePayment', effect: 'drop-after' });
    inject({ operationId: 'getPaymentActions', effect: 'status', status: 503 });
    expect((await journal.capturePayment('c', id, CAPTURE)).state).toBe('open');
    const server = await sandbox.listen();
    onTestFinished(() => server.close());
    const client = createClient({ baseUrl: server.url, ...sandbox.credentials, ...transport });
    const { clientId } = sandbox.credentials;

    const refused = createJournal(client, { store });
    await expect(refused.capturePayment('c', id, CAPTURE)).rejects.toMatchObject({
      kind: 'config',
      outcome: 'unknown',
      message: expect.stringContaining('`formerAccounts`'),
    });
    const resumed = [];
    for await (const { settlement } of refused.resume()) resumed.push(settlement);
    expect(resumed).toMatchObject([{ state: 'open', tryAfterMs: Number.POSITIVE_INFINITY }]);
    const moved = createJournal(client, { store, formerAccounts: [{ baseUrl: `${url}/`, clientId }] });

    expect((await moved.capturePayment('c', id, CAPTURE)).state).toBe('done');
    expect(effects()).toEqual(['Authorization 1000', 'Capture 400']);
  });

  it.each([
    [{ baseUrl: 'https://api.example.com' }, '`formerAccounts` must be an array.'],
    [[{ clientId: 'ack_1' }], '`formerAccounts.baseUrl` must be'],
    [[{ baseUrl: 'https://api.example.com', clientId: 1 }], '`formerAccounts.clientId` must be'],
    [[{ baseUrl: 'https://api.example.com', clientID: 'ack_1' }], '`formerAccounts.clientID` is no option'],
  ])('cannot have former accounts that are no accounts: %j', async (formerAccounts, message) => {
    const { lddpay, store } = await setUp();

    expect(() => createJournal(lddpay, { store, formerAccounts } as never)).toThrow(message);
  });

  it.each([
    { reference: undefined, fate: 'drop-before' },
    { reference: 'SUB-1', fate: 'drop-before' },
    { reference: 'SUB-1', fate: 'drop-after' },
  ] as const)(
    'cancels a scheduled retry after its key has expired: $fate, reference $reference',
    async ({ reference, fate }) => {
      const { restart, lddpay, sandbox, inject } = await setUp();
      const retry = { payment_type: 'Recurring', merchant_initiated: true } as const;
      const { id } = await lddpay.requestPayment({ ...CHARGE, ...retry, amount: 1005 });
      const body = reference && { reference };
      inject({ operationId: 'cancelScheduledRetry', effect: fate });
      expect((await (await restart()).cancelScheduledRetry('c', id, body)).state).toBe('open');
      sandbox.clock.advance(24 * HOUR - 4 * MINUTE);
      const journal = await restart();

      const cancellation = await journal.cancelScheduledRetry('c', id, body);

      expect(cancellation.state).toBe('done');
      expect((await lddpay.getPaymentDetails(id)).status).toBe('Canceled');
    },
  );

  it.each([
    { what: 'made before', approved: false },
    { what: 'made before, of a payment that stays approved', approved: true },
  ])(
    'is left to a person when the API refuses a cancellation that may have been $what',
    async ({ approved }) => {
      const send: Fetch = transport.fetch ?? ((url, init) => fetch(url, init));
      const approving: Fetch = async (url, init) => {
        const response = await send(url, init);
        if (!approved || !/pay_\w+$/.test(url)) return response;
        return Response.json({ ...(await response.json()), approved }, { headers: response.headers });
      };
      const { restart, lddpay, sandbox, inject } = await setUp({ client: { fetch: approving } });
      const retry = { payment_type: 'Recurring', merchant_initiated: true } as const;
      const { id } = await lddpay.requestPayment({ ...CHARGE, ...retry, amount: 1005 });
      inject({ operationId: 'cancelScheduledRetry', effect: 'drop-after' });
      await (await restart()).cancelScheduledRetry('c', id, { reference: 'SUB-1' });
      sandbox.clock.advance(HOUR);
      const body = { error_type: 'invalid_request', error_codes: ['cannot_cancel'] };
      inject({ operationId: 'cancelScheduledRetry', effect: 'status', status: 422, body });

      const again = await (await restart()).cancelScheduledRetry('c', id, { reference: 'SUB-1' });

      expect(again).toMatchObject({
        state: 'open',
        error: { status: 422 },
        tryAfterMs: Number.POSITIVE_INFINITY,
      });
    },
  );

  it.each([
    { what: 'that two processes call at once', fate: undefined },
    { what: 'that never arrived, with its key over', fate: 'drop-before' },
  ] as const)('is refused where a cancellation $what comes after the retry', async ({ fate }) => {
    const send: Fetch = transport.fetch ?? ((...request) => fetch(...request));
    const both = createGate();
    let areTwo = false;
    let sent = 0;
    // Neither of the two is answered before the other is sent, or has ended without.
    const meet: Fetch = async (input, init) => {
      if (areTwo && String(input).endsWith('/cancellations')) {
        sent += 1;
        if (sent === 2) both.open();
        await both.opened;
      }
      return send(input, init);
    };
    const { restart, lddpay, sandbox, inject } = await setUp({ client: { fetch: meet } });
    const retry = { payment_type: 'Recurring', merchant_initiated: true } as const;
    const { id } = await lddpay.requestPayment({ ...CHARGE, ...retry, amount: 1051 });
    const cancel = async () => (await restart()).cancelScheduledRetry('c', id);
    if (fate) inject({ operationId: 'cancelScheduledRetry', effect: fate });
    if (fate) await cancel();
    sandbox.clock.advance(25 * HOUR);
    areTwo = true;
    const first = await Promise.all([cancel(), cancel()].map((settled) => settled.finally(both.open)));
    sandbox.clock.advance(10 * MINUTE);

    expect(await cancel()).toMatchObject({ state: 'refused', error: { status: 403 } });
    expect(first.map(({ state }) => state)).toContain('open');
  });

  it.each(['capture', 'cancellation'])(
    'is refused at once where the API refuses a %s after it refused the token',
    async (what) => {
      const { journal, lddpay, sandbox } = await setUp();
      const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
      sandbox.tokens.revokeAll();

      const settlement =
        what === 'capture'
          ? await journal.capturePayment('w', id, { amount: 5000 })
          : await journal.cancelScheduledRetry('w', id);

      expect(settlement).toMatchObject({ state: 'refused', error: { attempts: [{ status: 401 }, {}] } });
    },
  );

  it.each([
    { what: 'no token was to be had', operationId: 'getToken' },
    { what: 'too many requests came', operationId: 'cancelScheduledRetry' },
  ] as const)('is refused where the API refuses a cancellation after $what', async ({ operationId }) => {
    const { journal, restart, lddpay, sandbox, inject } = await setUp();
    const retry = { payment_type: 'Recurring', merchant_initiated: true } as const;
    const { id } = await lddpay.requestPayment({ ...CHARGE, ...retry, amount: 1005 });
    if (operationId === 'getToken') sandbox.tokens.revokeAll();
    const body = { error_type: 'request_invalid', error_codes: ['x'] };
    inject({ operationId, effect: 'status', status: 429, body });
    expect((await journal.cancelScheduledRetry('w', id)).state).toBe('open');
    inject({ operationId: 'cancelScheduledRetry', effect: 'status', status: 422, body });

    expect((await (await restart()).cancelScheduledRetry('w', id)).state).toBe('refused');
  });

  it('is not refused yet where the fate of an attempt before the refusal is not known', async () => {
    const { journal, lddpay, inject } = await setUp({ client: { maxRetries: 1 } });
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    const body = { error_type: 'request_invalid', error_codes: ['x'] };
    inject({ operationId: 'capturePayment', effect: 'drop-before' });
    inject({ operationId: 'capturePayment', effect: 'status', status: 422, body });

    const settlement = await journal.capturePayment('w', id, CAPTURE);

    expect(settlement).toMatchObject({ state: 'open', error: { attempts: [{}, { status: 422 }] } });
    expect(settlement.state === 'open' && settlement.tryAfterMs).toBeGreaterThan(4 * MINUTE);
  });

  it('can go on with a client whose tokens come from elsewhere', async () => {
    const { journal, lddpay, store, url } = await setUp();
    await journal.requestPayment('a', CHARGE);
    const client = createClient({ baseUrl: url, ...transport, tokenProvider: () => lddpay.getToken() });

    expect((await createJournal(client, { store }).requestPayment('a', CHARGE)).state).toBe('done');
  });

  it('looks when a response names another reference', async () => {
    const { store, sandbox, url, lddpay } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    const send: Fetch = transport.fetch ?? ((...request) => fetch(...request));
    const swap: Fetch = async (input, init) => {
      const isCapture = String(input).endsWith('/captures');
      if (!isCapture) return send(input, init);
      const body = JSON.stringify({ action_id: `act_${'a'.repeat(26)}`, reference: 'ANOTHER-ORDER' });
      return new Response(body, { status: 202, headers: { 'Content-Type': 'application/json' } });
    };
    const client = createClient({ baseUrl: url, ...sandbox.credentials, fetch: swap, maxRetries: 0 });

    const capture = await createJournal(client, { store }).capturePayment('c', id, CAPTURE);

    expect(capture.state).toBe('open');
  });

  it('is the same with an empty body as without one', async () => {
    const { journal, lddpay, effects } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    await journal.capturePayment('c', id);

    expect((await journal.capturePayment('c', id, {})).state).toBe('done');
    expect(effects()).toEqual(['Authorization 1000', 'Capture 1000']);
  });

  it('takes no headers of one call, which a repeated request would not have', async () => {
    const { journal, lddpay, effects } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    const options = { headers: { 'X-Account': 'north' } } as object;

    await expect(journal.capturePayment('c', id, CAPTURE, options)).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringContaining('options of the client'),
    });
    expect(effects()).toEqual(['Authorization 1000']);
  });

  it.each([
    { status: 'Pending', amount: 1003, options: {} },
    {
      status: 'Retry Scheduled',
      amount: 1051,
      options: { merchant_initiated: true, payment_type: 'Recurring' } as const,
    },
  ])(
    'is done, and approved only once that is decided, when its payment is $status',
    async ({ status, amount, options }) => {
      const { journal, lddpay, sandbox } = await setUp();
      const first = await journal.requestPayment('a', { ...CHARGE, amount, ...options });
      expect(first).toMatchObject({ state: 'done', approved: undefined, data: { status } });
      const again = await journal.requestPayment('a', { ...CHARGE, amount, ...options });
      expect(again).toMatchObject({ state: 'done', approved: undefined, payment: { status } });

      const id = first.state === 'done' ? first.id : '';
      if (status === 'Pending') sandbox.challenges.complete(id);
      sandbox.clock.advance(5 * 24 * HOUR);

      const { approved } = (await lddpay.getPaymentDetails(id)) as { approved?: boolean };
      expect(await journal.look('a')).toMatchObject({ state: 'done', id, approved, payment: { id } });
    },
  );

  it.each(['In Review', null])(
    'is no declined charge while its payment is not approved, with the status %s',
    async (status) => {
      const { store, sandbox, url } = await setUp();
      const send: Fetch = transport.fetch ?? ((...request) => fetch(...request));
      const rename: Fetch = async (input, init) => {
        const response = await send(input, init);
        const text = (await response.text()).replaceAll('"Pending"', JSON.stringify(status));
        return new Response(text, response as ResponseInit);
      };
      const client = createClient({ baseUrl: url, ...sandbox.credentials, fetch: rename, maxRetries: 0 });
      const journal = createJournal(client, { store });
      const charge = () => journal.requestPayment('a', { ...CHARGE, amount: 1003 });

      const first = await charge();
      expect(first).toMatchObject({ state: 'done', approved: undefined, data: { approved: false } });
      expect(await charge()).toMatchObject({ state: 'done', approved: undefined });
      sandbox.challenges.complete(first.state === 'done' ? first.id : '');

      expect(await charge()).toMatchObject({ state: 'done', approved: true });
    },
  );

  it('is resumed without its body, although that has a time in ms like a card number', async () => {
    const { journal, restart, lddpay, inject, effects } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    inject({ operationId: 'capturePayment', effect: 'drop-before' });
    await journal.capturePayment('c', id, { ...CAPTURE, metadata: { shipped_at: 1795789089004 } });

    for await (const _ of (await restart()).resume());

    expect(effects()).toContain('Capture 400');
  });

  it.each([
    { what: 'strings', open: createTestStore },
    { what: 'what a storage of unstorage parses', open: () => createStorage() },
  ])(
    'is repeated with a field named __proto__ or constructor by a store that returns $what',
    async ({ open }) => {
      const { sandbox, url, lddpay, inject } = await setUp();
      const store = open();
      const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
      const send: Fetch = transport.fetch ?? ((...request) => fetch(...request));
      const bodies: unknown[] = [];
      const watch: Fetch = (input, init) => {
        if (String(input).endsWith('/captures')) bodies.push(init?.body);
        return send(input, init);
      };
      const connect = () =>
        createJournal(createClient({ baseUrl: url, ...sandbox.credentials, fetch: watch, maxRetries: 0 }), {
          store,
        });
      const text =
        '{"amount":400,"__proto__":{"x":1},"constructor":{"prototype":1},"metadata":{"__proto__":"y"}}';
      const journal = connect();
      await lddpay.getToken();
      inject({ operationId: 'capturePayment', effect: 'drop-before' });
      await journal.capturePayment('c', id, JSON.parse(text));
      for await (const _ of connect().resume());

      expect(bodies).toHaveLength(2);
      expect(bodies[1]).toBe(bodies[0]);
      expect(bodies[0]).toContain('"__proto__":{"x":1},"constructor":{"prototype":1}');
      expect(bodies[0]).toContain('"__proto__":"y"');
      expect((await connect().capturePayment('c', id, JSON.parse(text))).state).toBe('done');
    },
  );

  it('keeps that a payout was approved, whose status goes on', async () => {
    const { journal, lddpay, sandbox } = await setUp();
    const payout = { amount: 1090, currency: 'USD', source: { type: 'currency_account' } };
    const options = { extraFields: { destination: { type: 'bank_account' } } };
    const pay = () => journal.requestPayment('a', payout, options);

    const first = await pay();
    expect(first).toMatchObject({ state: 'done', approved: undefined, data: { status: 'Pending' } });
    sandbox.clock.advance(2 * MINUTE);
    expect(await pay()).toMatchObject({ state: 'done', approved: true, payment: { status: 'Paid' } });
    sandbox.clock.advance(25 * HOUR);

    expect(await pay()).toMatchObject({ state: 'done', approved: true });
    const details = await lddpay.getPaymentDetails(first.state === 'done' ? first.id : '');
    expect(details.status).toBe('Returned');
  });

  it('is kept as done although its id has half a character', async () => {
    const { url, sandbox } = await setUp();
    const store = createTestStore();
    const send: Fetch = transport.fetch ?? ((...request) => fetch(...request));
    const half: Fetch = async (input, init) => {
      if (init?.method !== 'POST' || !String(input).endsWith('/payments')) return send(input, init);
      const body = '{"id":"pay_\\ud800","amount":1000,"currency":"USD","approved":true}';
      return new Response(body, { status: 201, headers: { 'Content-Type': 'application/json' } });
    };
    const client = createClient({ baseUrl: url, ...sandbox.credentials, fetch: half, maxRetries: 0 });

    await createJournal(client, { store }).requestPayment('a', CHARGE);

    expect(store.writes).toContain('done');
  });
});
