import type { Fetch } from 'lddpay';
import type { Settlement } from 'lddpay/journal';
import { describe, expect, it } from 'vitest';
import {
  BASE_URL,
  createGate,
  isLook,
  isWrite,
  losingWrites,
  offline,
  type Process,
  type ProcessOptions,
  SECOND,
  setUpProcesses,
  stateOf,
} from '../testing/journal-processes.js';
import { CHARGE, HOUR, interrupt, MINUTE, REFUND, REFUSAL } from '../testing/journal-setup.js';
import { AMOUNT, learnTime, REFERENCE, testRaces, type Write, writes } from './testing/races-of-writes.js';

const PAYMENT_ID = 'pay_y3oqhf46pyzuxjbcn2giaqnb44';

// Those of other writes are in `journal.races.slow.test.ts`.
testRaces(writes.slice(0, 1));

it('two equal refunds are not done by one, where the record of one that was sent was replaced', async () => {
  const { start, wait, sandbox, effects } = setUpProcesses();
  const { id } = await start().lddpay.requestPayment(CHARGE);
  const journal = { exclusive: true };
  const refund = (name: string, { journal }: Process) =>
    journal.refundPayment(name, id, { ...REFUND, refund_amount: AMOUNT } as never);
  await refund('lost', start({ journal, fetch: losingWrites(sandbox.fetch) }));
  wait(3 * MINUTE);
  const sends = start({ journal, dies: 'in its write' });
  const fails = start({ journal, fetch: offline });
  interrupt(fails.store, { method: 'setItem', kind: 'intent', nth: 1 }, async () => {
    void refund('sent', sends);
    await sends.died;
  });
  expect(stateOf(await refund('sent', fails))).toBe('open');
  // The key of the first one is over, that of the second one is not.
  wait(23 * HOUR + 54 * MINUTE);

  expect(stateOf(await refund('lost', start({ journal })))).toBe('open');
  expect(stateOf(await refund('sent', start({ journal })))).toBe('done');
  expect(stateOf(await refund('lost', start({ journal })))).toBe('done');
  expect(effects(AMOUNT)).toEqual(['Refund', 'Refund']);
});

/** Lets a process call, and die once its call keeps that its refusal is confirmed. */
async function dieBeforeConfirming(dying: Process, call: (process: Process) => unknown): Promise<void> {
  const dead = createGate();
  interrupt(dying.store, { method: 'setItem', kind: 'confirmed', nth: 1 }, () => {
    dead.open();
    return new Promise(() => {});
  });
  void call(dying);
  await dead.opened;
}

describe('an intent of which a record could not be kept', () => {
  it('is not begun anew while another record of it is still being kept', async () => {
    const { start, effects } = setUpProcesses();
    const process = start();
    const { id } = await process.lddpay.requestPayment({ ...CHARGE, capture: false });
    const [failed, kept] = [createGate(), createGate()];
    const { setItem } = process.store;
    let failures = 0;
    process.store.setItem = async (key, ...rest) => {
      if (key.includes(':request:') && failures < 3) {
        failures += 1;
        if (failures === 3) failed.open();
        throw new Error('The store is down.');
      }
      if (key.includes(':intent:') && JSON.stringify(rest).includes('100')) await kept.opened;
      return setItem(key, ...rest);
    };
    const capture = (amount: number) =>
      process.journal.capturePayment('w', id, { amount, capture_type: 'NonFinal' });
    const first = capture(100);
    await failed.opened;
    const second = capture(AMOUNT).catch((error) => error);
    // Time enough to begin it.
    setTimeout(kept.open, 500);

    expect(await first).toMatchObject({ state: 'open', error: { kind: 'network' } });
    expect(await second).toMatchObject({ kind: 'config' });
    expect(effects(AMOUNT)).toEqual([]);
  });
});

describe('an intent that the API refuses to one process', () => {
  /** Calls it in two processes: the second one sends it after the first has kept the refusal, and found no request. */
  async function raceRefusal(beforeSent: (capture: Write, start: () => Process) => Promise<void>) {
    const { start, sandbox, effects } = setUpProcesses();
    const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
    const capture: Write = ({ journal }) =>
      journal.capturePayment('w', id, { amount: AMOUNT, capture_type: 'NonFinal' });
    const body = { error_type: 'request_invalid', error_codes: ['amount_invalid'] };
    sandbox.faults.inject({ operationId: 'capturePayment', effect: 'status', status: 422, body });
    const refused = start();
    const sending = start();
    const atSent = createGate();
    const mayGoOn = createGate();
    interrupt(sending.store, { method: 'setItem', kind: 'sent', nth: 1 }, async () => {
      atSent.open();
      await mayGoOn.opened;
    });
    let sent: Promise<Settlement> | undefined;
    interrupt(refused.store, { method: 'setItem', kind: 'refused', nth: 1 }, async () => {
      sent = capture(sending);
      await atSent.opened;
    });
    const { getKeys } = refused.store;
    refused.store.getKeys = async (...given) => {
      if (sent) {
        await beforeSent(capture, start);
        mayGoOn.open();
        await sent;
      }
      return getKeys(...given);
    };
    return { first: await capture(refused), second: await sent, effects: effects(AMOUNT) };
  }

  it('is done where the second one sends it while the store lists its requests', async () => {
    const { first, second, effects } = await raceRefusal(async () => {});
    expect([first.state, second?.state, effects]).toEqual(['done', 'done', ['Capture']]);
  });

  it.each([
    ['calls', (capture: Write) => capture],
    [
      'looks',
      () =>
        ({ journal }: Process) =>
          journal.look('w') as Promise<Settlement>,
    ],
  ])('is not refused to a third one that %s before the second one sends it', async (_, toAsk) => {
    let third: Settlement | undefined;
    const { second } = await raceRefusal(async (capture, start) => {
      third = await toAsk(capture)(start());
    });
    expect([third?.state, second?.state]).toEqual(['open', 'done']);
  });

  it('cannot be forgotten before the second one sends it', async () => {
    let third: unknown;
    const { second } = await raceRefusal(async (_, start) => {
      third = await start()
        .journal.forget('w')
        .catch((error: unknown) => error);
    });
    expect(third).toMatchObject({ kind: 'config', message: expect.stringContaining('is open') });
    expect(second?.state).toBe('done');
  });

  it('has an outcome that is not known to another write under its name, before the second one sends it', async () => {
    let third: unknown;
    const { second } = await raceRefusal(async (_, start) => {
      third = await start()
        .journal.voidPayment('w', PAYMENT_ID)
        .catch((error: unknown) => error);
    });
    expect(third).toMatchObject({ kind: 'config', outcome: 'unknown' });
    expect(second?.state).toBe('done');
  });
});

it('a refund that the API refuses to one process and makes for another is found by its count', async () => {
  const { start, wait, sandbox, effects } = setUpProcesses();
  const { id } = await start().lddpay.requestPayment(CHARGE);
  const journal = { exclusive: true };
  const refund: Write = ({ journal }) =>
    journal.refundPayment('w', id, { ...REFUND, refund_amount: AMOUNT } as never);
  sandbox.faults.inject({ operationId: 'refundPayment', effect: 'status', status: 422, body: REFUSAL });
  const refused = start({ journal });
  const sends = start({ journal, dies: 'in its write' });
  interrupt(refused.store, { method: 'setItem', kind: 'refused', nth: 1 }, async () => {
    void refund(sends);
    await sends.died;
  });

  expect((await refund(refused)).state).toBe('open');
  wait(10 * MINUTE);
  expect((await refund(start({ journal }))).state).toBe('done');
  expect(effects(AMOUNT)).toEqual(['Refund']);
});

describe('an intent that was said to be refused', () => {
  async function setUp() {
    const processes = setUpProcesses();
    const { id } = await processes.start().lddpay.requestPayment({ ...CHARGE, capture: false });
    const refuseNext = (body: object = REFUSAL) =>
      processes.sandbox.faults.inject({ operationId: 'capturePayment', effect: 'status', status: 422, body });
    const capture: Write = ({ journal }) =>
      journal.capturePayment('w', id, { amount: AMOUNT, capture_type: 'NonFinal' });
    return { ...processes, refuseNext, capture };
  }

  it.each([
    { what: 'a refusal', kind: 'refused', taken: false, begun: false },
    { what: 'that its key was taken', kind: 'sent', taken: true, begun: false },
    { what: 'an announcement', kind: 'sent', taken: false, begun: true },
  ])('stays so where a process that was suspended keeps $what', async ({ kind, taken, begun }) => {
    const { start, wait, sandbox, effects, refuseNext, capture } = await setUp();
    if (begun) await capture(start({ fetch: losingWrites(sandbox.fetch) }));
    else refuseNext(taken ? { ...REFUSAL, error_codes: ['idempotency_key_reused'] } : REFUSAL);
    refuseNext();
    const suspended = start();
    const states: (string | undefined)[] = [];
    interrupt(suspended.store, { method: 'setItem', kind, nth: 1 }, async () => {
      wait(8 * MINUTE);
      states.push((await capture(start())).state);
    });
    await capture(suspended);
    wait(20 * MINUTE);

    for await (const { settlement } of start().journal.resume()) states.push(settlement.state);
    states.push((await capture(start())).state);

    expect(states).toEqual(['refused', 'refused']);
    expect(effects(AMOUNT)).toEqual([]);
  });

  it('is not sent while it is confirmed, where the announcement of a process that was suspended replaces the last one', async () => {
    const { start, wait, sandbox, effects, refuseNext, capture } = await setUp();
    await capture(start({ fetch: losingWrites(sandbox.fetch) }));
    const suspended = start();
    const [isSuspended, goesOn] = [createGate(), createGate()];
    interrupt(suspended.store, { method: 'setItem', kind: 'sent', nth: 1 }, () => {
      isSuspended.open();
      return goesOn.opened;
    });
    const late = capture(suspended);
    await isSuspended.opened;
    wait(8 * MINUTE);
    refuseNext();
    const refused = start();
    const { setItem } = refused.store;
    let third: Settlement | undefined;
    refused.store.setItem = async (key, ...rest) => {
      // It has found no other request.
      if (key.includes(':confirmed:')) {
        goesOn.open();
        await late;
        third = await capture(start());
      }
      return setItem(key, ...rest);
    };

    expect((await capture(refused)).state).toBe('refused');
    expect(third?.state).toBe('refused');
    expect(effects(AMOUNT)).toEqual([]);
  });

  it('cannot have taken effect between its look and its list of other requests', async () => {
    const { start, wait, sandbox, effects, refuseNext, capture } = await setUp();
    await capture(start({ fetch: losingWrites(sandbox.fetch) }));
    const [isSent, arrives] = [createGate(), createGate()];
    const sends = start({
      dies: 'in its write',
      beforeWrite() {
        isSent.open();
        return arrives.opened;
      },
    });
    void capture(sends);
    await isSent.opened;
    refuseNext();
    let hasWritten = false;
    const fetch: Fetch = async (url, init) => {
      const response = await sandbox.fetch(url, init);
      if (isLook(url) && hasWritten) {
        arrives.open();
        await sends.died;
      }
      hasWritten = isWrite(url, init);
      return response;
    };
    const suspended = start({ fetch });
    interrupt(suspended.store, { method: 'getKeys', kind: 'request', nth: 1 }, async () => wait(8 * MINUTE));

    expect((await capture(suspended)).state).toBe('open');
    expect((await capture(start())).state).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Capture']);
  });

  it('does not make the next intent of its name refused, once it was forgotten, where it is confirmed late', async () => {
    const { start, wait, sandbox, effects, refuseNext, capture } = await setUp();
    refuseNext();
    await dieBeforeConfirming(start(), capture);
    const late = start();
    const [isSuspended, goesOn] = [createGate(), createGate()];
    interrupt(late.store, { method: 'setItem', kind: 'confirmed', nth: 1 }, () => {
      isSuspended.open();
      return goesOn.opened;
    });
    const resumed = late.journal.resume().next();
    await isSuspended.opened;

    const { journal } = start();
    expect((await capture(start())).state).toBe('refused');
    await journal.forget('w');
    sandbox.faults.inject({ operationId: 'capturePayment', effect: 'drop-after' });
    sandbox.faults.inject({ operationId: 'getPaymentActions', effect: 'status', status: 503 });
    expect((await capture(start())).state).toBe('open');
    goesOn.open();
    await resumed;
    wait(20 * MINUTE);

    expect((await capture(start())).state).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Capture']);
  });

  it('is not said of one that was done and forgotten while another process was suspended', async () => {
    const { start, wait, effects, refuseNext, capture } = await setUp();
    refuseNext();
    const suspended = start();
    interrupt(suspended.store, { method: 'getKeys', kind: 'request', nth: 1 }, async () => {
      wait(8 * MINUTE);
      const other = start();
      await capture(other);
      await other.journal.forget('w');
    });

    expect((await capture(suspended)).state).toBe('open');
    expect(effects(AMOUNT)).toEqual(['Capture']);
  });

  it('is no charge whose key still lives under the access key before', async () => {
    const { start, wait, sandbox } = await setUp();
    const charge: Write = ({ journal }) => journal.requestPayment('p', { ...CHARGE, amount: AMOUNT });
    await charge(start({ fetch: losingWrites(sandbox.fetch) }));
    wait(10 * MINUTE);
    const baseUrl = 'http://other.test';
    const formerAccounts = [{ baseUrl: BASE_URL, clientId: sandbox.credentials.clientId }];
    const rotated = () => start({ client: { baseUrl }, journal: { formerAccounts } });

    for await (const { settlement } of rotated().journal.resume())
      expect(stateOf(settlement)).toBe('open for a person');
    expect((await charge(rotated())).state).toBe('done');
  });

  it.each([
    { method: 'getKeys', kind: 'request', error: undefined },
    { method: 'setItem', kind: 'refused', error: { kind: 'timeout' } },
  ] as const)(
    'is no charge that another process makes before the $method of resume, which has found nothing of it',
    async ({ method, kind, error }) => {
      const { start, wait, sandbox, effects } = await setUp();
      const charge: Write = ({ journal }) =>
        journal.requestPayment('p', { ...CHARGE, amount: AMOUNT, reference: REFERENCE, capture: false });
      await charge(start({ fetch: losingWrites(sandbox.fetch) }));
      wait(25 * HOUR);
      const resuming = start();
      const sends = start({ dies: 'in its write' });
      interrupt(resuming.store, { method, kind, nth: 1 }, async () => {
        void charge(sends);
        await sends.died;
      });

      for await (const { settlement } of resuming.journal.resume())
        expect(settlement).toMatchObject({ state: 'open', error });
      wait(50 * HOUR);
      expect((await charge(start())).state).toBe('done');
      expect(effects(AMOUNT)).toEqual(['Authorization']);
    },
  );

  it('cannot have taken effect after the look of another process that began it at the same time', async () => {
    const { start, wait, sandbox, effects, capture } = await setUp();
    const suspend = (process: Process) => {
      const [isSuspended, goesOn] = [createGate(), createGate()];
      const { setItem } = process.store;
      process.store.setItem = async (...given) => {
        isSuspended.open();
        await goesOn.opened;
        return setItem(...given);
      };
      return { isSuspended, goesOn };
    };
    const late = start();
    const sends = start({ dies: 'in its write' });
    const [lateOne, sendingOne] = [suspend(late), suspend(sends)];
    const last = capture(late);
    void capture(sends);
    await Promise.all([lateOne.isSuspended.opened, sendingOne.isSuspended.opened]);
    const refusing: Fetch = (url, init) => {
      if (!isWrite(url, init)) return sandbox.fetch(url, init);
      return Promise.resolve(Response.json(REFUSAL, { status: 422 }));
    };
    const refused = start({ fetch: refusing });
    interrupt(refused.store, { method: 'setItem', kind: 'refused', nth: 1 }, async () => {
      sendingOne.goesOn.open();
      await sends.died;
    });

    expect((await capture(refused)).state).toBe('open');
    wait(8 * MINUTE);
    lateOne.goesOn.open();
    expect((await last).state).toBe('open');
    wait(20 * MINUTE);
    expect((await capture(start())).state).not.toBe('refused');
    expect(effects(AMOUNT)).toEqual(['Capture']);
  });

  it('is settled by resume where its process died before it could say so', async () => {
    const { start, refuseNext, capture } = await setUp();
    refuseNext();
    await dieBeforeConfirming(start(), capture);

    const states: string[] = [];
    for (const process of [start(), start()]) {
      for await (const { settlement } of process.journal.resume()) states.push(settlement.state);
    }

    expect(states).toEqual(['refused']);
  });

  it('is settled after another look where its record does not say when the last one began', async () => {
    const { start, wait, sandbox, items, refuseNext, capture } = await setUp();
    const countLooks = () =>
      sandbox.requests().filter(({ operationId }) => operationId === 'getPaymentActions').length;
    refuseNext();
    await dieBeforeConfirming(start(), capture);
    for (const [key, text] of items) items.set(key, text.replace(/,"lookedAt":\d+/, ''));
    wait(10 * MINUTE);
    const before = countLooks();

    expect((await capture(start())).state).toBe('refused');
    expect(countLooks()).toBe(before + 1);
  });
});

describe('an intent under two accounts, each with keys of its own', () => {
  /** Sets up processes of which one has the new access key, ten minutes after a capture was lost, or before it. */
  async function setUp() {
    const { sandbox, start, ...others } = setUpProcesses();
    const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
    const { clientId } = sandbox.credentials;
    /** To the API, the same account: all that differs is which keys it knows. */
    const fetch: Fetch = (url, init) => {
      const headers = Object.entries(init?.headers ?? {}).map(([name, value]) => [
        name,
        /idempotency/i.test(name) ? `new ${value}` : value,
      ]);
      const body = typeof init?.body === 'string' ? init.body.replace('ack_new', clientId) : null;
      return sandbox.fetch(url, { ...init, headers: Object.fromEntries(headers), body });
    };
    const startRotated = (options: ProcessOptions = {}) =>
      start({
        fetch,
        client: { clientId: 'ack_new' },
        journal: { formerAccounts: [{ baseUrl: BASE_URL, clientId }] },
        ...options,
      });
    const capture = ({ journal }: Process) =>
      journal.capturePayment('w', id, { amount: AMOUNT, capture_type: 'NonFinal' });
    const lose = async () => {
      await capture(start({ fetch: losingWrites(sandbox.fetch) }));
      others.wait(10 * MINUTE);
    };
    return { ...others, start, startRotated, capture, lose };
  }

  /** A write that is on its way until it is let through. */
  function hold() {
    const [left, arrives] = [createGate(), createGate()];
    const beforeWrite = () => {
      left.open();
      return arrives.opened;
    };
    return { left: left.opened, arrive: arrives.open, beforeWrite };
  }

  it('happens once where the request with the old key is on its way when the new one is used', async () => {
    const { start, startRotated, capture, lose, effects } = await setUp();
    await lose();
    const { left, arrive, beforeWrite } = hold();
    const old = start({ beforeWrite });
    let first: Promise<Settlement> | undefined;
    const rotated = startRotated({
      afterLook: () => {
        first = capture(old);
        return left;
      },
    });

    const second = await capture(rotated);
    arrive();

    expect(await first).toMatchObject({ state: 'done' });
    // The request may take 90 s, and what it does may be seen 5 min later.
    expect(second).toMatchObject({ state: 'open', tryAfterMs: expect.closeTo(6.5 * MINUTE, -5) });
    expect(effects(AMOUNT)).toHaveLength(1);
  });

  it('happens once where the request with the new key is on its way when the old one is used', async () => {
    const { start, startRotated, capture, lose, effects } = await setUp();
    await lose();
    const { left, arrive, beforeWrite } = hold();
    const rotated = startRotated({ beforeWrite });
    const old = start();
    let first: Promise<Settlement> | undefined;
    // It has looked, and knew of no other account.
    const { setItem } = old.store;
    old.store.setItem = async (...item) => {
      first ??= capture(rotated);
      await left;
      return setItem(...item);
    };

    const second = await capture(old);
    arrive();

    expect(await first).toMatchObject({ state: 'done' });
    expect(second.state).toBe('open');
    expect(effects(AMOUNT)).toHaveLength(1);
  });

  it('happens once where the request with the new key is done while the process with the old one looks for it', async () => {
    const { start, startRotated, capture, lose, effects } = await setUp();
    await lose();
    const { left, arrive, beforeWrite } = hold();
    const rotated = startRotated({ beforeWrite });
    let first: Promise<Settlement> | undefined;
    const old = start({
      afterLook: () => {
        first = capture(rotated);
        return left;
      },
    });
    const { getKeys } = old.store;
    old.store.getKeys = async (...given) => {
      arrive();
      await first;
      return getKeys(...given);
    };

    expect(await capture(old)).toMatchObject({ state: 'done' });
    expect(await first).toMatchObject({ state: 'done' });
    expect(effects(AMOUNT)).toHaveLength(1);
  });

  it('happens once where it was begun, lost and moved while the process with the old key began it too', async () => {
    const { start, startRotated, capture, lose, effects } = await setUp();
    const rotated = startRotated({ dies: 'in its write' });
    const old = start();
    await learnTime(old);
    // It has read that there is no intent.
    interrupt(old.store, { method: 'getItem', kind: 'forgotten', nth: 1 }, async () => {
      await lose();
      capture(rotated);
      await rotated.died;
    });

    expect((await capture(old)).state).toBe('open');
    expect(effects(AMOUNT)).toHaveLength(1);
  });

  it('goes on with the old key after a deploy that was taken back, once no request can arrive any more', async () => {
    const { start, startRotated, capture, lose, wait, effects } = await setUp();
    await lose();
    expect(
      (await capture(startRotated({ beforeWrite: () => Promise.reject(new TypeError('fetch failed')) })))
        .state,
    ).toBe('open');

    // To list other requests may take a minute more.
    expect(await capture(start())).toMatchObject({ tryAfterMs: expect.closeTo(7.5 * MINUTE, -5) });
    wait(10 * MINUTE);
    expect((await capture(start())).state).toBe('done');
    expect(effects(AMOUNT)).toHaveLength(1);
  });

  it('goes on with the new key although the store takes longer to list requests than a call may take', async () => {
    const { startRotated, capture, lose, wait, effects } = await setUp();
    await lose();
    const rotated = startRotated({ client: { clientId: 'ack_new', deadline: 10 * SECOND } });
    const { getKeys } = rotated.store;
    rotated.store.getKeys = async (...given) => {
      wait(15 * SECOND);
      return getKeys(...given);
    };

    expect((await capture(rotated)).state).toBe('done');
    expect(effects(AMOUNT)).toHaveLength(1);
  });
});
