import type { Settlement } from 'lddpay/journal';
import type { SandboxOptions } from 'lddpay-sandbox';
import { describe, expect, it } from 'vitest';
import { offline, type Process, SECOND, setUpProcesses, stateOf } from '../../testing/journal-processes.js';
import { CHARGE, HOUR, interrupt, MINUTE, REFUND } from '../../testing/journal-setup.js';

/** What each write of these tests is worth, which nothing else is. */
export const AMOUNT = 300;

export const REFERENCE = 'ORD-17';

export type Write = (process: Process) => Promise<Settlement>;

/** Makes a process one that has run for a while, so that it knows the clock of the API. */
export async function learnTime({ lddpay }: Process): Promise<void> {
  await lddpay.getPaymentsList({ reference: 'none' });
}

/** Writes under one name, which any process can make. */
export const writes: readonly {
  what: string;
  later: string;
  prepare: (process: Process) => Promise<Write>;
}[] = [
  {
    what: 'a charge',
    later: 'done',
    prepare: async () => (process) =>
      process.journal.requestPayment('w', {
        ...CHARGE,
        amount: AMOUNT,
        reference: REFERENCE,
        capture: false,
      }),
  },
  {
    what: 'a capture',
    later: 'done',
    prepare: async ({ lddpay }) => {
      const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
      return ({ journal }) =>
        journal.capturePayment('w', id, { amount: AMOUNT, capture_type: 'NonFinal', reference: REFERENCE });
    },
  },
  {
    what: 'a refund',
    // Nothing tells it from another refund.
    later: 'open for a person',
    prepare: async ({ lddpay }) => {
      const { id } = await lddpay.requestPayment(CHARGE);
      return ({ journal }) => journal.refundPayment('w', id, { ...REFUND, refund_amount: AMOUNT } as never);
    },
  },
];

/** Tests writes that two processes make at once. */
export function testRaces(chosen: typeof writes): void {
  describe.each(chosen)('$what that two processes make at once', ({ prepare, later }) => {
    /** Prepares the write, ten minutes before anything happens. */
    async function setUp(options?: SandboxOptions) {
      const processes = setUpProcesses(options);
      const write = await prepare(processes.start());
      processes.wait(10 * MINUTE);
      return { ...processes, write };
    }

    it('happens once where the one looks for longer than the other takes to send it', async () => {
      const { start, wait, effects, write } = await setUp();
      expect(await write(start({ fetch: offline }))).toMatchObject({ state: 'open' });
      const quick = start({ dies: 'in its write' });
      const slow = start({
        dies: 'in its write',
        beforeLook: async () => {
          write(quick);
          await quick.died;
          wait(70 * SECOND);
        },
      });
      // It sends the same key again, so that nothing happens twice.
      write(slow);
      await slow.died;
      wait(25 * HOUR);

      const last = await write(start());

      expect(stateOf(last)).toBe(later);
      expect(effects(AMOUNT)).toHaveLength(1);
    });

    it.each([
      { how: 'a minute, and repeats it', ms: 70 * SECOND },
      { how: 'longer than the key lives, and sends nothing', ms: 25 * HOUR },
    ])('happens once where the one begins it and is suspended for $how', async ({ ms }) => {
      const { start, wait, effects, write } = await setUp();
      const quick = start({ dies: 'in its write' });
      const slow = start({ dies: 'in its write' });
      await learnTime(slow);
      // It has read that there is no intent.
      interrupt(slow.store, { method: 'getItem', kind: 'forgotten', nth: 1 }, async () => {
        write(quick);
        await quick.died;
        wait(ms);
      });
      await Promise.race([write(slow), slow.died]);
      expect(effects(AMOUNT)).toHaveLength(1);
      wait(25 * HOUR);

      const last = await write(start());

      expect(stateOf(last)).toBe(later);
      expect(effects(AMOUNT)).toHaveLength(1);
    });

    it('happens once where the one goes on with it and is suspended for longer than the key lives', async () => {
      const { start, wait, effects, write } = await setUp();
      await write(start({ fetch: offline }));
      const quick = start({ dies: 'in its write' });
      const slow = start({
        afterLook: async () => {
          write(quick);
          await quick.died;
          wait(25 * HOUR);
        },
      });

      expect(await write(slow)).toMatchObject({ state: 'open' });
      expect(effects(AMOUNT)).toHaveLength(1);
    });

    it('happens once where the one can send nothing, and its record replaces that of the other', async () => {
      const { start, wait, effects, write } = await setUp();
      const sends = start({ dies: 'in its write' });
      const fails = start({ fetch: offline });
      interrupt(fails.store, { method: 'setItem', kind: 'intent', nth: 1 }, async () => {
        write(sends);
        await sends.died;
      });
      expect(await write(fails)).toMatchObject({ state: 'open' });
      wait(25 * HOUR);

      const last = await write(start());

      expect(stateOf(last)).toBe(later);
      expect(effects(AMOUNT)).toHaveLength(1);
    });

    it.each([-72 * HOUR, 72 * HOUR])(
      'happens once where the record of one that can send nothing replaces that of the other, and its clock is ahead by %i ms',
      async (error) => {
        let ahead = 0;
        const { start, wait, sleep, effects, write } = await setUp({ now: () => Date.now() - ahead });
        /** Sets the clock of the machine, not that of the API. */
        const setClock = (ms: number) => {
          sleep(ms - ahead);
          ahead = ms;
        };
        const sends = start({ dies: 'in its write' });
        const fails = start({ fetch: offline });
        interrupt(fails.store, { method: 'setItem', kind: 'intent', nth: 1 }, async () => {
          setClock(0);
          write(sends);
          await sends.died;
          setClock(error);
        });
        setClock(error);
        expect(await write(fails)).toMatchObject({ state: 'open' });
        setClock(0);
        wait(25 * HOUR);

        const last = await write(start());

        expect(stateOf(last)).toBe(later);
        expect(effects(AMOUNT)).toHaveLength(1);
      },
    );
  });
}
