import type { Fetch } from 'lddpay';
import type { Settlement } from 'lddpay/journal';
import { describe, expect, it } from 'vitest';
import {
  BASE_URL,
  losingWrites,
  type Process,
  SECOND,
  setUpProcesses,
  stateOf,
} from '../../testing/journal-processes.js';
import { CHARGE, HOUR, MINUTE, REFUSAL } from '../../testing/journal-setup.js';

export const YEAR = 365 * 24 * HOUR;

export const REFUSED = { effect: 'status', status: 422, body: REFUSAL } as const;

/** Expects that an intent was refused, and stays open for some minutes. */
export function expectOpenRefusal(settlement: Settlement, minutes: number): void {
  expect(settlement).toMatchObject({ state: 'open', error: { status: 422 } });
  expect(settlement.state === 'open' && Math.round(settlement.tryAfterMs / MINUTE)).toBe(minutes);
}

/** Dates the responses ahead while `isAhead` says so, as a gateway with a wrong clock does. */
export function dating(send: Fetch, ahead: number, isAhead: () => boolean): Fetch {
  return async (url, init) => {
    const response = await send(url, init);
    if (!isAhead()) return response;
    const headers = new Headers(response.headers);
    headers.set('date', new Date(Date.now() + ahead).toUTCString());
    return new Response(await response.text(), { status: response.status, headers });
  };
}

/** Tests what a response with a date ahead does, by how many milliseconds. */
export function testDateAhead(ahead: number): void {
  describe(`a response that is dated ${ahead} ms ahead`, () => {
    /** Loses a capture of 100 in a process to which a response with a wrong date came just before. */
    async function setUp() {
      const { start, sandbox, ...others } = setUpProcesses();
      const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
      let isAhead = true;
      const misled = start({ fetch: dating(losingWrites(sandbox.fetch), ahead, () => isAhead) });
      await misled.lddpay.getPaymentDetails(id);
      isAhead = false;
      const capture = async ({ journal }: Process, name: string, amount: number) =>
        stateOf(await journal.capturePayment(name, id, { amount, capture_type: 'NonFinal' }));
      return { ...others, start, misled, capture };
    }

    it('keeps no lost capture open: it is sent again, also when its key has expired', async () => {
      const { start, wait, misled, capture, effects } = await setUp();
      expect(await capture(misled, 'soon', 100)).toBe('open');
      expect(await capture(misled, 'late', 200)).toBe('open');
      wait(10 * MINUTE);
      expect(await capture(start(), 'soon', 100)).toBe('done');
      wait(25 * HOUR);

      expect(await capture(start(), 'late', 200)).toBe('done');
      expect([effects(100), effects(200)]).toEqual([['Capture'], ['Capture']]);
    });

    it('keeps no capture open in its own process, once a later response has the right date', async () => {
      const { start, sandbox } = setUpProcesses();
      const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
      let isAhead = true;
      const { lddpay, journal } = start({ fetch: dating(sandbox.fetch, ahead, () => isAhead) });
      const capture = (name: string) =>
        journal.capturePayment(name, id, { amount: 100, capture_type: 'NonFinal' });
      await lddpay.getPaymentDetails(id);
      await capture('first');
      isAhead = false;
      await lddpay.getPaymentDetails(id);

      expect(stateOf(await capture('second'))).toBe('done');
    });

    it('keeps no refusal open', async () => {
      const { start, wait, misled, capture } = await setUp();
      expect(await capture(misled, 'more than there is', 5000)).toBe('open');
      // What is dated less than two days ahead can be true where the clock of a machine was set.
      wait(ahead < 48 * HOUR ? ahead + 10 * MINUTE : 10 * MINUTE);

      expect(await capture(start(), 'more than there is', 5000)).toBe('refused');
    });

    it('hides nothing that another process sent after it', async () => {
      const { start, wait, misled, capture, effects } = await setUp();
      expect(await capture(misled, 'w', 100)).toBe('open');
      const dies = start({ dies: 'in its write' });
      void capture(dies, 'w', 100);
      await dies.died;
      wait(25 * HOUR);

      expect(await capture(start(), 'w', 100)).toBe('done');
      expect(effects(100)).toEqual(['Capture']);
    });
  });
}

/** Tests what a first date that is slow does, by how many minutes. */
export function testSlowDate(slow: number): void {
  describe(`a first date that is ${slow} minutes slow`, () => {
    /** Delays a capture of 300 of a process to which the response with its token came from a slow machine. */
    async function setUp() {
      const { start, sandbox, ...others } = setUpProcesses();
      const { id } = await start().lddpay.requestPayment({ ...CHARGE, capture: false });
      const capture = ({ journal }: Process) =>
        journal.capturePayment('w', id, { amount: 300, capture_type: 'NonFinal' });
      sandbox.faults.inject({ operationId: 'capturePayment', effect: 'late', ms: 2 * MINUTE });
      let isSlow = true;
      const send: Fetch = (url, init) => {
        if (!url.includes('connect/token')) isSlow = false;
        return sandbox.fetch(url, init);
      };
      const misled = start({ fetch: dating(send, -slow * MINUTE, () => isSlow) });
      expect((await capture(misled)).state).toBe('open');
      others.wait(5 * SECOND);
      return { ...others, start, sandbox, capture };
    }

    it('does not let others refuse what can still arrive', async () => {
      const { start, wait, sandbox, capture, effects } = await setUp();
      sandbox.faults.inject({ operationId: 'capturePayment', ...REFUSED });

      expectOpenRefusal(await capture(start()), 6);
      wait(10 * MINUTE);
      expect((await capture(start())).state).toBe('done');
      expect(effects(300)).toEqual(['Capture']);
    });

    it('does not let a new access key send what can still arrive', async () => {
      const { start, wait, sandbox, capture, effects } = await setUp();
      const { clientId } = sandbox.credentials;
      const rotated = start({
        client: { clientId: 'ack_new' },
        journal: { formerAccounts: [{ baseUrl: BASE_URL, clientId }] },
        fetch(url, init) {
          const headers = Object.entries(init?.headers ?? {}).map(([name, value]) => [
            name,
            /idempotency/i.test(name) ? `new ${value}` : value,
          ]);
          const body = typeof init?.body === 'string' ? init.body.replace('ack_new', clientId) : null;
          return sandbox.fetch(url, { ...init, headers: Object.fromEntries(headers), body });
        },
      });

      expect((await capture(rotated)).state).toBe('open');
      wait(10 * MINUTE);
      expect((await capture(rotated)).state).toBe('done');
      expect(effects(300)).toEqual(['Capture']);
    });
  });
}
