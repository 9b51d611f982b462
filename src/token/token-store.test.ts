import { once } from 'node:events';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assembleClient } from '../client.js';
import type { LddPayEvent } from '../events.js';
import type { Platform } from '../lib/platform.js';
import type { ClientOptions } from '../options.js';
import { type AuthorizationServer, createAuthorizationServer } from '../testing/authorization-server.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT_ID, SECRETS } from '../testing/fixtures.js';
import { eager, FakePlatform, until } from '../testing/platform.js';
import { type RedisServer, redisInstalled, startRedis } from '../testing/redis.js';
import { connectRedisStore, STORE_KINDS, type StoreKind } from '../testing/redis-store.js';
import { startServer } from '../testing/server.js';
import { startWorkers, type Worker, type WorkerResult, type WorkerTask } from '../testing/workers.js';

type Store = NonNullable<ClientOptions['store']>;

const STORE_PATIENCE = 500;

interface SetUp extends Partial<ClientOptions> {
  readonly platform?: Platform;
  readonly issuer?: AuthorizationServer;
}

/** A client whose calls succeed with nothing but a token that the issuer issued and did not revoke. */
function setUp({
  platform = new FakePlatform(),
  issuer = createAuthorizationServer(),
  ...options
}: SetUp = {}) {
  const events: LddPayEvent[] = [];
  const onEvent = (event: LddPayEvent) => {
    events.push(event);
  };
  const client = assembleClient({ ...CREDENTIALS, fetch: issuer.fetch, onEvent, ...options }, platform);
  return {
    issuer,
    events,
    call: (callOptions = {}) => client.getPaymentDetails(PAYMENT_ID, callOptions),
    problems: () => events.flatMap(({ type, problem }) => (type === 'token' && problem ? [problem] : [])),
  };
}

/** A store that keeps what it is given, without an expiry. */
function mapStore() {
  const values = new Map<string, unknown>();
  const ttls: unknown[] = [];
  const store: Store = {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value, { ttl }) => {
      values.set(key, value);
      ttls.push(ttl);
    },
    removeItem: (key) => {
      values.delete(key);
    },
  };
  return { store, values, ttls };
}

/** The operations of the requests that were sent, in their order. */
function requests(events: readonly LddPayEvent[]): string[] {
  return events.flatMap(({ type, operationId }) => (type === 'request' ? [operationId] : []));
}

const never = () => new Promise<never>(() => {});

/** What a client with these credentials stores: the key and the value. */
async function stored(options: SetUp = {}): Promise<[key: string, value: unknown]> {
  const { store, values } = mapStore();
  await setUp({ store, ...options }).call();
  const [entry, ...others] = values;
  expect(others).toEqual([]);
  return entry ?? expect.fail('Nothing was stored.');
}

describe('tokens shared through a store', () => {
  it('are issued once for two clients', async () => {
    const { store } = mapStore();
    const issuer = createAuthorizationServer();

    await setUp({ store, issuer }).call();
    await setUp({ store, issuer }).call();

    expect(issuer.issued).toHaveLength(1);
  });

  it('are understood by a process that has run for another time', async () => {
    const { store } = mapStore();
    const issuer = createAuthorizationServer();
    const platform = new FakePlatform();
    const uptime = 1_000_000_000;
    const elsewhere = { ...platform, now: () => platform.now() + uptime };
    await setUp({ store, issuer, platform: elsewhere }).call();
    const here = setUp({ store, issuer, platform });

    await here.call();
    expect(issuer.issued).toHaveLength(1);

    await platform.advance(3_600_000);
    await here.call();
    expect(issuer.issued).toHaveLength(2);
  });

  it('are read from the store once for 50 concurrent first calls', async () => {
    const { store } = mapStore();
    const issuer = createAuthorizationServer();
    await setUp({ store, issuer }).call();
    let reads = 0;
    const getItem: Store['getItem'] = (...asked) => {
      reads += 1;
      return store.getItem(...asked);
    };
    const { call } = setUp({ store: { ...store, getItem }, issuer });

    await Promise.all(Array.from({ length: 50 }, () => call()));

    expect(reads).toBe(1);
    expect(issuer.issued).toHaveLength(1);
  });

  it('are taken from the store after a 401 when another process has renewed them', async () => {
    const { store, values } = mapStore();
    const issuer = createAuthorizationServer();
    const first = setUp({ store, issuer });
    const second = setUp({ store, issuer });
    await first.call();
    await second.call();
    issuer.revokeAll();

    await first.call();
    const [renewed] = values.values();
    await second.call();

    expect(issuer.issued).toHaveLength(2);
    expect([...values.values()]).toEqual([renewed]);
  });

  it('are replaced when the API accepts neither the own one nor the one of another process', async () => {
    const { store, values } = mapStore();
    const issuer = createAuthorizationServer();
    const first = setUp({ store, issuer });
    await first.call();
    // Both asked at the same instant, so that each has its own.
    values.clear();
    await setUp({ store, issuer }).call();
    issuer.revokeAll();

    await first.call();

    expect(issuer.issued).toHaveLength(3);
  });

  it('are stored for no longer than they live, in whole seconds', async () => {
    const { store, ttls } = mapStore();

    await setUp({ store, issuer: createAuthorizationServer(1000) }).call();

    expect(ttls).toEqual([expect.any(Number)]);
    expect(Number.isInteger(ttls[0])).toBe(true);
    expect(ttls[0]).toBeGreaterThan(0);
    expect(ttls[0]).toBeLessThanOrEqual(1000);
  });

  it.each([0.4, 1])('need no store when they live for %d s', async (lifetime) => {
    const { store, ttls } = mapStore();
    const { call, problems } = setUp({ store, issuer: createAuthorizationServer(lifetime) });

    await call();

    // Redis refuses a ttl of zero, and to others it means for ever.
    expect(ttls.every((ttl) => Number.isInteger(ttl) && Number(ttl) >= 1 && Number(ttl) <= lifetime)).toBe(
      true,
    );
    expect(problems()).toEqual([]);
  });
});

describe('a store that holds something else', () => {
  const fields = (value: unknown, change: (field: unknown) => unknown) =>
    JSON.stringify(
      Object.fromEntries(
        Object.entries(JSON.parse(typeof value === 'string' ? value : JSON.stringify(value))).map(
          ([name, field]) => [name, change(field)],
        ),
      ),
    );
  const rubbish: readonly [what: string, (valid: unknown) => unknown][] = [
    ['an empty text', () => ''],
    ['a text that is no JSON', () => '<html>'],
    ['half a value', (valid) => (typeof valid === 'string' ? valid.slice(0, -5) : '{"')],
    ['a number', () => 42],
    ['true', () => true],
    ['bytes', () => new Uint8Array([1, 2, 3])],
    ['JSON of null', () => 'null'],
    ['a list', () => '[]'],
    ['an empty object', () => '{}'],
    ['fields that are null', (valid) => fields(valid, () => null)],
    ['fields that are objects', (valid) => fields(valid, () => ({}))],
    ['fields that are texts', (valid) => fields(valid, () => 'x')],
    ['fields that are numbers', (valid) => fields(valid, () => 1e300)],
    [
      'a token that no header can hold',
      (valid) => fields(valid, (field) => (typeof field === 'string' ? 'two\nlines' : field)),
    ],
  ];

  it.each(rubbish)('is passed over: %s', async (_, spoil) => {
    const [key, valid] = await stored();
    const { store, values } = mapStore();
    values.set(key, spoil(valid));
    const { call, issuer } = setUp({ store });

    await call();

    expect(issuer.issued).toHaveLength(1);
    expect(values.get(key)).toEqual(valid);
  });

  it.each([
    ['has expired', 3_600_000],
    ['is about to expire', 3_599_000],
  ])('is passed over: a token that %s', async (_, age) => {
    const { store } = mapStore();
    const issuer = createAuthorizationServer();
    const platform = new FakePlatform();
    await setUp({ store, issuer, platform }).call();
    await platform.advance(age);
    issuer.revokeAll();
    const { call, events } = setUp({ store, issuer, platform });

    await call();

    expect(issuer.issued).toHaveLength(2);
    expect(requests(events)).toEqual(['getToken', 'getPaymentDetails']);
  });

  it('costs one attempt: a token that the API does not accept', async () => {
    const { store } = mapStore();
    const issuer = createAuthorizationServer();
    await setUp({ store, issuer }).call();
    issuer.revokeAll();
    const { call, events } = setUp({ store, issuer });

    await call();

    expect(requests(events)).toEqual(['getPaymentDetails', 'getToken', 'getPaymentDetails']);
  });

  it.each<[string, Partial<ClientOptions>]>([
    ['tokenUrl', { tokenUrl: 'http://other.test/connect/token' }],
    ['clientId', { clientId: 'client-2' }],
    ['scope', { scope: 'reports' }],
  ])('is not mistaken for its own: a token for another %s', async (_, other) => {
    const { store, values } = mapStore();
    const issuer = createAuthorizationServer();

    await setUp({ store, issuer }).call();
    await setUp({ store, issuer, ...other }).call();

    expect(issuer.issued).toHaveLength(2);
    expect(values.size).toBe(2);
  });

  it('cannot be brought about by credentials that join to the same text', async () => {
    const [one] = await stored({ clientId: 'a', scope: 'b c' });
    const [other] = await stored({ clientId: 'a b', scope: 'c' });

    expect(one).not.toBe(other);
  });

  it('gives nothing away but the token', async () => {
    const clientId = 'ack_shown_nowhere';
    const [key, value] = await stored({ clientId });

    // Keys turn up in logs and dashboards; drivers change or refuse those with other characters.
    expect(key).toMatch(/^[\w:.-]+$/);
    for (const form of ['utf8', 'base64', 'base64url', 'hex'] as const) {
      const shown = (text: string) => Buffer.from(text).toString(form).replace(/=+$/, '');
      expect(key).not.toContain(shown(clientId));
      expect(key).not.toContain(shown(SECRETS.clientSecret));
      expect(JSON.stringify(value)).not.toContain(shown(SECRETS.clientSecret));
    }
  });
});

describe('a store that fails', () => {
  const failures: readonly [how: string, () => never | Promise<never>][] = [
    [
      'throws',
      () => {
        throw new Error('store down');
      },
    ],
    ['rejects', () => Promise.reject(new Error('store down'))],
    ['rejects with nothing', () => Promise.reject(undefined)],
  ];
  const methods = ['getItem', 'setItem'] as const;

  it.each(failures.flatMap(([how, fail]) => methods.map((method) => [method, how, fail] as const)))(
    'does not disturb the call when %s %s',
    async (method, _, fail) => {
      const { store } = mapStore();
      const { call, issuer, problems, events } = setUp({ store: { ...store, [method]: fail } });

      await call();
      await call();

      expect(issuer.issued).toHaveLength(1);
      expect(problems()).toContain('store_unavailable');
      expect(JSON.stringify(events)).not.toMatch(/hush|store down/);
    },
  );

  it.each(failures)('is no obstacle to replacing a token that was refused, when it %s', async (_, fail) => {
    const { store } = mapStore();
    const issuer = createAuthorizationServer();
    const broken: Store = { ...store };
    const { call, problems } = setUp({ store: broken, issuer });
    await call();
    Object.assign(broken, { getItem: fail, setItem: fail, removeItem: fail });
    issuer.revokeAll();

    await call();

    expect(issuer.issued).toHaveLength(2);
    expect(problems()).toContain('store_unavailable');
  });

  it('says nothing of problems while it works', async () => {
    const { store } = mapStore();
    const issuer = createAuthorizationServer();
    const { call, problems } = setUp({ store, issuer });

    await call();
    issuer.revokeAll();
    await call();

    expect(problems()).toEqual([]);
  });
});

describe('a store that does not answer', () => {
  /** A client whose store never answers a read, and how often it was asked. */
  function setUpSilent(getItem: Store['getItem'] = never) {
    const platform = new FakePlatform();
    const { store } = mapStore();
    let asked = 0;
    const silent: Store = {
      ...store,
      getItem: (...parameters) => {
        asked += 1;
        return getItem(...parameters);
      },
    };
    return {
      platform,
      ...setUp({ platform, store: silent }),
      isAsked: () => until(() => asked > 0, 'a read'),
    };
  }

  it('is waited for no longer than 500 ms', async () => {
    const { platform, call, issuer, problems, isAsked } = setUpSilent();
    const answer = call();
    await isAsked();

    await platform.advance(STORE_PATIENCE - 1);
    expect(issuer.issued).toHaveLength(0);
    expect(problems()).toEqual([]);

    await platform.advance(1);
    await answer;
    expect(issuer.issued).toHaveLength(1);
    expect(problems()).toEqual(['store_unavailable']);
  });

  it('costs a call no more than 500 ms when it answers nothing at all', async () => {
    const platform = new FakePlatform();
    const silent: Store = { getItem: never, setItem: never, removeItem: never };
    const { call, issuer } = setUp({ platform, store: silent });
    let waited: number | undefined;
    const begun = platform.now();
    const answer = call().then(() => {
      waited = platform.now() - begun;
    });

    while (waited === undefined) {
      await until(
        () => waited !== undefined || platform.pending.some((ms) => ms <= STORE_PATIENCE),
        'a wait',
      );
      if (waited === undefined) await platform.advance(STORE_PATIENCE);
    }
    await answer;

    expect(issuer.issued).toHaveLength(1);
    expect(waited).toBeLessThanOrEqual(STORE_PATIENCE);
  });

  it('is waited for once for 50 concurrent calls, and not by the calls after them', async () => {
    const { platform, call, issuer, isAsked } = setUpSilent();
    const answers = Promise.all(Array.from({ length: 50 }, () => call()));
    await isAsked();
    await platform.advance(STORE_PATIENCE);
    await answers;

    await call();

    expect(issuer.issued).toHaveLength(1);
  });

  it('holds up no caller whose signal ends the call', async () => {
    const { call, isAsked } = setUpSilent();
    const controller = new AbortController();
    const failure = catchError(call({ signal: controller.signal }));
    await isAsked();

    controller.abort();

    expect(await failure).toMatchObject({ kind: 'aborted', outcome: 'not_sent' });
  });

  it('may fail long afterwards', async () => {
    let fail: (reason: Error) => void = () => {};
    const late = new Promise<never>((_, reject) => {
      fail = reject;
    });
    const { platform, call, isAsked } = setUpSilent(() => late);
    const answer = call();
    await isAsked();
    await platform.advance(STORE_PATIENCE);
    await answer;

    // Vitest fails on a rejection that nobody handles.
    fail(new Error('store down'));
    await platform.advance(1);
  });

  it('does not hold up the call when it is written to', async () => {
    const platform = new FakePlatform();
    const { store } = mapStore();
    const { call, issuer, problems } = setUp({ platform, store: { ...store, setItem: never } });
    const answer = call();
    await until(() => issuer.issued.length > 0, 'the token');

    await platform.advance(STORE_PATIENCE);
    await answer;

    expect(problems()).toEqual(['store_unavailable']);
  });

  it('leaves no timer behind when it does answer', async () => {
    const platform = new FakePlatform();
    const { store } = mapStore();

    await setUp({ platform, store }).call();

    expect(platform.pending).toEqual([]);
  });
});

const PROCESSES = 8;
const CALLS = 25;
const SUCCESS: WorkerResult = { succeeded: CALLS, failures: [], problems: [] };

const MISSING = 'skipped, there is no redis-server: apt-get install redis-server';
// Tests that do not run must not go unnoticed.
if (!redisInstalled) process.stderr.write(`Tokens shared through Redis: ${MISSING}\n`);

describe.skipIf(!redisInstalled)(
  `tokens shared through Redis${redisInstalled ? '' : ` (${MISSING})`}`,
  () => {
    let server: RedisServer;
    let redis: Redis;
    let processes: readonly Worker[];
    beforeAll(async () => {
      [server, processes] = await Promise.all([startRedis(), startWorkers(PROCESSES)]);
      redis = new Redis(server.url);
    });
    afterAll(async () => {
      redis?.disconnect();
      await Promise.all([server?.stop(), ...(processes ?? []).map((process) => process.stop())]);
    });
    beforeEach(async () => {
      await redis.flushall();
    });

    /** An API for other processes, and what to tell them. */
    async function setUpOrder(kind: StoreKind): Promise<{ issuer: AuthorizationServer; order: WorkerTask }> {
      const issuer = createAuthorizationServer();
      const { url } = await startServer(issuer.handler);
      return { issuer, order: { baseUrl: url, redisUrl: server.url, kind, calls: CALLS } };
    }

    it.each(STORE_KINDS)('are issued once for processes that start one after another (%s)', async (kind) => {
      const { issuer, order } = await setUpOrder(kind);

      const reports: WorkerResult[] = [];
      for (const process of processes) reports.push(await process.run(order));

      expect(reports).toEqual(Array(PROCESSES).fill(SUCCESS));
      expect(issuer.issued).toHaveLength(1);
    });

    it.each(STORE_KINDS)(
      'are issued at most once a process when all start at the same instant (%s)',
      async (kind) => {
        const { issuer, order } = await setUpOrder(kind);

        const reports = await Promise.all(processes.map((process) => process.run(order)));

        expect(reports).toEqual(Array(PROCESSES).fill(SUCCESS));
        expect(issuer.issued.length).toBeGreaterThanOrEqual(1);
        expect(issuer.issued.length).toBeLessThanOrEqual(PROCESSES);
      },
    );

    /** A client in this process with a connection of its own, and what it keeps in Redis. */
    async function withClient<T>(
      kind: StoreKind,
      issuer: AuthorizationServer,
      use: (client: ReturnType<typeof setUp>) => Promise<T>,
    ): Promise<T> {
      const { store, close } = connectRedisStore(server.url, kind);
      try {
        return await use(setUp({ store, issuer, platform: eager }));
      } finally {
        await close();
      }
    }

    it.each(STORE_KINDS)('are kept for no longer than they live (%s)', async (kind) => {
      await withClient(kind, createAuthorizationServer(1000), ({ call }) => call());

      const [key = '', ...others] = await redis.keys('*');
      expect(others).toEqual([]);
      const ttl = await redis.pttl(key);
      expect(ttl).toBeGreaterThan(0);
      expect(ttl).toBeLessThanOrEqual(1_000_000);
    });

    it('are gone from Redis when their life is over', async () => {
      const issuer = createAuthorizationServer(2);
      const expiries = redis.duplicate();
      await expiries.subscribe('__keyevent@0__:expired');
      const expiry = once(expiries, 'message');
      await withClient('driver', issuer, ({ call }) => call());
      expect(await redis.dbsize()).toBe(1);

      await expiry;
      expiries.disconnect();
      expect(await redis.dbsize()).toBe(0);
      await withClient('driver', issuer, ({ call }) => call());

      expect(issuer.issued).toHaveLength(2);
    });

    it.each(STORE_KINDS)(
      'are taken from Redis after a 401 when another process has renewed them (%s)',
      async (kind) => {
        const issuer = createAuthorizationServer();

        await withClient(kind, issuer, (first) =>
          withClient(kind, issuer, async (second) => {
            await first.call();
            await second.call();
            issuer.revokeAll();
            await first.call();
            await second.call();
          }),
        );

        expect(issuer.issued).toHaveLength(2);
      },
    );

    it.each(STORE_KINDS)('are asked for when Redis is gone (%s)', async (kind) => {
      const issuer = createAuthorizationServer();
      const gone = await startRedis();
      await gone.stop();
      const { store, close } = connectRedisStore(gone.url, kind);
      const { call, problems } = setUp({ store, issuer, platform: eager });

      await call();
      await close();

      expect(issuer.issued).toHaveLength(1);
      expect(problems()).toContain('store_unavailable');
    });
  },
);
