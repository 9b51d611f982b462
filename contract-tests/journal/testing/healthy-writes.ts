import { describe, expect, it } from 'vitest';
import { CHARGE, REFUND, setUpJournal, type transports } from '../../testing/journal-setup.js';

/** An authorization that can be incremented. */
const ESTIMATED = { ...CHARGE, capture: false, authorization_type: 'Estimated' } as const;
const CAPTURE = { amount: 400, capture_type: 'NonFinal' } as const;

/** Tests the writes of a journal that nothing disturbs, on some transports. */
export function testHealthyWrites(on: typeof transports): void {
  describe.each(on)('a journal on $name', ({ transport }) => {
    describe('a healthy write', () => {
      it('is done, with the data of its response', async () => {
        const { journal, effects } = await setUpJournal(transport);

        const charge = await journal.requestPayment('ORD-17/charge', CHARGE);

        expect(charge).toMatchObject({ state: 'done', approved: true, data: { amount: 1000 } });
        expect(charge.state === 'done' && charge.id).toMatch(/^pay_/);
        expect(effects()).toEqual(['Authorization 1000', 'Capture 1000']);
      });

      it('costs four writes to the store, two of them at once before the request, and no other request', async () => {
        const { journal, store, sandbox } = await setUpJournal(transport);
        const before = sandbox.requests().length;
        let sent: string[] = [];
        const { setItem } = store;
        store.setItem = (key, value, options) => {
          if (sandbox.requests().length === before) sent = [...sent, key.split(':')[1] ?? ''];
          return setItem(key, value, options);
        };

        await journal.requestPayment('ORD-17/charge', CHARGE);

        expect(sent).toEqual(['request', 'intent']);
        expect(store.writes).toEqual(['request', 'intent', 'claim', 'done']);
        expect(sandbox.requests().length - before).toBe(1);
      });

      it.each([false, true])('costs five writes for a refund, exclusive: %s', async (exclusive) => {
        const { journal, store, lddpay } = await setUpJournal(transport, { exclusive });
        const { id } = await lddpay.requestPayment(CHARGE);

        const refund = await journal.refundPayment('ORD-17/refund', id, { ...REFUND, refund_amount: 100 });

        expect(refund.state).toBe('done');
        expect(store.writes).toEqual(['return', 'request', 'intent', 'claim', 'done']);
      });

      it('has the name as its reference, and keeps a reference that was given', async () => {
        const { journal, lddpay } = await setUpJournal(transport);
        const own = await journal.requestPayment('ORD-17/charge', { ...CHARGE, capture: false });
        const given = await journal.requestPayment('ORD-18', { ...CHARGE, reference: 'R' });
        const long = await journal.requestPayment('x'.repeat(31), CHARGE);
        if (own.state !== 'done' || given.state !== 'done' || long.state !== 'done') throw new Error();
        await journal.capturePayment('ORD-17/capture', own.id, CAPTURE);

        const read = async (id: string) => (await lddpay.getPaymentDetails(id)).reference;
        expect([await read(own.id), await read(given.id)]).toEqual(['ORD-17/charge', 'R']);
        expect(await read(long.id)).toMatch(/^[0-9a-f]{30}$/);
        const actions = await lddpay.getPaymentActions(own.id);
        expect(actions.map(({ reference }) => reference)).toContain('ORD-17/capture');
      });

      it('happens once, however often and wherever it is called', async () => {
        const { journal, restart, effects } = await setUpJournal(transport);
        const first = await journal.requestPayment('ORD-17/charge', CHARGE);

        const again = await journal.requestPayment('ORD-17/charge', CHARGE);
        const elsewhere = await (await restart()).requestPayment('ORD-17/charge', CHARGE);

        const { data: _, ...kept } = first as { data: unknown };
        expect(again).toEqual(kept);
        expect(elsewhere).toEqual(kept);
        expect(effects()).toHaveLength(2);
      });

      it('is done when it was declined', async () => {
        const { journal } = await setUpJournal(transport);

        const charge = await journal.requestPayment('ORD-17/charge', { ...CHARGE, amount: 1005 });

        expect(charge).toMatchObject({ state: 'done', approved: false });
      });

      it('is done when it is an increment that was declined, also where a look finds it', async () => {
        const { journal, lddpay, sandbox } = await setUpJournal(transport);
        const { id } = await lddpay.requestPayment(ESTIMATED);
        const refused = { state: 'done', approved: false } as const;

        expect(await journal.incrementAuthorization('i/1', id, { amount: 1005 })).toMatchObject(refused);
        sandbox.faults.inject({ operationId: 'incrementAuthorization', effect: 'drop-after' });
        expect(await journal.incrementAuthorization('i/2', id, { amount: 1005 })).toMatchObject(refused);
        expect(await journal.incrementAuthorization('i/2', id, { amount: 1005 })).toMatchObject(refused);
        expect(await lddpay.getPaymentDetails(id)).toMatchObject({ status: 'Authorized', approved: true });
      });

      it('runs every write operation', async () => {
        const { journal, lddpay, effects } = await setUpJournal(transport);
        const { id } = await lddpay.requestPayment(ESTIMATED);
        const other = await lddpay.requestPayment({ ...CHARGE, capture: false });
        const states = [
          await journal.incrementAuthorization('i', id, { amount: 100 }),
          await journal.capturePayment('c', id, CAPTURE),
          await journal.refundPayment('r', id, { ...REFUND, refund_amount: 100 }),
          await journal.voidPayment('v', other.id),
          await journal.reversePayment('b', id, REFUND),
          await journal.reversePayment('b2', id, REFUND),
        ];

        expect(states.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'done'));
        expect(states.at(-1)).toMatchObject({ empty: true });
        expect(states.map((one) => 'data' in one && one.data !== undefined)).toEqual([
          true,
          true,
          true,
          true,
          true,
          false,
        ]);
        expect(effects().length).toBeGreaterThan(4);
      });
    });
  });
}
