import { describe, expect, it, vi } from 'vitest';
import { assembleClient, type Client } from '../client.js';
import { LddPayError } from '../errors.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, REFUND, SIGNING } from '../testing/fixtures.js';
import { eager, FakePlatform } from '../testing/platform.js';
import { createTestClient } from '../testing/test-client.js';
import { type SentRequest, testFetch } from '../testing/test-fetch.js';
import { startUnreliableServer } from '../testing/unreliable-server.js';

const MINUTE = 60_000;
const REFERENCE = 'ORD-17';
const PAYMENT_WITH_REFERENCE = { ...PAYMENT, reference: REFERENCE };

type Write = (client: Client<true>) => PromiseLike<unknown>;

/**
 * Creates a client whose writes lose their connection, and whose reads return what the test sets.
 *
 * @param clock.skew How far the clock of the API is ahead of the local one, in ms.
 * @param clock.hasDate Whether the responses of the API have a `Date`.
 */
function setUp({ skew = 0, hasDate = true } = {}) {
  const platform = new FakePlatform();
  const state: {
    read: (request: SentRequest) => unknown;
    write: () => Response | Promise<Response>;
  } = {
    read: () => ({ data: [] }),
    write: () => {
      throw new TypeError('fetch failed');
    },
  };
  const transport = testFetch(async (request) => {
    if (request.method !== 'GET') return state.write();
    const body = await state.read(request);
    return body instanceof Response ? body : Response.json(body);
  });
  const fetch: typeof transport.fetch = async (url, init) => {
    const response = await transport.fetch(url, init);
    if (hasDate) response.headers.set('Date', new Date(platform.date() + skew).toUTCString());
    return response;
  };
  const options = { ...CREDENTIALS, signing: SIGNING, fetch, maxRetries: 0 };
  const client = assembleClient(options, platform) as Client<true>;
  /** Returns the time `ms` from now as the API writes it. */
  const at = (ms: number) => new Date(platform.date() + skew + ms).toISOString();
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
    state,
    payment,
    action,
    at,
    /** Makes a write that fails, and reconciles it when the reads return `found`. */
    async reconcile(write: Write, ...found: readonly unknown[]) {
      const queue = [...found];
      // Without a total, a list continues until an empty page.
      state.read = () => (queue.length > 0 ? queue.shift() : { data: [] });
      const error = await catchError(write(client));
      expect(error.outcome).toBe('unknown');
      const writes = transport.operationRequests.length;
      const result = await client.reconcile(error);
      const reads = transport.operationRequests.slice(writes);
      expect(reads.every(({ method }) => method === 'GET')).toBe(true);
      return { result, error, reads };
    },
  };
}

const pay: Write = (client) => client.requestPayment(PAYMENT_WITH_REFERENCE);
const capture: Write = (client) => client.capturePayment(PAYMENT_ID, { amount: 400, reference: REFERENCE });
const refund: Write = (client) => client.refundPayment(PAYMENT_ID, REFUND);

describe('reconcile for a lost payment', () => {
  it('finds the payment while the client makes one with another reference', async () => {
    const { client, state, payment, reconcile, operationRequests } = setUp();
    const lose = state.write;
    state.write = () => new Promise(() => {});
    client.requestPayment({ ...PAYMENT, reference: 'ORD-18' }).catch(() => {});
    await vi.waitUntil(() => operationRequests.length === 1);
    state.write = lose;

    expect((await reconcile(pay, { data: [payment()] })).result.result).toBe('found');
  });

  it('finds the payment by its reference', async () => {
    const { reconcile, payment } = setUp();
    const found = payment();

    const { result, reads } = await reconcile(pay, { total_count: 1, data: [found] });

    expect(result).toEqual({ result: 'found', payment: found });
    expect(reads.map(({ url }) => url)).toEqual([`${CREDENTIALS.baseUrl}/payments?reference=${REFERENCE}`]);
  });

  it('finds the payment on a later page', async () => {
    const { reconcile, payment, at } = setUp();
    const old = payment({ requested_on: at(-60 * MINUTE) });

    const { result, reads } = await reconcile(
      pay,
      {
        total_count: 3,
        data: [
          { ...old, id: 'pay_old' },
          { ...old, id: 'pay_older' },
        ],
      },
      { total_count: 3, data: [payment()] },
    );

    expect(result).toMatchObject({ result: 'found', payment: { amount: PAYMENT.amount } });
    expect(reads).toHaveLength(2);
  });

  it('finds a verification, which has no amount', async () => {
    const { reconcile, payment } = setUp();
    const { amount: _, ...verification } = PAYMENT_WITH_REFERENCE;

    const { result } = await reconcile((client) => client.requestPayment(verification), {
      data: [payment({ amount: 0 })],
    });

    expect(result.result).toBe('found');
  });

  it('finds the payment by the body that was sent, even if the caller changes it later', async () => {
    const { reconcile, payment } = setUp();

    const { result, reads } = await reconcile(
      async (client) => {
        const body = { ...PAYMENT_WITH_REFERENCE };
        const call = client.requestPayment(body);
        Object.assign(body, { reference: 'ORD-18', amount: 1 });
        await call;
      },
      { data: [payment()] },
    );

    expect(reads[0]?.url).toContain(`reference=${REFERENCE}`);
    expect(result.result).toBe('found');
  });

  it('returns not_found when there is no payment', async () => {
    const { reconcile } = setUp();

    expect((await reconcile(pay, { total_count: 0, data: [] })).result).toEqual({ result: 'not_found' });
  });

  it('returns not_found when there are only older payments', async () => {
    const { reconcile, payment, at } = setUp();
    const old = payment({ requested_on: at(-6 * MINUTE) });

    expect((await reconcile(pay, { data: [old] })).result).toEqual({ result: 'not_found' });
  });

  it('ignores an older payment with the same reference', async () => {
    const { reconcile, payment, at } = setUp();
    const found = payment({ id: 'pay_new' });
    const old = payment({ id: 'pay_old', requested_on: at(-60 * MINUTE) });

    expect((await reconcile(pay, { data: [found, old] })).result).toEqual({
      result: 'found',
      payment: found,
    });
  });

  it.each<{ name: string; fields: readonly Readonly<Record<string, unknown>>[] }>([
    { name: 'several payments with the reference', fields: [{}, { id: 'pay_other' }] },
    {
      name: 'payments with different amounts',
      fields: [{}, { id: 'pay_other', amount: 1 }],
    },
    { name: 'a payment with another amount', fields: [{ amount: 999 }] },
    { name: 'a payment with another currency', fields: [{ currency: 'EUR' }] },
    { name: 'a payment with another reference', fields: [{ reference: 'ord-17' }] },
    { name: 'a payment without a reference', fields: [{ reference: undefined }] },
    { name: 'a payment whose amount is a string', fields: [{ amount: '1000' }] },
    { name: 'a payment without an amount', fields: [{ amount: undefined }] },
  ])('returns unknown when there is $name', async ({ fields }) => {
    const { reconcile, payment } = setUp();

    const payments = fields.map(payment);

    expect((await reconcile(pay, { data: payments })).result).toEqual({ result: 'unknown', payments });
  });

  it.each(['', undefined])('returns unknown without a read when the reference is %o', async (reference) => {
    const { reconcile } = setUp();
    const body: typeof PAYMENT = Object.assign({ reference }, PAYMENT);

    const { result, reads } = await reconcile((client) => client.requestPayment(body));

    expect(result).toEqual({ result: 'unknown' });
    expect(reads).toEqual([]);
  });

  it.each([undefined, 'yesterday', null, 1_767_225_600, '2025-01-01'])(
    'returns unknown with the payment when its time is %o',
    async (requested_on) => {
      const { reconcile, payment } = setUp();
      const payments = [payment({ requested_on })];

      const { result } = await reconcile(pay, { data: payments });

      expect(result).toEqual({ result: 'unknown', payments });
    },
  );
});

describe('reconcile for a lost action', () => {
  it('finds the action by its reference, type and amount', async () => {
    const { reconcile, action } = setUp();
    const found = action();

    const { result, reads } = await reconcile(capture, [
      action({ id: 'act_2', type: 'Authorization' }),
      found,
      action({ id: 'act_3', reference: 'other' }),
      action({ id: 'act_4', amount: 399 }),
    ]);

    expect(result).toEqual({ result: 'found', action: found });
    expect(reads.map(({ url }) => url)).toEqual([`${CREDENTIALS.baseUrl}/payments/${PAYMENT_ID}/actions`]);
  });

  it('finds an action that was declined', async () => {
    const { reconcile, action } = setUp();

    const { result } = await reconcile(capture, [action({ approved: false })]);

    expect(result).toMatchObject({ result: 'found', action: { approved: false } });
  });

  it('finds the action by its reference and type when the call had no amount', async () => {
    const { reconcile, action } = setUp();

    const { result } = await reconcile(
      (client) => client.capturePayment(PAYMENT_ID, { reference: REFERENCE }),
      [action({ amount: 1000 })],
    );

    expect(result.result).toBe('found');
  });

  it('finds a void and an increment', async () => {
    const first = setUp();
    const voided = await first.reconcile(
      (client) => client.voidPayment(PAYMENT_ID, { reference: REFERENCE }),
      [first.action({ type: 'Void', amount: 1000 })],
    );
    expect(voided.result).toMatchObject({ result: 'found', action: { type: 'Void' } });

    const second = setUp();
    const incremented = await second.reconcile(
      (client) => client.incrementAuthorization(PAYMENT_ID, { amount: 400, reference: REFERENCE }),
      [
        second.action({ type: 'Authorization' }),
        second.action({ id: 'act_2', type: 'Authorization', amount: 1000 }),
      ],
    );
    expect(incremented.result).toMatchObject({
      result: 'found',
      action: { type: 'Authorization', amount: 400 },
    });
  });

  it.each<{ name: string; fields: readonly Readonly<Record<string, unknown>>[] }>([
    { name: 'no action', fields: [] },
    { name: 'an action of another type', fields: [{ type: 'Refund' }] },
    { name: 'an action with another reference', fields: [{ reference: 'other' }] },
    {
      name: 'an action without a reference that has another amount',
      fields: [{ reference: null, amount: 399 }],
    },
    { name: 'an action with a shorter reference', fields: [{ reference: REFERENCE.slice(0, -1) }] },
  ])('returns not_found when there is $name', async ({ fields }) => {
    const { reconcile, action } = setUp();

    expect((await reconcile(capture, fields.map(action))).result).toEqual({ result: 'not_found' });
  });

  it.each<{ name: string; fields: Readonly<Record<string, unknown>> }>([
    { name: 'another amount', fields: { amount: 399 } },
    { name: 'an amount as a string', fields: { amount: '400' } },
    { name: 'no amount', fields: { amount: undefined } },
  ])('returns unknown with an action of the same reference and type that has $name', async ({ fields }) => {
    const { reconcile, action } = setUp();

    expect((await reconcile(capture, [action(fields)])).result).toEqual({
      result: 'unknown',
      actions: [JSON.parse(JSON.stringify(action(fields)))],
    });
  });

  it.each<{ name: string; fields: Readonly<Record<string, unknown>> }>([
    { name: 'without a reference', fields: { reference: undefined } },
    { name: 'whose reference is null', fields: { reference: null } },
    { name: 'with spaces around its reference', fields: { reference: ` ${REFERENCE} ` } },
    { name: 'with its reference in another case', fields: { reference: REFERENCE.toLowerCase() } },
    { name: 'of a type that is not documented', fields: { type: 'Partial Capture' } },
    { name: 'without a type', fields: { type: undefined } },
  ])('returns unknown with an action of the same amount $name', async ({ fields }) => {
    const { reconcile, action } = setUp();

    expect((await reconcile(capture, [action(fields)])).result).toEqual({
      result: 'unknown',
      actions: [JSON.parse(JSON.stringify(action(fields)))],
    });
  });

  it('returns unknown with an action whose long reference was cut', async () => {
    const { reconcile, action } = setUp();
    const reference = 'order-2026-000017/capture-of-the-first-part';

    const { result } = await reconcile(
      (client) => client.capturePayment(PAYMENT_ID, { amount: 400, reference }),
      [action({ reference: reference.slice(0, 30) })],
    );

    expect(result.result).toBe('unknown');
  });

  it('does not take an increment of another amount for one of 0', async () => {
    const extend = async (amount: number) => {
      const { reconcile, action } = setUp();
      const { result } = await reconcile(
        (client) => client.incrementAuthorization(PAYMENT_ID, { amount: 0, reference: REFERENCE }),
        [action({ type: 'Authorization', amount })],
      );
      return result.result;
    };

    expect(await extend(250)).toBe('unknown');
    expect(await extend(0)).toBe('found');
  });

  it('returns unknown with the actions when several match', async () => {
    const { reconcile, action } = setUp();
    const actions = [action(), action({ id: 'act_2' })];

    const { result } = await reconcile(capture, [...actions, action({ id: 'act_3', type: 'Void' })]);

    expect(result).toEqual({ result: 'unknown', actions });
  });

  it('finds an action among others where none has an id', async () => {
    const { reconcile, action } = setUp();
    const id = undefined as never;
    const found = action({ id });

    const { result } = await reconcile(capture, [found, action({ id, type: 'Authorization' })]);

    expect(result).toMatchObject({ result: 'found', action: { type: 'Capture' } });
  });

  it('sees two actions where two that are alike have no id', async () => {
    const { reconcile, action } = setUp();
    const found = action({ id: undefined as never });

    expect((await reconcile(capture, [found, found])).result.result).toBe('unknown');
  });

  it('sees two actions where two of other amounts have one id', async () => {
    const { reconcile, action } = setUp();
    const found = action();

    const { result } = await reconcile(capture, [action({ amount: 399 }), found]);

    expect(result).toEqual({ result: 'found', action: found });
  });

  it('finds an action that is listed twice', async () => {
    const { reconcile, action } = setUp();
    const found = action();

    const { result } = await reconcile(capture, [found, found]);

    expect(result).toEqual({ result: 'found', action: found });
  });

  it('does not find an action that is older than the call', async () => {
    const { reconcile, action, at } = setUp();

    const { result } = await reconcile(capture, [action({ processed_on: at(-60 * MINUTE) })]);

    expect(result.result).not.toBe('found');
  });

  it.each<{ name: string; write: Write }>([
    { name: 'refund', write: refund },
    { name: 'reversal', write: (client) => client.reversePayment(PAYMENT_ID, REFUND) },
    { name: 'capture', write: (client) => client.capturePayment(PAYMENT_ID, { amount: 400 }) },
    { name: 'capture without a body', write: (client) => client.capturePayment(PAYMENT_ID) },
  ])(
    'returns not_found for a $name without a reference only when there is no action of its type',
    async ({ name, write }) => {
      const type = name.startsWith('capture') ? 'Capture' : 'Refund';
      const first = setUp();
      expect((await first.reconcile(write, [first.action({ type: 'Authorization' })])).result).toEqual({
        result: 'not_found',
      });

      const second = setUp();
      const actions = [second.action({ type })];
      expect((await second.reconcile(write, actions)).result).toEqual({ result: 'unknown', actions });
    },
  );

  it('returns unknown without a read for an operation that leaves no action', async () => {
    const { reconcile } = setUp();

    const { result, reads } = await reconcile((client) =>
      client.cancelScheduledRetry(PAYMENT_ID, { reference: REFERENCE }),
    );

    expect(result).toEqual({ result: 'unknown' });
    expect(reads).toEqual([]);
  });
});

describe('reconcile with a failed read', () => {
  it.each<{ name: string; response: unknown }>([
    { name: 'is rejected', response: Response.json({}, { status: 403 }) },
    { name: 'fails with a 503', response: Response.json({}, { status: 503 }) },
    { name: 'returns HTML', response: new Response('<h1>Welcome</h1>') },
    { name: 'returns an empty object', response: {} },
    { name: 'returns null', response: null },
    { name: 'returns a string', response: 'nothing' },
    { name: 'returns a list that contains null', response: [null] },
    { name: 'returns an object instead of a list', response: { data: { id: PAYMENT_ID } } },
  ])('returns unknown when the read $name', async ({ response }) => {
    for (const write of [pay, capture, refund]) {
      const found = response instanceof Response ? response.clone() : response;
      expect((await setUp().reconcile(write, found)).result).toEqual({ result: 'unknown' });
    }
  });

  it.each<{ name: string; pages: readonly (readonly string[])[] }>([
    { name: 'is empty', pages: [[]] },
    { name: 'ends early', pages: [['pay_a'], []] },
    { name: 'begins again', pages: [['pay_a'], ['pay_a'], ['pay_a']] },
    { name: 'shows a payment twice', pages: [['pay_a', 'pay_b'], ['pay_b']] },
    { name: 'has payments without an id', pages: [['', '', '']] },
  ])('returns unknown when the list $name, below its total', async ({ pages }) => {
    const { reconcile, payment, at } = setUp();
    const old = payment({ requested_on: at(-60 * MINUTE) });
    const replies = pages.map((ids) => ({ total_count: 3, data: ids.map((id) => ({ ...old, id })) }));

    expect((await reconcile(pay, ...replies)).result).toEqual({ result: 'unknown' });
  });

  it('returns not_found when a list that has grown shows a payment twice, and all of them', async () => {
    const { reconcile, payment, at } = setUp();
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ ...payment({ requested_on: at(-60 * MINUTE) }), id }));

    const { result } = await reconcile(
      pay,
      { total_count: 3, data: [a, b] },
      { total_count: 3, data: [b, c] },
    );

    expect(result).toEqual({ result: 'not_found' });
  });

  it('returns unknown when the read of a later page fails', async () => {
    const { reconcile, payment } = setUp();

    const { result } = await reconcile(
      pay,
      { total_count: 2, data: [payment()] },
      Response.json({}, { status: 503 }),
    );

    expect(result).toEqual({ result: 'unknown' });
  });
});

describe('reconcile for an error', () => {
  it('of another client returns unknown without a read', async () => {
    const { error } = await setUp().reconcile(pay);
    const { client, operationRequests, tokenRequests } = setUp();

    expect(await client.reconcile(error)).toEqual({ result: 'unknown' });
    expect([...tokenRequests, ...operationRequests]).toEqual([]);
  });

  it('that is a copy returns unknown', async () => {
    const { client, reconcile } = setUp();
    const { error } = await reconcile(pay);

    const copy = new LddPayError(error.message, error);
    expect(await client.reconcile(copy)).toEqual({ result: 'unknown' });
  });

  it('whose fields alone were kept rejects: they are no facts', async () => {
    const { client, reconcile } = setUp();
    const { error } = await reconcile(pay);

    for (const kept of [JSON.parse(JSON.stringify(error)), structuredClone({ ...error })]) {
      await expect(client.reconcile(kept)).rejects.toMatchObject({
        kind: 'config',
        message: expect.stringContaining('is no fact here. The facts are operationId, paymentId, reference'),
      });
    }
  });

  it.each<{ name: string; write: Write }>([
    {
      name: 'a config error',
      write: (client) => client.requestPayment({ ...PAYMENT_WITH_REFERENCE, amount: -1 }),
    },
    {
      name: 'an abort before sending',
      write: (client) => client.requestPayment(PAYMENT_WITH_REFERENCE, { signal: AbortSignal.abort() }),
    },
  ])('of a generated key that was never sent returns not_found without a read: $name', async ({ write }) => {
    const { client, operationRequests } = setUp();
    const error = await catchError(write(client));

    expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
    expect(operationRequests).toEqual([]);
  });

  it('of a given key that was never sent in this call looks for what an earlier process made', async () => {
    const { client, operationRequests, payment, state } = setUp();
    const call = client.requestPayment(PAYMENT_WITH_REFERENCE, {
      idempotencyKey: 'key-1',
      signal: AbortSignal.abort(),
    });
    const error = await catchError(call);
    expect(error.outcome).toBe('not_sent');

    expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
    const payments = [payment()];
    state.read = () => ({ total_count: 1, data: payments });
    expect(await client.reconcile(error)).toEqual({ result: 'unknown', payments });
    expect(operationRequests.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('of a given key that was never sent returns unknown when there is nothing to look by', async () => {
    const { client, operationRequests } = setUp();
    const options = { idempotencyKey: 'key-1' };
    const errors = [
      await catchError(client.requestPayment(PAYMENT, { ...options, signal: AbortSignal.abort() })),
      await catchError(client.requestPayment({ ...PAYMENT_WITH_REFERENCE, amount: -1 }, options)),
    ];

    for (const error of errors) expect(await client.reconcile(error)).toEqual({ result: 'unknown' });
    expect(operationRequests).toEqual([]);
  });

  it('of a read returns not_found without another one', async () => {
    const { client, operationRequests, state } = setUp();
    const fates = [() => Response.json({}, { status: 503 }), () => Promise.reject(new TypeError('failed'))];
    for (const [reads, fate] of fates.entries()) {
      state.read = fate;
      const error = await catchError(client.getPaymentsList({ reference: REFERENCE }));

      expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
      expect(operationRequests).toHaveLength(reads + 1);
    }
  });

  it.each([422, 401])('that was rejected with %i looks for the effect', async (status) => {
    const { client, operationRequests, payment, state } = setUp();
    state.write = () => Response.json({}, { status });
    const found = payment();
    const error = await catchError(client.requestPayment(PAYMENT_WITH_REFERENCE));
    const writes = operationRequests.length;
    expect(error.outcome).toBe('rejected');

    expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
    state.read = () => ({ total_count: 1, data: [found] });
    expect(await client.reconcile(error)).toEqual({ result: 'found', payment: found });
    expect(operationRequests.slice(writes).map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('that was rejected returns not_found without a read when there is nothing to look by', async () => {
    const { client, operationRequests, state } = setUp();
    state.write = () => Response.json({}, { status: 422 });
    const given = { idempotencyKey: 'key-1' };
    const error = await catchError(client.requestPayment(PAYMENT));
    const ofGivenKey = await catchError(client.requestPayment(PAYMENT, given));

    expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
    // Another process may have used the key.
    expect(await client.reconcile(ofGivenKey)).toEqual({ result: 'unknown' });
    expect(operationRequests).toHaveLength(2);
  });

  it('that was rejected returns unknown when the look fails', async () => {
    const { client, state } = setUp();
    state.write = () => Response.json({}, { status: 422 });
    state.read = () => Response.json({}, { status: 503 });

    const error = await catchError(client.requestPayment(PAYMENT_WITH_REFERENCE));

    expect(await client.reconcile(error)).toEqual({ result: 'unknown' });
  });

  it('that was rejected is not found when an equal write at once may have made it', async () => {
    const { client, platform, payment, state } = setUp();
    state.write = async () => {
      await platform.advance(1);
      return Response.json({}, { status: 422 });
    };
    const payments = [payment()];
    const [first, second] = await Promise.all(
      [1, 2].map(() => catchError(client.requestPayment(PAYMENT_WITH_REFERENCE))),
    );
    state.read = () => ({ total_count: 1, data: payments });

    for (const error of [first, second]) {
      expect(error?.outcome).toBe('rejected');
      expect(await client.reconcile(error ?? expect.unreachable())).toEqual({ result: 'unknown', payments });
    }
  });

  it('that was lost is found although an equal write at once was rejected', async () => {
    const { client, platform, payment, state } = setUp();
    let writes = 0;
    state.write = async () => {
      writes += 1;
      const isLost = writes === 1;
      await platform.advance(1);
      if (isLost) throw new TypeError('fetch failed');
      return Response.json({}, { status: 422 });
    };
    const found = payment();
    const [lost] = await Promise.all(
      [1, 2].map(() => catchError(client.requestPayment(PAYMENT_WITH_REFERENCE))),
    );
    state.read = () => ({ total_count: 1, data: [found] });

    expect(lost?.outcome).toBe('unknown');
    expect(await client.reconcile(lost ?? expect.unreachable())).toEqual({ result: 'found', payment: found });
  });

  it('of a connection that was refused looks for the effect', async () => {
    const server = await startUnreliableServer(['refuse']);
    const client = createTestClient(server, eager, { maxRetries: 0 });
    await client.getToken();
    const error = await catchError(client.requestPayment(PAYMENT_WITH_REFERENCE));
    expect(error.outcome).toBe('not_sent');

    expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
    expect(server.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it('of a retried write covers all its attempts with one read', async () => {
    let writes = 0;
    const platform = new FakePlatform();
    const { fetch, operationRequests } = testFetch(({ method }) => {
      if (method === 'GET') return Response.json({ data: [] });
      writes += 1;
      return writes === 1 ? Promise.reject(new Error('broken')) : Response.json({}, { status: 422 });
    });
    const client = assembleClient({ ...CREDENTIALS, fetch }, platform);
    const error = await catchError(platform.drive(client.requestPayment(PAYMENT_WITH_REFERENCE)));
    expect(error).toMatchObject({ kind: 'api', status: 422, outcome: 'unknown' });

    expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
    expect(operationRequests.map(({ method }) => method)).toEqual(['POST', 'POST', 'GET']);
  });
});
