import type { Fetch } from 'lddpay';
import type { JournalOptions, Settlement } from 'lddpay/journal';
import type { SandboxOptions } from 'lddpay-sandbox';
import { describe, expect, it } from 'vitest';
import {
  isWrite,
  losingWrites,
  offline,
  type Process,
  SECOND,
  setUpProcesses,
} from '../testing/journal-processes.js';
import { CHARGE, HOUR, interrupt, MINUTE, REFUND } from '../testing/journal-setup.js';

const AMOUNT = 300;

/** Sets up processes and a payment of 1000, of which they can refund a part. */
async function setUp(options?: SandboxOptions) {
  const processes = setUpProcesses(options);
  const { id } = await processes.start().lddpay.requestPayment(CHARGE);
  const refund = ({ journal }: Process, amount = AMOUNT, changes: object = {}) =>
    journal.refundPayment('w', id, { ...REFUND, refund_amount: amount, ...changes } as never);
  return { ...processes, id, refund };
}

describe('the key of an intent', () => {
  it.each([AMOUNT, 200])(
    'can be used again in one process once it has expired and its name was forgotten: a refund of %s',
    async (amount) => {
      const { start, wait, refund, effects } = await setUp();
      const process = start();
      await refund(process);
      await process.journal.forget('w');
      wait(25 * HOUR);

      expect((await refund(process, amount)).state).toBe('done');
      expect([...effects(AMOUNT), ...effects(200)]).toEqual(['Refund', 'Refund']);
    },
  );

  it('is alive for a name that was forgotten where the store had lost what was sent under it', async () => {
    const { start, items, effects } = setUpProcesses();
    const charge = ({ journal }: Process, amount: number = CHARGE.amount) =>
      journal.requestPayment('ORD-17', { ...CHARGE, amount, capture: false });
    await charge(start());
    items.clear();
    await charge(start({ fetch: offline }));
    const found = await charge(start());
    expect(found.state).toBe('done');
    await start().journal.forget('ORD-17');

    expect(await charge(start())).toMatchObject({ state: 'done', id: found.state === 'done' && found.id });
    await expect(charge(start(), AMOUNT)).rejects.toMatchObject({ kind: 'config' });
    expect(effects(CHARGE.amount)).toHaveLength(1);
  });

  it('is repeated in one process after the store has lost everything', async () => {
    const { start, wait, items, refund, effects } = await setUp();
    const process = start();
    const first = await refund(process);
    items.clear();
    // It is signed again, at another time.
    wait(5 * SECOND);

    expect(await refund(process)).toMatchObject({ state: 'done', id: first.state === 'done' && first.id });
    expect(effects(AMOUNT)).toHaveLength(1);
  });

  it.each([
    ['announced', (fetch: Fetch) => losingWrites(fetch)],
    ['could send nothing', () => offline],
  ])(
    'is not sent after its end by a retry, where the store had lost it and the intent %s',
    async (_, lose) => {
      const { start, wait, items, sandbox, effects } = setUpProcesses();
      const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
      const capture = ({ journal }: Process) =>
        journal.capturePayment('w', id, { amount: AMOUNT, capture_type: 'NonFinal' });
      await capture(start());
      items.clear();
      wait(23 * HOUR + 50 * MINUTE);
      await capture(start({ fetch: lose(sandbox.fetch) }));
      wait(4 * MINUTE);
      let hasFailed = false;
      const slow: Fetch = async (url, init) => {
        if (hasFailed || !isWrite(url, init)) return sandbox.fetch(url, init);
        hasFailed = true;
        wait(7 * MINUTE);
        return new Response('<html>', { status: 503 });
      };
      const client = { deadline: 15 * MINUTE, attemptTimeout: 10 * MINUTE, maxRetries: 1 };

      expect((await capture(start({ client, fetch: slow }))).state).toBe('open');
      expect(hasFailed).toBe(true);
      expect(effects(AMOUNT)).toEqual(['Capture']);
    },
  );

  it('is repeated with what another process has kept, which began it at the same time', async () => {
    const { start, wait, sandbox, refund, effects } = await setUp();
    let isUp = false;
    const process = start({
      fetch: (...request) => (isUp ? sandbox.fetch : losingWrites(sandbox.fetch))(...request),
    });
    const other = start({ fetch: losingWrites(sandbox.fetch) });
    await other.lddpay.getPaymentsList({ reference: 'none' });
    // Its record, with a time of signing of its own, replaces that of the first.
    interrupt(other.store, { method: 'getItem', kind: 'forgotten', nth: 1 }, async () => {
      expect((await refund(process)).state).toBe('open');
      wait(SECOND);
    });
    expect((await refund(other)).state).toBe('open');
    isUp = true;

    expect((await refund(process)).state).toBe('done');
    expect(effects(AMOUNT)).toHaveLength(1);
  });

  it('is still guarded by the client where a program uses it itself', async () => {
    const { start, id, refund, effects } = await setUp();
    const process = start();
    await refund(process);
    const refundDirectly = (amount: number) =>
      process.lddpay.refundPayment(id, { ...REFUND, refund_amount: amount } as never, {
        idempotencyKey: 'mine',
      });
    await refundDirectly(200);

    await expect(refundDirectly(100)).rejects.toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(effects(100)).toEqual([]);
  });
});

describe('a machine that sleeps after a request of an intent got a 401', () => {
  /** Starts a process that sleeps when it asks for a new token, after its first write got a 401. */
  function startSleeper(
    { start, sandbox, sleep }: Awaited<ReturnType<typeof setUp>>,
    ms: number,
    onWrite = () => {},
  ): Process {
    let isRevoked = false;
    return start({
      beforeWrite() {
        isRevoked = true;
        sandbox.tokens.revokeAll();
      },
      fetch(url, init) {
        if (isWrite(url, init)) onWrite();
        if (isRevoked && url.includes('connect/token')) sleep(ms);
        return sandbox.fetch(url, init);
      },
    });
  }

  it('does not send it again once its key has expired', async () => {
    const processes = await setUp();
    const { start, wait, refund, effects } = processes;
    const dying = start({ dies: 'in its write' });
    void refund(dying);
    await dying.died;
    wait(23 * HOUR);

    const settlement = await refund(startSleeper(processes, 2 * HOUR));

    const message = expect.stringContaining('too much time went by since it was prepared');
    expect(settlement).toMatchObject({ state: 'open', error: { kind: 'timeout', message } });
    expect(effects(AMOUNT)).toEqual(['Refund']);
  });

  it('announces it again before it sends it, since other processes rely on that time', async () => {
    const processes = await setUp();
    const { items, refund, effects } = processes;
    const announcedUntil = () =>
      [...items].map(([key, value]) => (key.includes(':request:') ? JSON.parse(value).last : 0));
    const timesLeft: number[] = [];
    const sleeper = startSleeper(processes, 10 * MINUTE, () => {
      timesLeft.push(Math.max(...announcedUntil()) - Date.now());
    });

    expect((await refund(sleeper)).state).toBe('done');
    expect(timesLeft).toEqual([expect.any(Number), expect.any(Number)]);
    expect(Math.min(...timesLeft)).toBeGreaterThan(0);
    expect(effects(AMOUNT)).toEqual(['Refund']);
  });
});

describe('a key that lives shorter than the client believes', () => {
  const keyLifetime = MINUTE;

  /** Starts a process whose first write takes effect, and whose response is an error of a gateway after a while. */
  function startSlow(
    { start, wait, sandbox }: Awaited<ReturnType<typeof setUp>>,
    ms: number,
    options: Partial<JournalOptions> = {},
  ) {
    const sentAt: number[] = [];
    const process = start({
      client: { maxRetries: 2 },
      journal: { keyLifetime, ...options },
      async fetch(url, init) {
        const response = await sandbox.fetch(url, init);
        if (!isWrite(url, init) || sentAt.push(Date.now()) > 1) return response;
        wait(ms);
        return new Response('<html>Bad gateway</html>', { status: 502 });
      },
    });
    return { ...process, sentAt };
  }

  it.each([
    { seconds: 20, requests: 2, state: 'done' },
    { seconds: 31, requests: 1, state: 'open' },
    { seconds: 70, requests: 1, state: 'open' },
  ])('is in $requests of the requests of a call whose first response takes $seconds s', async (expected) => {
    const processes = await setUp({ keyLifetime });
    const process = startSlow(processes, expected.seconds * SECOND);

    expect((await processes.refund(process)).state).toBe(expected.state);
    expect(process.sentAt).toHaveLength(expected.requests);
    expect(processes.effects(AMOUNT)).toEqual(['Refund']);
  });

  it('is not sent again within the call that renewed it', async () => {
    const processes = await setUp({ keyLifetime });
    const { start, wait, sandbox, refund, effects } = processes;
    await refund(start({ fetch: losingWrites(sandbox.fetch), journal: { keyLifetime } }));
    wait(10 * MINUTE);
    const process = startSlow(processes, 70 * SECOND);

    expect((await refund(process)).state).toBe('open');
    expect(process.sentAt).toHaveLength(1);
    expect(effects(AMOUNT)).toEqual(['Refund']);
  });

  it('ends `safeToRetry` of the error of an open intent', async () => {
    const { start, wait, sandbox, refund } = await setUp({ keyLifetime });
    sandbox.faults.inject({ operationId: 'refundPayment', effect: 'drop-after' });
    const settlement = await refund(start({ journal: { keyLifetime } }));
    const error = settlement.state === 'open' ? settlement.error : undefined;

    expect(error?.safeToRetry).toBe(true);
    wait(keyLifetime);
    expect(error?.safeToRetry).toBe(false);
  });
});

describe('a process that is suspended for longer than a key lives', () => {
  it('leaves no record of an intent that another one has done and forgotten meanwhile', async () => {
    const { start, wait, items, refund, effects } = await setUp();
    const sleeper = start();
    const other = start();
    interrupt(sleeper.store, { method: 'getItem', kind: 'forgotten', nth: 1 }, async () => {
      await refund(other);
      await other.journal.forget('w');
      wait(28 * HOUR);
    });

    expect((await refund(sleeper)).state).toBe('done');
    expect([...items.keys()].filter((key) => key.includes(':intent:'))).toEqual([]);
    expect(effects(AMOUNT)).toEqual(['Refund']);
  });

  it('does not undo that the API refused the intent of another process meanwhile', async () => {
    const { start, wait, sandbox, refund, effects } = await setUp();
    await refund(start({ fetch: losingWrites(sandbox.fetch) }));
    wait(10 * MINUTE);
    const sleeper = start();
    const other = start();
    // It has announced its request, and read that the intent is open.
    interrupt(sleeper.store, { method: 'getItem', kind: 'forgotten', nth: 2 }, async () => {
      sandbox.faults.inject({ operationId: 'refundPayment', effect: 'status', status: 422, times: 2 });
      await refund(other);
      wait(10 * MINUTE);
      expect((await refund(other)).state).toBe('refused');
      sandbox.faults.clear();
      wait(25 * HOUR);
    });

    expect((await refund(sleeper)).state).toBe('open');
    expect((await other.journal.look('w'))?.state).toBe('refused');
    expect(effects(AMOUNT)).toEqual([]);
  });
});

describe('an open intent', () => {
  const HASH = /^[0-9a-f]{30}$/;

  /** Records the reference and the key of each write, and loses it. */
  function watch(send: Fetch) {
    const sent: { reference: unknown; idempotencyKey: unknown }[] = [];
    const fetch: Fetch = (url, init) => {
      if (isWrite(url, init)) {
        const { reference } = JSON.parse(String(init?.body));
        sent.push({ reference, idempotencyKey: new Headers(init?.headers).get('cko-idempotency-key') });
      }
      return losingWrites(send)(url, init);
    };
    return { sent, fetch };
  }

  it.each<{ what: string; prefix?: string; reference?: string; expected: unknown }>([
    { what: 'its name', expected: 'ORD-17/charge' },
    { what: 'a hash with a prefix', prefix: 'shop', expected: expect.stringMatching(HASH) },
    { what: 'the given one', reference: 'ORD-17', expected: 'ORD-17' },
  ])(
    'says by which reference and key the provider finds it: $what',
    async ({ prefix, reference, expected }) => {
      const { start, sandbox } = setUpProcesses();
      const { sent, fetch } = watch(sandbox.fetch);
      const settle = async ({ journal }: Process): Promise<Settlement[]> => {
        const called = await journal.requestPayment('ORD-17/charge', { ...CHARGE, reference });
        const looked = await journal.look('ORD-17/charge');
        const settlements = looked ? [called, looked] : [called];
        for await (const { settlement } of journal.resume()) settlements.push(settlement);
        return settlements;
      };

      const settlements = [
        ...(await settle(start({ fetch, journal: { prefix } }))),
        ...(await settle(start({ fetch, journal: { prefix } }))),
      ];

      expect(settlements).toHaveLength(6);
      expect(sent[0]).toEqual({ reference: expected, idempotencyKey: expect.stringMatching(/./) });
      for (const settlement of settlements) expect(settlement).toMatchObject({ state: 'open', ...sent[0] });
    },
  );

  it('has a key alone where its operation takes no reference', async () => {
    const { start, sandbox, refund } = await setUp();
    const { sent, fetch } = watch(sandbox.fetch);

    expect(await refund(start({ fetch }))).toMatchObject({ state: 'open', ...sent[0] });
    expect(sent).toEqual([{ reference: undefined, idempotencyKey: expect.stringMatching(/./) }]);
  });

  it('names them before anything was sent', async () => {
    const { start } = setUpProcesses();
    const { journal } = start({ fetch: offline });

    const charge = await journal.requestPayment('ORD-17/charge', CHARGE);

    expect(charge).toMatchObject({ reference: 'ORD-17/charge', idempotencyKey: expect.stringMatching(/./) });
  });

  it('has neither where the store cannot be read', async () => {
    const { start, sandbox } = setUpProcesses();
    const process = start({ fetch: losingWrites(sandbox.fetch) });
    await process.journal.requestPayment('ORD-17/charge', CHARGE);
    process.store.getItem = () => {
      throw new Error('The store is down.');
    };

    const charge = await process.journal.requestPayment('ORD-17/charge', CHARGE);

    expect(charge).toMatchObject({ state: 'open', error: { kind: 'network', outcome: 'not_sent' } });
    expect(charge).toMatchObject({ reference: undefined, idempotencyKey: undefined });
  });
});
