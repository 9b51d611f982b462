import type { Fetch } from 'lddpay';
import { describe, expect, it } from 'vitest';
import { losingWrites, type Process, SECOND, setUpProcesses, stateOf } from '../testing/journal-processes.js';
import { CHARGE, HOUR, MINUTE, REFUND } from '../testing/journal-setup.js';
import {
  dating,
  expectOpenRefusal,
  REFUSED,
  testDateAhead,
  testSlowDate,
  YEAR,
} from './testing/wrong-dates.js';

// Dates that are further off are in `journal.dates.slow.test.ts`.
testDateAhead(2 * HOUR);
testSlowDate(8);

describe('a response that is dated years ahead before a later one with the right date', () => {
  /** Starts a process to which a response with a wrong date came before all that it sends. */
  async function setUp(captured: boolean) {
    const processes = setUpProcesses();
    const { start } = processes;
    const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: captured });
    const mislead = async (fetch: Fetch, options: Parameters<typeof start>[0] = {}) => {
      let isAhead = true;
      const process = start({ ...options, fetch: dating(fetch, 10 * YEAR, () => isAhead) });
      await process.lddpay.getPaymentDetails(id);
      isAhead = false;
      return process;
    };
    const capture = ({ journal }: Process, amount = 300) =>
      journal.capturePayment('w', id, { amount, capture_type: 'NonFinal' });
    return { ...processes, id, mislead, capture };
  }

  it('lets nobody refuse what the attempt before the refusal can still do', async () => {
    const { start, wait, sandbox, mislead, capture, effects } = await setUp(false);
    const misled = await mislead(sandbox.fetch, { client: { maxRetries: 1 } });
    sandbox.faults.inject({ operationId: 'capturePayment', effect: 'late', ms: 2 * MINUTE });
    sandbox.faults.inject({ operationId: 'capturePayment', ...REFUSED });
    expect((await capture(misled)).state).toBe('open');
    wait(5 * SECOND);

    expectOpenRefusal(await capture(start()), 5);
    wait(10 * MINUTE);
    expect((await capture(start())).state).toBe('done');
    expect(effects(300)).toEqual(['Capture']);
  });

  it('lets no process send after a sleep what others do not wait for any more', async () => {
    const { start, sleep, sandbox, mislead, capture, effects } = await setUp(false);
    const other = start();
    const states: string[] = [];
    let isRevoked = false;
    const misled = await mislead(
      async (url, init) => {
        if (isRevoked && url.includes('connect/token')) {
          isRevoked = false;
          sandbox.faults.inject({ operationId: 'capturePayment', ...REFUSED });
          states.push((await capture(other)).state);
          sleep(12 * MINUTE);
          states.push((await capture(other)).state);
          sandbox.faults.clear();
        }
        return sandbox.fetch(url, init);
      },
      {
        beforeWrite() {
          isRevoked = true;
          sandbox.tokens.revokeAll();
        },
      },
    );

    expect((await capture(misled)).state).toBe('refused');
    expect(states).toEqual(['open', 'refused']);
    expect(effects(300)).toEqual([]);
  });

  it('lets no equal refunds wait for the keys of each other', async () => {
    const { start, wait, sandbox, mislead, id, effects } = await setUp(true);
    const refund = ({ journal }: Process, name: string) =>
      journal.refundPayment(name, id, { ...REFUND, refund_amount: 300 });
    const misled = await mislead(losingWrites(sandbox.fetch), { journal: { exclusive: true } });
    const dying = await mislead(sandbox.fetch, { journal: { exclusive: true }, dies: 'in its write' });
    await refund(misled, 'a');
    void refund(dying, 'b');
    await dying.died;
    wait(26 * HOUR);

    const states: string[] = [];
    const { journal } = start({ journal: { exclusive: true } });
    for await (const { settlement } of journal.resume()) states.push(stateOf(settlement));

    expect(states).toEqual(['done', 'done']);
    expect(effects(300)).toEqual(['Refund', 'Refund']);
  });

  it.each(['before', 'after'])(
    'keeps no name that was forgotten for longer than its key lives: %s the right date',
    async (when) => {
      const { start, wait, sandbox, mislead, id, capture, effects } = await setUp(false);
      let isAhead = false;
      const fetch = dating(sandbox.fetch, 10 * YEAR, () => isAhead);
      const misled = await mislead(fetch);
      await capture(misled);
      isAhead = when === 'before';
      await misled.lddpay.getPaymentDetails(id);
      await misled.journal.forget('w');
      await expect(capture(start(), 200)).rejects.toMatchObject({ kind: 'config' });
      wait(25 * HOUR);

      expect((await capture(start(), 200)).state).toBe('done');
      expect([...effects(300), ...effects(200)]).toEqual(['Capture', 'Capture']);
    },
  );

  it('is not what an open intent says as its time', async () => {
    const { start, sandbox, mislead, capture } = await setUp(false);
    await capture(await mislead(losingWrites(sandbox.fetch)));

    const open = await capture(start({ fetch: losingWrites(sandbox.fetch) }));

    expect(open.state === 'open' && open.since).toBeLessThan(Date.now() + MINUTE);
  });
});

it('a refusal that was told stays one when the time of a request with a date ahead comes near', async () => {
  const { start, wait, sandbox } = setUpProcesses();
  const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
  const capture = async ({ journal }: Process) =>
    stateOf(await journal.capturePayment('w', id, { amount: 100, capture_type: 'NonFinal' }));
  const dead = start({ fetch: dating(sandbox.fetch, 240 * HOUR, () => true), dies: 'before its write' });
  void capture(dead);
  await dead.died;
  wait(10 * MINUTE);
  sandbox.faults.inject({ operationId: 'capturePayment', ...REFUSED });
  expect(await capture(start())).toBe('refused');
  wait(200 * HOUR);

  expect(await capture(start())).toBe('refused');
  expect((await start().journal.look('w'))?.state).toBe('refused');
});
