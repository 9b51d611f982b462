import { describe, expect, it } from 'vitest';
import { assembleClient, type Client } from '../client.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID } from '../testing/fixtures.js';
import { type ApiClock, createPaymentsApi, type Fate } from '../testing/payments-api.js';
import { testFetch } from '../testing/test-fetch.js';
import type { IntentFacts } from './intent-facts.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const REFERENCE = 'ORD-17';
const order = { ...PAYMENT, reference: REFERENCE };
const part = { amount: 400, reference: REFERENCE };

const writes: readonly {
  name: string;
  call: (client: Client, idempotencyKey?: string) => PromiseLike<unknown>;
  facts: IntentFacts;
}[] = [
  {
    name: 'a payment',
    call: (client, idempotencyKey) => client.requestPayment(order, { idempotencyKey }),
    facts: {
      operationId: 'requestPayment',
      reference: REFERENCE,
      amount: PAYMENT.amount,
      currency: PAYMENT.currency,
    },
  },
  {
    name: 'a capture',
    call: (client, idempotencyKey) => client.capturePayment(PAYMENT_ID, part, { idempotencyKey }),
    facts: { operationId: 'capturePayment', paymentId: PAYMENT_ID, ...part },
  },
];

function setUp(apiClock?: ApiClock) {
  const api = createPaymentsApi(apiClock);
  const connect = (clock = { ahead: 0 }) =>
    assembleClient({ ...CREDENTIALS, fetch: api.fetch, maxRetries: 0 }, api.createPlatform(clock));
  const lose = async (fate: Fate, call: PromiseLike<unknown>) => {
    api.setFate(fate);
    const error = await catchError(call);
    api.setFate('succeed');
    expect(error.outcome).toBe('unknown');
    return error;
  };
  const clock = api.createPlatform({ ahead: 0 });
  return { api, connect, lose, now: () => clock.date() };
}

describe.each(writes)('reconcile from the facts of $name', ({ call, facts }) => {
  it.each([0, MINUTE, 26 * HOUR])('finds it %i ms after it was lost by an earlier process', async (ms) => {
    const { api, connect, lose, now } = setUp();
    const since = now();
    const error = await lose('drop-after', call(connect()));
    api.wait(ms);

    const { result, ...found } = await connect().reconcile({ ...facts, since });

    expect(result).toBe('found');
    expect(Object.values(found)).toMatchObject([{ id: api.idsOf(error.idempotencyKey)[0] }]);
  });

  it('reads `since` in each of its forms', async () => {
    const { api, connect, lose, now } = setUp();
    const ms = now();
    api.wait(10);
    await lose('drop-after', call(connect()));

    for (const since of [ms, new Date(ms), new Date(ms).toISOString()]) {
      expect(await connect().reconcile({ ...facts, since })).toMatchObject({ result: 'found' });
    }
  });

  it('returns not_found when it never arrived', async () => {
    const { connect, lose, now } = setUp();
    const since = now();
    await lose('drop-before', call(connect()));

    expect(await connect().reconcile({ ...facts, since })).toEqual({ result: 'not_found' });
    expect(await connect().reconcile(facts)).toEqual({ result: 'not_found' });
  });

  it('returns unknown with it when the facts have no `since`', async () => {
    const { api, connect, lose } = setUp();
    const error = await lose('drop-after', call(connect()));

    const { result, ...seen } = await connect().reconcile(facts);

    expect(result).toBe('unknown');
    expect(Object.values(seen)).toMatchObject([[{ id: api.idsOf(error.idempotencyKey)[0] }]]);
  });

  it('ignores what is older than `since`', async () => {
    const { api, connect, lose, now } = setUp();
    await call(connect());
    api.wait(10 * SECOND);
    const since = now();

    expect(await connect().reconcile({ ...facts, since })).toEqual({ result: 'not_found' });
    expect(await connect().reconcile(facts)).toMatchObject({ result: 'unknown' });
    await lose('drop-after', call(connect()));
    expect(await connect().reconcile({ ...facts, since })).toMatchObject({ result: 'found' });
  });

  it('returns unknown with what another process made shortly before `since`', async () => {
    for (const ms of [1, 100, 3 * SECOND]) {
      const { api, connect, now } = setUp();
      await call(connect());
      api.wait(ms);
      expect(await connect().reconcile({ ...facts, since: now() })).toMatchObject({ result: 'unknown' });
    }
  });

  it('takes `since` for the start of the second that it stands for when it ignores what is older', async () => {
    const { api, connect, now } = setUp();
    await call(connect());
    const format = (time: number) => new Date(time).toISOString().replace(/\.\d+/, '');
    api.wait(5_500 - (now() % SECOND));
    const since = format(now());
    const later = format(now() + SECOND);
    api.wait(MINUTE);

    expect(await connect().reconcile({ ...facts, since })).toMatchObject({ result: 'unknown' });
    expect(await connect().reconcile({ ...facts, since: later })).toEqual({ result: 'not_found' });
  });

  it('returns unknown when it was made within the second that `since` stands for', async () => {
    const { api, connect, lose, now } = setUp();
    const since = new Date(now()).toISOString().replace(/\.\d+/, '');
    api.wait(300);
    await lose('drop-after', call(connect()));

    expect(await connect().reconcile({ ...facts, since })).toMatchObject({ result: 'unknown' });
  });

  it('leaves out the ids in `except`', async () => {
    const { api, connect, lose, now } = setUp();
    const since = now();
    await call(connect(), 'key-1');
    const except = api.idsOf('key-1');

    expect(await connect().reconcile({ ...facts, since, except })).toEqual({ result: 'not_found' });
    await lose('drop-after', call(connect(), 'key-2'));
    expect((await connect().reconcile({ ...facts, since })).result).toBe('unknown');
    const { result, ...found } = await connect().reconcile({ ...facts, since, except });
    expect(result).toBe('found');
    expect(Object.values(found)).toMatchObject([{ id: api.idsOf('key-2')[0] }]);
  });

  it('returns unknown with all when two were made', async () => {
    const { connect, now } = setUp();
    const since = now();
    await call(connect());
    await call(connect());

    const { result, ...seen } = await connect().reconcile({ ...facts, since });

    expect(result).toBe('unknown');
    expect(Object.values(seen)[0]).toHaveLength(2);
  });

  it('returns unknown for what this client made, whatever the key was', async () => {
    const { api, connect, now } = setUp();
    const since = now();
    const client = connect();
    await call(client, 'key-1');
    const [id] = api.idsOf('key-1');

    const { result, ...seen } = await client.reconcile({ ...facts, since });

    expect(result).toBe('unknown');
    expect(Object.values(seen)).toMatchObject([[{ id }]]);
    expect(await client.reconcile({ ...facts, since, except: [`${id}`] })).toEqual({ result: 'not_found' });
    api.wait(10 * SECOND);
    expect(await client.reconcile({ ...facts, since: now() })).toEqual({ result: 'not_found' });
  });

  it('returns unknown when it may be the effect of a write that this client lost', async () => {
    const { api, connect, lose, now } = setUp();
    const since = now();
    await lose('drop-before', call(connect()));
    api.wait(MINUTE);
    const client = connect();
    const error = await lose('drop-after', call(client));

    const { result, ...seen } = await client.reconcile({ ...facts, since });

    expect(result).toBe('unknown');
    expect(Object.values(seen)).toMatchObject([[{ id: api.idsOf(error.idempotencyKey)[0] }]]);
    expect(await client.reconcile(error)).toMatchObject({ result: 'found' });
  });

  it('finds it although this client made a write with another reference', async () => {
    const { connect, lose, now } = setUp();
    const since = now();
    await lose('drop-after', call(connect()));
    const client = connect();
    await lose('drop-before', client.requestPayment({ ...order, reference: 'ORD-18' }));

    expect(await client.reconcile({ ...facts, since })).toMatchObject({ result: 'found' });
  });

  it.each([6 * MINUTE, HOUR, 90 * 24 * HOUR].flatMap((ms) => [ms, -ms]))(
    'neither finds it nor leaves out what is older when the clock is wrong by %i ms',
    async (ahead) => {
      const { api, connect, lose } = setUp();
      const client = connect({ ahead });
      const wrong = api.createPlatform({ ahead });
      const since = wrong.date();
      await lose('drop-after', call(connect()));
      expect(await client.reconcile({ ...facts, since })).toMatchObject({ result: 'unknown' });

      api.wait(HOUR);
      const later = wrong.date();
      expect(await client.reconcile({ ...facts, since: later })).toMatchObject({ result: 'unknown' });
    },
  );

  it('returns unknown when the API sends no Date', async () => {
    const { connect, lose, now } = setUp({ hasDate: false });
    const since = now();
    await lose('drop-after', call(connect()));

    expect(await connect().reconcile({ ...facts, since })).toMatchObject({ result: 'unknown' });
  });

  it('returns unknown when `since` is still to come, by a clock that was wrong', async () => {
    const { connect, lose, now } = setUp();
    await lose('drop-after', call(connect()));

    const since = now() + MINUTE;

    expect(await connect().reconcile({ ...facts, since })).toMatchObject({ result: 'unknown' });
  });

  it('returns unknown when the look fails', async () => {
    const { fetch, operationRequests } = testFetch(() => Response.json({}, { status: 503 }));
    const client = assembleClient(
      { ...CREDENTIALS, fetch, maxRetries: 0 },
      createPaymentsApi().createPlatform({ ahead: 0 }),
    );

    expect(await client.reconcile({ ...facts, since: Date.UTC(2025) })).toEqual({ result: 'unknown' });
    expect(operationRequests).toHaveLength(1);
  });

  it('looks by the facts as they were when it was called', async () => {
    const { connect, lose, now } = setUp();
    const since = now();
    await lose('drop-after', call(connect()));
    const changing = { ...facts, since, except: [] as string[] };

    const pending = connect().reconcile(changing);
    Object.assign(changing, { reference: 'ORD-18', amount: 1, since: 0 });
    changing.except.push('id_0');

    expect(await pending).toMatchObject({ result: 'found' });
  });
});

describe('reconcile from the facts of a payment', () => {
  const [{ facts }] = writes as [(typeof writes)[number]];

  it.each<Partial<IntentFacts>>([
    { amount: 999 },
    { amount: undefined },
    { currency: 'EUR' },
    { currency: undefined },
  ])('returns unknown when they do not say the same: %j', async (other) => {
    const { connect, lose, now } = setUp();
    const since = now();
    await lose('drop-after', connect().requestPayment(order));

    const lookup = await connect().reconcile({ ...facts, since, ...other });

    expect(lookup).toMatchObject({ result: 'unknown', payments: [{}] });
  });

  it('returns unknown when neither they nor the payment have a currency', async () => {
    const { connect, lose, now } = setUp();
    const since = now();
    const body: typeof order = JSON.parse(JSON.stringify({ ...order, currency: undefined }));
    await lose('drop-after', connect().requestPayment(body));

    const lookup = await connect().reconcile({ ...facts, since, currency: undefined });

    expect(lookup).toMatchObject({ result: 'unknown', payments: [{}] });
  });

  it.each(['', undefined])('returns unknown without a request for the reference %o', async (reference) => {
    const { fetch, operationRequests } = testFetch();
    const client = assembleClient(
      { ...CREDENTIALS, fetch },
      createPaymentsApi().createPlatform({ ahead: 0 }),
    );

    expect(await client.reconcile({ ...facts, reference, since: Date.UTC(2025) })).toEqual({
      result: 'unknown',
    });
    expect(operationRequests).toEqual([]);
  });

  it('finds a verification, which has no amount', async () => {
    const { connect, lose, now } = setUp();
    const since = now();
    await lose('drop-after', connect().requestPayment({ ...order, amount: 0 }));

    const lookup = await connect().reconcile({ ...facts, amount: undefined, since });

    expect(lookup).toMatchObject({ result: 'found', payment: { amount: 0 } });
  });

  it('does not find the card that was declined for a second one that was never sent', async () => {
    const { api, connect, now } = setUp();
    await connect().requestPayment(order);
    api.wait(MINUTE);

    expect((await connect().reconcile(facts)).result).toBe('unknown');
    expect(await connect().reconcile({ ...facts, since: now() })).toEqual({ result: 'not_found' });
  });
});

describe('reconcile from the facts of an action', () => {
  /** Creates a client whose actions are those that the test sets. */
  function connectTo(...actions: readonly Readonly<Record<string, unknown>>[]) {
    const api = createPaymentsApi();
    const platform = api.createPlatform({ ahead: 0 });
    const processed_on = new Date(platform.date()).toISOString();
    const { fetch, operationRequests } = testFetch(() =>
      Response.json(
        actions.map((action, index) => ({ id: `act_${index}`, processed_on, ...action })),
        { headers: { Date: new Date(platform.date()).toUTCString() } },
      ),
    );
    const client = assembleClient({ ...CREDENTIALS, fetch }, platform);
    return { client, since: platform.date() - MINUTE, operationRequests };
  }
  const capture = { operationId: 'capturePayment', paymentId: PAYMENT_ID } as const;

  it('returns unknown with the actions of its type and amount when it has no reference', async () => {
    const { client, since } = connectTo(
      { type: 'Capture', amount: 400, reference: 'a' },
      { type: 'Capture', amount: 399 },
      { type: 'Void', amount: 400 },
    );

    expect(await client.reconcile({ ...capture, amount: 400, since })).toMatchObject({
      result: 'unknown',
      actions: [{ id: 'act_0' }],
    });
    expect(await client.reconcile({ ...capture, since })).toMatchObject({
      result: 'unknown',
      actions: [{ id: 'act_0' }, { id: 'act_1' }],
    });
    expect(await client.reconcile({ ...capture, amount: 398, since })).toEqual({ result: 'not_found' });
  });

  it('finds the action of its type and reference when it has no amount', async () => {
    const { client, since } = connectTo(
      { type: 'Capture', amount: 1000, reference: REFERENCE },
      { type: 'Capture', amount: 1000, reference: 'other' },
    );

    expect(await client.reconcile({ ...capture, reference: REFERENCE, since })).toMatchObject({
      result: 'found',
      action: { id: 'act_0' },
    });
  });

  it.each(['refundPayment', 'reversePayment'] as const)(
    'returns unknown for %s with every refund, of any amount and reference',
    async (operationId) => {
      const { client, since } = connectTo({ type: 'Refund', amount: 400 }, { type: 'Capture', amount: 400 });
      // 4 in the major unit is the same.
      const facts = { operationId, paymentId: PAYMENT_ID, reference: REFERENCE, amount: 4, since };

      expect(await client.reconcile(facts)).toMatchObject({ result: 'unknown', actions: [{ id: 'act_0' }] });
      expect(await client.reconcile({ ...facts, except: ['act_0'] })).toEqual({ result: 'not_found' });
    },
  );

  it('finds a void of less than the payment', async () => {
    const { client, since } = connectTo({ type: 'Void', amount: 600, reference: REFERENCE });
    const facts = {
      ...capture,
      operationId: 'voidPayment',
      reference: REFERENCE,
      amount: 1000,
      since,
    } as const;

    expect(await client.reconcile(facts)).toMatchObject({ result: 'found', action: { amount: 600 } });
  });

  it('returns unknown without a request for an operation that leaves no action', async () => {
    const { client, since, operationRequests } = connectTo();

    expect(await client.reconcile({ ...capture, operationId: 'cancelScheduledRetry', since })).toEqual({
      result: 'unknown',
    });
    expect(operationRequests).toEqual([]);
  });
});

describe('reconcile with facts that are wrong', () => {
  it.each([
    undefined,
    null,
    'error',
    {},
    { operationId: 'getPaymentDetails' },
    { ...writes[0]?.facts, since: 17 },
  ])('rejects with a config error before any request: %j', async (facts) => {
    const { fetch, operationRequests, tokenRequests } = testFetch();
    const client = assembleClient(
      { ...CREDENTIALS, fetch },
      createPaymentsApi().createPlatform({ ahead: 0 }),
    );

    const pending = client.reconcile(facts as IntentFacts);

    expect(await catchError(pending)).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect([...operationRequests, ...tokenRequests]).toEqual([]);
  });
});
