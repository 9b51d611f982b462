import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleClient, type Client } from '../client.js';
import { isLddPayError, type LddPayError } from '../errors.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID } from '../testing/fixtures.js';
import { createPaymentsApi, type Delays, type Fate } from '../testing/payments-api.js';
import type { IntentFacts } from './intent-facts.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** The formats in which an API may write a time. */
const formats: readonly ((time: number) => string)[] = [
  (time) => new Date(time).toISOString(),
  (time) => new Date(time).toISOString().replace('Z', ''),
  (time) => new Date(time).toISOString().replace(/\.\d+/, ''),
  (time) => new Date(time).toISOString().replace('Z', '1234+00:00'),
  () => 'some day',
];

const reference = 'ORD-17';
const order = { ...PAYMENT, reference };
const capture = { operationId: 'capturePayment', paymentId: PAYMENT_ID } as const;

const writes: readonly {
  call: (client: Client, key: string | undefined) => PromiseLike<unknown>;
  facts: IntentFacts;
}[] = [
  {
    call: (client, idempotencyKey) => client.requestPayment(order, { idempotencyKey }),
    facts: { operationId: 'requestPayment', reference, amount: order.amount, currency: order.currency },
  },
  {
    call: (client, idempotencyKey) =>
      client.capturePayment(PAYMENT_ID, { amount: 400, reference }, { idempotencyKey }),
    facts: { ...capture, amount: 400, reference },
  },
  {
    call: (client, idempotencyKey) => client.capturePayment(PAYMENT_ID, {}, { idempotencyKey }),
    facts: capture,
  },
];

const gap = fc.constantFrom(0, 1, 40, 999, 1_000, 4 * SECOND, 7 * SECOND, 10 * MINUTE, DAY + MINUTE);

/**
 * A step of a history of some clients, in which a write comes to one of the fates. One that is alone
 * neither restarts nor sleeps, by which it would lose what it knows of its keys.
 */
const stepOf = (clients: number, ways: readonly number[], ...fates: readonly Fate[]) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant('write' as const),
        client: fc.nat(clients - 1),
        fate: fc.constantFrom(...fates),
        key: fc.constantFrom(undefined, undefined, undefined, 'key-1', 'key-2'),
        ms: gap,
        way: fc.constantFrom(...ways),
        transit: fc.constantFrom(0, 1, 40, SECOND, 10 * MINUTE, 23 * 60 * MINUTE),
      }),
    },
    {
      weight: Math.min(clients - 1, 1),
      arbitrary: fc.record({ type: fc.constant('sleep' as const), ms: gap }),
    },
    {
      weight: Math.min(clients - 1, 1),
      arbitrary: fc.record({ type: fc.constant('restart' as const), client: fc.nat(clients - 1) }),
    },
  );

interface WriteStep extends Delays {
  readonly client: number;
  readonly fate: Fate;
  readonly key: string | undefined;
}

/** How far a clock is ahead: not at all, or by so much that it does not pass for one that is right. */
const wrong = fc.constantFrom(0, 0, 0, 3 * SECOND, -3 * SECOND, 6 * MINUTE, -6 * MINUTE, 31 * DAY, -31 * DAY);
/** How far a clock is ahead, with any error. */
const any = fc.oneof(wrong, fc.integer({ min: -3 * SECOND, max: 3 * SECOND }));
/** How far a clock is ahead that may pass for one that is right. */
const slight = fc.constantFrom(0, 0, 40, 500, 999, 1_400, -40, -500);

/**
 * Runs a history of one client for each clock and compares what each write that failed is said to have done with what it did: by
 * its error, and by its facts in the client that the same machine has at the end, and in one that it starts then.
 * One that is alone is not told what others made: it knows.
 */
async function check(
  { ahead, ...apiClock }: Parameters<typeof createPaymentsApi>[0] & object,
  clocks: readonly number[],
  { call, facts }: (typeof writes)[number],
  steps: readonly (ReturnType<typeof stepOf> extends fc.Arbitrary<infer Step> ? Step : never)[],
  results: Map<string, number>,
  isExact: boolean,
): Promise<void> {
  const api = createPaymentsApi({ ...apiClock, ahead: ahead ?? 0 });
  const connect = (index: number) =>
    assembleClient(
      { ...CREDENTIALS, fetch: api.fetch, maxRetries: 0 },
      api.createPlatform({ ahead: clocks[index] ?? 0 }),
    );
  const clients = clocks.map((_, index) => connect(index));
  const isAlone = clients.length === 1;
  const lost: { client: Client; error: LddPayError }[] = [];
  /** Which machine sent the first request with each key, and when by its clock. */
  const firsts = new Map<string, { index: number; since: number }>();
  const compare = async (
    source: string,
    key: string | undefined,
    client: Client,
    subject: LddPayError | IntentFacts,
  ) => {
    // What arrives during the look may not be seen.
    const before = api.idsOf(key);
    const count = api.ids().length;
    const { result, ...found } = await client.reconcile(subject as IntentFacts);
    const name = `${result} by ${source}`;
    results.set(name, (results.get(name) ?? 0) + 1);
    if (result === 'not_found') expect(before).toEqual([]);
    // A list that grows while it is read can be no list.
    if (result === 'unknown' && api.ids().length === count) {
      const seen = (Object.values(found)[0] ?? []) as { id: string }[];
      expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining(before));
    }
    if (result === 'found' && isExact) {
      expect(api.idsOf(key)).toContain((Object.values(found)[0] as { id: string }).id);
    }
  };
  const reconcileAll = async () => {
    for (const { client, error } of lost) await compare('error', error.idempotencyKey, client, error);
    for (const [key, { index, since }] of firsts) {
      const except = isAlone ? [] : api.ids().filter((id) => !api.idsOf(key).includes(id));
      for (const client of isAlone ? clients : [clients[index], connect(index)]) {
        if (client) await compare('facts', key, client, { ...facts, since, except });
        if (client) await compare('facts alone', key, client, facts);
      }
    }
  };
  for (const { type, ms = 0, ...rest } of steps as readonly { type: string; ms?: number }[]) {
    const { client: index = 0, fate, key, ...delays } = rest as Partial<WriteStep>;
    if (type === 'sleep') api.sleep(ms);
    else if (type === 'restart') clients[index] = connect(index);
    else {
      api.wait(ms);
      api.setFate(fate ?? 'succeed', delays);
      const client = clients[index];
      if (!client) continue;
      const first = { index, since: api.createPlatform({ ahead: clocks[index] ?? 0 }).date() };
      if (key && !firsts.has(key)) firsts.set(key, first);
      try {
        await call(client, key);
      } catch (error) {
        if (!isLddPayError(error)) throw error;
        lost.push({ client, error });
        if (!key) firsts.set(`${error.idempotencyKey}`, first);
      }
      api.setFate('succeed');
      if (ms === 1) await reconcileAll();
    }
  }
  await reconcileAll();
}

describe('reconcile after any history', () => {
  const history = fc.array(stepOf(3, [3], 'succeed', 'drop-before', 'drop-after'), {
    minLength: 1,
    maxLength: 8,
  });
  const apiClock = fc.record({
    ahead: fc.constantFrom(0, 0, 300),
    hasDate: fc.constantFrom(true, true, true, false),
    format: fc.constantFrom(...formats),
  });

  it('never returns found for another write, and never not_found for one that took effect', async () => {
    const results = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        apiClock.map((clock) => ({ ...clock, ahead: 0 })),
        fc.tuple(wrong, wrong, wrong),
        fc.constantFrom(...writes),
        history,
        (...args) => check(...args, results, true),
      ),
      { numRuns: 800 },
    );
    // Each occurs often, so that the property says something.
    for (const source of ['error', 'facts']) {
      for (const result of ['found', 'not_found', 'unknown'])
        expect(results.get(`${result} by ${source}`)).toBeGreaterThan(20);
    }
    expect(results.get('found by facts alone')).toBeUndefined();
  });

  it('never returns not_found for a write that took effect, however wrong a clock is', async () => {
    const results = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(apiClock, fc.tuple(any, any, any), fc.constantFrom(...writes), history, (...args) =>
        check(...args, results, false),
      ),
      { numRuns: 400 },
    );
    expect(results.get('not_found by error')).toBeGreaterThan(20);
    expect(results.get('not_found by facts')).toBeGreaterThan(20);
  });

  it('never returns found for another write of its client, however late that arrives, and if clocks are a bit off', async () => {
    const results = new Map<string, number>();
    const fates = ['succeed', 'reject', 'drop-before', 'drop-after', 'arrive-late'] as const;
    await fc.assert(
      fc.asyncProperty(
        apiClock.map((clock) => ({ ...clock, hasDate: true })),
        fc.tuple(slight),
        fc.constantFrom(...writes),
        fc.array(stepOf(1, [0, 3, 500], ...fates), { minLength: 2, maxLength: 6 }),
        (...args) => check(...args, results, true),
      ),
      { numRuns: 800 },
    );
    expect(results.get('found by error')).toBeGreaterThan(20);
  });
});
