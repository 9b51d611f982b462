import { describe, expect, it } from 'vitest';
import { type Process, setUpProcesses, stateOf } from '../testing/journal-processes.js';
import { CHARGE, HOUR, MINUTE, REFUND } from '../testing/journal-setup.js';

const AMOUNT = 300;
const exclusive = { journal: { exclusive: true } } as const;

/** Sets up processes and a payment of 1000, of which they can refund a part. */
async function setUp() {
  const processes = setUpProcesses();
  const { id } = await processes.start().lddpay.requestPayment(CHARGE);
  const refund = ({ journal }: Process, name = 'a') =>
    journal.refundPayment(name, id, { ...REFUND, refund_amount: AMOUNT });
  return { ...processes, refund };
}

const NOT_SENT = {
  state: 'open',
  tryAfterMs: Number.POSITIVE_INFINITY,
  error: {
    kind: 'config',
    outcome: 'not_sent',
    message: expect.stringContaining('`getItem` of the store must'),
  },
};

describe('a store that returns null where it cannot read', () => {
  it('sends nothing, and loses nothing of what is done', async () => {
    const { start, wait, refund, effects } = await setUp();
    const first = await refund(start());
    wait(26 * HOUR);
    const blind = start();
    blind.store.getItem = () => null;

    expect(await refund(blind)).toMatchObject(NOT_SENT);
    expect(await refund(blind)).toMatchObject(NOT_SENT);
    expect(await refund(start())).toMatchObject({ state: 'done', id: 'id' in first && first.id });
    expect(effects(AMOUNT)).toEqual(['Refund']);
  });

  it.each([
    ['open for a person', {}],
    ['done', exclusive],
  ])('sends nothing, and does not make young again what is open: then %s', async (state, options) => {
    const { start, wait, refund, effects } = await setUp();
    const dead = start({ ...options, dies: 'in its write' });
    void refund(dead);
    await dead.died;
    wait(26 * HOUR);
    const blind = start(options);
    blind.store.getItem = () => null;

    expect(await refund(blind)).toMatchObject(NOT_SENT);
    expect(stateOf(await refund(start(options)))).toBe(state);
    expect(effects(AMOUNT)).toEqual(['Refund']);
  });
});

describe('a store whose reads lag', () => {
  it('sends nothing for a new name, which is done later', async () => {
    const { start, wait, items, refund, effects } = await setUp();
    const late = start();
    const seen = new Map<string, string>();
    late.store.getItem = (key) => seen.get(key) ?? null;

    expect(await refund(late)).toMatchObject(NOT_SENT);
    expect(effects(AMOUNT)).toEqual([]);
    for (const [key, item] of items) seen.set(key, item);
    const second = await refund(late);
    wait(26 * HOUR);

    expect(second.state).toBe('done');
    expect(await refund(start())).toMatchObject({ state: 'done', id: 'id' in second && second.id });
    expect(effects(AMOUNT)).toEqual(['Refund']);
  });
});

describe('a store that does not list all keys', () => {
  /** Starts a process whose store leaves out of its lists the refund of an intent. */
  function withoutRefund(processes: Awaited<ReturnType<typeof setUp>>, name: string): Process {
    const intent = [...processes.items].find(
      ([key, item]) => key.includes(':intent:') && JSON.parse(item).name === name,
    );
    const hash = `${intent?.[0].split(':').at(-1)}`;
    const process = processes.start(exclusive);
    process.store.getKeys = () =>
      [...processes.items.keys()].filter((key) => !key.includes(':return:') || !key.endsWith(hash));
    return process;
  }

  it('leaves a refund open that it does not list, and says that getKeys is wrong', async () => {
    const processes = await setUp();
    const { start, wait, refund, effects } = processes;
    const dead = start({ ...exclusive, dies: 'in its write' });
    void refund(dead);
    await dead.died;
    wait(26 * HOUR);
    const wrong = withoutRefund(processes, 'a');

    const open = {
      state: 'open',
      tryAfterMs: Number.POSITIVE_INFINITY,
      error: { kind: 'config', outcome: 'unknown', message: expect.stringContaining('`getKeys`') },
    };
    expect(await refund(wrong)).toMatchObject(open);
    expect(await wrong.journal.look('a')).toMatchObject(open);
    expect((await refund(start(exclusive))).state).toBe('done');
    expect(effects(AMOUNT)).toEqual(['Refund']);
  });

  it.each([
    ['a response', undefined],
    ['a look', 'in its write'],
  ] as const)('gives no two refunds one effect, which %s has shown to the first', async (_, dies) => {
    const processes = await setUp();
    const { start, wait, refund, effects } = processes;
    const first = start(dies ? { ...exclusive, dies } : exclusive);
    await Promise.race([refund(first, 'made'), first.died]);
    const lost = start({ ...exclusive, dies: 'before its write' });
    void refund(lost, 'lost');
    await lost.died;
    wait(26 * HOUR);

    const made = await refund(start(exclusive), 'made');
    const other = await refund(withoutRefund(processes, 'made'), 'lost');

    expect([made.state, other.state]).toEqual(['done', 'done']);
    expect(effects(AMOUNT)).toEqual(['Refund', 'Refund']);
  });
});

describe('a store that lists a key twice', () => {
  it('has resume go on once with what is open', async () => {
    const { start, wait, items } = await setUp();
    const dead = start({ dies: 'before its write' });
    void dead.journal.requestPayment('a', CHARGE);
    await dead.died;
    wait(MINUTE);
    const { journal, store } = start();
    store.getKeys = () => [...items.keys(), ...items.keys()];

    const names = [];
    for await (const { name } of journal.resume()) names.push(name);

    expect(names).toEqual(['a']);
  });
});
