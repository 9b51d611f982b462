import type { SandboxOptions } from 'lddpay-sandbox';
import { describe, expect, it } from 'vitest';
import {
  createGate,
  losingWrites,
  offline,
  type Process,
  SECOND,
  setUpProcesses,
  stateOf,
} from '../testing/journal-processes.js';
import { CHARGE, HOUR, interrupt, MINUTE, REFUND, REFUSAL } from '../testing/journal-setup.js';

const AMOUNT = 300;

/** Sets up processes and a payment of 1000, of which they can refund parts. */
async function setUp(options?: SandboxOptions) {
  const processes = setUpProcesses(options);
  const { id } = await processes.start().lddpay.requestPayment(CHARGE);
  const refund = ({ journal }: Process, amount = AMOUNT) =>
    journal.refundPayment('w', id, { ...REFUND, refund_amount: amount } as never);
  const kinds = () => [...processes.items.keys()].map((key) => key.split(':')[1]);
  return { ...processes, id, refund, kinds };
}

describe('a name that was forgotten', () => {
  it('is refused to a client of another account while its key lives', async () => {
    const { start, refund, wait, sandbox } = await setUp();
    const { fetch } = sandbox;
    await refund(start());
    await start().journal.forget('w');
    const other = () => start({ fetch, client: { baseUrl: 'http://live.test' } });

    await expect(refund(other())).rejects.toMatchObject({
      kind: 'config',
      outcome: 'unknown',
      message: expect.stringContaining('give each account its own `prefix`'),
    });
    const formerAccounts = [{ baseUrl: 'http://sandbox.test' }];
    const moved = start({ fetch, client: { baseUrl: 'http://live.test' }, journal: { formerAccounts } });
    expect(stateOf(await refund(moved))).toBe('done');
    wait(25 * HOUR);
    expect(stateOf(await refund(other()))).toBe('done');
  });

  it('is kept for later where no token is to be had, once its key has expired', async () => {
    const { start, refund, wait, effects } = await setUp();
    await refund(start());
    await start().journal.forget('w');
    expect(stateOf(await refund(start({ fetch: offline })))).toBe('open');
    for await (const _ of start().journal.resume()) expect.unreachable();
    wait(72 * HOUR);

    expect(stateOf(await refund(start({ fetch: offline })))).toBe('open');
    const states: string[] = [];
    for await (const { settlement } of start().journal.resume()) states.push(stateOf(settlement));
    expect(states).toEqual(['done']);
    expect(effects(AMOUNT)).toEqual(['Refund', 'Refund']);
  });

  it('is not done again by a process that waited for its token, while another one did it', async () => {
    const { start, refund, wait, sandbox, effects } = await setUp();
    const other = start();
    let hasWaited = false;
    const lost = losingWrites(sandbox.fetch);
    const slow = start({
      async fetch(url, init) {
        if (!hasWaited) {
          hasWaited = true;
          await refund(other);
          await other.journal.forget('w');
        }
        return lost(url, init);
      },
    });

    expect(stateOf(await refund(slow))).toBe('done');
    wait(26 * HOUR);
    for await (const _ of start().journal.resume());
    expect(effects(AMOUNT)).toEqual(['Refund']);
  });

  it('is not done again by a process that began it too, while another one did it', async () => {
    const { start, refund, wait, sandbox, effects } = await setUp();
    const other = start();
    const slow = start({ fetch: losingWrites(sandbox.fetch) });
    interrupt(slow.store, { method: 'setItem', kind: 'intent', nth: 1 }, async () => {
      await refund(other);
      await other.journal.forget('w');
    });
    await refund(slow);
    wait(26 * HOUR);

    for await (const { settlement } of start().journal.resume()) expect(stateOf(settlement)).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Refund']);
  });

  it('is not done again by a process that could send nothing, while another one did it', async () => {
    const { start, refund, wait, effects } = await setUp();
    const other = start();
    const unable = start({ fetch: offline });
    interrupt(unable.store, { method: 'setItem', kind: 'intent', nth: 1 }, async () => {
      await refund(other);
      await other.journal.forget('w');
    });
    expect(stateOf(await refund(unable))).toBe('open');
    wait(26 * HOUR);

    for await (const { settlement } of start().journal.resume()) expect(stateOf(settlement)).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Refund']);
  });

  it.each([
    ['intent could not be written', 'setItem', ':intent:', 'open'],
    ['announcement could not be removed', 'removeItem', ':request:', 'done'],
  ] as const)('does not have its earlier effect where an %s', async (_, method, kind, state) => {
    const { start, refund, wait, effects } = await setUp();
    const failing = start();
    const { [method]: original } = failing.store;
    const failingMethod = (key: string, ...rest: [never, never]) => {
      if (key.includes(kind)) throw new Error('The store is down.');
      return original(key, ...rest);
    };
    Object.assign(failing.store, { [method]: failingMethod });
    expect(stateOf(await refund(failing))).toBe(state);
    expect(stateOf(await refund(start()))).toBe('done');
    await start().journal.forget('w');
    wait(30 * HOUR);

    expect(stateOf(await refund(start({ fetch: offline })))).toBe('open');
    expect(stateOf(await refund(start()))).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Refund', 'Refund']);
  });

  it.each([
    ['does not know the clock of the API', async () => {}],
    [
      'had a wrong date of it',
      async ({ lddpay }: Process, id: string) => {
        await lddpay.getPaymentDetails(id);
      },
    ],
  ])('stands for what was done where the process that forgot it %s', async (_, mislead) => {
    const { start, id, refund, wait, sandbox, effects } = await setUp();
    sandbox.clock.advance(72 * HOUR);
    const first = await refund(start());
    const forgetting = start({
      async fetch(url, init) {
        const response = await sandbox.fetch(url, init);
        const headers = new Headers(response.headers);
        headers.set('date', new Date(Date.now() + 10 * 365 * 24 * HOUR).toUTCString());
        return new Response(await response.text(), { status: response.status, headers });
      },
    });
    await mislead(forgetting, id);
    await forgetting.journal.forget('w');

    expect(await refund(start())).toEqual({ ...first, data: undefined });
    wait(25 * HOUR);
    for await (const _ of start().journal.resume()) expect.unreachable();
    expect(effects(AMOUNT)).toEqual(['Refund']);
  });

  it('does not have its earlier effect once its key has expired', async () => {
    const { start, id, wait, sandbox } = await setUp();
    const refund = ({ journal }: Process) =>
      journal.refundPayment('w', id, { ...REFUND, refund_amount: AMOUNT });
    const exclusive = { journal: { exclusive: true } };
    await refund(start(exclusive));
    await start(exclusive).journal.forget('w');
    wait(25 * HOUR);
    const dead = start({ ...exclusive, dies: 'in its write' });
    void refund(dead);
    await dead.died;
    wait(25 * HOUR);

    const second = sandbox.ledger().at(-1)?.actionId;
    expect(await refund(start(exclusive))).toMatchObject({ state: 'done', id: second });
  });
});

describe('a refund whose process died twice before it was done, and which was forgotten', () => {
  it('does not take the equal refund of another intent when its name is begun again without a token', async () => {
    const { start, id, wait, effects } = await setUp();
    const refund = (name: string, { journal }: Process) =>
      journal.refundPayment(name, id, { ...REFUND, refund_amount: AMOUNT } as never);
    const exclusive = { journal: { exclusive: true } };
    const die = async (name: string, dies: 'before its write' | 'in its write') => {
      const dead = start({ ...exclusive, dies });
      void refund(name, dead);
      await dead.died;
    };
    await die('a', 'before its write');
    await die('a', 'before its write');
    await refund('a', start(exclusive));
    wait(5 * SECOND);
    await die('b', 'in its write');
    await start(exclusive).journal.forget('a');
    wait(30 * HOUR);
    expect(stateOf(await refund('a', start({ ...exclusive, fetch: offline })))).toBe('open');

    expect(stateOf(await refund('b', start(exclusive)))).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Refund', 'Refund']);
  });
});

describe('a name of which a process died while it forgot it', () => {
  /** Forgets it in a process that dies after it has removed some records. */
  async function forgetHalf({ start, refund }: Awaited<ReturnType<typeof setUp>>, removals: number) {
    const dying = start();
    const settlement = await refund(dying);
    const death = createGate();
    const { removeItem } = dying.store;
    let left = removals;
    dying.store.removeItem = async (...given) => {
      if (left === 0) {
        death.open();
        return new Promise(() => {});
      }
      left -= 1;
      return removeItem(...given);
    };
    // Its store does not respond any more.
    dying.journal.forget('w').catch(() => {});
    await death.opened;
    return settlement;
  }

  it.each([2, 3, 4, 5])(
    'stands for what was done while its key lives: after %i removals',
    async (removals) => {
      const processes = await setUp();
      const { start, refund, wait, effects, kinds } = processes;
      const first = await forgetHalf(processes, removals);
      expect(kinds()).not.toContain('intent');

      expect(await start().journal.look('w')).toBeUndefined();
      expect(await refund(start())).toEqual({ ...first, data: undefined });
      await expect(refund(start(), 200)).rejects.toMatchObject({ kind: 'config', outcome: 'unknown' });
      wait(25 * HOUR);
      expect(stateOf(await refund(start(), 200))).toBe('done');
      expect(stateOf(await refund(start(), 200))).toBe('done');
      expect([effects(AMOUNT), effects(200)]).toEqual([['Refund'], ['Refund']]);
    },
  );

  it.each([2, 3, 4, 5])('is free where it was refused: after %i removals', async (removals) => {
    const processes = await setUp();
    const { start, sandbox, refund, effects } = processes;
    sandbox.faults.inject({ operationId: 'refundPayment', effect: 'status', status: 422, body: REFUSAL });
    expect((await forgetHalf(processes, removals)).state).toBe('refused');

    expect(stateOf(await refund(start(), 200))).toBe('done');
    expect(stateOf(await refund(start(), 200))).toBe('done');
    expect(effects(200)).toEqual(['Refund']);
  });
});

it('an intent whose record the store lost is done where the store knows that', async () => {
  const { start, refund, wait, items, effects } = await setUp();
  const first = await refund(start());
  for (const key of items.keys()) if (key.includes(':intent:')) items.delete(key);
  wait(48 * HOUR);

  expect(await refund(start())).toEqual({ ...first, data: undefined });
  expect(effects(AMOUNT)).toEqual(['Refund']);
});

describe('a name that was forgotten and began again, and whose intent a late removal took', () => {
  type Processes = Awaited<ReturnType<typeof setUp>>;
  const loseIntent = ({ items }: Processes) => {
    for (const key of items.keys()) if (key.includes(':intent:')) items.delete(key);
  };
  const refuseNext = ({ sandbox }: Processes) =>
    sandbox.faults.inject({ operationId: 'refundPayment', effect: 'status', status: 422, body: REFUSAL });

  it.each([
    ['records as they are', (text: string) => text],
    ['records that do not say whose they are', (text: string) => text.replace(/,"follows":"[^"]*"/, '')],
  ])('stays done: %s', async (_, change) => {
    const processes = await setUp();
    const { start, refund, wait, items, effects } = processes;
    await refund(start());
    wait(26 * HOUR);
    await start().journal.forget('w');
    const second = await refund(start());
    for (const [key, text] of items) items.set(key, change(text));
    loseIntent(processes);
    wait(26 * HOUR);

    expect(await refund(start())).toEqual({ ...second, data: undefined });
    expect(await start().journal.look('w')).toEqual({ ...second, data: undefined });
    expect(effects(AMOUNT)).toEqual(['Refund', 'Refund']);
  });

  it('stays refused until it is forgotten', async () => {
    const processes = await setUp();
    const { start, refund, wait, effects } = processes;
    refuseNext(processes);
    await refund(start());
    await start().journal.forget('w');
    refuseNext(processes);
    expect(stateOf(await refund(start()))).toBe('refused');
    loseIntent(processes);
    wait(26 * HOUR);

    expect(await refund(start())).toMatchObject({ state: 'refused', error: { status: 422 } });
    expect(await start().journal.look('w')).toMatchObject({ state: 'refused' });
    expect(effects(AMOUNT)).toEqual([]);
    await start().journal.forget('w');
    expect(stateOf(await refund(start()))).toBe('done');
  });

  it('stays refused where a call was told so before the removal took it', async () => {
    const processes = await setUp();
    const { start, refund, effects } = processes;
    refuseNext(processes);
    await refund(start());
    const failing = start();
    failing.store.removeItem = (key) => {
      if (key.includes(':intent:')) throw new Error('The store is down.');
    };
    await expect(failing.journal.forget('w')).rejects.toMatchObject({ kind: 'network', outcome: 'unknown' });
    expect(stateOf(await refund(start()))).toBe('refused');
    loseIntent(processes);

    expect(stateOf(await refund(start()))).toBe('refused');
    expect(effects(AMOUNT)).toEqual([]);
  });

  it('stays refused where it was done before', async () => {
    const processes = await setUp();
    const { start, refund, wait, effects } = processes;
    await refund(start());
    wait(26 * HOUR);
    await start().journal.forget('w');
    refuseNext(processes);
    await refund(start());
    loseIntent(processes);

    expect(stateOf(await refund(start()))).toBe('refused');
    expect(effects(AMOUNT)).toEqual(['Refund']);
  });
});

describe('what a process that was suspended writes once its name was forgotten and began again', () => {
  it('does not make the next intent done that was refused', async () => {
    const { start, refund, wait, sandbox, effects } = await setUp();
    const slow = start();
    interrupt(slow.store, { method: 'setItem', kind: 'done', nth: 1 }, async () => {
      await refund(start());
      wait(26 * HOUR);
      await start().journal.forget('w');
      sandbox.faults.inject({ operationId: 'refundPayment', effect: 'status', status: 422, body: REFUSAL });
      expect(stateOf(await refund(start()))).toBe('refused');
    });
    await refund(slow);

    expect(stateOf(await refund(start()))).toBe('refused');
    wait(26 * HOUR);
    expect(stateOf(await refund(start()))).toBe('refused');
    expect(effects(AMOUNT)).toEqual(['Refund']);
  });

  it('does not make the next intent done that was not sent', async () => {
    const { start, refund, wait, sandbox, effects, kinds } = await setUp();
    const slow = start();
    interrupt(slow.store, { method: 'setItem', kind: 'done', nth: 1 }, async () => {
      await refund(start());
      wait(26 * HOUR);
      await start().journal.forget('w');
      await refund(start({ fetch: losingWrites(sandbox.fetch) }));
    });
    await refund(slow);

    expect(kinds()).not.toContain('done');
    expect(stateOf(await refund(start()))).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Refund', 'Refund']);
  });

  it('does not make the next intent done where it dies before it sees that', async () => {
    const { start, refund, wait, sandbox, effects } = await setUp();
    const slow = start();
    const { setItem } = slow.store;
    const death = createGate();
    slow.store.setItem = async (key, ...rest) => {
      if (!key.includes(':done:')) return setItem(key, ...rest);
      await refund(start());
      wait(26 * HOUR);
      await start().journal.forget('w');
      await refund(start({ fetch: losingWrites(sandbox.fetch) }));
      setItem(key, ...rest);
      death.open();
      return new Promise(() => {});
    };
    void refund(slow);
    await death.opened;

    expect(stateOf(await refund(start()))).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Refund', 'Refund']);
  });

  it('does not make the next intent refused', async () => {
    const { start, refund, wait, sandbox, effects } = await setUp();
    const slow = start();
    sandbox.faults.inject({ operationId: 'refundPayment', effect: 'status', status: 422, body: REFUSAL });
    interrupt(slow.store, { method: 'setItem', kind: 'refused', nth: 1 }, async () => {
      await refund(start());
      wait(26 * HOUR);
      await start().journal.forget('w');
      await refund(start({ fetch: losingWrites(sandbox.fetch) }));
    });
    await refund(slow);

    expect(stateOf(await refund(start()))).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Refund', 'Refund']);
  });
});

it('a name that is refused again while another process forgets it stays refused', async () => {
  const { start, refund, sandbox, effects } = await setUp();
  const refuse = async () => {
    sandbox.faults.inject({ operationId: 'refundPayment', effect: 'status', status: 422, body: REFUSAL });
    expect(stateOf(await refund(start()))).toBe('refused');
  };
  await refuse();
  const forgetting = start();
  const { removeItem } = forgetting.store;
  forgetting.store.removeItem = async (key, ...rest) => {
    await removeItem(key, ...rest);
    if (key.includes(':sent:')) await refuse();
  };
  await forgetting.journal.forget('w');

  for await (const _ of start().journal.resume()) expect.unreachable();
  expect(stateOf(await refund(start()))).toBe('refused');
  expect(effects(AMOUNT)).toEqual([]);
});

it('what a name that began again has sent counts for a process whose clock is days behind', async () => {
  let behind = 0;
  const { start, sleep, wait, refund, effects } = await setUp({ now: () => Date.now() + behind });
  /** Sets the clock of the machine, not that of the API. */
  const setBehind = (ms: number) => {
    sleep(behind - ms);
    behind = ms;
  };
  await refund(start());
  await start().journal.forget('w');
  wait(25 * HOUR);
  const sends = start({ dies: 'in its write' });
  const fails = start({ fetch: offline });
  interrupt(fails.store, { method: 'setItem', kind: 'intent', nth: 1 }, async () => {
    setBehind(100 * HOUR);
    refund(sends);
    await sends.died;
    setBehind(0);
  });
  expect(stateOf(await refund(fails))).toBe('open');
  wait(25 * HOUR);
  setBehind(100 * HOUR);

  await refund(start());

  expect(effects(AMOUNT)).toEqual(['Refund', 'Refund']);
});

describe('a name that was refused and forgotten', () => {
  /** Has a refund refused after a request that was lost, and forgets it. */
  async function setUpForgotten() {
    const processes = await setUp();
    const { start, sandbox, refund, wait, kinds } = processes;
    await refund(start({ fetch: losingWrites(sandbox.fetch) }));
    wait(10 * MINUTE);
    sandbox.faults.inject({ operationId: 'refundPayment', effect: 'status', status: 422, body: REFUSAL });
    await refund(start());
    wait(10 * MINUTE);
    expect(stateOf(await refund(start()))).toBe('refused');
    await start().journal.forget('w');
    expect(kinds()).toEqual([]);
    return processes;
  }

  it('is sent although another program has made the same since', async () => {
    const { id, start, refund, wait, effects } = await setUpForgotten();
    wait(30 * HOUR);
    await start().lddpay.refundPayment(id, { ...REFUND, refund_amount: AMOUNT } as never);
    wait(30 * HOUR);
    expect(stateOf(await refund(start({ fetch: offline })))).toBe('open');

    expect(stateOf(await refund(start()))).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Refund', 'Refund']);
  });
});
