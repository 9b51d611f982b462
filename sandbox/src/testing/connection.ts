import { expect } from 'vitest';
import type { Sandbox } from '../index.js';
import { type Beyond, deviationsOf } from './conformance.js';

export interface Reply<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed; an empty text when there is none. */
  readonly body: Body;
}

export interface SendOptions {
  readonly key?: string | undefined;
  /** Default: one that is valid. */
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** What the answer may be beside what is documented. */
  readonly beyond?: Beyond;
}

/** Raw requests to a sandbox, carried to `origin` by `fetch`. */
export class Connection {
  readonly sandbox: Sandbox;
  readonly #origin: string;
  readonly #fetch: Sandbox['fetch'];
  #token = '';

  constructor(sandbox: Sandbox, origin: string, fetch: Sandbox['fetch']) {
    this.sandbox = sandbox;
    this.#origin = origin;
    this.#fetch = fetch;
  }

  /** What a client asks for a token with. */
  get tokenRequest() {
    const { clientId, clientSecret, scope } = this.sandbox.credentials;
    return { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope };
  }

  /** Gets a token for the requests from now on. */
  async renewToken(): Promise<void> {
    const { body } = await this.post<{ access_token: string }>('/connect/token', this.tokenRequest);
    this.#token = body.access_token;
  }

  /** Sends a request and reads its answer. Fails the test when that is outside the description. */
  async send<Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    { beyond, ...options }: SendOptions = {},
  ): Promise<Reply<Body>> {
    const response = await this.request(method, path, body, options);
    const { status, headers } = response;
    const text = await response.text();
    const exchange = { method, url: new URL(path, this.#origin).href, status, headers, text };
    expect(deviationsOf(exchange, ...(beyond ? [beyond] : []))).toEqual([]);
    return { status, headers, body: text && JSON.parse(text) };
  }

  /**
   * Sends a request and leaves the answer to the test. A body is sent as it is when it is a text, as
   * JSON otherwise; a path can be a whole URL.
   */
  request(
    method: string,
    path: string,
    body?: unknown,
    { key, token = this.#token, headers, signal }: Omit<SendOptions, 'beyond'> = {},
  ): Promise<Response> {
    return this.#fetch(new URL(path, this.#origin), {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(key !== undefined && { 'Cko-Idempotency-Key': key }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  }

  get<Body = unknown>(path: string, options?: SendOptions): Promise<Reply<Body>> {
    return this.send('GET', path, undefined, options);
  }

  post<Body = unknown>(path: string, body?: unknown, options?: SendOptions): Promise<Reply<Body>> {
    return this.send('POST', path, body, options);
  }
}
