import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { createClient, isLddPayError, type LddPayError } from 'lddpay';
import { createJournal, type Settlement } from 'lddpay/journal';
import { createStorage, type Driver } from 'unstorage';
import fsDriver from 'unstorage/drivers/fs';
import memoryDriver from 'unstorage/drivers/memory';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  CARD,
  CHARGE,
  createTestStore,
  HOUR,
  MINUTE,
  REFUND,
  setUpJournal,
  transports,
} from '../testing/journal-setup.js';

const CAPTURE = { amount: 400, capture_type: 'NonFinal' } as const;

async function rejection(promise: PromiseLike<unknown>): Promise<LddPayError> {
  try {
    await promise;
  } catch (error) {
    if (isLddPayError(error)) return error;
    throw error;
  }
  throw new Error('It did not reject.');
}

async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lddpay-journal-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function collect(resumed: AsyncIterable<{ name: string; settlement: Settlement }>): Promise<string[]> {
  const states: string[] = [];
  for await (const { name, settlement } of resumed) states.push(`${name} ${settlement.state}`);
  return states.sort();
}

describe.each(transports)('the store of a journal on $name', ({ transport }) => {
  const setUp = (options: Parameters<typeof setUpJournal>[1] = {}) => setUpJournal(transport, options);

  it('never holds a secret field, nor a hash of one', async () => {
    const { journal, store, inject } = await setUp();
    inject({ operationId: 'requestPayment', effect: 'in-flight' });
    await journal.requestPayment('a', CHARGE, {
      extraFields: { spare: { cvv: '737', list: [{ number: '4111111111111111' }] } },
    });
    await journal.requestPayment('b', CHARGE, { extraFields: { cvv: '737' } });

    const all = [...store.items].flat().join('\n');
    expect(all).toContain('expiry_year');
    for (const secret of [CARD.number, '"100"', '"737"', '41111']) expect(all).not.toContain(secret);
  });

  it.each(['look', 'forget'] as const)(
    'lets %s say no more than unknown while it is down',
    async (method) => {
      const { journal, store } = await setUp();
      await journal.requestPayment('a', CHARGE);
      store.fails = () => true;

      expect(await rejection(journal[method]('a'))).toMatchObject({ kind: 'network', outcome: 'unknown' });
    },
  );

  it('does not tell bodies apart by their secret fields', async () => {
    const { journal, store, inject } = await setUp();
    for (const name of ['a', 'b']) {
      inject({ operationId: 'requestPayment', effect: 'drop-before' });
      const number = name === 'a' ? CARD.number : '5436031030606378';
      await journal.requestPayment(name, { ...CHARGE, source: { ...CARD, number } });
    }
    const intents = [...store.items].filter(([key]) => key.includes(':intent:'));
    const [first, second] = intents.map(([, item]) => {
      const { name: _n, key: _k, reference: _r, timestamp: _t, sent: _s, ...rest } = JSON.parse(item);
      return rest;
    });
    expect(first).toEqual(second);
  });

  it.each(['getItem', 'setItem'] as const)(
    'leaves a write open that it cannot keep: %s fails',
    async (method) => {
      const { journal, store, effects } = await setUp();
      store.fails = (called) => called === method;

      const first = await journal.requestPayment('a', CHARGE);
      expect(first).toMatchObject({ state: 'open', error: { kind: 'network', transient: true } });
      expect(effects()).toEqual([]);
      store.fails = () => false;

      expect((await journal.requestPayment('a', CHARGE)).state).toBe('done');
      expect(effects()).toHaveLength(2);
    },
  );

  it('survives single failures', async () => {
    const { journal, store, inject } = await setUp();
    const failed = new Set<string>();
    store.fails = (method, key) => {
      const isFirst = !failed.has(method + key);
      failed.add(method + key);
      return isFirst;
    };
    inject({ operationId: 'capturePayment', effect: 'drop-before' });
    const charge = await journal.requestPayment('a', { ...CHARGE, capture: false });
    if (charge.state !== 'done') throw new Error();
    await journal.capturePayment('c', charge.id, CAPTURE);

    expect(await collect(journal.resume())).toEqual(['c done']);
  });

  it('is done although the store fails after the request', async () => {
    const { journal, restart, store, effects } = await setUp();
    store.fails = (method, key) => method === 'setItem' && !/:(intent|request):/.test(key);

    expect((await journal.requestPayment('a', CHARGE)).state).toBe('done');
    store.fails = () => false;

    expect((await (await restart()).requestPayment('a', CHARGE)).state).toBe('done');
    expect(effects()).toHaveLength(2);
  });

  it('does not wait for ever for a store that does not answer', async () => {
    const { store, lddpay, effects } = await setUp();
    const journal = createJournal(lddpay, { store: { ...store, getItem: () => new Promise(() => {}) } });

    const settlement = await journal.requestPayment('a', CHARGE);

    expect(settlement.state).toBe('open');
    expect(effects()).toEqual([]);
  });

  it('loses nothing when it forgets everything while the key lives', async () => {
    const { journal, restart, store, inject, effects } = await setUp();
    inject({ operationId: 'requestPayment', effect: 'drop-after' });
    inject({ operationId: 'getPaymentsList', effect: 'status', status: 503 });
    await journal.requestPayment('a', CHARGE);
    store.items.clear();

    expect((await (await restart()).requestPayment('a', CHARGE)).state).toBe('done');
    expect(effects()).toHaveLength(2);
  });

  it('never lists keys on the way of a write', async () => {
    const { journal, store, lddpay, inject } = await setUp({ exclusive: true });
    store.fails = (method) => method === 'getKeys';
    const { id } = await lddpay.requestPayment(CHARGE);
    inject({ operationId: 'capturePayment', effect: 'drop-after' });

    expect((await journal.refundPayment('r', id, { ...REFUND, refund_amount: 100 })).state).toBe('done');
    expect((await journal.refundPayment('r', id, { ...REFUND, refund_amount: 100 })).state).toBe('done');
  });

  it('takes a record that was not written to its end for none', async () => {
    const folder = await tempFolder();
    const { lddpay, effects, restart, inject } = await setUp({ store: fsDriver({ base: folder }) });
    const journal = createJournal(lddpay, { store: fsDriver({ base: folder }) });
    await journal.requestPayment('a', CHARGE);
    inject({ operationId: 'requestPayment', effect: 'drop-after' });
    inject({ operationId: 'getPaymentsList', effect: 'status', status: 503 });
    await journal.requestPayment('b', { ...CHARGE, capture: false });
    for (const kind of ['done', 'intent']) {
      for (const file of await readdir(join(folder, 'lddpay', kind))) {
        const path = join(folder, 'lddpay', kind, file);
        await truncate(path, Math.floor((await readFile(path)).length / 2));
      }
    }
    const other = await restart({ store: fsDriver({ base: folder }) });

    expect((await other.requestPayment('a', CHARGE)).state).toBe('done');
    expect((await other.requestPayment('b', { ...CHARGE, capture: false })).state).toBe('done');
    expect(effects()).toEqual(['Authorization 1000', 'Capture 1000', 'Authorization 1000']);
  });

  it.each<[string, (stored: string) => unknown]>([
    ['the text of a text', (stored) => JSON.stringify(stored)],
    ['the text of a number', () => '17'],
    ['a Buffer', (stored) => Buffer.from(stored)],
    ['a row', (value) => ({ value })],
    ['a number', (stored) => stored.length],
  ])('leaves open, for a person to repair it, what it returns %s for', async (_, change) => {
    const { journal: right, lddpay, store, sandbox, effects } = await setUp();
    const wrong = (key: string) => {
      const stored = store.items.get(key);
      return stored && change(stored);
    };
    await right.requestPayment('a', CHARGE);
    const journal = createJournal(lddpay, { store: { ...store, getItem: wrong } });
    sandbox.clock.advance(26 * HOUR);

    const error = {
      kind: 'config',
      outcome: 'unknown',
      transient: false,
      message: expect.stringContaining('`getItem` must return what `setItem` stored.'),
    };
    expect(await journal.requestPayment('a', CHARGE)).toMatchObject({
      state: 'open',
      error,
      tryAfterMs: Number.POSITIVE_INFINITY,
    });
    expect(await rejection(journal.look('a'))).toMatchObject(error);
    expect(await rejection(journal.forget('a'))).toMatchObject(error);
    // One that begins sends nothing.
    expect(await journal.requestPayment('b', CHARGE)).toMatchObject({ state: 'open', error });
    expect(effects()).toHaveLength(2);
  });

  const stores: readonly { name: string; open: () => Promise<Driver | ReturnType<typeof createStorage>> }[] =
    [
      { name: 'the memory driver', open: async () => memoryDriver() },
      { name: 'a storage in memory', open: async () => createStorage() },
      { name: 'the file system driver', open: async () => fsDriver({ base: await tempFolder() }) },
      {
        name: 'the file system driver below a folder that it ignores by default',
        open: async () => fsDriver({ base: join(await tempFolder(), 'node_modules', 'shop'), ignore: [] }),
      },
      {
        name: 'a storage on files',
        open: async () => createStorage({ driver: fsDriver({ base: await tempFolder() }) }),
      },
    ];

  it.each(stores)('can be $name', async ({ open }) => {
    const store = await open();
    const { journal, restart, lddpay, inject, sandbox, effects } = await setUp({ store, exclusive: true });
    const { id } = await lddpay.requestPayment(CHARGE);
    const refund = { ...REFUND, refund_amount: 100 };
    inject({ operationId: 'refundPayment', effect: 'drop-before' });
    await journal.refundPayment('r1', id, refund);
    await journal.refundPayment('r2', id, refund);
    sandbox.clock.advance(26 * HOUR);
    const other = await restart();

    expect(await collect(other.resume())).toEqual(['r1 done']);
    expect(await collect(other.resume())).toEqual([]);
    await other.forget('r1');
    expect(await other.look('r1')).toBeUndefined();
    expect(await other.look('r2')).toMatchObject({ state: 'done' });
    expect(effects().filter((effect) => effect === 'Refund 100')).toHaveLength(2);
  });

  it('raises what the file system driver returns as an error', async () => {
    const { lddpay, effects } = await setUp();
    const store = fsDriver({ base: '/dev/null/nowhere' });

    expect((await createJournal(lddpay, { store }).requestPayment('a', CHARGE)).state).toBe('open');
    expect(effects()).toEqual([]);
  });
});

describe.each(transports)('resume on $name', ({ transport }) => {
  const setUp = (options: Parameters<typeof setUpJournal>[1] = {}) => setUpJournal(transport, options);

  it('settles what is open, and nothing else', async () => {
    const { journal, restart, lddpay, inject, effects } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    inject({ operationId: 'capturePayment', effect: 'drop-before' });
    inject({ operationId: 'getPaymentActions', effect: 'status', status: 503 });
    await journal.capturePayment('lost', id, { ...CAPTURE, amount: 100 });
    inject({ operationId: 'capturePayment', effect: 'drop-after' });
    inject({ operationId: 'getPaymentActions', effect: 'status', status: 503 });
    await journal.capturePayment('unseen', id, { ...CAPTURE, amount: 200 });
    await journal.capturePayment('done', id, { ...CAPTURE, amount: 300 });
    await journal.capturePayment('refused', id, { ...CAPTURE, amount: 5000 });

    expect(await collect((await restart()).resume())).toEqual(['lost done', 'unseen done']);
    expect(effects().sort()).toEqual(['Authorization 1000', 'Capture 100', 'Capture 200', 'Capture 300']);
  });

  it('only looks where the body had a card number, until it is given', async () => {
    const { journal, restart, inject, effects } = await setUp();
    inject({ operationId: 'requestPayment', effect: 'drop-before' });
    await journal.requestPayment('a', CHARGE);

    const [blind] = await all(await restart());
    expect(blind?.settlement).toMatchObject({ state: 'open', tryAfterMs: Number.POSITIVE_INFINITY });
    expect(effects()).toEqual([]);
    const asked: string[] = [];
    const body = async (name: string, operationId: string) => {
      asked.push(`${name} ${operationId}`);
      return CHARGE;
    };

    expect((await all(await restart({ body })))[0]?.settlement.state).toBe('done');
    expect(asked).toEqual(['a requestPayment']);
    expect(effects()).toHaveLength(2);
  });

  it('refuses what had a card number once its key has expired without a trace of it', async () => {
    const { journal, restart, inject, sandbox, effects } = await setUp();
    inject({ operationId: 'requestPayment', effect: 'drop-before' });
    await journal.requestPayment('abandoned', CHARGE);
    inject({ operationId: 'requestPayment', effect: 'drop-after' });
    inject({ operationId: 'getPaymentsList', effect: 'status', status: 503 });
    await journal.requestPayment('lost', { ...CHARGE, amount: 700 });

    sandbox.clock.advance(HOUR);
    expect(await collect((await restart()).resume())).toEqual(['abandoned open', 'lost done']);
    sandbox.clock.advance(24 * HOUR);
    const again = await restart();
    expect(await all(again)).toMatchObject([
      { name: 'abandoned', settlement: { state: 'refused', error: { kind: 'timeout', safeToRetry: false } } },
    ]);
    expect(await all(again)).toEqual([]);
    expect(await again.requestPayment('abandoned', CHARGE)).toMatchObject({ state: 'refused' });
    expect(effects()).toEqual(['Authorization 700', 'Capture 700']);
    await again.forget('abandoned');
    expect(await again.requestPayment('abandoned', CHARGE)).toMatchObject({ state: 'done' });
  });

  it.each<{ name: string; says: string; body: () => unknown }>([
    { name: 'another body', says: 'first used', body: () => ({ ...CHARGE, amount: 2000 }) },
    { name: 'no object', says: '`body`', body: () => 'card' },
    {
      name: 'an error',
      says: '`body` failed',
      body: () => {
        throw new Error('The vault is closed.');
      },
    },
    {
      name: 'a promise that rejects',
      says: '`body` failed',
      body: () => Promise.reject(new Error('The vault is closed.')),
    },
  ])('sends nothing when `body` returns $name', async ({ body, says }) => {
    const { journal, restart, inject, effects } = await setUp();
    inject({ operationId: 'requestPayment', effect: 'drop-before' });
    await journal.requestPayment('a', CHARGE);

    const [resumed] = await all(await restart({ body }));

    const message = expect.stringContaining(says);
    expect(resumed?.settlement).toMatchObject({ state: 'open', error: { kind: 'config', message } });
    expect(effects()).toEqual([]);
  });

  it('goes on with other intents while `body` does not settle', async () => {
    const { journal, restart, inject } = await setUp({ client: { deadline: 500 } });
    for (const name of ['a', 'b']) {
      inject({ operationId: 'requestPayment', effect: 'drop-before' });
      await journal.requestPayment(name, CHARGE);
    }
    const body = (name: string) => (name === 'a' ? new Promise(() => {}) : CHARGE);

    const settlements = (await all(await restart({ body }))).map(({ settlement }) => settlement);
    expect(settlements.map(({ state }) => state).sort()).toEqual(['done', 'open']);
    expect(settlements.find(({ state }) => state === 'open')).toMatchObject({ error: { kind: 'timeout' } });
  });

  it.each(['.draft', '.tmp', `.${randomUUID()}`, `-${randomUUID()}`, '~'])(
    'takes no copy of a record for another intent, such as the draft of a file whose writer died: %s',
    async (ending) => {
      const { lddpay, journal, restart, inject, store, sandbox, effects } = await setUp();
      const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
      inject({ operationId: 'capturePayment', effect: 'drop-before' });
      inject({ operationId: 'getPaymentActions', effect: 'status', status: 503 });
      await journal.capturePayment('a', id, CAPTURE);
      for (const [key, item] of [...store.items]) store.items.set(`${key}${ending}`, item);
      sandbox.clock.advance(MINUTE);

      expect(await collect((await restart()).resume())).toEqual(['a done']);
      sandbox.clock.advance(25 * HOUR);
      expect(await collect((await restart()).resume())).toEqual([]);
      expect(effects()).toEqual(['Authorization 1000', 'Capture 400']);
    },
  );

  const announced = '{"first":0,"last":0,"by":"x"}';
  it.each([
    '{}',
    '[]',
    '"a"',
    '17',
    '{"name":"a"}',
    '{"name":"a","operationId":"x","key":"k"}',
    '{"name":"a","operationId":"capturePayment","key":"k","sent":null}',
    '{"name":"a","operationId":"capturePayment","key":"k","sent":{"first":"x","last":0,"by":"x"}}',
    `{"name":"a","operationId":"toString","key":"k","sent":${announced}}`,
    `{"name":"a","operationId":"capturePayment","key":{},"sent":${announced}}`,
  ])(
    'goes on with other intents when the store has a record that is none, and then rejects: %s',
    async (record) => {
      const { journal, restart, inject, store } = await setUp();
      store.items.set(`lddpay:intent:${'0'.repeat(32)}`, record);
      inject({ operationId: 'requestPayment', effect: 'drop-after' });
      await journal.requestPayment('a', CHARGE);
      for (const key of store.items.keys()) if (/^lddpay:(done|claim)/.test(key)) store.items.delete(key);

      const resumed = (await restart({ body: () => CHARGE })).resume();
      const { value } = await resumed.next();

      expect(value).toMatchObject({ name: 'a', settlement: { state: 'done' } });
      expect(await rejection(resumed.next())).toMatchObject({ kind: 'config', outcome: 'unknown' });
    },
  );

  it.each([undefined, [{ key: 'lddpay:intent:a' }], [Buffer.from('lddpay:intent:a')]])(
    'rejects when the store lists something else than strings: %j',
    async (keys) => {
      const { journal, store } = await setUp();
      store.getKeys = () => keys as never;

      expect(await rejection(all(journal))).toMatchObject({
        kind: 'config',
        message: '`getKeys` of the store must return an array of strings.',
      });
    },
  );

  it('says unknown where it cannot read an intent', async () => {
    const { journal, store } = await setUp();
    await journal.requestPayment('a', CHARGE);
    for (const key of store.items.keys()) if (key.includes(':done:')) store.items.delete(key);
    store.fails = (method) => method === 'getItem';

    expect(await rejection(all(journal))).toMatchObject({ kind: 'network', outcome: 'unknown' });
  });

  it('rejects when the store cannot be listed', async () => {
    const { journal, store } = await setUp();
    store.fails = (method) => method === 'getKeys';

    const message = expect.stringContaining('three times: `getKeys` threw.');
    expect(await rejection(all(journal))).toMatchObject({ kind: 'network', transient: true, message });
  });

  async function all(journal: { resume(): AsyncIterable<{ settlement: Settlement }> }) {
    const resumed: { settlement: Settlement }[] = [];
    for await (const one of journal.resume()) resumed.push(one);
    return resumed;
  }
});

describe.each(transports)('the name of an intent on $name', ({ transport }) => {
  const setUp = (options: Parameters<typeof setUpJournal>[1] = {}) => setUpJournal(transport, options);

  it('stands for one operation with one body', async () => {
    const { journal, lddpay, sandbox } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    const other = await lddpay.requestPayment({ ...CHARGE, capture: false });
    await journal.capturePayment('c', id, CAPTURE);
    const before = sandbox.requests().length;

    const errors = [
      await rejection(journal.capturePayment('c', id, { ...CAPTURE, amount: 401 })),
      await rejection(journal.capturePayment('c', other.id, CAPTURE)),
      await rejection(journal.capturePayment('c', id)),
      await rejection(journal.voidPayment('c', id)),
    ];

    for (const error of errors) {
      expect(error).toMatchObject({ kind: 'config', outcome: 'unknown' });
      expect(error.message).toContain('"c"');
    }
    expect(sandbox.requests()).toHaveLength(before);
    const reordered = { capture_type: CAPTURE.capture_type, amount: CAPTURE.amount };
    expect((await journal.capturePayment('c', id, reordered)).state).toBe('done');
  });

  it.each<{
    name: string;
    call: (setUp: Awaited<ReturnType<typeof setUpJournal>>) => PromiseLike<unknown>;
    says?: string;
  }>([
    {
      name: 'a name with the card number',
      call: ({ journal }) => journal.requestPayment('A1/4242-4242 42424242', CHARGE),
    },
    {
      name: 'a reference with the card number',
      call: ({ journal }) => journal.requestPayment('a', { ...CHARGE, reference: '4242-4242 42424242' }),
      says: '`reference` must be free of secrets',
    },
    {
      name: 'an id of metadata with the card number',
      call: ({ journal }) =>
        journal.requestPayment('a', { ...CHARGE, metadata: { customer_id: CARD.number } } as never),
      says: '`metadata.customer_id` must be free of secrets',
    },
    {
      name: 'a name with the card number of a field that is not documented',
      call: ({ journal }) => journal.voidPayment(`A1/${CARD.number}`, ANY_ID, { source: CARD } as never),
    },
    {
      name: 'a reference with the card number of a field that is not documented',
      call: ({ journal }) => {
        const backup = { number: CARD.number };
        return journal.voidPayment('a', ANY_ID, { reference: CARD.number, backup } as never);
      },
      says: '`reference` must be free of secrets',
    },
    { name: 'an empty name', call: ({ journal }) => journal.requestPayment('', CHARGE) },
    {
      name: 'a name with half a character',
      call: ({ journal }) => journal.requestPayment('a\ud83d', CHARGE),
    },
    { name: 'a name that is no string', call: ({ journal }) => journal.look(17 as never) },
    {
      name: 'arguments that cannot be sent',
      call: ({ journal }) => journal.requestPayment('a', { ...CHARGE, amount: 1.5 }),
    },
    {
      name: 'a key',
      call: ({ journal }) => journal.requestPayment('a', CHARGE, { idempotencyKey: 'k' } as never),
    },
    {
      name: 'an option that only the client takes',
      call: ({ journal }) => journal.requestPayment('a', CHARGE, { refusedToken: 't' } as never),
      says: 'The options are signal, attemptTimeout, deadline, maxRetries, extraFields.',
    },
    { name: 'a malformed id', call: ({ journal }) => journal.voidPayment('a', 'pay_short') },
  ])('is not kept after a call that is wrong: $name', async ({ call, says = '' }) => {
    const all = await setUp();
    const error = await rejection(call(all));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toContain(says);
    expect(inspect(error)).not.toContain('4242');
    // `look` has no operation.
    if (error.operationId) expect(error.message).toMatch(/^(requestPayment|voidPayment): /);
    expect(all.store.items.size).toBe(0);
    expect(all.effects()).toEqual([]);
  });

  it('is kept with the number of a phone in its name, its reference and its body', async () => {
    const { journal } = await setUp();
    const shipping = { phone: { country_code: '+44', number: '2079460000' } };
    const charge = { ...CHARGE, reference: '2079460000', shipping };

    expect((await journal.requestPayment('topup-2079460000', charge)).state).toBe('done');
  });

  it('is not shown with a card number that its body has not', async () => {
    const name = `A1/${CARD.number}`;
    const { journal, store, lddpay, inject } = await setUp();
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    const other = createJournal(
      createClient({ baseUrl: 'http://other.test', clientId: 'a', clientSecret: 'b', scope: 'c' }),
      { store },
    );
    inject({ operationId: 'capturePayment', effect: 'drop-before' });
    await journal.capturePayment(name, id, CAPTURE);

    for (const call of [
      () => journal.forget(name),
      () => journal.capturePayment(name, id),
      () => other.capturePayment(name, id, CAPTURE),
    ]) {
      const error = await rejection(call());
      expect(error.message).toContain('"[redacted]"');
      expect(inspect(error)).not.toContain(CARD.number);
    }
  });

  it.each([
    { where: 'as the name of a field', metadata: (number: string) => ({ [number]: number }) },
    { where: 'in a list', metadata: (number: string) => ({ ids: [number] }), field: '`metadata.ids.0`' },
  ])('does not stand for a body with its card number $where, of a scheme that nobody knows', async (row) => {
    const number = '135412345678911';
    const { journal, store } = await setUp();
    const body = { ...CHARGE, source: { ...CARD, number }, metadata: row.metadata(number) };

    const error = await rejection(journal.requestPayment('a', body as never));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toContain(row.field ?? 'The name of a field');
    expect(inspect(error)).not.toContain(number);
    expect(store.items.size).toBe(0);
  });

  it('may stand for a body that repeats the card number of a later call', async () => {
    const { journal, effects } = await setUp();
    const source = { ...CARD, number: '4111111111111111' } as const;
    await journal.requestPayment('a', { ...CHARGE, source, reference: CARD.number });

    const charge = await journal.requestPayment('a', { ...CHARGE, reference: CARD.number });

    expect(charge.state).toBe('done');
    expect(effects()).toHaveLength(2);
  });

  it('may stand for a body with a list whose numbers look like its card number together', async () => {
    const { journal } = await setUp();
    const [first, second] = [CARD.number.slice(0, 8), CARD.number.slice(8)].map(Number);
    const body = { ...CHARGE, metadata: { parts: [first, second] } };

    const charge = await journal.requestPayment('a', body as never);

    expect(charge).toMatchObject({ error: { kind: 'api' } });
  });

  it('may have a CVV in it by chance', async () => {
    const { journal } = await setUp();

    expect((await journal.requestPayment(`ORD-1${CARD.cvv}`, CHARGE)).state).toBe('done');
  });

  it('is not kept when the client cannot sign', async () => {
    const { store, lddpay } = await setUp();
    const { id } = await lddpay.requestPayment(CHARGE);
    const { journal, store: own } = await setUp({ client: { signing: undefined } });

    const error = await rejection(journal.refundPayment('r', id, REFUND));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect([store.items.size, own.items.size]).toEqual([0, 0]);
  });

  it('stands for another write in a journal with another prefix, even when it is lost', async () => {
    const { journal, restart, inject, sandbox } = await setUp();
    const others = [await restart({ prefix: 'shop-a' }), await restart({ prefix: 'shop-b' })];
    const journals = [journal, ...others];

    for (const each of journals) {
      inject({ operationId: 'requestPayment', effect: 'drop-after' });
      await each.requestPayment('order-1', CHARGE);
    }
    const settled = await Promise.all(journals.map((each) => each.requestPayment('order-1', CHARGE)));

    expect(settled.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    const ids = new Set(settled.map((settlement) => settlement.state === 'done' && settlement.id));
    expect(ids.size).toBe(3);
    expect(ids).toEqual(new Set(sandbox.ledger().map(({ paymentId }) => paymentId)));
  });

  it.each(['intent', 'sent', 'done', 'refused'])('stays open while its %s record is none', async (kind) => {
    const { journal, inject, effects, store } = await setUp();
    inject({ operationId: 'requestPayment', effect: 'drop-after' });
    await journal.requestPayment('a', CHARGE);
    const hash = [...store.items.keys()].find((key) => key.startsWith('lddpay:intent:'))?.split(':')[2];
    const kept = effects();
    store.items.set(`lddpay:${kind}:${hash}`, '{}');

    const settlement = await journal.requestPayment('a', CHARGE);

    expect(settlement).toMatchObject({ state: 'open', error: { kind: 'config' } });
    expect(settlement.state === 'open' && settlement.error?.message).toContain(`lddpay:${kind}:${hash}`);
    expect(effects()).toEqual(kept);
  });

  it('is free again after it was forgotten, and cannot be forgotten while it is open', async () => {
    const { journal, inject, effects, store } = await setUp();
    inject({ operationId: 'requestPayment', effect: 'drop-before' });
    await journal.requestPayment('a', CHARGE);

    expect(await rejection(journal.forget('a'))).toMatchObject({ kind: 'config' });
    await journal.requestPayment('a', CHARGE);
    await journal.forget('a');
    await journal.forget('a');

    expect(await journal.look('a')).toBeUndefined();
    expect([...store.items.keys()].map((key) => key.split(':')[1])).toEqual(['claim', 'forgotten']);
    expect(effects()).toHaveLength(2);
  });

  it('can be looked for without a write', async () => {
    const { journal, inject, store, sandbox } = await setUp();
    inject({ operationId: 'requestPayment', effect: 'drop-after' });
    inject({ operationId: 'getPaymentsList', effect: 'status', status: 503, times: 2 });
    await journal.requestPayment('a', CHARGE);
    const kept = [...store.items];

    expect(await journal.look('a')).toMatchObject({ state: 'open', error: { status: 503 } });
    sandbox.clock.advance(MINUTE);
    expect(await journal.look('a')).toMatchObject({ state: 'done', approved: true });
    expect(await journal.look('b')).toBeUndefined();
    expect([...store.items]).toEqual(kept);
  });
});

describe('createJournal', () => {
  it.each<{ option: string; value: unknown }>([
    { option: 'store', value: undefined },
    { option: 'store', value: { getItem() {}, setItem() {} } },
    { option: 'keyLifetime', value: '24h' },
    { option: 'keyLifetime', value: 0 },
    { option: 'margin', value: -1 },
    { option: 'quiet', value: Number.NaN },
    { option: 'exclusive', value: 'yes' },
    { option: 'prefix', value: 'a b' },
    { option: 'body', value: {} },
  ])('refuses $option: $value', async ({ option, value }) => {
    const { lddpay } = await setUpJournal({});
    const options = { store: createTestStore(), [option]: value };

    expect(() => createJournal(lddpay, options as never)).toThrow(`\`${option}\``);
  });

  it('requires a life of keys, also where it is that of the client', async () => {
    const { lddpay } = await setUpJournal({}, { client: { keyLifetime: 0 }, keyLifetime: 60_000 });

    expect(() => createJournal(lddpay, { store: createTestStore() })).toThrow(
      '`keyLifetime` must be an integer of at least 1 ms for a journal.',
    );
    expect(() => createJournal(lddpay, { store: createTestStore(), keyLifetime: 1 })).not.toThrow();
  });

  it('requires a client of this package', () => {
    expect(() => createJournal({} as never, { store: createTestStore() })).toThrow('createClient');
  });
});

/** Of no payment. */
const ANY_ID = `pay_${'a'.repeat(26)}`;
