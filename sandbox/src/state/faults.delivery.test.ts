import { describe, expect, it } from 'vitest';
import { createSandbox, type Fault, type SandboxOptions } from '../index.js';
import { type Api, connect, openApi } from '../testing/api.js';
import { CARD, DAY, MINUTE, SECOND } from '../testing/fixtures.js';
import { TRANSPORTS } from '../testing/transports.js';

const START = Date.UTC(2026, 0, 1);
const KEY = 'key-1';
const PART = { amount: 100, capture_type: 'NonFinal' };

const captures = ({ sandbox }: Api) =>
  sandbox
    .ledger()
    .flatMap(({ type, amount, at }) => (type === 'Capture' ? `${amount} at ${at - START}` : []));

/** Returns the captures among the requests, such as '202 at 1000'. */
const captureRequests = ({ sandbox }: Api) =>
  sandbox
    .requests()
    .flatMap(({ operationId, status, at }) =>
      operationId === 'capturePayment' ? `${status} at ${at - START}` : [],
    );

describe.each(TRANSPORTS)('%s', (_, open) => {
  /** Creates an authorized payment, and functions that capture parts of it. A fault hits the first capture. */
  async function setUp(fault: Pick<Fault, 'effect' | 'ms'>, options: SandboxOptions = {}) {
    const sandbox = createSandbox({ seed: 1, tokenLifetime: (10 * DAY) / SECOND, ...options });
    const { origin, fetch } = await open(sandbox);
    const api = await connect(sandbox, origin, fetch);
    const id = await api.authorize();
    sandbox.faults.inject({ operationId: 'capturePayment', ...fault });
    const capture = (body: object = PART, key?: string) =>
      api.request('POST', `/payments/${id}/captures`, body, { key }).then(({ status }) => status);
    const loseCapture = (body?: object, key?: string) =>
      expect(capture(body, key)).rejects.toThrow(new TypeError('fetch failed'));
    return { api, sandbox, id, capture, loseCapture };
  }

  describe('late', () => {
    it('loses the connection, and executes the operation once the clock has moved on by `ms`', async () => {
      const { api, sandbox, id, loseCapture } = await setUp({ effect: 'late', ms: MINUTE });

      await loseCapture();
      sandbox.clock.advance(MINUTE - 1);

      expect(captures(api)).toEqual([]);
      expect(captureRequests(api)).toEqual(['0 at 0']);
      expect(await api.details(id)).toMatchObject({ status: 'Authorized' });

      sandbox.clock.advance(1);

      expect(captures(api)).toEqual(['100 at 60000']);
      expect(captureRequests(api)).toEqual(['0 at 0', '202 at 60000']);
      expect(await api.details(id)).toMatchObject({ status: 'Partially Captured' });
    });

    it('arrives after 1000 ms by default, at its time even when the clock leaps', async () => {
      const { api, sandbox, loseCapture } = await setUp({ effect: 'late' });

      await loseCapture();
      sandbox.clock.advance(DAY);

      expect(captures(api)).toEqual(['100 at 1000']);
      expect(captureRequests(api)).toEqual(['0 at 0', '202 at 1000']);
    });

    it('arrives with the next look at the ledger when `ms` is 0', async () => {
      const { api, loseCapture } = await setUp({ effect: 'late', ms: 0 });

      await loseCapture();

      expect(captures(api)).toEqual(['100 at 0']);
    });

    it('arrives by the time that `now` returns, first seen in the requests or in the ledger', async () => {
      let now = START;
      for (const read of [captureRequests, captures]) {
        now = START;
        const { api, loseCapture } = await setUp({ effect: 'late' }, { now: () => now });
        await loseCapture();
        now += 1000;

        expect(read(api).at(-1)).toMatch(/^\d+ at 1000$/);
      }
    });

    it('is a replay when the key was repeated meanwhile', async () => {
      const { api, sandbox, capture, loseCapture } = await setUp({ effect: 'late' });

      await loseCapture(PART, KEY);
      expect(await capture(PART, KEY)).toBe(202);
      sandbox.clock.advance(1000);

      expect(captures(api)).toEqual(['100 at 0']);
      expect(captureRequests(api)).toEqual(['0 at 0', '202 at 0', '202 at 1000']);
    });

    it('takes effect in addition to a repeat without a key', async () => {
      const { api, sandbox, capture, loseCapture } = await setUp({ effect: 'late' });

      await loseCapture();
      expect(await capture()).toBe(202);
      sandbox.clock.advance(1000);

      expect(captures(api)).toEqual(['100 at 0', '100 at 1000']);
    });

    it('takes effect in addition to a repeat whose key has expired', async () => {
      const { api, sandbox, capture, loseCapture } = await setUp(
        { effect: 'late', ms: 1000 },
        { keyLifetime: 1000 },
      );

      await loseCapture(PART, KEY);
      expect(await capture(PART, KEY)).toBe(202);
      sandbox.clock.advance(1000);

      expect(captures(api)).toEqual(['100 at 0', '100 at 1000']);
    });

    it('stores its response for a repeat after its arrival', async () => {
      const { api, sandbox, capture, loseCapture } = await setUp({ effect: 'late' });

      await loseCapture(PART, KEY);
      sandbox.clock.advance(1000);

      expect(await capture(PART, KEY)).toBe(202);
      expect(captures(api)).toEqual(['100 at 1000']);
    });

    it('is rejected when its key was used for another body meanwhile', async () => {
      const { api, sandbox, capture, loseCapture } = await setUp({ effect: 'late' });

      await loseCapture(PART, KEY);
      expect(await capture({ ...PART, amount: 200 }, KEY)).toBe(202);
      sandbox.clock.advance(1000);

      expect(captures(api)).toEqual(['200 at 0']);
      expect(captureRequests(api).at(-1)).toBe('422 at 1000');
    });

    it('is rejected when its payment does not allow it any more', async () => {
      const { api, sandbox, id, loseCapture } = await setUp({ effect: 'late' });

      await loseCapture();
      await api.void(id);
      sandbox.clock.advance(1000);

      expect(captures(api)).toEqual([]);
      expect(captureRequests(api).at(-1)).toBe('403 at 1000');
    });

    it('is in order with what is scheduled for the same payment', async () => {
      const { api, sandbox, capture, loseCapture } = await setUp({ effect: 'late' }, { captureDelay: 1500 });

      await loseCapture();
      await capture({ ...PART, amount: 200 });
      sandbox.clock.advance(DAY);

      expect(captures(api)).toEqual(['200 at 1500', '100 at 2500']);
    });

    it('is executed although its token was revoked', async () => {
      const { api, sandbox, loseCapture } = await setUp({ effect: 'late' });

      await loseCapture();
      sandbox.tokens.revokeAll();
      sandbox.clock.advance(1000);

      expect(captures(api)).toEqual(['100 at 1000']);
    });

    it('is not hit by another fault when it arrives', async () => {
      const { api, sandbox, loseCapture } = await setUp({ effect: 'late' });

      await loseCapture();
      sandbox.faults.inject({ effect: 'drop-before' });
      sandbox.clock.advance(1000);

      expect(captures(api)).toEqual(['100 at 1000']);
    });

    it('arrives although the faults are cleared', async () => {
      const { api, sandbox, loseCapture } = await setUp({ effect: 'late' });

      await loseCapture();
      sandbox.faults.clear();
      sandbox.clock.advance(1000);

      expect(captures(api)).toEqual(['100 at 1000']);
    });

    it('never arrives after a reset', async () => {
      const { api, sandbox, loseCapture } = await setUp({ effect: 'late' });

      await loseCapture();
      sandbox.reset();
      sandbox.clock.advance(DAY);

      expect(sandbox.requests()).toEqual([]);
      expect(captures(api)).toEqual([]);
    });
  });

  describe('twice', () => {
    it('responds, and delivers the request again at once, which a key makes a replay', async () => {
      const { api, capture } = await setUp({ effect: 'twice' });

      expect(await capture(PART, KEY)).toBe(202);

      expect(captures(api)).toEqual(['100 at 0']);
      expect(captureRequests(api)).toEqual(['202 at 0', '202 at 0']);
    });

    it('takes effect twice without a key', async () => {
      const { api, id, capture } = await setUp({ effect: 'twice' });

      expect(await capture()).toBe(202);

      expect(await api.details(id)).toMatchObject({ balances: { total_captured: 200 } });
      expect(captures(api)).toEqual(['100 at 0', '100 at 0']);
    });

    it.each([
      ['takes effect again when the key has expired after `ms`', 1000, ['100 at 0', '100 at 1000']],
      ['is a replay while the key is kept', 1001, ['100 at 0']],
    ])('%s', async (_title, keyLifetime, expected) => {
      const { api, sandbox, capture } = await setUp({ effect: 'twice', ms: 1000 }, { keyLifetime });

      expect(await capture(PART, KEY)).toBe(202);
      sandbox.clock.advance(999);
      expect(captures(api)).toEqual(['100 at 0']);
      sandbox.clock.advance(1);

      expect(captures(api)).toEqual(expected);
      expect(captureRequests(api)).toEqual(['202 at 0', '202 at 1000']);
    });

    it('responds with a success when the second delivery is rejected', async () => {
      const { api, capture } = await setUp({ effect: 'twice' });

      expect(await capture({})).toBe(202);

      expect(captures(api)).toEqual(['1000 at 0']);
      expect(captureRequests(api)).toEqual(['202 at 0', '403 at 0']);
    });
  });
});

it('hits reads and token requests too, which then only show in the requests', async () => {
  const api = await openApi();
  const { sandbox } = api;
  const before = sandbox.requests().length;
  sandbox.faults.inject({ operationId: 'getPaymentsList', effect: 'late' });
  sandbox.faults.inject({ operationId: 'getToken', effect: 'twice' });

  await expect(api.get('/payments?reference=a')).rejects.toThrow('fetch failed');
  await api.renewToken();
  sandbox.clock.advance(1000);

  expect(sandbox.requests().slice(before)).toMatchObject([
    { operationId: 'getPaymentsList', status: 0 },
    { operationId: 'getToken', status: 200 },
    { operationId: 'getToken', status: 200 },
    { operationId: 'getPaymentsList', status: 202 },
  ]);
});

it('charges twice when a payment arrives late, after its key has expired', async () => {
  const api = await openApi();
  const pay = () => api.pay({ source: CARD }, { key: KEY });
  api.sandbox.faults.inject({ operationId: 'requestPayment', effect: 'late', ms: DAY });

  await expect(pay()).rejects.toThrow('fetch failed');
  await pay();
  api.sandbox.clock.advance(DAY);

  const payments = api.sandbox.ledger().map(({ paymentId }) => paymentId);
  expect(new Set(payments).size).toBe(2);
});
