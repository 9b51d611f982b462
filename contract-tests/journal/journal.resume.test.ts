import { type Fetch, isLddPayError } from 'lddpay';
import type { Journal, Resumed } from 'lddpay/journal';
import { describe, expect, it } from 'vitest';
import {
  createGate,
  isLook,
  isWrite,
  losingWrites,
  type Process,
  setUpProcesses,
} from '../testing/journal-processes.js';
import { CHARGE, MINUTE } from '../testing/journal-setup.js';

type ResumeOptions = Parameters<Journal['resume']>[0];

/** Sets up processes, and three captures that one of them has lost. */
async function setUp() {
  const processes = setUpProcesses();
  const { sandbox, start, wait } = processes;
  const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
  const capture = ({ journal }: Process, name: string) =>
    journal.capturePayment(name, id, { amount: 100, capture_type: 'NonFinal' });
  const lost = start({ fetch: losingWrites(sandbox.fetch) });
  for (const name of ['a', 'b', 'c']) await capture(lost, name);
  wait(10 * MINUTE);
  return { ...processes, capture, captures: () => processes.effects(100).length };
}

async function collect(journal: Journal, options?: ResumeOptions): Promise<Resumed[]> {
  const all: Resumed[] = [];
  for await (const resumed of journal.resume(options)) all.push(resumed);
  return all;
}

/** A connection on which requests of a kind get no response. */
function silentFor(
  isSilent: (...request: Parameters<Fetch>) => boolean,
  send: Fetch,
  onRequest: () => void,
): Fetch {
  return (...request) => {
    if (!isSilent(...request)) return send(...request);
    onRequest();
    return new Promise(() => {});
  };
}

describe('resume of a journal whose prefix begins that of another one', () => {
  it('leaves the intents of the other one alone', async () => {
    const { start, capture, captures } = await setUp();
    const other = { prefix: 'live:intent' };
    const lost = start({ journal: other, dies: 'in its write' });
    void capture(lost, 'of another');
    await lost.died;

    expect(await collect(start({ journal: { prefix: 'live' } }).journal)).toEqual([]);
    expect(await collect(start({ journal: other }).journal)).toMatchObject([{ name: 'of another' }]);
    expect(captures()).toBe(1);
  });
});

describe('resume of intents as the first version kept them', () => {
  it('goes on with them, although their records say less', async () => {
    const { start, items, captures } = await setUp();
    const isMissing = (member: string) => ['account', 'follows', 'date', 'at'].includes(member);
    for (const [key, text] of items) {
      const record = JSON.parse(text, (member, value) => (isMissing(member) ? undefined : value));
      if (key.includes(':request:')) items.delete(key);
      else items.set(key, JSON.stringify(record));
    }

    const all = await collect(start().journal);

    expect(all.map(({ settlement }) => settlement.state)).toEqual(['done', 'done', 'done']);
    expect(await collect(start().journal)).toEqual([]);
    expect(captures()).toBe(3);
  });
});

describe('resume with a signal', () => {
  it('goes on with everything when the signal does not abort', async () => {
    const { start, captures } = await setUp();

    const all = await collect(start().journal, { signal: new AbortController().signal });

    expect(all.map(({ settlement }) => settlement.state)).toEqual(['done', 'done', 'done']);
    expect(captures()).toBe(3);
  });

  it('goes on with nothing when the signal has aborted', async () => {
    const { start, sandbox, captures } = await setUp();
    const before = sandbox.requests().length;

    expect(await collect(start().journal, { signal: AbortSignal.abort() })).toEqual([]);
    expect(captures()).toBe(0);
    expect(sandbox.requests()).toHaveLength(before);
  });

  it.each([
    { what: 'its look', isSilent: isLook },
    { what: 'its request', isSilent: isWrite },
  ])(
    'leaves open where it is when the signal aborts, and ends: no response to $what',
    async ({ isSilent }) => {
      const { start, sandbox, captures } = await setUp();
      const controller = new AbortController();
      const process = start({ fetch: silentFor(isSilent, sandbox.fetch, () => controller.abort()) });

      const all = await collect(process.journal, controller);

      expect(all).toMatchObject([{ settlement: { state: 'open', error: { kind: 'aborted' } } }]);
      expect(captures()).toBe(0);
      expect(await collect(start().journal)).toHaveLength(3);
      expect(captures()).toBe(3);
    },
  );

  it('leaves open one whose body is not known when the signal aborts while it is looked for', async () => {
    const { sandbox, start } = setUpProcesses();
    await start({ fetch: losingWrites(sandbox.fetch) }).journal.requestPayment('a', CHARGE);
    const controller = new AbortController();
    const fetch = silentFor(isLook, sandbox.fetch, () => setImmediate(() => controller.abort()));
    const process = start({ fetch, client: { deadline: 3_000 } });

    const all = await collect(process.journal, controller);

    expect(all).toMatchObject([{ settlement: { state: 'open', error: { kind: 'aborted' } } }]);
  });

  it('lists nothing when the signal has aborted, and no more than one kind when it aborts meanwhile', async () => {
    const { start } = await setUp();
    const controller = new AbortController();
    const { journal, store } = start();
    const listed: string[] = [];
    store.getKeys = (base) => {
      listed.push(base);
      controller.abort();
      return [];
    };

    expect(await collect(journal, controller)).toEqual([]);
    expect(listed).toHaveLength(1);
    expect(await collect(journal, controller)).toEqual([]);
    expect(listed).toHaveLength(1);
  });

  it.each([
    { what: 'the list', method: 'getKeys', count: 1 },
    { what: 'the record of the last intent', method: 'getItem', count: 3 },
  ] as const)(
    'ends without an error of the store when the signal aborts while $what cannot be read',
    async ({ method, count }) => {
      const { start, captures } = await setUp();
      const controller = new AbortController();
      const { journal, store } = start();
      const ids = new Set<string | undefined>();
      store[method] = (key: string) => {
        ids.add(key.split(':')[2]);
        if (ids.size === count) controller.abort();
        throw new Error('The store is down.');
      };

      expect(await collect(journal, controller)).toEqual([]);
      expect(captures()).toBe(0);
    },
  );

  it('ends after an intent at which the caller aborts', async () => {
    const { start, captures } = await setUp();
    const controller = new AbortController();
    const names: string[] = [];

    for await (const { name } of start().journal.resume(controller)) {
      names.push(name);
      controller.abort();
    }

    expect(names).toHaveLength(1);
    expect(captures()).toBe(1);
  });

  it('does not wait any more for a call of the same intent that hangs', async () => {
    const { start, sandbox, capture, captures } = await setUp();
    const controller = new AbortController();
    const hangs = createGate();
    const process = start({ fetch: silentFor(isLook, sandbox.fetch, hangs.open) });
    void Promise.all(['a', 'b', 'c'].map((name) => capture(process, name)));
    await hangs.opened;
    setImmediate(() => controller.abort());

    const all = await collect(process.journal, controller);

    const [{ name, settlement } = {}] = all;
    expect(all).toHaveLength(1);
    expect(settlement).toMatchObject({ state: 'open', error: { kind: 'aborted' }, reference: name });
    expect(settlement?.state === 'open' && settlement.since).toBeLessThan(Date.now() - 9 * MINUTE);
    expect(captures()).toBe(0);
  });

  it('does not wait any more for a `body` that hangs', async () => {
    const { sandbox, start, effects } = setUpProcesses();
    const lost = start({ fetch: losingWrites(sandbox.fetch) });
    await lost.journal.requestPayment('a', CHARGE);
    const controller = new AbortController();
    const body = () => {
      setImmediate(() => controller.abort());
      return new Promise(() => {});
    };

    const all = await collect(start({ journal: { body } }).journal, controller);

    expect(all).toMatchObject([
      { name: 'a', settlement: { state: 'open', error: { kind: 'aborted' }, reference: 'a' } },
    ]);
    expect(effects(CHARGE.amount)).toEqual([]);
  });

  it.each<[given: unknown, message: string]>([
    [{ signal: 'now' }, '`signal` must be an AbortSignal'],
    [{ signal: null }, '`signal` must be an AbortSignal'],
    [{ deadline: 1_000 }, '`deadline` is no option here. The options are signal.'],
    [{ Signal: 1 }, '`Signal` is no option here'],
    ['now', '`options` must be an object'],
    [1, '`options` must be an object'],
  ])('is refused with a wrong option: %j', async (options, message) => {
    const { start, captures } = await setUp();

    const error = await collect(start().journal, options as ResumeOptions).catch((reason) => reason);

    expect(isLddPayError(error) && error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toContain(message);
    expect(captures()).toBe(0);
  });

  it.each([undefined, null, {}, { signal: undefined }])('takes no options: %j', async (options) => {
    const { start } = await setUp();

    expect(await collect(start().journal, options as ResumeOptions)).toHaveLength(3);
  });
});

it('resume sends no body that was kept by a version which allowed more', async () => {
  const { start, wait, sandbox, items, effects } = setUpProcesses();
  const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
  const commission = { amount: 7 };
  const allocation = { id: 'ent_w4jelhppmfiufdnatam37wrfc4', amount: 100, commission };
  await start({ fetch: losingWrites(sandbox.fetch) }).journal.capturePayment('a', id, {
    amount: 100,
    capture_type: 'NonFinal',
    amount_allocations: [allocation],
  });
  for (const [key, value] of items) items.set(key, value.replace('"amount":7', '"amount":null'));
  wait(10 * MINUTE);

  const all = await collect(start().journal);

  expect(all).toMatchObject([
    { name: 'a', settlement: { state: 'open', error: { kind: 'config', outcome: 'unknown' } } },
  ]);
  expect(effects(100)).toEqual([]);
  expect(sandbox.requests().map(({ operationId }) => operationId)).not.toContain('capturePayment');
});
