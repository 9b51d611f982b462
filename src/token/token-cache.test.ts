import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { assembleClient, createClient } from '../client.js';
import { abortedError } from '../errors.js';
import { startApi } from '../testing/api-server.js';
import { CREDENTIALS, PAYMENT_ID, SECRETS } from '../testing/fixtures.js';
import { ManualCancellation } from '../testing/manual-cancellation.js';
import { FakePlatform } from '../testing/platform.js';
import { deferred, settled, unhandledRejections } from '../testing/promises.js';
import { testFetch } from '../testing/test-fetch.js';
import { createTokenCache, NOT_SHARED, renewalTime, type SharedToken, type Token } from './token-cache.js';

const never = new ManualCancellation();

/** Tokens on a clock that the test sets, from requests that take `latency` seconds of it. */
function setUp({ lifetime = 3600, latency = 0 } = {}) {
  const platform = new FakePlatform();
  const begun = platform.now();
  let requests = 0;
  const tokens = createTokenCache(
    platform,
    async () => {
      requests += 1;
      const number = requests;
      const requestedAt = platform.now();
      if (latency > 0) await platform.advance(latency * 1000);
      return issued(`token-${number}`, lifetime, requestedAt);
    },
    NOT_SHARED,
  );
  return {
    tokens,
    get: async () => (await tokens.get(never)).value,
    requests: () => requests,
    /** Sets the clock to seconds after the beginning. */
    at: (seconds: number) => platform.advance(seconds * 1000 - (platform.now() - begun)),
  };
}

function issued(value: string, lifetime: number, requestedAt: number): Token {
  const expiresAt = requestedAt + lifetime * 1000;
  return { value, type: 'Bearer', expiresAt, renewAt: renewalTime(expiresAt, lifetime * 1000) };
}

/** Tokens whose requests the test answers, one after the other. */
function setUpPending(shared: SharedToken = NOT_SHARED) {
  const platform = new FakePlatform();
  const pending: ReturnType<typeof deferred<Token>>[] = [];
  const tokens = createTokenCache(
    platform,
    () => {
      const request = deferred<Token>();
      pending.push(request);
      return request.promise;
    },
    shared,
  );
  const issue = async (number: number, lifetime = 3600) => {
    await settled();
    pending[number - 1]?.resolve(issued(`token-${number}`, lifetime, platform.now()));
    await settled();
  };
  const refuse = async (number: number) => {
    await settled();
    pending[number - 1]?.reject(new Error('refused'));
    await settled();
  };
  return {
    tokens,
    pending,
    platform,
    issue,
    refuse,
    get: async (cancellation = never) => (await tokens.get(cancellation)).value,
  };
}

describe('one request for many callers', () => {
  it('makes a single request for 50 concurrent first callers', async () => {
    const { get, requests } = setUp();

    const tokens = await Promise.all(Array.from({ length: 50 }, get));

    expect(new Set(tokens)).toEqual(new Set(['token-1']));
    expect(requests()).toBe(1);
  });

  it('makes a single token request for 50 concurrent first calls of a client', async () => {
    const api = await startApi();
    const client = createClient({ ...CREDENTIALS, baseUrl: api.url });

    await Promise.all(Array.from({ length: 50 }, () => client.getPaymentDetails(PAYMENT_ID)));

    expect(api.tokenRequests).toHaveLength(1);
    expect(api.operationRequests).toHaveLength(50);
  });

  it('makes a single request for concurrent callers that find the token expired', async () => {
    const { at, get, requests } = setUp();
    await get();
    await at(4000);

    await Promise.all([get(), get(), get()]);

    expect(requests()).toBe(2);
  });
});

describe('a token that is due for renewal', () => {
  it.each([
    { name: 'one minute before it expires, when it lives long', lifetime: 3600, renewedAt: 3540 },
    { name: 'one minute before it expires, when that is a tenth of its life', lifetime: 600, renewedAt: 540 },
    { name: 'a tenth of its life before it expires, when it lives shorter', lifetime: 100, renewedAt: 90 },
  ])('is renewed $name', async ({ lifetime, renewedAt }) => {
    const { at, get, requests } = setUp({ lifetime });
    await get();

    await at(renewedAt - 0.001);
    expect(await get()).toBe('token-1');
    expect(requests()).toBe(1);

    await at(renewedAt);
    expect(await get()).toBe('token-1');
    await settled();
    expect(await get()).toBe('token-2');
    expect(requests()).toBe(2);
  });

  it('counts its life from the start of its request', async () => {
    const { at, get, requests } = setUp({ lifetime: 100, latency: 30 });
    await get();

    await at(89.999);
    await get();
    expect(requests()).toBe(1);
    await at(90);
    await get();
    await settled();
    expect(requests()).toBe(2);
  });

  it('is served while the new one is awaited, and asked for once', async () => {
    const { get, issue, pending, platform } = setUpPending();
    const first = get();
    await issue(1);
    await first;
    await platform.advance(3_540_000);

    expect(await Promise.all([get(), get(), get()])).toEqual(['token-1', 'token-1', 'token-1']);
    await settled();
    expect(pending).toHaveLength(2);

    await issue(2);
    expect(await get()).toBe('token-2');
  });

  it('is waited for from the moment that it expires', async () => {
    const { get, issue, pending, platform } = setUpPending();
    const first = get();
    await issue(1);
    await first;
    await platform.advance(3_599_999);
    expect(await get()).toBe('token-1');

    await platform.advance(1);
    const waiting = [get(), get()];
    await issue(2);

    expect(await Promise.all(waiting)).toEqual(['token-2', 'token-2']);
    expect(pending).toHaveLength(2);
  });

  it('is served on when its renewal fails, which is not tried again for 5 s', async () => {
    const { get, issue, refuse, pending, platform } = setUpPending();
    const first = get();
    await issue(1);
    await first;
    await platform.advance(3_540_000);
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

  it('is asked for at once when it expired, even where a renewal failed just now', async () => {
    const { get, issue, refuse, pending, platform } = setUpPending();
    const first = get();
    await issue(1);
    await first;
    await platform.advance(3_599_999);
    await get();
    await refuse(2);
    await platform.advance(1);

    const waiting = get();
    await issue(3);

    expect(await waiting).toBe('token-3');
    expect(pending).toHaveLength(3);
  });

  it('is asked for at once when the API did not accept it, even where a renewal failed just now', async () => {
    const { tokens, get, issue, refuse, platform } = setUpPending();
    const first = get();
    await issue(1);
    await first;
    await platform.advance(3_540_000);
    await get();
    await refuse(2);
    tokens.invalidate(issued('token-1', 3600, 0));

    const waiting = get();
    await issue(3);

    expect(await waiting).toBe('token-3');
  });

  it('is given out, once, when it lives shorter than its request took', async () => {
    const { get, requests } = setUp({ lifetime: 1, latency: 5 });

    expect(await get()).toBe('token-1');
    expect(await get()).toBe('token-2');
    expect(requests()).toBe(2);
  });

  it('is renewed behind the calls of a client', async () => {
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

describe('failure', () => {
  it('gives the error to every caller that waits', async () => {
    const { get, pending } = setUpPending();
    const callers = Array.from({ length: 3 }, () => get());
    const failure = new Error('refused');
    await settled();

    pending[0]?.reject(failure);

    const results = await Promise.allSettled(callers);
    expect(results.map((result) => result.status === 'rejected' && result.reason)).toEqual(
      Array.from({ length: 3 }, () => failure),
    );
    expect(pending).toHaveLength(1);
  });

  it('is not remembered: the next call asks again', async () => {
    const { get, issue, refuse } = setUpPending();
    const first = expect(get()).rejects.toThrow('refused');
    await refuse(1);
    await first;

    const second = get();
    await issue(2);

    expect(await second).toBe('token-2');
  });

  it('of a renewal ahead of time leaves no unhandled rejection', async () => {
    const unhandled = unhandledRejections();
    const { get, issue, refuse, platform } = setUpPending();
    const first = get();
    await issue(1);
    await first;
    await platform.advance(3_540_000);

    await get();
    await refuse(2);

    expect(await unhandled()).toEqual([]);
  });
});

describe('a caller that aborts', () => {
  it('is freed at once with the reason of its call, while the others get the token', async () => {
    const { get, issue, pending } = setUpPending();
    const cancellation = new ManualCancellation();
    const impatient = get(cancellation);
    const patient = get();
    const reason = abortedError('enough');

    cancellation.cancel(reason);

    await expect(impatient).rejects.toBe(reason);
    await issue(1);
    expect(await patient).toBe('token-1');
    expect(pending).toHaveLength(1);
  });

  it('is freed at once when its call has ended already', async () => {
    const { get } = setUpPending();
    const reason = abortedError('enough');

    await expect(get(new ManualCancellation(reason))).rejects.toBe(reason);
  });

  it('leaves no unhandled rejection when it was the only one and the request fails later', async () => {
    const unhandled = unhandledRejections();
    const { get, refuse } = setUpPending();
    const cancellation = new ManualCancellation();
    const call = expect(get(cancellation)).rejects.toThrow();

    cancellation.cancel(abortedError('enough'));
    await call;
    await refuse(1);

    expect(await unhandled()).toEqual([]);
  });

  it('does not stop the request, whose token serves the next caller', async () => {
    const { get, issue, pending } = setUpPending();
    const cancellation = new ManualCancellation();
    const call = expect(get(cancellation)).rejects.toThrow();
    cancellation.cancel(abortedError('enough'));
    await call;

    await issue(1);

    expect(await get()).toBe('token-1');
    expect(pending).toHaveLength(1);
  });
});

describe('invalidate', () => {
  it('drops the token that it names', async () => {
    const { tokens, get } = setUp();

    tokens.invalidate(await tokens.get(never));

    expect(await get()).toBe('token-2');
  });

  it('keeps a token that replaced the one it names', async () => {
    const { tokens, get, requests } = setUp();
    const first = await tokens.get(never);
    tokens.invalidate(first);
    await get();

    tokens.invalidate(first);

    expect(await get()).toBe('token-2');
    expect(requests()).toBe(2);
  });

  it('waits for the renewal that is under way, and takes its token', async () => {
    const { tokens, get, issue, pending, platform } = setUpPending();
    const first = get();
    await issue(1);
    await first;
    await platform.advance(3_540_000);
    await get();

    tokens.invalidate(issued('token-1', 3600, 0));
    const waiting = get();
    await issue(2);

    expect(await waiting).toBe('token-2');
    expect(pending).toHaveLength(2);
  });
});

describe('current', () => {
  it('gives what is left of the life of the token, rounded down', async () => {
    const { tokens, at } = setUp({ latency: 2 });

    const { data } = await tokens.current(never);
    expect(data).toEqual({ token_type: 'Bearer', expires_in: 3598 });
    expect(data.access_token).toBe('token-1');
    await at(600.5);
    expect((await tokens.current(never)).data.expires_in).toBe(2999);
  });

  it('never gives less than nothing', async () => {
    const { tokens } = setUp({ lifetime: 1, latency: 5 });

    expect((await tokens.current(never)).data.expires_in).toBe(0);
  });

  it('gives the token by its name, and in no printed form', async () => {
    const { data } = await setUp().tokens.current(never);

    expect(data.access_token).toBe('token-1');
    expect(Object.keys(data)).not.toContain('access_token');
    expect(JSON.stringify({ ...data })).not.toContain('token-1');
    expect(inspect(data, { showHidden: true, getters: true })).not.toContain('token-1');
  });

  it('shares the token with calls', async () => {
    const api = await startApi();
    const client = createClient({ ...CREDENTIALS, baseUrl: api.url });

    const { access_token: token } = await client.getToken();
    await client.getPaymentDetails(PAYMENT_ID);

    expect(api.tokenRequests).toHaveLength(1);
    expect(api.operationRequests[0]?.headers['authorization']).toBe(`Bearer ${token}`);
  });
});
