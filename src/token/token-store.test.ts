import { describe, expect, it } from 'vitest';
import type { LddPayEvent } from '../events.js';
import type { ClientOptions, Fetch } from '../options.js';
import { createAuthorizationServer } from '../testing/authorization-server.js';
import { catchError } from '../testing/catch-error.js';
import { SECRETS } from '../testing/fixtures.js';
import { FakePlatform, until } from '../testing/platform.js';
import { createStoreClient, type StoreClientOptions } from '../testing/store-client.js';
import { TOKEN_PATH } from '../testing/token-reply.js';

type Store = NonNullable<ClientOptions['store']>;

/** How long the client waits for the store, in ms. */
const STORE_TIMEOUT = 500;

/** Creates a store in memory, whose entries do not expire. */
function createMapStore() {
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

/** Returns the operations of the requests that were sent, in order. */
function requestsOf(events: readonly LddPayEvent[]): string[] {
  return events.flatMap(({ type, operationId }) => (type === 'request' ? [operationId] : []));
}

const never = () => new Promise<never>(() => {});

/** Returns the key and the value that a client with these credentials stores. */
async function storeToken(options: StoreClientOptions = {}): Promise<[key: string, value: unknown]> {
  const { store, values } = createMapStore();
  await createStoreClient({ store, ...options }).call();
  const [entry, ...others] = values;
  expect(others).toEqual([]);
  return entry ?? expect.fail('Nothing was stored.');
}

describe('a store that failed', () => {
  it('is read again after 5 s, and not before', async () => {
    const platform = new FakePlatform();
    let reads = 0;
    const store: Store = {
      ...createMapStore().store,
      getItem: () => {
        reads += 1;
        throw new Error('store down');
      },
    };
    const { call, issuer } = createStoreClient({ platform, store });
    const callWithoutToken = () => {
      issuer.revokeAll();
      return call();
    };
    await call();
    expect(reads).toBe(1);

    await platform.advance(4_999);
    await callWithoutToken();
    expect(reads).toBe(1);

    await platform.advance(1);
    await callWithoutToken();
    expect(reads).toBe(2);
  });
});

describe('clients that share a store', () => {
  it('share one token', async () => {
    const { store } = createMapStore();
    const issuer = createAuthorizationServer();

    await createStoreClient({ store, issuer }).call();
    await createStoreClient({ store, issuer }).call();

    expect(issuer.issued).toHaveLength(1);
  });

  it('understand the times of a process with another uptime', async () => {
    const { store } = createMapStore();
    const issuer = createAuthorizationServer();
    const platform = new FakePlatform();
    const uptime = 1_000_000_000;
    const elsewhere = { ...platform, now: () => platform.now() + uptime };
    await createStoreClient({ store, issuer, platform: elsewhere }).call();
    const local = createStoreClient({ store, issuer, platform });

    await local.call();
    expect(issuer.issued).toHaveLength(1);

    await platform.advance(3_600_000);
    await local.call();
    expect(issuer.issued).toHaveLength(2);
  });

  it('read the store once for 50 concurrent first calls', async () => {
    const { store } = createMapStore();
    const issuer = createAuthorizationServer();
    await createStoreClient({ store, issuer }).call();
    let reads = 0;
    const getItem: Store['getItem'] = (...parameters) => {
      reads += 1;
      return store.getItem(...parameters);
    };
    const { call } = createStoreClient({ store: { ...store, getItem }, issuer });

    await Promise.all(Array.from({ length: 50 }, () => call()));

    expect(reads).toBe(1);
    expect(issuer.issued).toHaveLength(1);
  });

  it('use the token in the store after a 401 when another process has renewed it', async () => {
    const { store, values } = createMapStore();
    const issuer = createAuthorizationServer();
    const first = createStoreClient({ store, issuer });
    const second = createStoreClient({ store, issuer });
    await first.call();
    await second.call();
    issuer.revokeAll();

    await first.call();
    const [renewed] = values.values();
    await second.call();

    expect(issuer.issued).toHaveLength(2);
    expect([...values.values()]).toEqual([renewed]);
  });

  it('request a new token when the API refuses their own token and the one in the store', async () => {
    const { store, values } = createMapStore();
    const issuer = createAuthorizationServer();
    const first = createStoreClient({ store, issuer });
    await first.call();
    // As if both had requested a token at the same instant.
    values.clear();
    await createStoreClient({ store, issuer }).call();
    issuer.revokeAll();

    await first.call();

    expect(issuer.issued).toHaveLength(3);
  });

  it.each([
    ['with a store', () => createMapStore().store],
    ['without one', () => undefined],
  ])('never show a refused token that the token endpoint names, %s', async (_, createStore) => {
    const issuer = createAuthorizationServer();
    const token = `${SECRETS.token}-1`;
    const fetch: Fetch = async (url, init) =>
      issuer.issued[0] !== undefined && url.endsWith(TOKEN_PATH)
        ? Response.json({ error: token, request_id: token, error_codes: [token] }, { status: 400 })
        : issuer.fetch(url, init);
    const { call, events } = createStoreClient({ store: createStore(), issuer, fetch });
    await call();
    issuer.revokeAll();

    const error = await catchError(call());

    expect(issuer.issued).toEqual([token]);
    expect(error).toMatchObject({ kind: 'auth', status: 400, errorCodes: [], requestId: undefined });
    expect(JSON.stringify([error, events])).not.toContain(token);
  });

  it('store a token with a ttl in whole seconds that is not longer than its lifetime', async () => {
    const { store, ttls } = createMapStore();

    await createStoreClient({ store, issuer: createAuthorizationServer(1000) }).call();

    expect(ttls).toEqual([expect.any(Number)]);
    expect(Number.isInteger(ttls[0])).toBe(true);
    expect(ttls[0]).toBeGreaterThan(0);
    expect(ttls[0]).toBeLessThanOrEqual(1000);
  });

  it.each([0.4, 1])('succeed with a token that lives for only %d s', async (lifetime) => {
    const { store, ttls } = createMapStore();
    const { call, problems } = createStoreClient({ store, issuer: createAuthorizationServer(lifetime) });

    await call();

    // Redis refuses a ttl of zero, and other stores keep such an entry forever.
    expect(ttls.every((ttl) => Number.isInteger(ttl) && Number(ttl) >= 1 && Number(ttl) <= lifetime)).toBe(
      true,
    );
    expect(problems()).toEqual([]);
  });
});

describe('a store with another content', () => {
  const mapFields = (value: unknown, change: (field: unknown) => unknown) =>
    JSON.stringify(
      Object.fromEntries(
        Object.entries(JSON.parse(typeof value === 'string' ? value : JSON.stringify(value))).map(
          ([name, field]) => [name, change(field)],
        ),
      ),
    );
  const malformed: readonly [name: string, (valid: unknown) => unknown][] = [
    ['an empty string', () => ''],
    ['a string that is not JSON', () => '<html>'],
    ['truncated JSON', (valid) => (typeof valid === 'string' ? valid.slice(0, -5) : '{"')],
    ['a number', () => 42],
    ['true', () => true],
    ['bytes', () => new Uint8Array([1, 2, 3])],
    ['JSON null', () => 'null'],
    ['a list', () => '[]'],
    ['an empty object', () => '{}'],
    ['fields that are null', (valid) => mapFields(valid, () => null)],
    ['fields that are objects', (valid) => mapFields(valid, () => ({}))],
    ['fields that are strings', (valid) => mapFields(valid, () => 'x')],
    ['fields that are numbers', (valid) => mapFields(valid, () => 1e300)],
    [
      'a token that cannot be sent in a header',
      (valid) => mapFields(valid, (field) => (typeof field === 'string' ? 'two\nlines' : field)),
    ],
  ];

  it.each(malformed)('is ignored when the content is %s', async (_, spoil) => {
    const [key, valid] = await storeToken();
    const { store, values } = createMapStore();
    values.set(key, spoil(valid));
    const { call, issuer } = createStoreClient({ store });

    await call();

    expect(issuer.issued).toHaveLength(1);
    expect(values.get(key)).toEqual(valid);
  });

  it.each([
    ['has expired', 3_600_000],
    ['is about to expire', 3_599_000],
  ])('is ignored when the token %s', async (_, age) => {
    const { store } = createMapStore();
    const issuer = createAuthorizationServer();
    const platform = new FakePlatform();
    await createStoreClient({ store, issuer, platform }).call();
    await platform.advance(age);
    issuer.revokeAll();
    const { call, events } = createStoreClient({ store, issuer, platform });

    await call();

    expect(issuer.issued).toHaveLength(2);
    expect(requestsOf(events)).toEqual(['getToken', 'getPaymentDetails']);
  });

  it('costs one attempt when the API refuses its token', async () => {
    const { store } = createMapStore();
    const issuer = createAuthorizationServer();
    await createStoreClient({ store, issuer }).call();
    issuer.revokeAll();
    const { call, events } = createStoreClient({ store, issuer });

    await call();

    expect(requestsOf(events)).toEqual(['getPaymentDetails', 'getToken', 'getPaymentDetails']);
  });

  it.each<[string, Partial<ClientOptions>]>([
    ['tokenUrl', { tokenUrl: 'http://other.test/connect/token' }],
    ['clientId', { clientId: 'client-2' }],
    ['scope', { scope: 'reports' }],
  ])('keeps tokens for another %s apart', async (_, other) => {
    const { store, values } = createMapStore();
    const issuer = createAuthorizationServer();

    await createStoreClient({ store, issuer }).call();
    await createStoreClient({ store, issuer, ...other }).call();

    expect(issuer.issued).toHaveLength(2);
    expect(values.size).toBe(2);
  });

  it('keeps tokens apart for credentials that concatenate to the same string', async () => {
    const [first] = await storeToken({ clientId: 'a', scope: 'b c' });
    const [second] = await storeToken({ clientId: 'a b', scope: 'c' });

    expect(first).not.toBe(second);
  });

  it('contains no credentials in keys and values', async () => {
    const clientId = 'ack_shown_nowhere';
    const [key, value] = await storeToken({ clientId });

    // Keys appear in logs and dashboards, and drivers change or refuse those with other characters.
    expect(key).toMatch(/^[\w:.-]+$/);
    for (const form of ['utf8', 'base64', 'base64url', 'hex'] as const) {
      const encode = (text: string) => Buffer.from(text).toString(form).replace(/=+$/, '');
      expect(key).not.toContain(encode(clientId));
      expect(key).not.toContain(encode(SECRETS.clientSecret));
      expect(JSON.stringify(value)).not.toContain(encode(SECRETS.clientSecret));
    }
  });
});

describe('an odd entry in the store', () => {
  const fresh = {
    access_token: 'stored',
    token_type: 'Bearer',
    expires_at: Date.UTC(2026, 0, 2),
    expires_in: 3600,
  };
  const throwing = {
    get() {
      throw new Error('no such field');
    },
  };
  const entries: readonly [name: string, entry: unknown][] = [
    ['a token type that is an object', { ...fresh, token_type: { toString: 1 } }],
    ['a token type that is not Bearer', { ...fresh, token_type: 'mac' }],
    ['a getter that throws', Object.defineProperty({ ...fresh }, 'token_type', throwing)],
    ['a token of 64 KB', { ...fresh, access_token: 'a'.repeat(65_536) }],
    ['a token that is an array', { ...fresh, access_token: ['stored'] }],
    ['a string of 10 MB', 'a'.repeat(10_000_000)],
    ['a JSON string of 10 MB', JSON.stringify('a'.repeat(10_000_000))],
    ['an array', [fresh]],
    ['a function', () => fresh],
    ['a symbol', Symbol('entry')],
    ['a negative end', { ...fresh, expires_at: -1e300 }],
    ['an end that is NaN', { ...fresh, expires_at: Number.NaN }],
    ['an end that is a bigint', { ...fresh, expires_at: 10n }],
    ['a negative lifetime', { ...fresh, expires_in: -1 }],
    ['a lifetime of 0', { ...fresh, expires_in: 0 }],
    ['a lifetime without end', { ...fresh, expires_at: 1e300, expires_in: Number.POSITIVE_INFINITY }],
    ['an absurd lifetime', { ...fresh, expires_in: 1e300 }],
  ];

  it.each(entries)('is ignored and replaced when it is or has %s', async (_, entry) => {
    const [key] = await storeToken();
    const { store, values } = createMapStore();
    values.set(key, entry);
    const { call, events, problems } = createStoreClient({ store });

    await call();

    expect(requestsOf(events)).toEqual(['getToken', 'getPaymentDetails']);
    expect(problems()).toEqual([]);
    expect(values.get(key)).toMatch(/^\{"access_token":"hush-access-token-1"/);
  });

  it('does not fail the call when reading any of its properties throws', async () => {
    const [key] = await storeToken();
    const { store, values } = createMapStore();
    values.set(key, new Proxy({}, throwing));
    const { call, events } = createStoreClient({ store });

    await call();

    expect(requestsOf(events)).toEqual(['getToken', 'getPaymentDetails']);
  });

  it('is used when nothing is odd about it', async () => {
    const [key] = await storeToken();
    const { store, values } = createMapStore();
    const issuer = createAuthorizationServer();
    await createStoreClient({ issuer }).call();
    values.set(key, { ...fresh, access_token: issuer.issued[0] });
    const { call, events } = createStoreClient({ store, issuer });

    await call();

    expect(requestsOf(events)).toEqual(['getPaymentDetails']);
  });

  it('is never longer-lived than a timer can be, whatever the issuer says', async () => {
    const { store, ttls } = createMapStore();

    await createStoreClient({ store, issuer: createAuthorizationServer(1e12) }).call();

    expect(Number(ttls[0]) * 1000).toBeLessThan(2 ** 31);
  });
});

describe('a store that fails', () => {
  const failures: readonly [name: string, () => never | Promise<never>][] = [
    [
      'throws',
      () => {
        throw new Error('store down');
      },
    ],
    ['rejects', () => Promise.reject(new Error('store down'))],
    ['rejects with undefined', () => Promise.reject(undefined)],
  ];
  const methods = ['getItem', 'setItem'] as const;

  it.each(failures.flatMap(([how, fail]) => methods.map((method) => [method, how, fail] as const)))(
    'does not disturb the call when %s %s',
    async (method, _, fail) => {
      const { store } = createMapStore();
      const { call, issuer, problems, events } = createStoreClient({ store: { ...store, [method]: fail } });

      await call();
      await call();

      expect(issuer.issued).toHaveLength(1);
      expect(problems()).toContain('store_unavailable');
      expect(JSON.stringify(events)).not.toMatch(/hush|store down/);
    },
  );

  it.each(failures)('does not prevent the replacement of a refused token when it %s', async (_, fail) => {
    const { store } = createMapStore();
    const issuer = createAuthorizationServer();
    const broken: Store = { ...store };
    const { call, problems } = createStoreClient({ store: broken, issuer });
    await call();
    Object.assign(broken, { getItem: fail, setItem: fail, removeItem: fail });
    issuer.revokeAll();

    await call();

    expect(issuer.issued).toHaveLength(2);
    expect(problems()).toContain('store_unavailable');
  });

  it('is not reported in events while it works', async () => {
    const { store } = createMapStore();
    const issuer = createAuthorizationServer();
    const { call, problems } = createStoreClient({ store, issuer });

    await call();
    issuer.revokeAll();
    await call();

    expect(problems()).toEqual([]);
  });
});

describe('a store that does not respond', () => {
  /** Creates a client whose store never responds to a read. */
  function setUpSilent(getItem: Store['getItem'] = never) {
    const platform = new FakePlatform();
    const { store } = createMapStore();
    let reads = 0;
    const silent: Store = {
      ...store,
      getItem: (...parameters) => {
        reads += 1;
        return getItem(...parameters);
      },
    };
    return {
      platform,
      ...createStoreClient({ platform, store: silent }),
      untilRead: () => until(() => reads > 0, 'a read'),
    };
  }

  it('delays a call by at most 500 ms', async () => {
    const { platform, call, issuer, problems, untilRead } = setUpSilent();
    const pending = call();
    await untilRead();

    await platform.advance(STORE_TIMEOUT - 1);
    expect(issuer.issued).toHaveLength(0);
    expect(problems()).toEqual([]);

    await platform.advance(1);
    await pending;
    expect(issuer.issued).toHaveLength(1);
    expect(problems()).toEqual(['store_unavailable']);
  });

  it('delays a call by at most 500 ms when reads and writes never respond', async () => {
    const platform = new FakePlatform();
    const silent: Store = { getItem: never, setItem: never, removeItem: never };
    const { call, issuer } = createStoreClient({ platform, store: silent });
    let delay: number | undefined;
    const startedAt = platform.now();
    const pending = call().then(() => {
      delay = platform.now() - startedAt;
    });

    while (delay === undefined) {
      await until(() => delay !== undefined || platform.pending.some((ms) => ms <= STORE_TIMEOUT), 'a wait');
      if (delay === undefined) await platform.advance(STORE_TIMEOUT);
    }
    await pending;

    expect(issuer.issued).toHaveLength(1);
    expect(delay).toBeLessThanOrEqual(STORE_TIMEOUT);
  });

  it('delays 50 concurrent calls once, and does not delay later calls', async () => {
    const { platform, call, issuer, untilRead } = setUpSilent();
    const pending = Promise.all(Array.from({ length: 50 }, () => call()));
    await untilRead();
    await platform.advance(STORE_TIMEOUT);
    await pending;

    await call();

    expect(issuer.issued).toHaveLength(1);
  });

  it('does not delay the end of an aborted call', async () => {
    const { call, untilRead } = setUpSilent();
    const controller = new AbortController();
    const failure = catchError(call({ signal: controller.signal }));
    await untilRead();

    controller.abort();

    expect(await failure).toMatchObject({ kind: 'aborted', outcome: 'not_sent' });
  });

  it('causes no unhandled rejection when it fails later', async () => {
    let fail: (reason: Error) => void = () => {};
    const late = new Promise<never>((_, reject) => {
      fail = reject;
    });
    const { platform, call, untilRead } = setUpSilent(() => late);
    const pending = call();
    await untilRead();
    await platform.advance(STORE_TIMEOUT);
    await pending;

    // Vitest fails on a rejection that nobody handles.
    fail(new Error('store down'));
    await platform.advance(1);
  });

  it('delays a call by at most 500 ms when only its writes never respond', async () => {
    const platform = new FakePlatform();
    const { store } = createMapStore();
    const { call, issuer, problems } = createStoreClient({ platform, store: { ...store, setItem: never } });
    const pending = call();
    await until(() => issuer.issued.length > 0, 'the token');

    await platform.advance(STORE_TIMEOUT);
    await pending;

    expect(problems()).toEqual(['store_unavailable']);
  });

  it('leaves no timer when it responds in time', async () => {
    const platform = new FakePlatform();
    const { store } = createMapStore();

    await createStoreClient({ platform, store }).call();

    expect(platform.pending).toEqual([]);
  });
});
