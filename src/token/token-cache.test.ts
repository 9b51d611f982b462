import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { assembleClient, createClient } from '../client.js';
import { LddPayError } from '../errors.js';
import { abortedError } from '../lib/aborted-error.js';
import { startApi } from '../testing/api-server.js';
import { CREDENTIALS, PAYMENT_ID, SECRETS } from '../testing/fixtures.js';
import { ManualCancellation } from '../testing/manual-cancellation.js';
import { FakePlatform } from '../testing/platform.js';
import { type Deferred, deferred, settled, unhandledRejections } from '../testing/promises.js';
import { testFetch } from '../testing/test-fetch.js';
import { tokenError } from './obtain-token.js';
import { type ObtainToken, readToken, type Token } from './token.js';
import { createTokenCache } from './token-cache.js';

const never = new ManualCancellation();

/** The age in ms from which a token with a lifetime of one hour is renewed. */
const RENEWAL = 3_540_000;

/** The age in ms at which it expires. */
const EXPIRY = 3_600_000;

function createToken(number: number, lifetime: number, requestedAt: number): Token {
  const token = readToken({ access_token: `token-${number}`, expires_in: lifetime }, requestedAt);
  return typeof token === 'string' ? expect.fail(`${token} is wrong.`) : token;
}

/** Creates a cache whose requests succeed after `latency` s, with tokens that live for `lifetime` s. */
function setUp({ lifetime = 3600, latency = 0 } = {}) {
  const platform = new FakePlatform();
  const startedAt = platform.now();
  let requests = 0;
  const tokens = createTokenCache(platform, async () => {
    requests += 1;
    const number = requests;
    const requestedAt = platform.now();
    if (latency > 0) await platform.advance(latency * 1000);
    return createToken(number, lifetime, requestedAt);
  });
  return {
    tokens,
    get: async () => (await tokens.get(never)).value,
    requests: () => requests,
    /** Advances the time to `seconds` after the start. */
    advanceTo: (seconds: number) => platform.advance(seconds * 1000 - (platform.now() - startedAt)),
  };
}

/** Creates a cache whose requests the test settles. */
function setUpPending(platform = new FakePlatform()) {
  const pending: Deferred<Token>[] = [];
  const told: unknown[] = [];
  const request: ObtainToken = (_, refused) => {
    const next = deferred<Token>();
    pending.push(next);
    told.push(refused);
    return next.promise;
  };
  const tokens = createTokenCache(platform, request);
  const settle = async (number: number, how: (request: Deferred<Token>) => void) => {
    await settled();
    how(pending[number - 1] ?? expect.fail(`Request ${number} was not made.`));
    await settled();
  };
  return {
    platform,
    tokens,
    get: async (cancellation = never) => (await tokens.get(cancellation)).value,
    /** The requests so far. */
    pending,
    /** The refused token that each of them was told. */
    told,
    /** Issues the token of a request, counted from 1, or that of an earlier one. */
    issue: (number: number, token = number) =>
      settle(number, ({ resolve }) => resolve(createToken(token, 3600, platform.now()))),
    refuse: (number: number, error = tokenError('refused')) => settle(number, ({ reject }) => reject(error)),
  };
}

/** Creates a cache whose first token was issued `age` ms ago, and whose later requests the test settles. */
async function setUpIssued(age: number, platform?: FakePlatform) {
  const cache = setUpPending(platform);
  const first = cache.get();
  await cache.issue(1);
  await first;
  await cache.platform.advance(age);
  return cache;
}

describe('concurrent callers', () => {
  it('share one request when there is no token yet', async () => {
    const { get, requests } = setUp();

    const tokens = await Promise.all(Array.from({ length: 50 }, get));

    expect(new Set(tokens)).toEqual(new Set(['token-1']));
    expect(requests()).toBe(1);
  });

  it('share one token request when they are the first calls of a client', async () => {
    const api = await startApi();
    const client = createClient({ ...CREDENTIALS, baseUrl: api.url });

    await Promise.all(Array.from({ length: 50 }, () => client.getPaymentDetails(PAYMENT_ID)));

    expect(api.tokenRequests).toHaveLength(1);
    expect(api.operationRequests).toHaveLength(50);
  });

  it('share one request when the token has expired', async () => {
    const { advanceTo, get, requests } = setUp();
    await get();
    await advanceTo(4000);

    await Promise.all([get(), get(), get()]);

    expect(requests()).toBe(2);
  });
});

describe('a cached token', () => {
  it.each<[string, number, number]>([
    ['one minute before it expires when its lifetime is long', 3600, 3540],
    ['one minute before it expires when that is a tenth of its lifetime', 600, 540],
    ['a tenth of its lifetime before it expires when its lifetime is short', 100, 90],
  ])('is renewed %s', async (_, lifetime, renewedAt) => {
    const { advanceTo, get, requests } = setUp({ lifetime });
    await get();

    await advanceTo(renewedAt - 0.001);
    expect(await get()).toBe('token-1');
    expect(requests()).toBe(1);

    await advanceTo(renewedAt);
    expect(await get()).toBe('token-1');
    await settled();
    expect(await get()).toBe('token-2');
    expect(requests()).toBe(2);
  });

  it('expires by its lifetime counted from the start of its request', async () => {
    const { advanceTo, get, requests } = setUp({ lifetime: 100, latency: 30 });
    await get();

    await advanceTo(89.999);
    await get();
    expect(requests()).toBe(1);
    await advanceTo(90);
    await get();
    await settled();
    expect(requests()).toBe(2);
  });

  it('is used during its renewal, which takes one request', async () => {
    const { get, issue, pending } = await setUpIssued(RENEWAL);

    expect(await Promise.all([get(), get(), get()])).toEqual(['token-1', 'token-1', 'token-1']);
    await settled();
    expect(pending).toHaveLength(2);

    await issue(2);
    expect(await get()).toBe('token-2');
  });

  it('is not used from the moment it expires, and callers wait for the new one', async () => {
    const { get, issue, pending, platform } = await setUpIssued(EXPIRY - 1);
    expect(await get()).toBe('token-1');

    await platform.advance(1);
    const waiting = [get(), get()];
    await issue(2);

    expect(await Promise.all(waiting)).toEqual(['token-2', 'token-2']);
    expect(pending).toHaveLength(2);
  });

  it('is still used when its renewal fails, and the next renewal starts 5 s later', async () => {
    const { get, issue, refuse, pending, platform } = await setUpIssued(RENEWAL);
    await get();
    await refuse(2);

    await platform.advance(4_999);
    expect(await get()).toBe('token-1');
    await settled();
    expect(pending).toHaveLength(2);

    await platform.advance(1);
    expect(await get()).toBe('token-1');
    await issue(3);
    expect(await get()).toBe('token-3');
  });

  it('is renewed no sooner than the failed renewal asks for', async () => {
    const { get, refuse, pending, platform } = await setUpIssued(RENEWAL);
    await get();
    const limited = { kind: 'auth', outcome: 'not_sent', retryAfterMs: 20_000 } as const;
    await refuse(2, new LddPayError('Too many requests.', limited));

    await platform.advance(19_999);
    expect(await get()).toBe('token-1');
    await settled();
    expect(pending).toHaveLength(2);

    await platform.advance(1);
    await get();
    expect(pending).toHaveLength(3);
  });

  it('is renewed ahead of time again once a request succeeded, however long a failed renewal asks to wait', async () => {
    const { get, issue, refuse, pending, platform } = await setUpIssued(RENEWAL);
    await get();
    const limited = { kind: 'auth', outcome: 'not_sent', retryAfterMs: 9_999_999_999_000 } as const;
    await refuse(2, new LddPayError('Too many requests.', limited));
    await platform.advance(EXPIRY - RENEWAL);
    const waiting = get();
    await issue(3);
    await waiting;

    await platform.advance(RENEWAL);
    expect(await get()).toBe('token-3');
    await issue(4);

    expect(await get()).toBe('token-4');
    expect(pending).toHaveLength(4);
  });

  it('is requested at once when it has expired, even after a recent failed renewal', async () => {
    const { get, issue, refuse, pending, platform } = await setUpIssued(EXPIRY - 1);
    await get();
    await refuse(2);
    await platform.advance(1);

    const waiting = get();
    await issue(3);

    expect(await waiting).toBe('token-3');
    expect(pending).toHaveLength(3);
  });

  it('is requested at once when the API refused it, even after a recent failed renewal', async () => {
    const { tokens, get, issue, refuse } = await setUpIssued(RENEWAL);
    await get();
    await refuse(2);
    tokens.invalidate(createToken(1, 3600, 0));

    const waiting = get();
    await issue(3);

    expect(await waiting).toBe('token-3');
  });

  it('is requested again at once when a renewal that began before the refusal returns it again', async () => {
    const { tokens, get, issue, told } = await setUpIssued(RENEWAL);
    await get();
    await settled();
    tokens.invalidate(createToken(1, 3600, 0));

    const waiting = get();
    await issue(2, 1);
    await issue(3);

    expect(await waiting).toBe('token-3');
    expect(told).toEqual([undefined, undefined, 'token-1']);
  });

  it('is requested again at once when that of a renewal that began before the refusal is refused', async () => {
    const { tokens, get, issue, told } = await setUpIssued(RENEWAL);
    await get();
    await settled();
    tokens.invalidate(createToken(1, 3600, 0));
    await issue(2);

    expect(tokens.invalidate(createToken(2, 3600, 0))).toBe(true);
    const waiting = get();
    await issue(3);

    expect(await waiting).toBe('token-3');
    expect(told.at(-1)).toBe('token-2');
    expect(tokens.invalidate(createToken(3, 3600, 0))).toBe(false);
  });

  it('is used once when its lifetime is shorter than its request took', async () => {
    const { get, requests } = setUp({ lifetime: 1, latency: 5 });

    expect(await get()).toBe('token-1');
    expect(await get()).toBe('token-2');
    expect(requests()).toBe(2);
  });

  it('is renewed in the background of the calls of a client', async () => {
    const { fetch, tokenRequests, operationRequests } = testFetch();
    const platform = new FakePlatform();
    const client = assembleClient({ ...CREDENTIALS, fetch }, platform);
    await client.getPaymentDetails(PAYMENT_ID);
    await platform.advance(3_540_000);

    await client.getPaymentDetails(PAYMENT_ID);
    await settled();
    await client.getPaymentDetails(PAYMENT_ID);

    expect(tokenRequests).toHaveLength(2);
    expect(operationRequests.map(({ headers }) => headers.get('authorization'))).toEqual([
      `Bearer ${SECRETS.token}`,
      `Bearer ${SECRETS.token}`,
      `Bearer ${SECRETS.token}-2`,
    ]);
  });
});

describe('a request whose promise is lost with the request that began it, as on Workers', () => {
  const setUpWorkers = () => setUpPending(new FakePlatform(false));
  /** Loses a request as the runtime does. */
  const lose = async ({ pending }: ReturnType<typeof setUpPending>, number: number) => {
    pending[number - 1]?.reject(new Error('Cannot perform I/O on behalf of a different request.'));
    await settled();
  };

  it('is made again, once, by those who wait for it and learn that', async () => {
    const cache = setUpWorkers();
    const { get, issue, pending } = cache;
    const cancellation = new ManualCancellation();
    const first = expect(get(cancellation)).rejects.toThrow('aborted');
    const waiting = [get(), get(), get()];
    cancellation.cancel(abortedError('enough', []));
    await first;

    await lose(cache, 1);
    await issue(2);

    expect(await Promise.all(waiting)).toEqual(['token-2', 'token-2', 'token-2']);
    expect(pending).toHaveLength(2);
  });

  it('is made again, once, by those who wait for it for 5 s', async () => {
    const { get, issue, pending, platform } = setUpWorkers();
    void get();
    await platform.advance(1_000);
    const waiting = [get(), get()];
    await platform.advance(3_999);
    expect(pending).toHaveLength(1);

    await platform.advance(1);
    await issue(2);

    expect(await Promise.all(waiting)).toEqual(['token-2', 'token-2']);
    expect(pending).toHaveLength(2);
    expect(platform.pending).toEqual([]);
  });

  it('is made again by a later caller', async () => {
    const { get, issue, platform } = setUpWorkers();
    void get();
    await platform.advance(60_000);

    const waiting = get();
    await platform.advance(0);
    await issue(2);

    expect(await waiting).toBe('token-2');
  });

  it('is made again when it was the renewal of a token that has expired', async () => {
    const cache = await setUpIssued(EXPIRY - 1, new FakePlatform(false));
    const { get, issue, platform } = cache;
    await get();
    await platform.advance(1);

    const waiting = get();
    await lose(cache, 2);
    await issue(3);

    expect(await waiting).toBe('token-3');
  });

  it('is made again in the background while the token is valid', async () => {
    const { get, issue, pending, platform } = await setUpIssued(RENEWAL, new FakePlatform(false));
    await get();
    await platform.advance(4_999);
    await get();
    expect(pending).toHaveLength(2);

    await platform.advance(1);
    expect(await get()).toBe('token-1');
    await issue(3);

    expect(await get()).toBe('token-3');
    expect(pending).toHaveLength(3);
  });

  it('delays no renewal of a later token where it fails late', async () => {
    const { get, issue, refuse, pending, platform } = await setUpIssued(RENEWAL, new FakePlatform(false));
    await get();
    await platform.advance(5_000);
    await get();
    await issue(3);
    const { kind, outcome, message } = tokenError('refused');
    await refuse(2, new LddPayError(message, { kind, outcome, retryAfterMs: EXPIRY }));
    await platform.advance(RENEWAL);

    expect(await get()).toBe('token-3');
    expect(pending).toHaveLength(4);
  });

  it('replaces no later one when it settles late', async () => {
    const { get, issue, refuse, pending, platform } = setUpWorkers();
    const first = expect(get()).rejects.toThrow('refused');
    await platform.advance(5_000);
    const waiting = [get()];
    await platform.advance(0);

    await refuse(1);
    await first;
    waiting.push(get());
    await issue(2);

    expect(await Promise.all(waiting)).toEqual(['token-2', 'token-2']);
    expect(pending).toHaveLength(2);
  });

  it('is waited for as long as it takes on Node', async () => {
    const { get, issue, pending, platform } = setUpPending();
    const waiting = [get(), get()];
    await platform.advance(60_000);
    await issue(1);

    expect(await Promise.all(waiting)).toEqual(['token-1', 'token-1']);
    expect(pending).toHaveLength(1);
  });
});

describe('a failed request', () => {
  it('rejects every waiting caller with its error', async () => {
    const { get, pending } = setUpPending();
    const callers = Array.from({ length: 3 }, () => get());
    const failure = tokenError('refused');
    await settled();

    pending[0]?.reject(failure);

    const outcomes = await Promise.allSettled(callers);
    expect(outcomes.map((result) => result.status === 'rejected' && result.reason)).toEqual(
      Array.from({ length: 3 }, () => failure),
    );
    expect(pending).toHaveLength(1);
  });

  it('is not remembered, and the next caller makes a new request', async () => {
    const { get, issue, refuse } = setUpPending();
    const first = expect(get()).rejects.toThrow('refused');
    await refuse(1);
    await first;

    const second = get();
    await issue(2);

    expect(await second).toBe('token-2');
  });

  it('for a renewal ahead of time leaves no unhandled rejection', async () => {
    const unhandled = unhandledRejections();
    const { get, refuse } = await setUpIssued(RENEWAL);

    await get();
    await refuse(2);

    expect(await unhandled()).toEqual([]);
  });
});

describe('a cancelled caller', () => {
  it('rejects at once with the reason of its call, and other callers get the token', async () => {
    const { get, issue, pending } = setUpPending();
    const cancellation = new ManualCancellation();
    const impatient = get(cancellation);
    const patient = get();
    const reason = abortedError('enough', []);

    cancellation.cancel(reason);

    await expect(impatient).rejects.toBe(reason);
    await issue(1);
    expect(await patient).toBe('token-1');
    expect(pending).toHaveLength(1);
  });

  it('rejects at once when its call was already cancelled', async () => {
    const { get } = setUpPending();
    const reason = abortedError('enough', []);

    await expect(get(new ManualCancellation(reason))).rejects.toBe(reason);
  });

  it('leaves no unhandled rejection when the request fails later and nothing waits for it', async () => {
    const unhandled = unhandledRejections();
    const { get, refuse } = setUpPending();
    const cancellation = new ManualCancellation();
    const call = expect(get(cancellation)).rejects.toThrow();

    cancellation.cancel(abortedError('enough', []));
    await call;
    await refuse(1);

    expect(await unhandled()).toEqual([]);
  });

  it('does not cancel the request, and the next caller gets its token', async () => {
    const { get, issue, pending } = setUpPending();
    const cancellation = new ManualCancellation();
    const call = expect(get(cancellation)).rejects.toThrow();
    cancellation.cancel(abortedError('enough', []));
    await call;

    await issue(1);

    expect(await get()).toBe('token-1');
    expect(pending).toHaveLength(1);
  });
});

describe('invalidate', () => {
  it('drops the given token', async () => {
    const { tokens, get } = setUp();

    tokens.invalidate(await tokens.get(never));

    expect(await get()).toBe('token-2');
  });

  it('keeps a newer token than the given one', async () => {
    const { tokens, get, requests } = setUp();
    const first = await tokens.get(never);
    tokens.invalidate(first);
    await get();

    tokens.invalidate(first);

    expect(await get()).toBe('token-2');
    expect(requests()).toBe(2);
  });

  it('lets the next caller wait for a renewal in progress', async () => {
    const { tokens, get, issue, pending } = await setUpIssued(RENEWAL);
    await get();

    tokens.invalidate(createToken(1, 3600, 0));
    const waiting = get();
    await issue(2);

    expect(await waiting).toBe('token-2');
    expect(pending).toHaveLength(2);
  });
});

describe('current', () => {
  it('returns the rest of the lifetime in whole seconds, rounded down', async () => {
    const { tokens, advanceTo } = setUp({ latency: 2 });

    const { data } = await tokens.current(never);
    expect(data).toEqual({ token_type: 'Bearer', expires_in: 3598 });
    expect(data.access_token).toBe('token-1');
    await advanceTo(600.5);
    expect((await tokens.current(never)).data.expires_in).toBe(2999);
  });

  it('waits for another token when less than a second is left', async () => {
    const { tokens, requests, advanceTo } = setUp();
    await tokens.current(never);

    await advanceTo(3599);
    const { data } = await tokens.current(never);

    expect(data).toMatchObject({ access_token: 'token-2', expires_in: 3600 });
    expect(requests()).toBe(2);
  });

  it('leaves a token with less than a second to calls', async () => {
    const { get, advanceTo } = setUp();
    await get();

    await advanceTo(3599.9);

    expect(await get()).toBe('token-1');
  });

  it('returns 0 seconds for a token that expired before it arrived', async () => {
    const { tokens } = setUp({ lifetime: 1, latency: 5 });

    expect((await tokens.current(never)).data.expires_in).toBe(0);
  });

  it('returns the token when it is read by its name, and no printed form shows it', async () => {
    const { data } = await setUp().tokens.current(never);

    expect(data.access_token).toBe('token-1');
    expect(Object.keys(data)).not.toContain('access_token');
    expect(JSON.stringify({ ...data })).not.toContain('token-1');
    // Vitest shows this of a property of an error; of an object without it, all getters.
    expect((data as { toJSON?(): unknown }).toJSON?.()).toEqual({ token_type: 'Bearer', expires_in: 3600 });
    const printed = inspect(data, { showHidden: true, getters: true });
    expect(printed).not.toContain('token-1');
    expect(printed).toContain('expires_in');
  });

  it('returns the token that calls use', async () => {
    const api = await startApi();
    const client = createClient({ ...CREDENTIALS, baseUrl: api.url });

    const { access_token: token } = await client.getToken();
    await client.getPaymentDetails(PAYMENT_ID);

    expect(api.tokenRequests).toHaveLength(1);
    expect(api.operationRequests[0]?.headers['authorization']).toBe(`Bearer ${token}`);
  });
});
