import { afterEach, describe, expect, it } from 'vitest';
import { assembleClient, type Client } from '../client.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID } from '../testing/fixtures.js';
import { type ApiClock, createPaymentsApi, type Fate } from '../testing/payments-api.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const TIME_ZONE = process.env['TZ'];
afterEach(() => {
  if (TIME_ZONE === undefined) delete process.env['TZ'];
  else process.env['TZ'] = TIME_ZONE;
});

type Write = (client: Client, idempotencyKey?: string) => PromiseLike<unknown>;

const pay: Write = (client, idempotencyKey) =>
  client.requestPayment({ ...PAYMENT, reference: 'ORD-17' }, { idempotencyKey });
const capture: Write = (client, idempotencyKey) =>
  client.capturePayment(PAYMENT_ID, { amount: 400, reference: 'ORD-17' }, { idempotencyKey });
const writes = [
  { name: 'a payment', write: pay },
  { name: 'a capture', write: capture },
] as const;

function setUp(apiClock?: ApiClock) {
  const api = createPaymentsApi(apiClock);
  const connect = (clock = { ahead: 0 }, options: { tokenUrl?: string } = {}) =>
    assembleClient(
      { ...CREDENTIALS, fetch: api.fetch, maxRetries: 0, ...options },
      api.createPlatform(clock),
    );
  const lose = async (fate: Fate, call: PromiseLike<unknown>) => {
    api.setFate(fate);
    const error = await catchError(call);
    api.setFate('succeed');
    expect(error.outcome).toBe('unknown');
    return error;
  };
  return { api, connect, lose };
}

describe.each(writes)('reconcile for $name', ({ write }) => {
  it.each([0, MINUTE, 26 * HOUR])('finds it when it was made, %i ms later', async (ms) => {
    const { api, connect, lose } = setUp();
    const client = connect();
    const error = await lose('drop-after', write(client));
    api.wait(ms);

    expect(await client.reconcile(error)).toMatchObject({ result: 'found' });
  });

  it.each([6 * MINUTE, HOUR, 90 * 24 * HOUR].flatMap((ms) => [ms, -ms]))(
    'returns unknown with it when the clock is wrong by %i ms',
    async (ahead) => {
      const { api, connect, lose } = setUp();
      const client = connect({ ahead });
      const error = await lose('drop-after', write(client));

      const { result, ...seen } = await client.reconcile(error);

      expect(result).toBe('unknown');
      expect(Object.values(seen)).toMatchObject([[{ id: api.idsOf(error.idempotencyKey)[0] }]]);
    },
  );

  it('returns unknown with it when the API sends no Date', async () => {
    const { api, connect, lose } = setUp({ hasDate: false });
    const client = connect();
    const error = await lose('drop-after', write(client));

    const { result, ...seen } = await client.reconcile(error);

    expect(result).toBe('unknown');
    expect(Object.values(seen)).toMatchObject([[{ id: api.idsOf(error.idempotencyKey)[0] }]]);
  });

  it('returns unknown with it when the Date of the API does not agree with its times', async () => {
    for (const dateAhead of [MINUTE, -MINUTE]) {
      const { connect, lose } = setUp({ dateAhead });
      const client = connect();
      const error = await lose('drop-after', write(client));

      expect((await client.reconcile(error)).result).toBe('unknown');
    }
  });

  it('returns unknown when another process made one at the time that a wrong clock showed', async () => {
    const { api, connect, lose } = setUp();
    const client = connect({ ahead: MINUTE });
    const error = await lose('drop-before', write(client));
    // Less the requests until then.
    api.wait(MINUTE - 12);
    await write(connect());

    expect((await client.reconcile(error)).result).toBe('unknown');
  });

  it('returns not_found when it was not made, even if the clock is wrong and the API sends no Date', async () => {
    const { connect, lose } = setUp({ hasDate: false });
    const client = connect({ ahead: HOUR });
    const error = await lose('drop-before', write(client));

    expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
  });

  it('returns unknown when a cache sent a response without it', async () => {
    const api = createPaymentsApi();
    let age: string | undefined;
    const fetch: typeof api.fetch = async (...request) => {
      const response = await api.fetch(...request);
      if (age) response.headers.set('Age', age);
      return response;
    };
    const client = assembleClient({ ...CREDENTIALS, fetch, maxRetries: 0 }, api.createPlatform({ ahead: 0 }));
    api.setFate('drop-before');
    const error = await catchError(write(client));
    api.setFate('succeed');

    for (age of ['1', 'old', '-1']) expect(await client.reconcile(error)).toEqual({ result: 'unknown' });
    age = '0';
    expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
  });

  it.each([undefined, 'yesterday', 'Thu, 26 Nov 2026 10:00:00 GMT, Thu, 26 Nov 2026 10:00:00 GMT'])(
    'returns unknown when the Date of a response without it is %j, so that a cache may have kept it',
    async (date) => {
      const api = createPaymentsApi();
      let isCached = false;
      const fetch: typeof api.fetch = async (...request) => {
        const response = await api.fetch(...request);
        if (isCached && date === undefined) response.headers.delete('Date');
        if (isCached && date !== undefined) response.headers.set('Date', date);
        return response;
      };
      const client = assembleClient(
        { ...CREDENTIALS, fetch, maxRetries: 0 },
        api.createPlatform({ ahead: 0 }),
      );
      await client.getPaymentsList({ reference: 'ORD-1' });
      api.setFate('drop-before');
      const error = await catchError(write(client));
      api.setFate('succeed');

      isCached = true;
      expect(await client.reconcile(error)).toEqual({ result: 'unknown' });
      isCached = false;
      expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
    },
  );

  describe('where the Date of the response without it differs from that before the call', () => {
    async function reconcileWith(list: { dateAhead: number }, { ahead = 0, isKeyGiven = false } = {}) {
      const api = createPaymentsApi();
      let dateAhead = 0;
      const fetch: typeof api.fetch = async (...request) => {
        const response = await api.fetch(...request);
        const date = Date.parse(response.headers.get('Date') ?? '');
        response.headers.set('Date', new Date(date + dateAhead).toUTCString());
        return response;
      };
      const platform = api.createPlatform({ ahead });
      const client = assembleClient({ ...CREDENTIALS, fetch, maxRetries: 0 }, platform);
      api.setFate('drop-before');
      const error = await catchError(write(client, isKeyGiven ? 'key-1' : undefined));
      api.setFate('succeed');
      ({ dateAhead } = list);
      return (await client.reconcile(error)).result;
    }

    it.each([10 * SECOND, HOUR, 24 * HOUR])('returns unknown when it is %i ms older', async (ms) => {
      expect(await reconcileWith({ dateAhead: -ms })).toBe('unknown');
      expect(await reconcileWith({ dateAhead: -ms }, { isKeyGiven: true })).toBe('unknown');
    });

    it('returns not_found when it is older by what the clocks of the API may be apart', async () => {
      expect(await reconcileWith({ dateAhead: -4 * SECOND })).toBe('not_found');
    });

    it('returns not_found when it is later', async () => {
      expect(await reconcileWith({ dateAhead: HOUR })).toBe('not_found');
    });

    it('returns not_found when the clock of this machine does not agree that it is older', async () => {
      expect(await reconcileWith({ dateAhead: -HOUR }, { ahead: -2 * HOUR })).toBe('not_found');
    });
  });

  it('finds it after the clock was set, which was right when the call began', async () => {
    const { api, connect, lose } = setUp();
    const clock = { ahead: 0 };
    const client = connect(clock);
    const error = await lose('drop-after', write(client));
    api.wait(SECOND);
    clock.ahead = HOUR;

    expect(await client.reconcile(error)).toMatchObject({ result: 'found' });
  });

  it('returns unknown after the clock was set, which was wrong when the call began', async () => {
    const { api, connect, lose } = setUp();
    const clock = { ahead: -HOUR };
    const client = connect(clock);
    const error = await lose('drop-after', write(client));
    api.wait(SECOND);
    clock.ahead = 0;

    expect(await client.reconcile(error)).toMatchObject({ result: 'unknown' });
  });

  it('does not return not_found after the machine slept', async () => {
    for (const name of ['sleep', 'wait'] as const) {
      const { api, connect, lose } = setUp();
      const client = connect();
      const error = await lose('drop-after', write(client));
      api[name](10 * MINUTE);
      expect((await client.reconcile(error)).result).toBe(name === 'sleep' ? 'unknown' : 'found');
    }
  });

  it('ignores an older one of another process, if the client generated its key', async () => {
    const { api, connect, lose } = setUp();
    await write(connect());
    api.wait(MINUTE);
    const [first, second] = [connect(), connect()];
    const before = await lose('drop-before', write(first));
    const after = await lose('drop-after', write(second));

    expect(await second.reconcile(after)).toMatchObject({ result: 'found' });
    expect((await first.reconcile(before)).result).toBe('unknown');
  });

  it('returns not_found when there is only an older one of another process, and the key was generated', async () => {
    const { api, connect, lose } = setUp();
    await write(connect());
    api.wait(10 * SECOND);
    const client = connect();
    const error = await lose('drop-before', write(client));

    expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
  });

  it('does not take the Date of a token endpoint on another host for that of the API', async () => {
    const { api, connect, lose } = setUp();
    await write(connect());
    api.wait(MINUTE);
    const client = connect(undefined, { tokenUrl: 'http://api.test.example/connect/token' });
    const error = await lose('drop-before', write(client));

    expect(await client.reconcile(error)).toMatchObject({ result: 'unknown' });
  });

  it('returns unknown when there is only one that another process made shortly before', async () => {
    for (const ms of [0, 1, 100, 3 * SECOND]) {
      const { api, connect, lose } = setUp();
      await write(connect());
      api.wait(ms);
      const client = connect();
      const error = await lose('drop-before', write(client));
      expect((await client.reconcile(error)).result).toBe('unknown');
    }
  });

  it('returns unknown when there is only one that was made after the call', async () => {
    const { api, connect, lose } = setUp();
    const client = connect();
    const error = await lose('drop-before', write(client));
    api.wait(100);
    await write(connect());

    expect(await client.reconcile(error)).toMatchObject({ result: 'unknown' });
  });

  it.each([10 * MINUTE, 25 * HOUR])(
    'returns unknown with an older one when another process may have used the key %i ms before',
    async (ms) => {
      const { api, connect, lose } = setUp();
      await lose('drop-after', write(connect(), 'key-1'));
      api.wait(ms);
      const client = connect();
      const error = await lose('drop-after', write(client, 'key-1'));

      const { result, ...seen } = await client.reconcile(error);

      expect(result).toBe('unknown');
      const ids = api.idsOf('key-1').map((id) => ({ id }));
      expect(ids).toHaveLength(ms > 24 * HOUR ? 2 : 1);
      expect(Object.values(seen)).toMatchObject([ids]);
    },
  );

  describe('with times without a zone', () => {
    const format = (time: number) => new Date(time).toISOString().replace('Z', '');

    it.each(['Asia/Shanghai', 'America/Los_Angeles', 'UTC'])('reads them as UTC in %s', async (zone) => {
      process.env['TZ'] = zone;
      const { api, connect, lose } = setUp({ format });
      await write(connect());
      api.wait(MINUTE);
      const [first, second] = [connect(), connect()];

      const before = await lose('drop-before', write(first));
      expect(await first.reconcile(before)).toEqual({ result: 'not_found' });
      const after = await lose('drop-after', write(second));
      expect(await second.reconcile(after)).toMatchObject({ result: 'found' });
    });
  });

  it.each<{ name: string; format: (time: number) => string }>([
    { name: 'an offset', format: (time) => `${new Date(time + 8 * HOUR).toISOString().slice(0, -1)}+08:00` },
    { name: 'seven digits', format: (time) => new Date(time).toISOString().replace('Z', '9999Z') },
    { name: 'no trailing zeros', format: (time) => new Date(time).toISOString().replace(/\.?0*Z/, 'Z') },
    {
      name: 'a blank and no zone',
      format: (time) => new Date(time).toISOString().replace('T', ' ').slice(0, -1),
    },
  ])('reads times with $name', async ({ format }) => {
    const { connect, lose } = setUp({ format });
    const client = connect();
    const error = await lose('drop-after', write(client));

    expect(await client.reconcile(error)).toMatchObject({ result: 'found' });
  });

  describe('with times in whole seconds', () => {
    const format = (time: number) => new Date(time).toISOString().replace(/\.\d+/, '');

    it('returns unknown within the second of the call', async () => {
      const { api, connect, lose } = setUp({ format });
      api.wait(500);
      const client = connect();
      const error = await lose('drop-after', write(client));

      expect(await client.reconcile(error)).toMatchObject({ result: 'unknown' });
    });

    it('returns unknown when one was made after the call, in the second in which it ended', async () => {
      const { api, connect, lose } = setUp({ format });
      api.wait(991);
      const client = connect();
      const error = await lose('drop-before', write(client));
      api.wait(400);
      await write(connect());

      expect(await client.reconcile(error)).toMatchObject({ result: 'unknown' });
    });

    it('returns not_found when there is only an older one', async () => {
      const { api, connect, lose } = setUp({ format });
      await write(connect());
      api.wait(8 * SECOND);
      const client = connect();
      const error = await lose('drop-before', write(client));

      expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
    });
  });
});
