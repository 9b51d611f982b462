import type { Fetch } from 'lddpay';
import type { Settlement } from 'lddpay/journal';
import { describe, expect, it } from 'vitest';
import {
  BASE_URL,
  losingWrites,
  type Process,
  setUpProcesses,
  stateOf,
} from '../testing/journal-processes.js';
import { CHARGE, HOUR, interrupt, MINUTE, REFUND, REFUSAL } from '../testing/journal-setup.js';

const REFERENCE = 'ORD-17';

const AMOUNT = 400;

describe('an action that the API lists twice', () => {
  /** Returns a connection on which every action is listed twice. */
  function listingTwice(send: Fetch): Fetch {
    return async (url, init) => {
      const response = await send(url, init);
      if (!url.endsWith('/actions') || !response.ok) return response;
      const actions = JSON.parse(await response.text());
      return new Response(JSON.stringify([...actions, ...actions]), { headers: response.headers });
    };
  }

  it('is found, as one action', async () => {
    const { start, sandbox, wait, effects } = setUpProcesses();
    const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
    const body = { amount: AMOUNT, capture_type: 'NonFinal', reference: REFERENCE } as const;
    const capture = ({ journal }: Process) => journal.capturePayment('c', id, body);
    const dead = start({ dies: 'in its write' });
    void capture(dead);
    await dead.died;
    wait(25 * HOUR);

    expect(stateOf(await capture(start({ fetch: listingTwice(sandbox.fetch) })))).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Capture']);
  });

  it('is that of one of two equal refunds', async () => {
    const { start, sandbox, wait, effects } = setUpProcesses();
    const { id } = await start().lddpay.requestPayment(CHARGE);
    const journal = { exclusive: true };
    const refund = (name: string, { journal }: Process) =>
      journal.refundPayment(name, id, { ...REFUND, refund_amount: AMOUNT } as never);
    await refund('first', start({ journal, fetch: losingWrites(sandbox.fetch) }));
    // The effect can be that of either, and goes to the first.
    wait(MINUTE);
    const dead = start({ journal, dies: 'in its write' });
    void refund('second', dead);
    await dead.died;
    wait(25 * HOUR);

    const fetch = listingTwice(sandbox.fetch);
    const first = start({ journal, fetch });
    let second: Promise<Settlement> | undefined;
    // What it has found is not kept yet.
    interrupt(first.store, { method: 'setItem', kind: 'done', nth: 1 }, async () => {
      second = refund('second', start({ journal, fetch }));
      await second;
    });
    const settlements = [await refund('first', first), (await second) as Settlement];

    expect(settlements.map(stateOf)).toEqual(['done', 'done']);
    expect(new Set(settlements.map((settlement) => settlement.state === 'done' && settlement.id)).size).toBe(
      2,
    );
    expect(effects(AMOUNT)).toEqual(['Refund', 'Refund']);
  });
});

describe('a charge whose payment is read where the response is that to another request', () => {
  it('is not decided by it', async () => {
    const { start, sandbox } = setUpProcesses();
    const body = { ...CHARGE, amount: 1003 };
    const declined = { ...CHARGE, source: { ...CHARGE.source, number: '4000000000000002' } };
    const { id: otherId } = await start().lddpay.requestPayment(declined);
    const first = await start().journal.requestPayment('p', body);
    const mixedUp: Fetch = (url, init) => sandbox.fetch(url.replace(/pay_\w+$/, otherId), init);

    const second = await start({ fetch: mixedUp }).journal.requestPayment('p', body);
    if (first.state === 'done') sandbox.challenges.complete(first.id, 'authorized');
    const third = await start().journal.requestPayment('p', body);

    expect(first).toMatchObject({ state: 'done', approved: undefined });
    expect(second).toEqual({ state: 'done', id: first.state === 'done' && first.id });
    expect(third).toMatchObject({ state: 'done', approved: true });
  });
});

describe('an increment beside the authorization of its payment', () => {
  /** Returns a connection on which the authorization is listed with the reference of its payment. */
  function withReference(send: Fetch): Fetch {
    return async (url, init) => {
      const response = await send(url, init);
      if (!url.endsWith('/actions')) return response;
      const actions = JSON.parse(await response.text());
      for (const action of actions) action.reference ??= REFERENCE;
      return new Response(JSON.stringify(actions), { headers: response.headers });
    };
  }

  /** Sets up an authorization, of which the increment has the amount and the reference. */
  async function setUp(authorization: object = { authorization_type: 'Estimated' }) {
    const processes = setUpProcesses();
    const { sandbox, start } = processes;
    const payment = { ...CHARGE, amount: AMOUNT, capture: false, reference: REFERENCE };
    const { id } = await start().lddpay.requestPayment({ ...payment, ...authorization } as never);
    const increment = ({ journal }: Process, body: object = { amount: AMOUNT, reference: REFERENCE }) =>
      journal.incrementAuthorization('i', id, body);
    return { ...processes, increment, fetch: withReference(sandbox.fetch) };
  }

  it.each([
    { what: 'with its reference and amount', body: { amount: AMOUNT, reference: REFERENCE }, isListed: true },
    { what: 'without a reference', body: {}, isListed: false },
  ])('is refused where the API refuses it: the authorization $what', async ({ body, isListed }) => {
    // The sandbox raises no authorization that is final.
    const { start, sandbox, fetch, wait, increment } = await setUp({});
    const call = () => increment(start({ fetch: isListed ? fetch : sandbox.fetch }), body);

    expect(stateOf(await call())).toBe('refused');
    wait(25 * HOUR);
    expect(stateOf(await call())).toBe('refused');
  });

  it('is made where its request was lost', async () => {
    const { start, fetch, wait, effects, increment } = await setUp();
    await increment(start({ fetch: losingWrites(fetch) }));
    wait(25 * HOUR);

    expect(stateOf(await increment(start({ fetch })))).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Authorization', 'Authorization']);
  });

  it('is found where its response was lost', async () => {
    const { start, fetch, wait, effects, increment, sandbox } = await setUp();
    const dead = start({ fetch, dies: 'in its write' });
    void increment(dead);
    await dead.died;
    const { actionId } = sandbox.ledger().at(-1) ?? {};
    wait(25 * HOUR);

    expect(await increment(start({ fetch }))).toMatchObject({ state: 'done', id: actionId });
    expect(effects(AMOUNT)).toEqual(['Authorization', 'Authorization']);
  });
});

describe('an effect of another write that is like that of an intent', () => {
  it('does not make the intent done that the API has refused', async () => {
    const { sandbox, start, wait, effects } = setUpProcesses();
    const { lddpay } = start();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    const body = { amount: AMOUNT, capture_type: 'NonFinal', reference: REFERENCE } as const;
    const capture = ({ journal }: Process) => journal.capturePayment('c', id, body);
    await capture(start({ fetch: losingWrites(sandbox.fetch) }));
    await lddpay.capturePayment(id, body);
    sandbox.faults.inject({ operationId: 'capturePayment', effect: 'status', status: 422, body: REFUSAL });

    expect(await capture(start())).toMatchObject({
      state: 'open',
      error: { status: 422 },
      tryAfterMs: 5 * MINUTE,
    });
    wait(25 * HOUR);

    expect(stateOf(await capture(start()))).toBe('open for a person');
    expect(effects(AMOUNT)).toEqual(['Capture']);
  });
});

describe('a list of effects from a cache', () => {
  it.each([
    { what: 'charge', path: 'payments' },
    { what: 'capture', path: 'actions' },
  ])('does not show that a $what was not made, which is not made again', async ({ what, path }) => {
    const { sandbox, start, wait, effects } = setUpProcesses();
    const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
    const write = ({ journal }: Process) =>
      what === 'charge'
        ? journal.requestPayment('w', { ...CHARGE, amount: AMOUNT, capture: false })
        : journal.capturePayment('w', id, { amount: AMOUNT, capture_type: 'NonFinal' });
    const empty = path === 'payments' ? { total_count: 0, data: [] } : [];
    let age = 26 * 60 * 60;
    const cached: Fetch = async (url, init) => {
      const isCached = init?.method === 'GET' && new URL(url).pathname.endsWith(path) && age > 0;
      const response = await sandbox.fetch(url, init);
      if (!isCached) return response;
      const headers = { ...Object.fromEntries(response.headers), age: `${age}` };
      return new Response(JSON.stringify(empty), { headers });
    };
    const dead = start({ dies: 'in its write' });
    void write(dead);
    await dead.died;
    wait(25 * HOUR);

    expect(await write(start({ fetch: cached }))).toMatchObject({
      state: 'open',
      tryAfterMs: expect.closeTo(HOUR + 6.5 * MINUTE, -5),
    });
    age = 0;
    expect(stateOf(await write(start({ fetch: cached })))).toBe('done');
    expect(effects(AMOUNT)).toHaveLength(1);
  });

  it.each([
    ['missing', undefined],
    ['unreadable', 'yesterday'],
    ['that of two responses', 'Thu, 26 Nov 2026 10:00:00 GMT, Thu, 26 Nov 2026 10:00:00 GMT'],
  ])('does not show that a capture was not made where its Date is %s', async (_, date) => {
    const { sandbox, start, wait, effects } = setUpProcesses();
    const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
    const capture = ({ journal }: Process) =>
      journal.capturePayment('w', id, { amount: AMOUNT, capture_type: 'NonFinal' });
    let isCached = true;
    const cached: Fetch = async (url, init) => {
      const response = await sandbox.fetch(url, init);
      if (!isCached || !url.endsWith('/actions')) return response;
      const { date: _, ...headers } = Object.fromEntries(response.headers);
      return new Response('[]', { headers: { ...headers, ...(date && { date }) } });
    };
    const dead = start({ dies: 'in its write' });
    void capture(dead);
    await dead.died;
    wait(25 * HOUR);

    // By another response, the process knows that those of the API have a date.
    const process = start({ fetch: cached });
    await process.lddpay.getPaymentDetails(id);
    expect(stateOf(await capture(process))).toBe('open for a person');
    isCached = false;
    expect(stateOf(await capture(process))).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Capture']);
  });

  it('shows it once it is newer than anything that can have arrived', async () => {
    const { sandbox, start, wait, effects } = setUpProcesses();
    const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
    const capture = ({ journal }: Process) =>
      journal.capturePayment('w', id, { amount: AMOUNT, capture_type: 'NonFinal' });
    await capture(start({ fetch: losingWrites(sandbox.fetch) }));
    wait(25 * HOUR);
    const cached: Fetch = async (url, init) => {
      const response = await sandbox.fetch(url, init);
      if (url.endsWith('/actions')) response.headers.set('age', '60');
      return response;
    };

    expect(stateOf(await capture(start({ fetch: cached })))).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Capture']);
  });
});

describe('a payment or action that has the reference of an intent already', () => {
  const charge = ({ journal }: Process) => journal.requestPayment('ORD-17', { ...CHARGE, amount: AMOUNT });
  const capturing = (id: string) => (process: Process) =>
    process.journal.capturePayment('ORD-17', id, { amount: AMOUNT, capture_type: 'NonFinal' });

  /** Sets up a write of which the reference is already that of a payment or an action, made without the journal. */
  async function setUp(what: string, minutes: number) {
    const processes = setUpProcesses();
    const { lddpay } = processes.start();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    const part = { amount: AMOUNT, reference: 'ORD-17' } as const;
    if (what === 'charge') await lddpay.requestPayment({ ...CHARGE, ...part });
    else await lddpay.capturePayment(id, { ...part, capture_type: 'NonFinal' });
    processes.wait(minutes * MINUTE);
    return { ...processes, write: what === 'charge' ? charge : capturing(id) };
  }

  describe.each(['charge', 'capture'])('of a %s', (what) => {
    it('is not taken for its effect, which is done with the key', async () => {
      const { start, write, sandbox, wait } = await setUp(what, 10);
      const dead = start({ dies: 'in its write' });
      void write(dead);
      await dead.died;
      const own = sandbox.ledger().at(-1);
      wait(HOUR);

      const id = what === 'charge' ? own?.paymentId : own?.actionId;
      expect(await write(start())).toMatchObject({ state: 'done', id });
    });

    it.each(['drop-before', 'drop-after'] as const)(
      'is not taken for its effect at once, nor after the key: %s',
      async (effect) => {
        const { start, write, sandbox, wait, effects } = await setUp(what, 10);
        const operationId = `${what === 'charge' ? 'request' : 'capture'}Payment` as const;
        sandbox.faults.inject({ operationId, effect });
        expect(stateOf(await write(start()))).toBe('open');
        const before = effects(AMOUNT);
        wait(25 * HOUR);

        expect(stateOf(await write(start()))).toBe('open for a person');
        expect(effects(AMOUNT)).toEqual(before);
      },
    );

    it('does not make it done where the API refuses it', async () => {
      const { start, write, sandbox } = await setUp(what, 10);
      const operationId = `${what === 'charge' ? 'request' : 'capture'}Payment` as const;
      sandbox.faults.inject({ operationId, effect: 'status', status: 422, body: REFUSAL });

      expect(await write(start())).toMatchObject({ state: 'open', error: { status: 422 } });
      expect(stateOf(await write(start()))).toBe('done');
    });

    it.each([
      { hours: 1, state: 'done' },
      { hours: 24, state: 'open for a person' },
    ])('is its effect that a lost store knew of, $hours h before it could be sent: $state', async (after) => {
      const { start, wait, items, sandbox, effects } = setUpProcesses();
      const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
      const write = what === 'charge' ? charge : capturing(id);
      await write(start());
      const own = sandbox.ledger().at(-1);
      const before = effects(AMOUNT);
      items.clear();
      wait(12 * HOUR);
      await write(start({ fetch: losingWrites(sandbox.fetch) }));
      wait(after.hours * HOUR - HOUR);
      const last = await write(start());

      expect(stateOf(last)).toBe(after.state);
      if (last.state === 'done') expect([own?.paymentId, own?.actionId]).toContain(last.id);
      expect(effects(AMOUNT)).toEqual(before);
    });

    it.each([
      { days: 2, isRefused: false },
      { days: 60, isRefused: false },
      { days: 60, isRefused: true },
    ])('is its effect that a lost store knew of, $days d before: refused: $isRefused', async (after) => {
      const { start, wait, items, sandbox, effects } = setUpProcesses();
      const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
      const write = what === 'charge' ? charge : capturing(id);
      await write(start());
      const before = effects(AMOUNT);
      items.clear();
      wait(after.days * 24 * HOUR);
      const operationId = `${what === 'charge' ? 'request' : 'capture'}Payment` as const;
      const refusal = { operationId, effect: 'status', status: 422, body: REFUSAL } as const;
      if (after.isRefused) sandbox.faults.inject(refusal);
      const fetch = after.isRefused ? sandbox.fetch : losingWrites(sandbox.fetch);

      expect((await write(start({ fetch }))).state).toBe('open');
      expect(stateOf(await write(start()))).toBe('open for a person');
      expect(effects(AMOUNT)).toEqual(before);
    });
  });
});

describe('an effect that another intent of its reference and amount may have caused', () => {
  /** Sets up captures with the reference of their order. */
  async function setUp() {
    const processes = setUpProcesses();
    const { id } = await processes.start().lddpay.requestPayment({ ...CHARGE, capture: false });
    const body = { amount: AMOUNT, capture_type: 'NonFinal', reference: REFERENCE } as const;
    const capture = (name: string, { journal }: Process) => journal.capturePayment(name, id, body);
    const loseResponse = async (name: string) => {
      const dead = processes.start({ dies: 'in its write' });
      void capture(name, dead);
      await dead.died;
    };
    return { ...processes, capture, loseResponse };
  }

  it('is not that of an intent while a request of the other one can still show whose it is', async () => {
    const { start, sandbox, wait, effects, capture, loseResponse } = await setUp();
    await capture('first', start({ fetch: losingWrites(sandbox.fetch) }));
    wait(2 * MINUTE);
    await loseResponse('second');
    // The key of the first one is over, and that of the second one lives.
    wait(24 * HOUR - 6 * MINUTE);

    const first = await capture('first', start());
    const second = await capture('second', start());
    expect(first).toMatchObject({ state: 'open', tryAfterMs: expect.closeTo(11 * MINUTE, -4) });
    expect(stateOf(second)).toBe('done');
    wait(11 * MINUTE);
    const later = await capture('first', start());

    expect(stateOf(later)).toBe('done');
    expect(later).not.toMatchObject({ id: second.state === 'done' && second.id });
    expect(effects(AMOUNT)).toEqual(['Capture', 'Capture']);
  });

  it('is that of an intent once no key that has caused it can live', async () => {
    const { start, wait, effects, capture, loseResponse } = await setUp();
    await loseResponse('only');
    wait(24 * HOUR);
    expect(stateOf(await capture('only', start()))).toBe('open');
    wait(7 * MINUTE);

    expect(stateOf(await capture('only', start()))).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Capture']);
  });

  it('is waited for under a new access key too, of which the others can have the old one', async () => {
    const { start, sandbox, wait, effects, capture, loseResponse } = await setUp();
    await loseResponse('only');
    wait(10 * MINUTE);
    const { clientId } = sandbox.credentials;
    const fetch: Fetch = (url, init) =>
      sandbox.fetch(url, {
        ...init,
        body: typeof init?.body === 'string' ? init.body.replace('ack_new', clientId) : null,
      });
    const rotated = () =>
      start({
        fetch,
        client: { clientId: 'ack_new' },
        journal: { formerAccounts: [{ baseUrl: BASE_URL, clientId }] },
      });

    expect(await capture('only', rotated())).toMatchObject({
      state: 'open',
      tryAfterMs: expect.closeTo(24 * HOUR - 5 * MINUTE, -4),
    });
    wait(24 * HOUR - 4 * MINUTE);
    expect(stateOf(await capture('only', rotated()))).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Capture']);
  });
});
