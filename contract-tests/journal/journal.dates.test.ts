import type { Fetch } from 'lddpay';
import { describe, expect, it } from 'vitest';
import { losingWrites, type Process, setUpProcesses, stateOf } from '../testing/journal-processes.js';
import { CHARGE, HOUR, MINUTE } from '../testing/journal-setup.js';

const YEAR = 365 * 24 * HOUR;

/** Dates the responses ahead while `isAhead` says so, as a gateway with a wrong clock does. */
function dating(send: Fetch, ahead: number, isAhead: () => boolean): Fetch {
  return async (url, init) => {
    const response = await send(url, init);
    if (!isAhead()) return response;
    const headers = new Headers(response.headers);
    headers.set('date', new Date(Date.now() + ahead).toUTCString());
    return new Response(await response.text(), { status: response.status, headers });
  };
}

describe.each([2 * HOUR, 10 * YEAR])('a response that is dated %s ms ahead', (ahead) => {
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
    const dies = start({ diesInWrite: true });
    void capture(dies, 'w', 100);
    await dies.died;
    wait(25 * HOUR);

    expect(await capture(start(), 'w', 100)).toBe('done');
    expect(effects(100)).toEqual(['Capture']);
  });
});
