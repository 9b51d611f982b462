import { describe, expect, it } from 'vitest';
import { assembleClient, type Client } from '../client.js';
import type { TokenProviderOptions, TokenStore } from '../options.js';
import { read, write } from '../testing/calls.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT_ID } from '../testing/fixtures.js';
import { FakePlatform } from '../testing/platform.js';
import { type SeenRequest, startServer } from '../testing/server.js';
import { createTestClient } from '../testing/test-client.js';
import { TOKEN_PATH, tokenReply, tokenValue } from '../testing/token-reply.js';
import { startUnreliableServer } from '../testing/unreliable-server.js';

const CALLS = 8;

/** How long a fresh token that was refused stays, in ms. */
const COOL_DOWN = 5_000;

/** Starts an API that refuses every token while `isDown`, and then those that were revoked. */
async function setUp() {
  const api = { isDown: true };
  const server = await startUnreliableServer(() => (api.isDown ? 401 : 'succeed'));
  const platform = new FakePlatform();
  return { api, server, platform, client: createTestClient(server, platform) };
}

async function times(count: number, call: () => Promise<unknown>): Promise<void> {
  for (let made = 0; made < count; made += 1) await call();
}

describe('an API that refuses every token', () => {
  it('costs two token requests and one repeated request', async () => {
    const { server, client } = await setUp();

    await times(CALLS, async () => {
      expect(await catchError(write(client))).toMatchObject({
        kind: 'auth',
        outcome: 'rejected',
        status: 401,
      });
    });

    expect(server.tokenRequests).toHaveLength(2);
    expect(server.requests).toHaveLength(CALLS + 1);
  });

  it('costs one more token request every 5 s', async () => {
    const { server, platform, client } = await setUp();
    await catchError(read(client));

    await platform.advance(COOL_DOWN - 1);
    await catchError(read(client));
    expect(server.tokenRequests).toHaveLength(2);

    await platform.advance(1);
    await times(CALLS, () => catchError(read(client)));
    expect(server.tokenRequests).toHaveLength(3);
  });

  it('does not repeat a request within a call when no new token was obtained', async () => {
    const { server, client } = await setUp();
    await catchError(write(client));

    const error = await catchError(write(client, { maxRetries: 5 }));

    expect(error.attempts.map(({ status }) => status)).toEqual([401]);
    expect(server.requests).toHaveLength(3);
  });

  it('costs at most two token requests when every token comes late', async () => {
    const platform = new FakePlatform();
    const server = await startUnreliableServer(() => 401, {
      tokens: async () => {
        await platform.advance(2 * COOL_DOWN);
        return 'succeed' as const;
      },
    });
    const client = createTestClient(server, platform);

    await times(CALLS, () => catchError(read(client)));

    expect(server.tokenRequests).toHaveLength(2);
  });

  it('works again with the same token when it recovers', async () => {
    const { api, server, client } = await setUp();
    await catchError(read(client));

    api.isDown = false;
    await read(client);

    expect(server.tokenRequests).toHaveLength(2);
  });

  it('works again after 5 s when it recovers and the token was revoked', async () => {
    const { api, server, platform, client } = await setUp();
    await catchError(read(client));
    api.isDown = false;
    server.revokeTokens();

    expect(await catchError(read(client))).toMatchObject({ status: 401 });
    await platform.advance(COOL_DOWN);
    await read(client);

    expect(server.tokenRequests).toHaveLength(3);
  });

  it('costs a token provider two calls', async () => {
    const { server, platform } = await setUp();
    let provided = 0;
    const tokenProvider = async () => ({ access_token: `token-${++provided}`, expires_in: 3600 });
    const client = assembleClient({ baseUrl: server.url, tokenProvider }, platform);

    await times(CALLS, () => catchError(client.getPaymentDetails(PAYMENT_ID)));

    expect(provided).toBe(2);
    expect(server.requests).toHaveLength(CALLS + 1);
  });

  it('costs each of two clients that share a store a few token requests', async () => {
    const { server, platform } = await setUp();
    const store = createStore();
    const clients = [
      createTestClient(server, platform, { store }),
      createTestClient(server, platform, { store }),
    ];

    await times(CALLS, async () => {
      for (const client of clients) await catchError(read(client));
    });

    expect(server.tokenRequests.length).toBeLessThanOrEqual(4);
  });
});

describe('a token', () => {
  it('is replaced at once each time that it is revoked after it was accepted', async () => {
    const { api, server, client } = await setUp();
    api.isDown = false;

    await times(5, async () => {
      await read(client);
      server.revokeTokens();
    });
    await read(client);

    expect(server.tokenRequests).toHaveLength(6);
  });

  it('is replaced at once when it is a stale one from the store', async () => {
    const { api, server, platform } = await setUp();
    api.isDown = false;
    const store = createStore();
    const other = createTestClient(server, platform, { store });
    const client = createTestClient(server, platform, { store });
    await read(client);
    server.revokeTokens();
    await read(other);
    server.revokeTokens();

    // Its own token is refused, and so is the one that the other client left in the store.
    await read(client);

    expect(server.tokenRequests).toHaveLength(3);
  });

  it('is replaced at once when the same value is issued again and refused, but not with every call', async () => {
    let issued = 0;
    const isTokenRequest = ({ url }: SeenRequest) => url === TOKEN_PATH;
    const server = await startServer((request) => {
      if (!isTokenRequest(request)) return { status: 401, body: {} };
      issued += 1;
      return tokenReply(1);
    });
    const client = assembleClient({ ...CREDENTIALS, baseUrl: server.url }, new FakePlatform());

    await times(CALLS, () => catchError(client.getPaymentDetails(PAYMENT_ID)));

    expect(issued).toBe(2);
    expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${tokenValue(1)}`);
  });
});

describe('a refused token that is given to `getToken`', () => {
  /** Creates a backend, and a page that gets its tokens from it. */
  async function setUpPage({ isShared = false } = {}) {
    const { api, server, platform } = await setUp();
    api.isDown = false;
    const store = isShared ? createStore() : undefined;
    const backend = createTestClient(server, platform, { store });
    const refusedTokens: unknown[] = [];
    const tokenProvider: TokenProviderOptions['tokenProvider'] = async (last) => {
      refusedTokens.push(last.refusedToken);
      const { access_token, expires_in } = await backend.getToken(last);
      return { access_token, expires_in };
    };
    const page = assembleClient({ baseUrl: server.url, tokenProvider }, platform);
    return { api, server, platform, store, backend, page, refusedTokens };
  }

  it('is replaced for a page, again and again', async () => {
    const { server, platform, page, refusedTokens } = await setUpPage();

    await times(3, async () => {
      await read(page as Client<true>);
      server.revokeTokens();
      await platform.advance(COOL_DOWN);
    });
    await read(page as Client<true>);

    expect(refusedTokens).toEqual([undefined, tokenValue(1), tokenValue(2), tokenValue(3)]);
    expect(server.tokenRequests).toHaveLength(4);
  });

  it('is replaced where another process left it in the store', async () => {
    const { server, platform, store, page } = await setUpPage({ isShared: true });
    await createTestClient(server, platform, { store }).getToken();
    server.revokeTokens();

    await read(page as Client<true>);

    expect(server.tokenRequests).toHaveLength(2);
  });

  it('costs one token request where many pages give the same one', async () => {
    const { server, backend } = await setUpPage();
    const refusedToken = (await backend.getToken()).access_token;

    const tokens = await Promise.all(
      Array.from({ length: 20 }, async () => (await backend.getToken({ refusedToken })).access_token),
    );

    expect(new Set(tokens)).toEqual(new Set([tokenValue(2)]));
    expect(server.tokenRequests).toHaveLength(2);
  });

  it('stays for 5 s after the last one was replaced', async () => {
    const { server, platform, backend } = await setUpPage();
    const tokenAfter = async (refusedToken: string) =>
      (await backend.getToken({ refusedToken })).access_token;
    await backend.getToken();

    expect(await tokenAfter(tokenValue(1))).toBe(tokenValue(2));
    expect(await tokenAfter(tokenValue(2))).toBe(tokenValue(2));
    await platform.advance(COOL_DOWN);
    expect(await tokenAfter(tokenValue(2))).toBe(tokenValue(3));
    expect(server.tokenRequests).toHaveLength(3);
  });

  it('changes nothing where another one is current', async () => {
    const { backend } = await setUpPage();
    const current = (await backend.getToken()).access_token;

    expect((await backend.getToken({ refusedToken: 'another' })).access_token).toBe(current);
  });

  it.each([null, 17, {}])('is a config error where it is %j', async (refusedToken) => {
    const { backend } = await setUpPage();

    expect(await catchError(backend.getToken({ refusedToken } as never))).toMatchObject({
      kind: 'config',
      message: 'getToken: `refusedToken` must be a string.',
    });
  });

  it('is a config error in other calls', async () => {
    const { backend, server } = await setUpPage();

    expect(await catchError(read(backend, { refusedToken: tokenValue(1) } as never))).toMatchObject({
      kind: 'config',
      message: expect.stringContaining('`refusedToken`'),
    });
    expect(server.requests).toHaveLength(0);
  });
});

function createStore(): TokenStore {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      values.set(key, value);
    },
  };
}
