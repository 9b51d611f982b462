import type { TokenResponse } from '../generated/models.js';
import type { LddPayEvent } from './events.js';

/** The part of the standard `fetch` that the client uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How refunds and reversals are signed. */
export interface SigningOptions {
  /** Which of your sites makes the requests. */
  readonly siteIdentifier: string;
  /** The signing secret; not the client secret. */
  readonly secret: string;
  /**
   * The version of the signing scheme.
   * @default '3.0'
   */
  readonly version?: string | undefined;
}

/**
 * Where tokens are shared between processes. Every unstorage driver fits, and every storage made of one.
 *
 * A token at rest is a secret: whoever can read the store can act as you until it expires. Keep the store
 * to yourself, and encrypt it where others can reach it.
 */
export interface TokenStore {
  getItem(key: string, options: object): unknown;
  /** `ttl` is in seconds. Optional in the type only, as it is in that of drivers: a store has to have it. */
  setItem?(key: string, value: string, options: { ttl: number }): unknown;
  /** Never called: a new token takes the place of the old one. */
  removeItem?(key: string, options: object): unknown;
}

/** What every client is made from, wherever its tokens come from. */
export interface CommonOptions {
  /** Where the API is, such as `https://api.example.com`. The documentation publishes no host. */
  readonly baseUrl: string;
  /** How refunds and reversals are signed. Without it their bodies have to be signed already. */
  readonly signing?: SigningOptions | undefined;
  /**
   * How long one attempt may take until its body is read, in milliseconds.
   * @default 30000
   */
  readonly attemptTimeout?: number | undefined;
  /**
   * How long the whole call may take, in milliseconds: token, attempts and waits.
   * @default 90000
   */
  readonly deadline?: number | undefined;
  /**
   * How many further attempts are made at most; 0 means none.
   * @default 2
   */
  readonly maxRetries?: number | undefined;
  /**
   * What sends the requests.
   * @default the global `fetch`
   */
  readonly fetch?: Fetch | undefined;
  /** Told what happens inside the client. Whatever it throws does not disturb the call. */
  readonly onEvent?: ((event: LddPayEvent) => void) | undefined;
  /**
   * Lets the client hold secrets in a browser, where everybody who opens the page can read them: for pages
   * that never leave your own machine. Otherwise give `tokenProvider`.
   * @default false
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}

/** What a client is made from that asks for its tokens itself. */
export interface ClientOptions extends CommonOptions {
  /** The id of your access key. */
  readonly clientId: string;
  /** The secret of your access key. Keep it on your server. */
  readonly clientSecret: string;
  /** What tokens are asked for; several scopes are joined by a space. */
  readonly scope: string;
  /**
   * Where tokens come from.
   * @default baseUrl and the path in the description
   */
  readonly tokenUrl?: string | undefined;
  /**
   * How token requests are encoded: as documented, or as a form as in RFC 6749, section 4.4.2.
   * @default 'json'
   */
  readonly tokenFormat?: 'json' | 'form' | undefined;
  /**
   * Where tokens are shared with other processes.
   * @default the memory of this client
   */
  readonly store?: TokenStore | undefined;
}

/** What a client is made from that holds no client secret: one in a browser, for instance. */
export interface TokenProviderOptions extends CommonOptions {
  /**
   * Gives an access token, as your backend got it from the token endpoint: `access_token`, `expires_in` in
   * seconds, `token_type`. Asked when the client has none,
   * or one that is about to expire or was refused; concurrent calls share one answer. It may take as long
   * as `deadline`; whatever it throws fails the call with kind `auth`.
   */
  readonly tokenProvider: () => Promise<TokenResponse>;
}

/** What differs from the client's options for one call. */
export interface CallOptions {
  /**
   * Makes repeating this write take effect once. Give your own to be able to repeat the call after a
   * restart; `keyFrom` derives one.
   * @default a random UUID
   */
  readonly idempotencyKey?: string | undefined;
  /** Ends the call at once, whatever it is doing. */
  readonly signal?: AbortSignal | undefined;
  /** How long one attempt may take until its body is read, in milliseconds. */
  readonly attemptTimeout?: number | undefined;
  /** How long the whole call may take, in milliseconds. */
  readonly deadline?: number | undefined;
  /** How many further attempts are made at most. */
  readonly maxRetries?: number | undefined;
  /** Further headers to send. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}
