import type { Fetch } from 'lddpay';
import type { Settlement } from 'lddpay/journal';
import { describe, expect, it } from 'vitest';
import {
  isLook,
  isWrite,
  losingWrites,
  type Process,
  setUpProcesses,
  stateOf,
} from '../testing/journal-processes.js';
import { CHARGE, HOUR, MINUTE, REFUND, REFUSAL } from '../testing/journal-setup.js';
import { AMOUNT, callAgain, DAY, type Effect, set, showing, testForms } from './testing/unclear-effects.js';

// Those of other writes are in `journal.unclear.slow.test.ts`.
testForms(['charge']);

describe('an effect that the API shows in another form than it was asked for', () => {
  it.each([
    ['of a type that is not documented', set('type', () => 'Partial Refund'), 'open for a person'],
    ['without an amount', set('amount', () => undefined), 'open for a person'],
    ['without a time', set('processed_on', () => undefined), 'open for a person'],
    ['with a time in ms', set('processed_on', (time) => Date.parse(time)), 'open for a person'],
    ['as it was asked for', () => {}, 'done'],
  ] as const)('is the only refund of an exclusive journal: %s', async (_, change, expected) => {
    const { state, effects } = await callAgain('refund', change, { exclusive: true });

    expect(state).toBe(expected);
    expect(effects).toEqual(['Refund']);
  });

  it('is left to a person where an equal one is shared by count: a refund of a type that is not documented', async () => {
    const { start, wait, sandbox, effects } = setUpProcesses();
    const { id } = await start().lddpay.requestPayment(CHARGE);
    const refund = ({ journal }: Process, name: string) =>
      journal.refundPayment(name, id, { ...REFUND, refund_amount: AMOUNT });
    for (const name of ['first', 'second']) {
      const dead = start({ dies: 'in its write', journal: { exclusive: true } });
      void refund(dead, name);
      await dead.died;
    }
    wait(2 * DAY);
    const [unclear] = sandbox.ledger().filter(({ amount }) => amount === AMOUNT);
    const change = (effect: Effect) => {
      if (effect['id'] === unclear?.actionId) effect['type'] = 'Partial Refund';
    };
    const process = start({ fetch: showing(change, sandbox.fetch), journal: { exclusive: true } });

    const states = [await refund(process, 'first'), await refund(process, 'second')].map(stateOf);

    expect(states.sort()).toEqual(['done', 'open for a person']);
    expect(effects(AMOUNT)).toEqual(['Refund', 'Refund']);
  });

  it.each([
    ['with another reference', set('reference', () => 'ORD-18')],
    ['of another documented type', set('type', () => 'Void')],
  ] as const)('is made again where what is there is another write: a capture %s', async (_, change) => {
    expect(await callAgain('capture', change)).toEqual({ state: 'done', effects: ['Capture', 'Capture'] });
  });
});

describe('a capture with the reference of an order, which others of the order have too', () => {
  const BODY = { amount: AMOUNT, capture_type: 'NonFinal', reference: 'ORD-17' } as const;

  async function setUp() {
    const processes = setUpProcesses();
    const { lddpay } = processes.start();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    const capture = () => lddpay.capturePayment(id, BODY);
    const write = ({ journal }: Process) => journal.capturePayment('w', id, BODY);
    return { ...processes, capture, write };
  }

  it('is left to a person where another one has no time, and so can be older', async () => {
    const { start, wait, sandbox, effects, capture, write } = await setUp();
    await capture();
    wait(DAY);
    const dead = start({ dies: 'before its write' });
    void write(dead);
    await dead.died;
    wait(2 * DAY);
    const undated = showing(
      set('processed_on', () => undefined),
      sandbox.fetch,
    );

    expect(stateOf(await write(start({ fetch: undated })))).toBe('open for a person');
    expect(effects(AMOUNT)).toEqual(['Capture']);
  });

  it('is not sent with the key of a request that was rejected a day before', async () => {
    const { start, wait, sandbox, effects, capture, write } = await setUp();
    // An API that keeps a key from when it has seen it first, whatever it responded.
    const seen = new Map<string, number>();
    const fetch: Fetch = (url, init) => {
      if (!isWrite(url, init)) return sandbox.fetch(url, init);
      const headers = new Headers(init?.headers);
      const key = `${headers.get('Cko-Idempotency-Key')}`;
      const first = seen.get(key) ?? Date.now();
      seen.set(key, first);
      if (Date.now() - first > DAY) headers.set('Cko-Idempotency-Key', `${key}-2`);
      return sandbox.fetch(url, { ...init, headers: Object.fromEntries(headers) });
    };
    sandbox.faults.inject({ operationId: 'capturePayment', effect: 'status', status: 429 });
    await write(start({ fetch }));
    wait(MINUTE);
    await capture();
    wait(23 * HOUR);
    const dead = start({ fetch, dies: 'in its write' });
    void write(dead);
    await dead.died;
    wait(7 * HOUR);

    expect(stateOf(await write(start({ fetch })))).toBe('open for a person');
    expect(effects(AMOUNT)).toEqual(['Capture', 'Capture']);
  });

  it('takes none that came after its only request was rejected', async () => {
    const { start, wait, sandbox, effects, capture, write } = await setUp();
    sandbox.faults.inject({ operationId: 'capturePayment', effect: 'status', status: 429 });
    expect(await write(start())).toMatchObject({ state: 'open', error: { outcome: 'rejected' } });
    wait(MINUTE);
    await capture();
    wait(2 * DAY);

    expect((await write(start())).state).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Capture', 'Capture']);
  });
});

describe('a capture without a reference, made elsewhere', () => {
  it.each([
    [2, 'done', 2],
    [0, 'open for a person', 1],
  ] as const)(
    'is a trace of a lost one only if it can be its own: %s days before',
    async (days, state, count) => {
      const { start, wait, sandbox, effects } = setUpProcesses();
      const { lddpay } = start();
      const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
      const capture = { amount: AMOUNT, capture_type: 'NonFinal' } as const;
      await lddpay.capturePayment(id, capture);
      wait(days * DAY);
      const write = ({ journal }: Process) => journal.capturePayment('ORD-17/capture-2', id, capture);
      await write(start({ fetch: losingWrites(sandbox.fetch) }));
      wait(DAY + 3 * HOUR);

      expect(stateOf(await write(start()))).toBe(state);
      expect(effects(AMOUNT)).toHaveLength(count);
    },
  );
});

describe('a reversal that was lost, of a payment whose authorization has expired since', () => {
  it('is left to a person once the API has refused it and its key is over', async () => {
    const { start, wait, sandbox } = setUpProcesses();
    const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
    wait(6 * DAY + 22 * HOUR);
    await start({ fetch: losingWrites(sandbox.fetch) }).journal.reversePayment('w', id, REFUND);
    wait(2 * DAY);

    const states: string[] = [];
    for (let day = 0; day < 4; day += 1) {
      for await (const { settlement } of start().journal.resume()) states.push(stateOf(settlement));
      wait(DAY);
    }

    expect(states.slice(1)).toEqual(['open for a person', 'open for a person', 'open for a person']);
  });
});

describe('a charge with the reference of an order, of which nothing came', () => {
  it('is refused once its key is over, although another payment of the order can be like it', async () => {
    const { start, wait, sandbox, effects } = setUpProcesses();
    const body = { ...CHARGE, amount: AMOUNT, capture: false, reference: 'ORD-17' } as const;
    sandbox.faults.inject({ operationId: 'requestPayment', effect: 'status', status: 429 });
    await start().journal.requestPayment('w', body);
    wait(MINUTE);
    await start().lddpay.requestPayment(body);
    wait(2 * DAY);

    const states: string[] = [];
    for await (const { settlement } of start().journal.resume()) states.push(stateOf(settlement));

    expect(states).toEqual(['refused']);
    expect(effects(AMOUNT)).toHaveLength(1);
  });
});

describe('a list that cannot be read', () => {
  /** Returns a connection on which looks get what the test says. */
  const looking = (send: Fetch, respond: (look: number) => unknown): Fetch => {
    let looks = 0;
    return async (url, init) => {
      if (!isLook(url)) return send(url, init);
      looks += 1;
      return Response.json(respond(looks));
    };
  };
  const payments = (look: number) =>
    Array.from({ length: 100 }, (_, at) => ({ id: `pay_${look}_${at}`, reference: 'walk-in' }));

  const TOO_MANY = 'More than 1,000 payments have this `reference`. Give each write its own.';
  const lists = [
    ['of more than 1,000 payments by its total', () => ({ total_count: 1_001, data: payments(1) }), TOO_MANY],
    ['of payments without an end', (look: number) => ({ data: payments(look) }), TOO_MANY],
    ['of which all pages are the same', () => ({ data: payments(1) }), 'The next page was already read.'],
  ] as const;

  /** Sets up a write of which the list cannot be read, and whose first request has been lost. */
  async function setUp(respond: (look: number) => unknown, isSent: boolean) {
    const processes = setUpProcesses();
    const write = ({ journal }: Process) =>
      journal.requestPayment('w', { ...CHARGE, amount: AMOUNT, capture: false, reference: 'walk-in' });
    const open = () => processes.start({ fetch: looking(processes.sandbox.fetch, respond) });
    const dead = processes.start(isSent ? { dies: 'in its write' } : { dies: 'before its write' });
    void write(dead);
    await dead.died;
    return { ...processes, open, write };
  }

  describe.each(lists)('%s', (_, respond, message) => {
    it.each([true, false])(
      'is no reason not to repeat a request while its key lives: sent %s',
      async (isSent) => {
        const { open, write, wait, effects } = await setUp(respond, isSent);
        wait(HOUR);

        expect(stateOf(await write(open()))).toBe('done');
        expect(effects(AMOUNT)).toHaveLength(1);
      },
    );

    it('stays open once the key has expired, and says why', async () => {
      const { open, write, wait, effects } = await setUp(respond, true);
      wait(25 * HOUR);
      const process = open();

      expect(await write(process)).toMatchObject({
        state: 'open',
        // Another response can follow one that is wrong.
        tryAfterMs: message === TOO_MANY ? Number.POSITIVE_INFINITY : 2_000,
        error: { kind: 'decode', transient: false, message: expect.stringContaining(message) },
      });
      expect(await process.journal.look('w')).toMatchObject({
        error: { message: expect.stringContaining(message) },
      });
      expect(effects(AMOUNT)).toHaveLength(1);
    });
  });

  it('leaves to `resume` a charge whose card it does not have, and says why', async () => {
    const { open } = await setUp(lists[0][1], true);

    const settlements: Settlement[] = [];
    for await (const { settlement } of open().journal.resume()) settlements.push(settlement);

    expect(settlements).toMatchObject([
      {
        state: 'open',
        tryAfterMs: Number.POSITIVE_INFINITY,
        error: { message: expect.stringContaining(TOO_MANY) },
      },
    ]);
  });

  it.each([
    ['its own, so that only a lost store can have known of an effect', undefined, 'open'],
    ['one that it was given', 'walk-in', 'refused'],
  ] as const)('lets a refused charge be refused by its reference: %s', async (_, reference, state) => {
    const { start, sandbox } = setUpProcesses();
    sandbox.faults.inject({ operationId: 'requestPayment', effect: 'status', status: 422, body: REFUSAL });
    const { journal } = start({ fetch: looking(sandbox.fetch, lists[0][1]) });

    const charge = await journal.requestPayment('w', { ...CHARGE, reference });

    expect(charge).toMatchObject({ state, error: { status: 422 } });
  });

  it('does not repeat a charge whose reference the journal chose: a store that was lost can have known of it', async () => {
    const { start, wait, sandbox, items, effects } = setUpProcesses();
    const write = ({ journal }: Process) =>
      journal.requestPayment('w', { ...CHARGE, amount: AMOUNT, capture: false });
    await write(start());
    wait(23 * HOUR);
    items.clear();
    await write(start({ fetch: losingWrites(sandbox.fetch) }));
    wait(2 * HOUR);

    expect(await write(start({ fetch: looking(sandbox.fetch, lists[0][1]) }))).toMatchObject({
      state: 'open',
      tryAfterMs: Number.POSITIVE_INFINITY,
    });
    expect(effects(AMOUNT)).toHaveLength(1);
  });

  it('is why a success that does not say whose it is stays open', async () => {
    const { start, sandbox } = setUpProcesses();
    const send: Fetch = async (url, init) => {
      const response = await sandbox.fetch(url, init);
      return isWrite(url, init) ? Response.json({ ok: true }, { status: 201 }) : response;
    };

    const charge = await start({ fetch: looking(send, lists[0][1]) }).journal.requestPayment('w', {
      ...CHARGE,
      reference: 'walk-in',
    });

    expect(charge).toMatchObject({ state: 'open', error: { message: expect.stringContaining(TOO_MANY) } });
  });

  it('is none where a body is garbled, which passes', async () => {
    const { start, wait, sandbox, write } = await setUp(lists[0][1], true);
    wait(25 * HOUR);
    const tooLong = 'x'.repeat(20_000);
    let looks = 0;
    const fetch: Fetch = async (url, init) => {
      if (!isLook(url) || looks > 0) return sandbox.fetch(url, init);
      looks += 1;
      return Response.json({ data: [{ id: tooLong }] });
    };
    const process = start({ fetch, client: { maxResponseBytes: 10_000 } });

    const first = await write(process);

    expect(first).toMatchObject({ state: 'open', tryAfterMs: 2_000, error: { kind: 'decode' } });
    expect((await write(process)).state).toBe('done');
  });

  it('is none where a page has no list, which passes', async () => {
    const { open, write, wait, effects } = await setUp(() => ({}), true);
    wait(25 * HOUR);

    expect(await write(open())).toMatchObject({
      state: 'open',
      tryAfterMs: 2_000,
      error: { transient: true },
    });
    expect(effects(AMOUNT)).toHaveLength(1);
  });

  it('costs one request where the list says how many payments it has', async () => {
    const { sandbox, start } = setUpProcesses();
    let looks = 0;
    const fetch = looking(losingWrites(sandbox.fetch), (look) => {
      looks = look;
      return lists[0][1]();
    });

    await start({ fetch }).journal.requestPayment('w', { ...CHARGE, reference: 'walk-in' });

    expect(looks).toBe(1);
  });
});
