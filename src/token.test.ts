import { describe, expect, it } from 'vitest';
import { createClient } from './client.js';
import { CREDENTIALS, deferred, failureOf, PAYMENT_ID, settled, startApi } from './testing/client.js';
import { createTokens, type IssuedToken } from './token.js';

/** Tokens on a clock that the test sets, from requests that take `latency` seconds of it. */
function setUp({ lifetime = 3600, latency = 0 } = {}) {
  const clock = { seconds: 0 };
  let requests = 0;
  const tokens = createTokens(
    async (requestedAt) => {
      requests += 1;
      clock.seconds += latency;
      return issued(`token-${requests}`, lifetime, requestedAt);
    },
    () => clock.seconds * 1000,
  );
  return { tokens, clock, get: () => tokens.get(undefined), requests: () => requests };
}

function issued(token: string, lifetime: number, requestedAt: number): IssuedToken {
  return {
    requestedAt,
    response: {
      data: { access_token: token, token_type: 'Bearer', expires_in: lifetime },
      status: 200,
      headers: new Headers(),
      requestId: undefined,
      idempotencyKey: undefined,
    },
  };
}

/** Tokens whose requests the test answers, one after the other. */
function setUpPending() {
  const pending: ReturnType<typeof deferred<IssuedToken>>[] = [];
  const tokens = createTokens(
    () => {
      const request = deferred<IssuedToken>();
      pending.push(request);
      return request.promise;
    },
    () => 0,
  );
  return { tokens, pending };
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
    const { clock, get, requests } = setUp();
    await get();
    clock.seconds = 4000;

    await Promise.all([get(), get(), get()]);

    expect(requests()).toBe(2);
  });
});

describe('renewal', () => {
  it.each([
    { name: 'one minute before it expires, when it lives long', lifetime: 3600, renewedAt: 3540 },
    { name: 'one minute before it expires, when that is a tenth of its life', lifetime: 600, renewedAt: 540 },
    { name: 'a tenth of its life before it expires, when it lives shorter', lifetime: 100, renewedAt: 90 },
  ])('renews a token $name', async ({ lifetime, renewedAt }) => {
    const { clock, get } = setUp({ lifetime });
    await get();

    clock.seconds = renewedAt - 0.001;
    expect(await get()).toBe('token-1');
    clock.seconds = renewedAt;
    expect(await get()).toBe('token-2');
  });

  it('counts the life of a token from the start of its request', async () => {
    const { clock, get } = setUp({ lifetime: 100, latency: 30 });
    await get();

    clock.seconds = 89.999;
    expect(await get()).toBe('token-1');
    clock.seconds = 90;
    expect(await get()).toBe('token-2');
  });

  it('gives out a token that lives shorter than its request took, once', async () => {
    const { get, requests } = setUp({ lifetime: 1, latency: 5 });

    expect(await get()).toBe('token-1');
    expect(await get()).toBe('token-2');
    expect(requests()).toBe(2);
  });
});

describe('failure', () => {
  it('gives the error to every caller that waits', async () => {
    const { tokens, pending } = setUpPending();
    const callers = Array.from({ length: 3 }, () => tokens.get(undefined));
    const failure = new Error('refused');

    pending[0]?.reject(failure);

    const results = await Promise.allSettled(callers);
    expect(results.map((result) => result.status === 'rejected' && result.reason)).toEqual(
      Array.from({ length: 3 }, () => failure),
    );
    expect(pending).toHaveLength(1);
  });

  it('is not remembered: the next call asks again', async () => {
    const { tokens, pending } = setUpPending();
    const first = tokens.get(undefined);
    pending[0]?.reject(new Error('refused'));
    await expect(first).rejects.toThrow('refused');

    const second = tokens.get(undefined);
    pending[1]?.resolve(issued('token-2', 3600, 0));

    expect(await second).toBe('token-2');
  });
});

describe('a caller that aborts', () => {
  it('is freed at once, while the others get the token', async () => {
    const { tokens, pending } = setUpPending();
    const controller = new AbortController();
    const impatient = tokens.get(controller.signal);
    const patient = tokens.get(undefined);

    controller.abort('enough');

    expect(await failureOf(impatient)).toMatchObject({
      kind: 'aborted',
      outcome: 'not_sent',
      cause: 'enough',
    });
    pending[0]?.resolve(issued('token-1', 3600, 0));
    expect(await patient).toBe('token-1');
    expect(pending).toHaveLength(1);
  });

  it('is freed at once when it came with an aborted signal', async () => {
    const { tokens } = setUpPending();

    expect(await failureOf(tokens.get(AbortSignal.abort()))).toMatchObject({ kind: 'aborted' });
  });

  it('leaves no unhandled rejection when it was the only one and the request fails later', async () => {
    const { tokens, pending } = setUpPending();
    const controller = new AbortController();
    const unhandled: unknown[] = [];
    const listener = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', listener);
    const call = tokens.get(controller.signal);

    controller.abort();
    await failureOf(call);
    pending[0]?.reject(new Error('refused'));
    await settled();
    process.off('unhandledRejection', listener);

    expect(unhandled).toEqual([]);
  });

  it('does not stop the request, whose token serves the next caller', async () => {
    const { tokens, pending } = setUpPending();
    const controller = new AbortController();
    const call = tokens.get(controller.signal);
    controller.abort();
    await failureOf(call);

    pending[0]?.resolve(issued('token-1', 3600, 0));
    await settled();

    expect(await tokens.get(undefined)).toBe('token-1');
    expect(pending).toHaveLength(1);
  });
});

describe('invalidate', () => {
  it('drops the token that it names', async () => {
    const { tokens, get } = setUp();
    const token = await get();

    tokens.invalidate(token);

    expect(await get()).toBe('token-2');
  });

  it('keeps a token that replaced the one it names', async () => {
    const { tokens, get, requests } = setUp();
    const first = await get();
    tokens.invalidate(first);
    await get();

    tokens.invalidate(first);

    expect(await get()).toBe('token-2');
    expect(requests()).toBe(2);
  });
});

describe('current', () => {
  it('gives what is left of the life of the token, rounded down', async () => {
    const { tokens, clock } = setUp({ latency: 2 });

    expect((await tokens.current(undefined)).data).toEqual({
      access_token: 'token-1',
      token_type: 'Bearer',
      expires_in: 3598,
    });
    clock.seconds = 600.5;
    expect((await tokens.current(undefined)).data.expires_in).toBe(2999);
  });

  it('never gives less than nothing', async () => {
    const { tokens } = setUp({ lifetime: 1, latency: 5 });

    expect((await tokens.current(undefined)).data.expires_in).toBe(0);
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
