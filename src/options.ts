import type { TokenResponse } from '../generated/models.js';
import type { LddPayEvent } from './events.js';

/** The part of the standard `fetch` that the client uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How the client signs refunds and reversals. */
export interface SigningOptions {
  /** Identifies the site that makes the requests. */
  readonly siteIdentifier: string;
  /** The signing secret. It is not the client secret. */
  readonly secret: string;
  /**
   * The version of the signing scheme.
   * @default '3.0'
   */
  readonly version?: string | undefined;
}

/**
 * Where processes share tokens. Every unstorage driver fits, and every storage made from one.
 *
 * A token at rest is a secret: everybody who can read the store can act as you until the token expires. Restrict
 * access to the store, and encrypt it where others can reach it.
 */
export interface TokenStore {
  /** Returns what `setItem` stored under the key, or a promise of it; undefined or null without an entry. */
  getItem(key: string, options: object): unknown;
  /** Stores a string; `ttl` is in s. Required: the type is optional only because that of unstorage drivers is. */
  setItem?(key: string, value: string, options: { ttl: number }): unknown;
  /** Never called: a new token replaces the old one. */
  removeItem?(key: string, options: object): unknown;
}

/**
 * A response that arrived, of any status. Its body can hold what must not be logged: that of a token request is an
 * access token.
 */
export interface ObservedResponse {
  /** The HTTP status. */
  readonly status: number;
  /** The headers of the response. */
  readonly headers: Pick<Headers, 'get'>;
  /** The body; empty without one. */
  readonly text: string;
  /** Why the body is missing, when it could not be read. */
  readonly problem: string | undefined;
}

/**
 * Receives each response of a client, those to token requests and to `rawRequest` included. `observe` of
 * `lddpay/observe` creates one.
 */
export type ResponseObserver = (operationId: string, response: ObservedResponse) => void;

/** The options of every client. */
export interface CommonOptions {
  /**
   * The URL of the API, such as `https://api.example.com`. Required, because LDDPay's documentation publishes
   * no host. Must be http or https, without credentials, query or fragment.
   */
  readonly baseUrl: string;
  /**
   * How the client signs refunds and reversals.
   * @default none: the caller signs their bodies
   * @example
   * createClient({ ...options, signing: { siteIdentifier: 'S0000000001', secret } });
   */
  readonly signing?: SigningOptions | undefined;
  /**
   * The time limit of one attempt until its body is read, in ms. Greater than 0 and less than 2^31.
   * @default 30000
   */
  readonly attemptTimeout?: number | undefined;
  /**
   * The time limit of the whole call with token, attempts and waits, in ms. Greater than 0 and less than 2^31.
   * @default 90000
   */
  readonly deadline?: number | undefined;
  /**
   * The maximum number of further attempts, an integer of at least 0. 0 disables retries. To replace a token that the API
   * refused is no retry: the request is then repeated once, or twice where the first replacement came from the `store`,
   * even with 0.
   * @default 2
   */
  readonly maxRetries?: number | undefined;
  /**
   * Sent with every request, token requests included. The headers of a call take precedence. They must not set
   * Authorization, the idempotency key, or what the transport sets, such as Host and Content-Length.
   * @default none
   * @example
   * createClient({ ...options, headers: { 'X-Team': 'checkout' } });
   */
  readonly headers?: Headers | Readonly<Record<string, string>> | undefined;
  /**
   * Sends the requests: a `fetch`, or a transport such as `undiciTransport()`.
   * @default the global `fetch`
   * @example
   * createClient({ ...options, fetch: undiciTransport() });
   */
  readonly fetch?: Fetch | undefined;
  /**
   * How long the body of a response may be, decoded, in bytes. At least 1. The client stops reading a longer one
   * and closes its connection. A success then fails with kind `decode`.
   * @default 33554432 (32 MiB)
   */
  readonly maxResponseBytes?: number | undefined;
  /**
   * How long the API keeps an idempotency key, in ms, by its own clock. An integer of at least 0; with 0, no write that
   * may have happened is repeated. LDDPay's documentation states no limit.
   * @default 86400000 (24 hours, as the API that LDDPay mirrors)
   */
  readonly keyLifetime?: number | undefined;
  /**
   * Called with each event inside the client, which does not wait for it. An exception in it does not disturb the call.
   * @default none
   * @example
   * createClient({ ...options, onEvent: ({ type, operationId, status }) => log(type, operationId, status) });
   */
  readonly onEvent?: ((event: LddPayEvent) => void) | undefined;
  /**
   * Receives each response as it arrived, for `observe` of `lddpay/observe`. One of your own also gets the responses to
   * token requests, with the access token in their body, and to `rawRequest`. An exception in it does not disturb the
   * call.
   * @default none
   * @example
   * createClient({ ...options, observer: observe({ sample: 0.01, report: (report) => log(report.deviations) }) });
   */
  readonly observer?: ResponseObserver | undefined;
  /**
   * Allows `clientSecret` and `signing` in a browser, where everybody who opens the page can read them. Only for
   * pages that never leave your own machine. Use `tokenProvider` for all others.
   * @default false
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}

/** The options of a client that requests its own tokens. */
export interface ClientOptions extends CommonOptions {
  /** The id of your access key (RFC 6749, section 2.2). */
  readonly clientId: string;
  /** The secret of your access key. Keep it on your server. */
  readonly clientSecret: string;
  /** The scope of the tokens (RFC 6749, section 3.3). Separate several scopes with a space. */
  readonly scope: string;
  /**
   * The URL of the token endpoint.
   * @default `/connect/token` below `baseUrl`
   */
  readonly tokenUrl?: string | undefined;
  /**
   * How token requests are encoded: as JSON, as documented, or as a form (RFC 6749, section 4.4.2).
   * @default 'json'
   */
  readonly tokenFormat?: 'json' | 'form' | undefined;
  /**
   * Where token requests carry `clientId` and `clientSecret`: in the body, as documented, or as HTTP Basic in the
   * Authorization header (RFC 6749, section 2.3.1).
   * @default 'body'
   */
  readonly tokenAuth?: 'body' | 'basic' | undefined;
  /**
   * Where the client shares tokens with other processes.
   * @default the memory of this client
   * @example
   * createClient({ ...options, store }); // such as the Redis driver of unstorage
   */
  readonly store?: TokenStore | undefined;
}

/** The options of a client that holds no client secret, in a browser for instance. */
export interface TokenProviderOptions extends CommonOptions {
  /**
   * Returns an access token as the token endpoint issued it to your backend: `access_token` of at most 8000
   * characters, `expires_in` in s (300 if missing), and `token_type`, which must be Bearer if it is there. Called
   * when the client has no token, or one that is about to expire or was refused. Concurrent calls share one result;
   * outside Node.js, they wait 5 s for it and then call again. It may take as long as `deadline`, and must not wait for a
   * call of this client, which waits for the token. When it throws, the call fails with kind `auth`.
   *
   * `refusedToken` is the last token that the API refused, if any: your backend gives it to `getToken`, which returns
   * another one.
   * @example
   * const tokenProvider = async ({ refusedToken }: { refusedToken: string | undefined }) => {
   *   const response = await fetch('/lddpay-token', { method: 'POST', body: JSON.stringify({ refusedToken }) });
   *   return response.json() as Promise<{ access_token: string }>;
   * };
   */
  readonly tokenProvider: (last: {
    readonly refusedToken: string | undefined;
  }) => Promise<Pick<TokenResponse, 'access_token'> & Partial<TokenResponse>>;
}

/** The options of one call. Those of `getToken` are {@link TokenCallOptions}. */
export interface CallOptions {
  /**
   * Makes the write take effect once, however often it is repeated. Visible ASCII without spaces, and without a
   * secret of the body, such as a card number. Derive it with `keyFrom` to be able to repeat the call after a restart.
   * @default a random UUID
   * @example
   * await lddpay.voidPayment(id, {}, { idempotencyKey: await keyFrom('voids', 'order-17') });
   */
  readonly idempotencyKey?: string | undefined;
  /**
   * Ends the call at once when it aborts. The call then fails with kind `aborted`.
   * @default none
   * @example
   * await lddpay.getPaymentDetails(id, { signal: request.signal });
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * The time limit of one attempt until its body is read, in ms. Greater than 0 and less than 2^31.
   * @default `attemptTimeout` of the client
   */
  readonly attemptTimeout?: number | undefined;
  /**
   * The time limit of the whole call, in ms. Greater than 0 and less than 2^31.
   * @default `deadline` of the client
   */
  readonly deadline?: number | undefined;
  /**
   * The maximum number of further attempts, an integer of at least 0.
   * @default `maxRetries` of the client
   */
  readonly maxRetries?: number | undefined;
  /**
   * Additional headers. They must not set Authorization, the idempotency key, or what the transport sets, such as
   * Host and Content-Length.
   * @default none
   */
  readonly headers?: Readonly<Record<string, string>> | Headers | undefined;
  /**
   * Fields that the description does not have: of the body, or of the query where the operation is a GET. They
   * are checked, signed and sent like all others. A field must not be in both.
   * @default none
   * @example
   * await lddpay.voidPayment(id, {}, { extraFields: { reason: 'fraud' } });
   */
  readonly extraFields?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The options of one call of `getToken`. `attemptTimeout`, `deadline` and `maxRetries`, where they are larger than those
 * of the client, and `headers` apply to a token request that it starts, and have no effect when one is in progress
 * already. A smaller `deadline`, and `signal`, end its wait alone, since other calls may wait for the same token.
 */
export interface TokenCallOptions extends Omit<CallOptions, 'idempotencyKey' | 'extraFields'> {
  /**
   * A token that the API refused. Where it is the current one, `getToken` obtains another, but not
   * within 5 s after it did so the last time.
   * @default none
   * @example
   * const { refusedToken } = await request.json();
   * const { access_token } = await lddpay.getToken({ refusedToken });
   */
  readonly refusedToken?: string | undefined;
}
