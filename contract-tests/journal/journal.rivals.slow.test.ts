import type { Fetch } from 'lddpay';
import { createJournal, type Settlement } from 'lddpay/journal';
import { describe, expect, it } from 'vitest';
import { BASE_URL, createGate, type Process, setUpProcesses, stateOf } from '../testing/journal-processes.js';
import {
  CHARGE,
  createTestStore,
  HOUR,
  interrupt,
  MINUTE,
  REFUND,
  setUpJournal,
  transports,
} from '../testing/journal-setup.js';

const CAPTURE = { amount: 400, capture_type: 'NonFinal' } as const;
const PART = { ...REFUND, refund_amount: 100 };

const idOf = (settlement: Settlement) => (settlement.state === 'done' ? settlement.id : undefined);

describe.each(transports)('intents beside others on $name', ({ transport }) => {
  const setUp = (options: Parameters<typeof setUpJournal>[1] = {}) => setUpJournal(transport, options);

  it('are one where they have one name, even if the calls differ in what is never kept', async () => {
    const { journal, store, sandbox, effects } = await setUp();
    const otherCard = { ...CHARGE, source: { ...CHARGE.source, cvv: '999' } };

    const both = await Promise.all([
      journal.requestPayment('a', CHARGE),
      journal.requestPayment('a', otherCard),
    ]);
    sandbox.clock.advance(25 * HOUR);
    const later = await journal.requestPayment('a', CHARGE);

    expect(new Set([...both, later].map(idOf)).size).toBe(1);
    expect([...store.items.keys()].some((key) => key.includes(':intent:'))).toBe(true);
    expect(effects()).toHaveLength(2);
  });

  it('are begun once, however long another process waits for its token', async () => {
    const { journal, lddpay, url, store, sandbox, effects, inject } = await setUp();
    const { access_token } = await lddpay.getToken();
    let release = () => {};
    const waiting = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { createClient } = await import('lddpay');
    const slow = createClient({
      baseUrl: url,
      ...transport,
      maxRetries: 0,
      tokenProvider: async () => {
        await waiting;
        return { access_token };
      },
    });
    const late = createJournal(slow, { store }).requestPayment('a', CHARGE);
    inject({ operationId: 'requestPayment', effect: 'drop-after' });
    inject({ operationId: 'getPaymentsList', effect: 'status', status: 503 });
    await journal.requestPayment('a', CHARGE);
    sandbox.clock.advance(10 * MINUTE);
    release();
    await late;
    sandbox.clock.advance(25 * HOUR);

    expect((await journal.requestPayment('a', CHARGE)).state).toBe('done');
    expect(effects()).toHaveLength(2);
  });

  it('are found although a gateway dates its responses half a minute ahead', async () => {
    const send: Fetch = transport.fetch ?? ((url, init) => fetch(url, init));
    const ahead: Fetch = async (url, init) => {
      const response = await send(url, init);
      const headers = new Headers(response.headers);
      headers.set('date', new Date(Date.parse(`${headers.get('date')}`) + 30_000).toUTCString());
      return new Response(await response.text(), { status: response.status, headers });
    };
    const { journal, lddpay, inject, effects, sandbox } = await setUp({
      client: { fetch: ahead },
      exclusive: true,
    });
    const { id } = await lddpay.requestPayment(CHARGE);
    inject({ operationId: 'refundPayment', effect: 'drop-after' });
    inject({ operationId: 'getPaymentActions', effect: 'status', status: 503 });
    await journal.refundPayment('r', id, PART);
    sandbox.clock.advance(25 * HOUR);

    expect((await journal.refundPayment('r', id, PART)).state).toBe('done');
    expect(effects().filter((effect) => effect === 'Refund 100')).toHaveLength(1);
  });

  it.each([
    { name: 'a 404 of a gateway', status: 404, body: { error: 'Not Found' } },
    { name: 'a 403 of a gateway', status: 403, body: { error: 'Forbidden' } },
  ])('are not absent because of $name', async ({ status, body }) => {
    const { journal, lddpay, inject, effects, sandbox } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    inject({ operationId: 'capturePayment', effect: 'status-after', status, body });
    inject({ operationId: 'getPaymentActions', effect: 'status', status, body, times: 2 });
    const first = await journal.capturePayment('c', id, CAPTURE);
    sandbox.clock.advance(25 * HOUR);
    const second = await journal.capturePayment('c', id, CAPTURE);
    const third = await journal.capturePayment('c', id, CAPTURE);

    expect([first.state, second.state, third.state]).toEqual(['open', 'open', 'done']);
    expect(effects().filter((effect) => effect === 'Capture 400')).toHaveLength(1);
  });

  it('do not share refunds of which the amounts could mean each other', async () => {
    const { journal, lddpay, inject, effects, sandbox } = await setUp({ exclusive: true });
    const { id } = await lddpay.requestPayment(CHARGE);
    for (const effect of ['drop-before', 'drop-after'] as const)
      inject({ operationId: 'refundPayment', effect });
    inject({ operationId: 'getPaymentActions', effect: 'status', status: 503, times: 2 });
    await journal.refundPayment('small', id, { ...REFUND, refund_amount: 5 });
    await journal.refundPayment('large', id, { ...REFUND, refund_amount: 500 });
    sandbox.clock.advance(25 * HOUR);

    const small = await journal.refundPayment('small', id, { ...REFUND, refund_amount: 5 });
    const large = await journal.refundPayment('large', id, { ...REFUND, refund_amount: 500 });

    expect([small.state, large.state]).toEqual(['open', 'open']);
    expect(effects().filter((effect) => effect === 'Refund 500')).toHaveLength(1);
  });

  it('do not take a refund of another amount for their own, however long both are', async () => {
    const { journal, restart, lddpay, inject, effects, sandbox } = await setUp({ exclusive: true });
    const { id } = await lddpay.requestPayment({ ...CHARGE, amount: 600_000_000_000, currency: 'IDR' });
    // With the check digits of card numbers.
    const [lost, late] = [150_000_000_300, 150_000_001_100];
    for (const [name, refund_amount, effect] of [
      ['lost', lost, 'drop-before'],
      ['late', late, 'drop-after'],
    ] as const) {
      inject({ operationId: 'refundPayment', effect });
      inject({ operationId: 'getPaymentActions', effect: 'status', status: 503 });
      await journal.refundPayment(name, id, { ...REFUND, refund_amount });
      sandbox.clock.advance(MINUTE);
    }
    sandbox.clock.advance(25 * HOUR);

    const found = new Map<string, unknown>();
    for (let round = 0; round < 3; round += 1) {
      for await (const { name, settlement } of (await restart()).resume()) {
        found.set(name, settlement.state === 'done' && (settlement.action?.amount ?? lost));
      }
      sandbox.clock.advance(HOUR);
    }
    expect(Object.fromEntries(found)).toEqual({ lost, late });
    expect(effects().filter((effect) => effect === `Refund ${late}`)).toHaveLength(1);
  });

  it('are others where only their amounts differ, however long both are', async () => {
    const { journal, lddpay, effects } = await setUp();
    const charge = { ...CHARGE, amount: 600_000_000_000, currency: 'IDR', capture: false };
    const { id } = await lddpay.requestPayment(charge);
    await journal.capturePayment('c', id, { ...CAPTURE, amount: 150_000_000_300 });

    await expect(
      journal.capturePayment('c', id, { ...CAPTURE, amount: 150_000_001_100 }),
    ).rejects.toMatchObject({ kind: 'config', message: expect.stringContaining('already stands') });
    expect(effects()).toHaveLength(2);
  });

  it.each([
    { what: 'is done', outcome: 'unknown' },
    { what: 'is done and was forgotten', outcome: 'unknown' },
    { what: 'is open', outcome: 'unknown' },
    { what: 'is refused', outcome: 'not_sent' },
  ])('reject another call under a name that $what with the outcome $outcome', async ({ what, outcome }) => {
    const { journal, lddpay, inject } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    if (what === 'is refused') await lddpay.voidPayment(id);
    if (what === 'is open') inject({ operationId: 'capturePayment', effect: 'drop-before' });
    expect(what).toContain((await journal.capturePayment('c', id, CAPTURE)).state);
    if (what.endsWith('forgotten')) await journal.forget('c');

    const other = journal.capturePayment('c', id, { ...CAPTURE, amount: 100 });

    const error = await other.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'config', outcome });
    // To use another name for what has happened makes it happen twice.
    expect(String(error).includes('Use another name.')).toBe(outcome === 'not_sent');
    expect(/another name can make a second one/i.test(String(error))).toBe(outcome === 'unknown');
  });

  it('do not take an action of a reversal for their own', async () => {
    const { journal, lddpay, inject, sandbox } = await setUp({ exclusive: true });
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    await journal.capturePayment('c', id, { amount: 600 });
    inject({ operationId: 'reversePayment', effect: 'drop-before' });
    await journal.reversePayment('lost', id, { ...REFUND, refund_amount: 400 });
    await journal.reversePayment('whole', id, REFUND);
    sandbox.clock.advance(25 * HOUR);

    expect((await journal.reversePayment('lost', id, { ...REFUND, refund_amount: 400 })).state).not.toBe(
      'done',
    );
  });

  it.each(['was refused', 'left nothing to reverse'])(
    'are found beside an equal reversal that %s',
    async (how) => {
      const { journal, restart, lddpay, inject, sandbox } = await setUp({ exclusive: true });
      const { id } = await lddpay.requestPayment(CHARGE);
      if (how === 'was refused') {
        inject({ operationId: 'reversePayment', effect: 'status', status: 422 });
        const body = { ...REFUND, refund_amount: 100 };
        expect((await journal.reversePayment('b', id, body)).state).toBe('refused');
      } else {
        inject({ operationId: 'reversePayment', effect: 'status', status: 204 });
        expect(await journal.reversePayment('b', id, PART)).toMatchObject({ state: 'done', empty: true });
      }
      inject({ operationId: 'refundPayment', effect: 'drop-after' });
      inject({ operationId: 'getPaymentActions', effect: 'status', status: 503 });
      await journal.refundPayment('r', id, PART);
      sandbox.clock.advance(25 * HOUR);

      expect((await (await restart()).refundPayment('r', id, PART)).state).toBe('done');
    },
  );

  it('waits for equal refunds that can still arrive, and says how long', async () => {
    const { journal, lddpay, inject, sandbox } = await setUp({ exclusive: true, keyLifetime: 20 * MINUTE });
    const { id } = await lddpay.requestPayment(CHARGE);
    inject({ operationId: 'refundPayment', effect: 'drop-before', times: 2 });
    await journal.refundPayment('r1', id, PART);
    sandbox.clock.advance(14 * MINUTE);
    await journal.refundPayment('r1', id, PART);
    sandbox.clock.advance(2 * MINUTE);
    inject({ operationId: 'refundPayment', effect: 'drop-after' });
    inject({ operationId: 'getPaymentActions', effect: 'status', status: 503 });
    const second = await journal.refundPayment('r2', id, PART);

    const first = await journal.refundPayment('r1', id, PART);

    expect(second.state).toBe('open');
    expect(first).toMatchObject({ state: 'open' });
    expect(first.state === 'open' && first.tryAfterMs).toBeLessThan(10 * MINUTE);
  });

  it('share with effects that are older than themselves', async () => {
    const { journal, lddpay, inject, effects, sandbox } = await setUp({ exclusive: true });
    const { id } = await lddpay.requestPayment(CHARGE);
    inject({ operationId: 'refundPayment', effect: 'drop-after' });
    await journal.refundPayment('early', id, PART);
    sandbox.clock.advance(16 * MINUTE);
    inject({ operationId: 'refundPayment', effect: 'in-flight' });
    await journal.refundPayment('early', id, PART);
    sandbox.clock.advance(MINUTE);
    inject({ operationId: 'refundPayment', effect: 'drop-after' });
    await journal.refundPayment('late', id, PART);
    sandbox.clock.advance(25 * HOUR);

    const ends = [
      await journal.refundPayment('late', id, PART),
      await journal.refundPayment('early', id, PART),
    ];

    expect(ends.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(effects().filter((effect) => effect === 'Refund 100')).toHaveLength(2);
  });

  it.each([
    { first: 'is done', fault: undefined, state: 'done' },
    { first: 'is open', fault: 'drop-after', state: 'open' },
  ] as const)(
    'are refused where an equal one, which $first, left nothing to refund a moment before',
    async ({ fault, state }) => {
      const { restart, lddpay, inject, effects, sandbox } = await setUp({ exclusive: true });
      const all = { ...REFUND, refund_amount: 1000 };
      const { id } = await lddpay.requestPayment(CHARGE);
      sandbox.clock.advance(10 * MINUTE);
      if (fault) {
        inject({ operationId: 'refundPayment', effect: fault });
        inject({ operationId: 'getPaymentActions', effect: 'status', status: 503 });
      }
      const first = await (await restart()).refundPayment('first', id, all);
      sandbox.clock.advance(20_000);
      const second = await (await restart()).refundPayment('second', id, all);
      sandbox.clock.advance(10 * MINUTE);

      for await (const _ of (await restart()).resume());
      const later = await (await restart()).refundPayment('second', id, all);

      expect([first.state, second.state, later.state]).toEqual([state, 'refused', 'refused']);
      expect((await (await restart()).look('first'))?.state).toBe('done');
      expect(effects()).toEqual(['Authorization 1000', 'Capture 1000', 'Refund 1000']);
    },
  );

  it('do not share with one that was never sent', async () => {
    const { journal, restart, lddpay, inject, effects, sandbox } = await setUp({ exclusive: true });
    const { id } = await lddpay.requestPayment(CHARGE);
    sandbox.tokens.revokeAll();
    inject({ operationId: 'getToken', effect: 'status', status: 503, times: 9 });
    await journal.refundPayment('unsent', id, PART);
    sandbox.faults.clear();
    const other = await restart();
    inject({ operationId: 'refundPayment', effect: 'drop-after' });
    await other.refundPayment('lost', id, PART);
    sandbox.clock.advance(25 * HOUR);

    const ends = [await other.refundPayment('unsent', id, PART), await other.refundPayment('lost', id, PART)];

    expect(ends.map(({ state }) => state)).toContain('done');
    expect(effects().filter((effect) => effect === 'Refund 100').length).toBeLessThanOrEqual(2);
  });

  it('are not refused while another process may be sending them', async () => {
    const { journal, restart, lddpay, inject, sandbox, store } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    // Another process resumes the intent while this one waits for its refusal.
    const other = await restart();
    const { setItem } = store;
    store.setItem = async (key, value, options) => {
      await setItem(key, value, options);
      if (!key.includes(':refused:')) return;
      store.setItem = setItem;
      inject({ operationId: 'capturePayment', effect: 'late', ms: MINUTE });
      await other.capturePayment('c', id, { amount: 5000 });
    };
    const refused = await journal.capturePayment('c', id, { amount: 5000 });

    expect(refused.state).toBe('refused');
    sandbox.clock.advance(2 * MINUTE);
    expect(sandbox.ledger().filter(({ type }) => type === 'Capture')).toEqual([]);
  });

  it('give up a refusal when another process has announced a request', async () => {
    const { journal, restart, lddpay, inject, store } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    const other = await restart();
    const { setItem } = store;
    inject({
      operationId: 'capturePayment',
      effect: 'status',
      status: 422,
      body: { error_type: 'request_invalid', error_codes: ['x'] },
    });
    store.setItem = async (key, value, options) => {
      if (key.includes(':refused:')) {
        store.setItem = setItem;
        inject({ operationId: 'capturePayment', effect: 'late', ms: MINUTE });
        await other.capturePayment('c', id, CAPTURE);
      }
      await setItem(key, value, options);
    };

    const first = await journal.capturePayment('c', id, CAPTURE);

    expect(first.state).toBe('open');
    expect(await journal.look('c')).toMatchObject({ state: 'open' });
  });

  it('are resumed where a refusal was kept after another process had announced a request', async () => {
    const { journal, restart, lddpay, inject, sandbox, store, effects } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    const other = await restart();
    const body = { error_type: 'request_invalid', error_codes: ['x'] };
    inject({ operationId: 'capturePayment', effect: 'status', status: 422, body });
    interrupt(store, { method: 'setItem', kind: 'refused', nth: 1 }, async () => {
      inject({ operationId: 'capturePayment', effect: 'late', ms: MINUTE });
      await other.capturePayment('c', id, CAPTURE);
    });
    expect((await journal.capturePayment('c', id, CAPTURE)).state).toBe('open');
    sandbox.clock.advance(25 * HOUR);

    const states: string[] = [];
    for await (const { settlement } of (await restart()).resume()) states.push(settlement.state);
    for await (const { settlement } of (await restart()).resume()) states.push(settlement.state);

    expect(states).toEqual(['done']);
    expect(effects()).toEqual(['Authorization 1000', 'Capture 400']);
  });

  it('are done for a process that is refused while another one does them', async () => {
    const { journal, restart, lddpay, inject, store, effects } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    const other = await restart();
    inject({
      operationId: 'capturePayment',
      effect: 'status',
      status: 422,
      body: { error_type: 'request_invalid', error_codes: ['x'] },
    });
    interrupt(store, { method: 'setItem', kind: 'refused', nth: 1 }, async () => {
      await other.capturePayment('c', id, CAPTURE);
    });

    expect((await journal.capturePayment('c', id, CAPTURE)).state).toBe('done');
    expect(effects().filter((effect) => effect === 'Capture 400')).toHaveLength(1);
  });

  it('do not get the effect of one that was forgotten', async () => {
    const { journal, restart, lddpay, inject, effects, sandbox } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    await journal.capturePayment('c', id, CAPTURE);
    await journal.forget('c');
    sandbox.clock.advance(25 * HOUR);
    inject({ operationId: 'capturePayment', effect: 'drop-before' });

    const again = await (await restart()).capturePayment('c', id, { ...CAPTURE, amount: 250 });

    expect(again.state).toBe('open');
    expect(effects()).toEqual(['Authorization 1000', 'Capture 400']);
  });

  it('are what they came to when they are called again after they were forgotten, while their key lives', async () => {
    const { journal, restart, lddpay, sandbox, effects } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    const first = await journal.capturePayment('c', id, CAPTURE);
    await journal.forget('c');
    sandbox.clock.advance(HOUR);
    const other = await restart();

    const again = await other.capturePayment('c', id, CAPTURE);
    const changed = await other.capturePayment('c', id, { ...CAPTURE, amount: 250 }).catch((error) => error);

    expect(again).toMatchObject({ state: 'done', id: idOf(first) });
    expect(changed).toMatchObject({ kind: 'config', operationId: 'capturePayment' });
    expect(await other.look('c')).toBeUndefined();
    sandbox.clock.advance(25 * HOUR);
    for await (const _ of (await restart()).resume());
    expect(effects()).toEqual(['Authorization 1000', 'Capture 400']);
  });

  it('stay done for a call that another process forgets while it waits for them', async () => {
    const { journal, restart, lddpay, sandbox, store, inject, effects } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    const other = await restart();
    inject({ operationId: 'capturePayment', effect: 'drop-before' });
    await journal.capturePayment('c', id, CAPTURE);
    interrupt(store, { method: 'getItem', kind: 'claim', nth: 1 }, async () => {
      await other.capturePayment('c', id, CAPTURE);
      await other.forget('c');
    });

    await journal.capturePayment('c', id, CAPTURE);
    expect((await journal.capturePayment('c', id, CAPTURE)).state).toBe('done');
    sandbox.clock.advance(25 * HOUR);
    for await (const _ of (await restart()).resume());
    expect(effects()).toEqual(['Authorization 1000', 'Capture 400']);
  });

  it('leave their name free when they are forgotten while a look reads their payment', async () => {
    const { journal, restart, lddpay, sandbox, store, effects } = await setUp();
    const pending = await journal.requestPayment('daily', { ...CHARGE, amount: 1003 });
    if (pending.state !== 'done') throw new Error();
    sandbox.challenges.complete(pending.id, 'authorized');
    const other = await restart();
    interrupt(store, { method: 'setItem', kind: 'done', nth: 1 }, () => other.forget('daily'));

    expect(await journal.look('daily')).toMatchObject({ state: 'done', approved: true });
    sandbox.clock.advance(25 * HOUR);
    await lddpay.getPaymentDetails(pending.id);
    const next = await (await restart()).requestPayment('daily', { ...CHARGE, amount: 5000 });

    expect(next.state === 'done' && next.id).not.toBe(pending.id);
    expect(effects()).toContain('Capture 5000');
  });

  it.each([
    { moment: 'it reads their records again', method: 'getItem', kind: 'refused', nth: 2 },
    { moment: 'it looks for their effect', method: 'getItem', kind: 'claim', nth: 1 },
  ] as const)('are not done again by a process while another one forgets them: $moment', async (during) => {
    const { journal, restart, lddpay, inject, sandbox, store, effects } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    inject({ operationId: 'capturePayment', effect: 'drop-after' });
    inject({ operationId: 'getPaymentActions', effect: 'status', status: 503 });
    await journal.capturePayment('c', id, CAPTURE);
    sandbox.clock.advance(25 * HOUR);
    const other = await restart();
    interrupt(store, during, async () => {
      await other.capturePayment('c', id, CAPTURE);
      await other.forget('c');
    });

    for await (const _ of (await restart()).resume());

    expect(effects()).toEqual(['Authorization 1000', 'Capture 400']);
    await other.capturePayment('c', id, { ...CAPTURE, amount: 100 });
    expect(effects()).toEqual(['Authorization 1000', 'Capture 400', 'Capture 100']);
  });

  it.each([
    { state: 'done', said: 'done' },
    // What it came to was forgotten: another process can have made it.
    { state: 'refused', said: 'open' },
  ])(
    'leave no state behind when one is forgotten before another process keeps that it is $state',
    async ({ state, said }) => {
      const { journal, restart, lddpay, inject, sandbox, store } = await setUp();
      const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
      inject({ operationId: 'capturePayment', effect: 'drop-before' });
      await journal.capturePayment('c', id, CAPTURE);
      if (state === 'refused') await lddpay.voidPayment(id);
      const other = await restart();
      sandbox.clock.advance(10 * MINUTE);
      interrupt(store, { method: 'setItem', kind: state, nth: 1 }, async () => {
        sandbox.clock.advance(10 * MINUTE);
        await other.capturePayment('c', id, CAPTURE);
        await other.forget('c');
      });

      for await (const { settlement } of (await restart()).resume()) expect(settlement.state).toBe(said);

      const kinds = [...store.items.keys()].map((key) => key.split(':')[1]);
      expect(kinds.filter((kind) => !/^(claim|forgotten|request)$/.test(`${kind}`))).toEqual([]);
    },
  );

  it('are kept where no token was to be had, so that resume does them', async () => {
    const { journal, restart, lddpay, inject, effects, sandbox } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    sandbox.tokens.revokeAll();
    inject({ operationId: 'getToken', effect: 'status', status: 503, times: 3 });

    const first = await journal.capturePayment('c', id, CAPTURE);
    sandbox.faults.clear();
    const states: string[] = [];
    for await (const { settlement } of (await restart()).resume()) states.push(settlement.state);

    expect([first.state, ...states]).toEqual(['open', 'done']);
    expect(effects()).toEqual(['Authorization 1000', 'Capture 400']);
  });

  it('look within their deadline', async () => {
    const { journal, lddpay, inject } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    inject({ operationId: 'capturePayment', effect: 'drop-before' });
    inject({ operationId: 'getPaymentActions', effect: 'delay', ms: 4_000 });
    const start = performance.now();

    const { state } = await journal.capturePayment('c', id, CAPTURE, { deadline: 200 });

    expect(state).toBe('open');
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('are refused where the margin leaves no life of the key', async () => {
    const { lddpay } = await setUp();
    const store = createTestStore();

    expect(() => createJournal(lddpay, { store, keyLifetime: MINUTE, margin: MINUTE })).toThrow('`margin`');
    expect(() => createJournal(lddpay, { store, keyLifetime: MINUTE })).not.toThrow();
  });
});

describe('two equal refunds of an exclusive journal', () => {
  const exclusive = { journal: { exclusive: true } } as const;

  async function setUp() {
    const processes = setUpProcesses();
    const { id } = await processes.start().lddpay.requestPayment(CHARGE);
    const refund = ({ journal }: Process, name: string) => journal.refundPayment(name, id, PART);
    const lose = async (name: string) => {
      const dead = processes.start({ ...exclusive, dies: 'in its write' });
      void refund(dead, name);
      await dead.died;
      processes.wait(MINUTE);
    };
    return { ...processes, refund, lose };
  }

  /** Lets a process do something else before it keeps that an intent is done. */
  function beforeDone(process: Process, action: () => Promise<unknown>): void {
    const { setItem } = process.store;
    process.store.setItem = async (key, ...rest) => {
      if (key.includes(':done:')) await action();
      return setItem(key, ...rest);
    };
  }

  it('are made once each where a process dies when it has claimed one, and not kept that it is done', async () => {
    const { start, wait, refund, lose, effects } = await setUp();
    await lose('a');
    await lose('b');
    wait(26 * HOUR);
    const dead = start(exclusive);
    const death = createGate();
    beforeDone(dead, () => {
      death.open();
      return new Promise(() => {});
    });
    void refund(dead, 'a');
    await death.opened;

    const states = [await refund(start(exclusive), 'b'), await refund(start(exclusive), 'a')].map(stateOf);

    expect(states).toEqual(['done', 'done']);
    expect(effects(100)).toEqual(['Refund', 'Refund']);
  });

  it('are made once each where the store did not keep that one is done', async () => {
    const { start, wait, refund, lose, effects } = await setUp();
    const process = start(exclusive);
    beforeDone(process, () => Promise.reject(new Error('down')));
    await refund(process, 'a');
    await lose('b');
    wait(26 * HOUR);

    expect(stateOf(await refund(start(exclusive), 'b'))).toBe('done');
    expect(effects(100)).toEqual(['Refund', 'Refund']);
  });

  it('are made once each where two processes go on with them at once', async () => {
    const { start, wait, refund, lose, effects } = await setUp();
    await lose('a');
    await lose('b');
    wait(26 * HOUR);
    const process = start(exclusive);
    let other: Settlement | undefined;
    beforeDone(process, async () => {
      other ??= await refund(start(exclusive), 'b');
    });

    expect([await refund(process, 'a'), other].map((one) => one?.state)).toEqual(['done', 'done']);
    expect(effects(100)).toEqual(['Refund', 'Refund']);
  });
});

describe('equal refunds, of which one was made and one never sent, in a journal that is exclusive by now', () => {
  const exclusive = { exclusive: true };
  const histories = [
    { name: 'neither was begun so', first: {}, second: {} },
    { name: 'the first was begun so', first: exclusive, second: {} },
    { name: 'the second was begun so', first: {}, second: exclusive },
  ].flatMap((history) => [
    { ...history, order: ['made', 'lost'] },
    { ...history, order: ['lost', 'made'] },
  ]);
  it.each(histories)('are two effects where $name: $order', async ({ first, second, order }) => {
    const { start, wait, effects } = setUpProcesses();
    const { id } = await start().lddpay.requestPayment(CHARGE);
    const refund = (name: string, process: Process) => process.journal.refundPayment(name, id, PART);
    const made = start({ journal: first, dies: 'in its write' });
    void refund('made', made);
    await made.died;
    wait(5_000);
    const lost = start({ journal: second, dies: 'before its write' });
    void refund('lost', lost);
    await lost.died;
    wait(25 * HOUR);

    const ids = [];
    for (const name of order) ids.push(idOf(await refund(name, start({ journal: exclusive }))));
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(2);
    expect(effects(100)).toHaveLength(2);
  });

  it('stay for a person where the store has lost the record that lists one of them', async () => {
    const { start, wait, items, effects } = setUpProcesses();
    const { id } = await start().lddpay.requestPayment(CHARGE);
    const dead = start({ dies: 'in its write' });
    void dead.journal.refundPayment('made', id, PART);
    await dead.died;
    for (const key of items.keys()) if (key.includes(':return:')) items.delete(key);
    wait(25 * HOUR);

    const settlement = await start({ journal: exclusive }).journal.refundPayment('made', id, PART);

    expect(settlement).toMatchObject({ state: 'open', tryAfterMs: Number.POSITIVE_INFINITY });
    expect(effects(100)).toHaveLength(1);
  });
});

it('a refund leaves what came too late to be its own to an open rival that may have made it', async () => {
  const { start, wait, effects } = setUpProcesses();
  const journal = { exclusive: true };
  const { id } = await start().lddpay.requestPayment(CHARGE);
  const refund = (name: string, process: Process) => process.journal.refundPayment(name, id, PART);
  const die = async (name: string, dies: 'before its write' | 'in its write') => {
    const dead = start({ journal, dies });
    void refund(name, dead);
    await dead.died;
  };
  await die('b', 'before its write');
  await die('a', 'before its write');
  await die('c', 'in its write');
  wait(25 * HOUR);
  await die('b', 'in its write');
  wait(25 * HOUR);

  const first = idOf(await refund('a', start({ journal })));
  const second = idOf(await refund('c', start({ journal })));
  const third = idOf(await refund('b', start({ journal })));
  expect([first, second, third]).not.toContain(undefined);
  expect(new Set([first, second, third]).size).toBe(3);
  expect(effects(100)).toHaveLength(3);
});

describe('a refund that was made under another access key, whose idempotency keys are not known', () => {
  it.each([
    { name: 'behind a tokenProvider, now too', before: true, now: true },
    { name: 'with credentials, and now behind a tokenProvider', before: false, now: true },
    { name: 'behind a tokenProvider, and now with credentials', before: true, now: false },
  ])('is not made again while its key lives: $name', async ({ before, now }) => {
    const { start, wait, sandbox, effects } = setUpProcesses();
    const { id } = await start().lddpay.requestPayment(CHARGE);
    const hidden = {
      clientId: undefined,
      clientSecret: undefined,
      scope: undefined,
      tokenProvider: () => start().lddpay.getToken(),
    } as object;
    const forgetful: Fetch = (url, init) => {
      const headers = new Headers(init.headers);
      const key = headers.get('cko-idempotency-key');
      if (key) headers.set('cko-idempotency-key', `other-${key}`);
      return sandbox.fetch(url, { ...init, headers: Object.fromEntries(headers) });
    };
    const dead = start({ dies: 'in its write', client: before ? hidden : {} });
    void dead.journal.refundPayment('r', id, PART);
    await dead.died;
    wait(10 * MINUTE);

    const { journal } = start({
      fetch: forgetful,
      client: now ? hidden : {},
      journal: { formerAccounts: [{ baseUrl: BASE_URL }] },
    });
    expect((await journal.refundPayment('r', id, PART)).state).toBe('open');
    expect(effects(100)).toHaveLength(1);
  });

  const rotating = (fault: (send: () => Promise<Response>) => Promise<Response>) => {
    const { start, sandbox, effects } = setUpProcesses();
    let isRotated = false;
    const fetch: Fetch = async (url, init) => {
      const headers = new Headers(init.headers);
      const key = headers.get('cko-idempotency-key');
      const isOld = headers.get('authorization') === 'Bearer old';
      if (key && isOld && isRotated) return Response.json({}, { status: 401 });
      if (key) headers.set('cko-idempotency-key', `${isOld ? 'old' : 'new'}-${key}`);
      headers.set('authorization', `Bearer ${(await start().lddpay.getToken()).access_token}`);
      const send = () => sandbox.fetch(url, { ...init, headers: Object.fromEntries(headers) });
      if (!key || isRotated) return send();
      isRotated = true;
      return fault(send);
    };
    const tokenProvider = () => ({ access_token: isRotated ? 'new' : 'old', expires_in: 3600 });
    const client = {
      clientId: undefined,
      clientSecret: undefined,
      scope: undefined,
      maxRetries: 2,
      tokenProvider,
    };
    const journal = { formerAccounts: [{ baseUrl: BASE_URL }] };
    const refund = async () => {
      const { id } = await start().lddpay.requestPayment(CHARGE);
      return start({ fetch, client: client as object, journal }).journal.refundPayment('r', id, PART);
    };
    return { refund, effects };
  };

  it('is not made again by the call during which a tokenProvider changed it', async () => {
    const { refund, effects } = rotating(async (send) => {
      await send();
      throw new TypeError('fetch failed');
    });

    expect((await refund()).state).toBe('open');
    expect(effects(100)).toHaveLength(1);
  });

  it('is made by that call where the request before did not happen', async () => {
    const { refund, effects } = rotating(async () => Response.json({}, { status: 429 }));

    expect((await refund()).state).toBe('done');
    expect(effects(100)).toHaveLength(1);
  });
});
