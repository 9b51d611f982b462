import { describe, expect, it } from 'vitest';
import { assembleClient } from '../client.js';
import type { CallOptions } from '../options.js';
import { CREDENTIALS } from '../testing/fixtures.js';
import { FakePlatform } from '../testing/platform.js';
import { deferred, settled } from '../testing/promises.js';
import { createContext } from './context.js';
import type { Settlement } from './settlement.js';
import { settleInTurn } from './turns.js';

const DONE: Settlement = { state: 'done', id: 'pay_1', approved: true };
const DEADLINE = 9_000;

/** Creates a function that works on one intent in its turn. */
function setUp(platform: FakePlatform) {
  const client = assembleClient({ ...CREDENTIALS, deadline: DEADLINE }, platform);
  const store = { getItem: () => null, setItem() {}, removeItem() {}, getKeys: () => [] };
  const context = createContext(client, { store });
  const settle = (work: () => Promise<Settlement>, options: CallOptions = {}) =>
    settleInTurn(context, 'an-intent', options, work);
  return { running: context.core.running, settle };
}

const never = () => new Promise<never>(() => {});

describe('work whose promise is lost with the request that began it, as on Workers', () => {
  it('is not waited for once that is known', async () => {
    const { running, settle } = setUp(new FakePlatform(false));
    const lost = deferred<never>();
    running.set('an-intent', { result: lost.promise, until: Number.POSITIVE_INFINITY });
    const waiting = settle(async () => DONE);

    lost.reject(new Error('Cannot perform I/O on behalf of a different request.'));

    expect(await waiting).toBe(DONE);
    expect(running.size).toBe(0);
  });

  it('is waited for as long as it can take, and by later calls no longer', async () => {
    const platform = new FakePlatform(false);
    const { settle } = setUp(platform);
    void settle(never);
    await platform.advance(1_000);
    let isOver = false;
    const second = settle(async () => {
      isOver = true;
      return never();
    });
    await platform.advance(DEADLINE - 1_001);
    expect(isOver).toBe(false);
    await platform.advance(1);
    expect(isOver).toBe(true);
    void second;

    await platform.advance(60_000);
    const third = settle(async () => DONE);
    await platform.advance(0);

    expect(await third).toBe(DONE);
    expect(platform.pending).toEqual([]);
  });
});

describe.each([
  { where: 'Node', isNode: true },
  { where: 'Workers', isNode: false },
])('work on $where', ({ isNode }) => {
  it.each([
    { how: 'time', give: () => ({ deadline: 100 }) },
    { how: 'signal', give: () => ({ signal: AbortSignal.abort() }) },
  ])('is still waited for after a call that ended before its turn, by its $how', async ({ give }) => {
    const platform = new FakePlatform(isNode);
    const { running, settle } = setUp(platform);
    const first = deferred<Settlement>();
    void settle(() => first.promise);
    const order: string[] = [];
    const begin = (name: string) => async () => {
      order.push(name);
      return DONE;
    };

    const second = settle(begin('second'), give());
    await platform.advance(100);
    expect(await second).toMatchObject({ state: 'open' });
    const third = settle(begin('third'));
    await platform.advance(DEADLINE / 2);
    order.push('first');
    first.resolve(DONE);

    expect(await third).toBe(DONE);
    expect(order).toEqual(['first', 'third']);
    expect(running.size).toBe(0);
    expect(platform.pending).toEqual([]);
  });
});

describe('work on Node', () => {
  it('leaves the intent open for others when it takes longer than a call may', async () => {
    const platform = new FakePlatform();
    const { settle } = setUp(platform);
    void settle(never);
    await platform.advance(DEADLINE - 1);

    const second = settle(async () => DONE);
    await platform.advance(DEADLINE);
    await settled();

    expect(await second).toMatchObject({ state: 'open', error: { kind: 'timeout' } });
  });
});
