import { describe, expect, it } from 'vitest';
import { assembleClient, type Client } from '../client.js';
import { LddPayError } from '../errors.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, REFUND, SIGNING } from '../testing/fixtures.js';
import { FakePlatform } from '../testing/platform.js';
import { type SentRequest, testFetch } from '../testing/test-fetch.js';

const MINUTE = 60_000;
const REFERENCE = 'ORD-17';
const REFERRING = { ...PAYMENT, reference: REFERENCE };

type Write = (client: Client<true>) => PromiseLike<unknown>;

/** A client whose writes get no answer, and whose reads give what the test sets. */
function setUp() {
  const platform = new FakePlatform();
  const state: { read: (request: SentRequest) => unknown } = { read: () => ({ data: [] }) };
  const transport = testFetch((request) => {
    if (request.method !== 'GET') throw new TypeError('fetch failed');
    const answer = state.read(request);
    return answer instanceof Response ? answer : Response.json(answer);
  });
  const options = { ...CREDENTIALS, signing: SIGNING, fetch: transport.fetch, maxRetries: 0 };
  const client = assembleClient(options, platform) as Client<true>;
  /** Seconds before or after now as the API writes times. */
  const at = (ms: number) => new Date(platform.date() + ms).toISOString();
  const payment = (fields: Readonly<Record<string, unknown>> = {}) => ({
    id: PAYMENT_ID,
    reference: REFERENCE,
    amount: PAYMENT.amount,
    currency: PAYMENT.currency,
    requested_on: at(0),
    ...fields,
  });
  const action = (fields: Readonly<Record<string, unknown>> = {}) => ({
    id: 'act_1',
    type: 'Capture',
    amount: 400,
    reference: REFERENCE,
    approved: true,
    processed_on: at(0),
    ...fields,
  });
  return {
    ...transport,
    client,
    platform,
    payment,
    action,
    at,
    /** What reconciling the failure of a write comes to when the reads give `found`. */
    async reconciled(write: Write, ...found: readonly unknown[]) {
      const queue = [...found];
      // Without a total, a list goes on until an empty page.
      state.read = () => (queue.length > 0 ? queue.shift() : { data: [] });
      const error = await catchError(write(client));
      expect(error.outcome).toBe('unknown');
      const written = transport.operationRequests.length;
      const result = await client.reconcile(error);
      const reads = transport.operationRequests.slice(written);
      expect(reads.every(({ method }) => method === 'GET')).toBe(true);
      return { result, error, reads };
    },
  };
}

const pay: Write = (client) => client.requestPayment(REFERRING);
const capture: Write = (client) => client.capturePayment(PAYMENT_ID, { amount: 400, reference: REFERENCE });
const refund: Write = (client) => client.refundPayment(PAYMENT_ID, REFUND);

describe('a payment whose response was lost', () => {
  it('is found by its reference', async () => {
    const { reconciled, payment } = setUp();
    const found = payment();

    const { result, reads } = await reconciled(pay, { total_count: 1, data: [found] });

    expect(result).toEqual({ result: 'found', payment: found });
    expect(reads.map(({ url }) => url)).toEqual([`${CREDENTIALS.baseUrl}/payments?reference=${REFERENCE}`]);
  });

  it('is found on a later page', async () => {
    const { reconciled, payment, at } = setUp();
    const old = payment({ requested_on: at(-60 * MINUTE) });

    const { result, reads } = await reconciled(
      pay,
      { total_count: 3, data: [old, old] },
      { total_count: 3, data: [payment()] },
    );

    expect(result).toMatchObject({ result: 'found', payment: { amount: PAYMENT.amount } });
    expect(reads).toHaveLength(2);
  });

  it('is found when it is a verification, which has no amount', async () => {
    const { reconciled, payment } = setUp();
    const { amount: _, ...verification } = REFERRING;

    const { result } = await reconciled((client) => client.requestPayment(verification), {
      data: [payment({ amount: 0 })],
    });

    expect(result.result).toBe('found');
  });

  it('is found although its clock and ours differ by some minutes', async () => {
    for (const ms of [-4 * MINUTE, 4 * MINUTE]) {
      const { reconciled, payment, at } = setUp();
      const { result } = await reconciled(pay, { data: [payment({ requested_on: at(ms) })] });
      expect(result.result).toBe('found');
    }
  });

  it('is found by what was sent, whatever became of the body meanwhile', async () => {
    const { reconciled, payment } = setUp();

    const { result, reads } = await reconciled(
      async (client) => {
        const body = { ...REFERRING };
        const call = client.requestPayment(body);
        Object.assign(body, { reference: 'ORD-18', amount: 1 });
        await call;
      },
      { data: [payment()] },
    );

    expect(reads[0]?.url).toContain(`reference=${REFERENCE}`);
    expect(result.result).toBe('found');
  });

  it('is not found where there is none', async () => {
    const { reconciled } = setUp();

    expect((await reconciled(pay, { total_count: 0, data: [] })).result).toEqual({ result: 'not_found' });
  });

  it('is not found where there are only older ones', async () => {
    const { reconciled, payment, at } = setUp();
    const old = payment({ requested_on: at(-6 * MINUTE) });

    expect((await reconciled(pay, { data: [old] })).result).toEqual({ result: 'not_found' });
  });

  it('is told from an older one of the same reference', async () => {
    const { reconciled, payment, at } = setUp();
    const found = payment({ id: 'pay_new' });
    const old = payment({ id: 'pay_old', requested_on: at(-60 * MINUTE) });

    expect((await reconciled(pay, { data: [found, old] })).result).toEqual({
      result: 'found',
      payment: found,
    });
  });

  it.each<{ name: string; fields: readonly Readonly<Record<string, unknown>>[] }>([
    { name: 'several of its reference', fields: [{}, { id: 'pay_other' }] },
    { name: 'several of its reference, one of which is another amount', fields: [{}, { amount: 1 }] },
    { name: 'one of another amount', fields: [{ amount: 999 }] },
    { name: 'one of another currency', fields: [{ currency: 'EUR' }] },
    { name: 'one of an amount that is a text', fields: [{ amount: '1000' }] },
    { name: 'one of no amount', fields: [{ amount: undefined }] },
  ])('is unknown where there is $name', async ({ fields }) => {
    const { reconciled, payment } = setUp();

    expect((await reconciled(pay, { data: fields.map(payment) })).result).toEqual({ result: 'unknown' });
  });

  it.each(['', undefined])('is unknown without a reference, and nothing is read: %o', async (reference) => {
    const { reconciled } = setUp();
    const body: typeof PAYMENT = Object.assign({ reference }, PAYMENT);

    const { result, reads } = await reconciled((client) => client.requestPayment(body));

    expect(result).toEqual({ result: 'unknown' });
    expect(reads).toEqual([]);
  });

  it.each([undefined, 'yesterday', null])(
    'is never taken for none where its time is %o',
    async (requested_on) => {
      const { reconciled, payment } = setUp();

      const { result } = await reconciled(pay, { data: [payment({ requested_on })] });

      expect(result.result).not.toBe('not_found');
    },
  );
});

describe('an action whose response was lost', () => {
  it('is found by its reference, type and amount', async () => {
    const { reconciled, action } = setUp();
    const found = action();

    const { result, reads } = await reconciled(capture, [
      action({ type: 'Authorization' }),
      found,
      action({ reference: 'other' }),
      action({ amount: 399 }),
    ]);

    expect(result).toEqual({ result: 'found', action: found });
    expect(reads.map(({ url }) => url)).toEqual([`${CREDENTIALS.baseUrl}/payments/${PAYMENT_ID}/actions`]);
  });

  it('is found, and says so, when it was declined', async () => {
    const { reconciled, action } = setUp();

    const { result } = await reconciled(capture, [action({ approved: false })]);

    expect(result).toMatchObject({ result: 'found', action: { approved: false } });
  });

  it('is found by its reference and type where no amount was given', async () => {
    const { reconciled, action } = setUp();

    const { result } = await reconciled(
      (client) => client.capturePayment(PAYMENT_ID, { reference: REFERENCE }),
      [action({ amount: 1000 })],
    );

    expect(result.result).toBe('found');
  });

  it('is found for a void and for an increment', async () => {
    const one = setUp();
    const voided = await one.reconciled(
      (client) => client.voidPayment(PAYMENT_ID, { reference: REFERENCE }),
      [one.action({ type: 'Void', amount: 1000 })],
    );
    expect(voided.result).toMatchObject({ result: 'found', action: { type: 'Void' } });

    const other = setUp();
    const raised = await other.reconciled(
      (client) => client.incrementAuthorization(PAYMENT_ID, { amount: 400, reference: REFERENCE }),
      [other.action({ type: 'Authorization' }), other.action({ type: 'Authorization', amount: 1000 })],
    );
    expect(raised.result).toMatchObject({ result: 'found', action: { type: 'Authorization', amount: 400 } });
  });

  it.each<{ name: string; fields: readonly Readonly<Record<string, unknown>>[] }>([
    { name: 'none at all', fields: [] },
    { name: 'one of another type', fields: [{ type: 'Refund' }] },
    { name: 'one of another reference', fields: [{ reference: 'other' }] },
    { name: 'one without a reference', fields: [{ reference: undefined }] },
    { name: 'one of another amount', fields: [{ amount: 399 }] },
  ])('is not found where there is $name', async ({ fields }) => {
    const { reconciled, action } = setUp();

    expect((await reconciled(capture, fields.map(action))).result).toEqual({ result: 'not_found' });
  });

  it('is unknown where there are several', async () => {
    const { reconciled, action } = setUp();

    const { result } = await reconciled(capture, [action(), action({ id: 'act_2' })]);

    expect(result).toEqual({ result: 'unknown' });
  });

  it('is not taken for found by one that was done long before the call', async () => {
    const { reconciled, action, at } = setUp();

    const { result } = await reconciled(capture, [action({ processed_on: at(-60 * MINUTE) })]);

    expect(result.result).not.toBe('found');
  });

  it.each<{ name: string; write: Write }>([
    { name: 'refund', write: refund },
    { name: 'reversal', write: (client) => client.reversePayment(PAYMENT_ID, REFUND) },
    { name: 'capture', write: (client) => client.capturePayment(PAYMENT_ID, { amount: 400 }) },
    { name: 'capture without a body', write: (client) => client.capturePayment(PAYMENT_ID) },
  ])(
    'without a reference is not found only where there is none of its type: a $name',
    async ({ name, write }) => {
      const type = name.startsWith('capture') ? 'Capture' : 'Refund';
      const one = setUp();
      expect((await one.reconciled(write, [one.action({ type: 'Authorization' })])).result).toEqual({
        result: 'not_found',
      });

      const other = setUp();
      expect((await other.reconciled(write, [other.action({ type })])).result).toEqual({ result: 'unknown' });
    },
  );

  it('that leaves no action is unknown, and nothing is read', async () => {
    const { reconciled } = setUp();

    const { result, reads } = await reconciled((client) =>
      client.cancelScheduledRetry(PAYMENT_ID, { reference: REFERENCE }),
    );

    expect(result).toEqual({ result: 'unknown' });
    expect(reads).toEqual([]);
  });
});

describe('a read that fails', () => {
  it.each<{ name: string; answer: unknown }>([
    { name: 'is refused', answer: Response.json({}, { status: 403 }) },
    { name: 'fails in the API', answer: Response.json({}, { status: 503 }) },
    { name: 'is not JSON', answer: new Response('<h1>Welcome</h1>') },
    { name: 'is empty', answer: {} },
    { name: 'is null', answer: null },
    { name: 'is a text', answer: 'nothing' },
    { name: 'holds something else than payments or actions', answer: [null] },
    { name: 'holds something else than a list', answer: { data: { id: PAYMENT_ID } } },
  ])('tells nothing: it $name', async ({ answer }) => {
    for (const write of [pay, capture, refund]) {
      const given = answer instanceof Response ? answer.clone() : answer;
      expect((await setUp().reconciled(write, given)).result).toEqual({ result: 'unknown' });
    }
  });

  it('on a later page tells nothing', async () => {
    const { reconciled, payment } = setUp();

    const { result } = await reconciled(
      pay,
      { total_count: 2, data: [payment()] },
      Response.json({}, { status: 503 }),
    );

    expect(result).toEqual({ result: 'unknown' });
  });
});

describe('an error', () => {
  it('of another client tells nothing, and nothing is read', async () => {
    const { error } = await setUp().reconciled(pay);
    const { client, operationRequests, tokenRequests } = setUp();

    expect(await client.reconcile(error)).toEqual({ result: 'unknown' });
    expect([...tokenRequests, ...operationRequests]).toEqual([]);
  });

  it('that is a copy tells nothing', async () => {
    const { client, reconciled } = setUp();
    const { error } = await reconciled(pay);
    const copies: unknown[] = [
      JSON.parse(JSON.stringify(error)),
      structuredClone({ ...error }),
      new LddPayError(error.message, error),
      undefined,
      null,
      'error',
    ];

    for (const copy of copies) {
      expect(await client.reconcile(copy as LddPayError)).toEqual({ result: 'unknown' });
    }
  });

  it.each<{ name: string; write: Write }>([
    { name: 'a config error', write: (client) => client.requestPayment({ ...REFERRING, amount: -1 }) },
    {
      name: 'an abort before sending',
      write: (client) => client.requestPayment(REFERRING, { signal: AbortSignal.abort() }),
    },
  ])('that says itself that nothing happened needs no request: $name', async ({ write }) => {
    const { client, operationRequests } = setUp();
    const error = await catchError(write(client));

    expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
    expect(operationRequests).toEqual([]);
  });

  it('that is a refusal needs no request', async () => {
    const { fetch, operationRequests } = testFetch(() => Response.json({}, { status: 422 }));
    const client = assembleClient({ ...CREDENTIALS, fetch }, new FakePlatform());
    const error = await catchError(client.requestPayment(REFERRING));

    expect(error.outcome).toBe('rejected');
    expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
    expect(operationRequests).toHaveLength(1);
  });

  it('whose write was repeated is reconciled once for all its attempts', async () => {
    let writes = 0;
    const platform = new FakePlatform();
    const { fetch, operationRequests } = testFetch(({ method }) => {
      if (method === 'GET') return Response.json({ data: [] });
      writes += 1;
      return writes === 1 ? Promise.reject(new Error('broken')) : Response.json({}, { status: 422 });
    });
    const client = assembleClient({ ...CREDENTIALS, fetch }, platform);
    const error = await catchError(platform.drive(client.requestPayment(REFERRING)));
    expect(error).toMatchObject({ kind: 'api', status: 422, outcome: 'unknown' });

    expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
    expect(operationRequests.map(({ method }) => method)).toEqual(['POST', 'POST', 'GET']);
  });
});
