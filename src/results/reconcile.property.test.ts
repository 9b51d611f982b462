import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleClient, type Client } from '../client.js';
import { isLddPayError } from '../errors.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID } from '../testing/fixtures.js';
import { createPaymentsApi } from '../testing/payments-api.js';

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

const writes: readonly ((
  client: Client,
  reference: string,
  key: string | undefined,
) => PromiseLike<unknown>)[] = [
  (client, reference, idempotencyKey) => client.requestPayment({ ...PAYMENT, reference }, { idempotencyKey }),
  (client, reference, idempotencyKey) =>
    client.capturePayment(PAYMENT_ID, { amount: 400, reference }, { idempotencyKey }),
  (client, _, idempotencyKey) => client.capturePayment(PAYMENT_ID, {}, { idempotencyKey }),
];

const gap = fc.constantFrom(0, 1, 40, 999, 1_000, 4 * SECOND, 7 * SECOND, 10 * MINUTE, DAY + MINUTE);

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('write' as const),
      client: fc.nat(2),
      fate: fc.constantFrom('succeed' as const, 'drop-before' as const, 'drop-after' as const),
      key: fc.constantFrom(undefined, undefined, undefined, 'key-1', 'key-2'),
      ms: gap,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('sleep' as const), ms: gap }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('restart' as const), client: fc.nat(2) }) },
);

/** How far a clock is ahead: not at all, or by so much that it does not pass for one that is right. */
const wrong = fc.constantFrom(0, 0, 0, 3 * SECOND, -3 * SECOND, 6 * MINUTE, -6 * MINUTE, 31 * DAY, -31 * DAY);
/** How far a clock is ahead, with any error. */
const any = fc.oneof(wrong, fc.integer({ min: -3 * SECOND, max: 3 * SECOND }));

/** Runs a history of three clients and compares what each lost write is said to have done with what it did. */
async function check(
  { ahead, ...apiClock }: Parameters<typeof createPaymentsApi>[0] & object,
  clocks: readonly number[],
  write: (typeof writes)[number],
  steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[],
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
  const lost: { client: Client; error: unknown }[] = [];
  const reconcileAll = async () => {
    for (const { client, error } of lost) {
      if (!isLddPayError(error)) throw error;
      const { result, ...found } = await client.reconcile(error);
      const ids = api.idsOf(error.idempotencyKey);
      results.set(result, (results.get(result) ?? 0) + 1);
      if (result === 'not_found') expect(ids).toEqual([]);
      if (result === 'unknown') {
        const seen = (Object.values(found)[0] ?? []) as { id: string }[];
        expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
      }
      if (result === 'found' && isExact)
        expect(ids).toContain((Object.values(found)[0] as { id: string }).id);
    }
  };
  for (const { type, ms = 0, ...rest } of steps as readonly { type: string; ms?: number }[]) {
    const { client: index = 0, fate, key } = rest as { client?: number; fate?: 'succeed'; key?: string };
    if (type === 'sleep') api.sleep(ms);
    else if (type === 'restart') clients[index] = connect(index);
    else {
      api.wait(ms);
      api.setFate(fate ?? 'succeed');
      const client = clients[index];
      if (!client) continue;
      try {
        await write(client, 'ORD-17', key);
      } catch (error) {
        lost.push({ client, error });
      }
      api.setFate('succeed');
      if (ms === 1) await reconcileAll();
    }
  }
  await reconcileAll();
}

describe('reconcile after any history', () => {
  const history = fc.array(step, { minLength: 1, maxLength: 8 });
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
    for (const result of ['found', 'not_found', 'unknown']) expect(results.get(result)).toBeGreaterThan(20);
  });

  it('never returns not_found for a write that took effect, however wrong a clock is', async () => {
    const results = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(apiClock, fc.tuple(any, any, any), fc.constantFrom(...writes), history, (...args) =>
        check(...args, results, false),
      ),
      { numRuns: 400 },
    );
    expect(results.get('not_found')).toBeGreaterThan(20);
  });
});
