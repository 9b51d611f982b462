import { expect } from 'vitest';
import type { Sandbox } from '../index.js';
import { findViolations, type UndocumentedError } from './conformance.js';

/** A response with its body. */
export interface BufferedResponse<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; an empty string when there is none. */
  readonly body: Body;
}

export interface SendOptions {
  readonly key?: string | undefined;
  /** @default the token of the connection */
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** An undocumented error that the response may have. */
  readonly allow?: UndocumentedError;
}

/** Sends raw requests to a sandbox at `origin` through `fetch`. */
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

  /** The body of a valid token request. */
  get tokenRequest() {
    const { clientId, clientSecret, scope } = this.sandbox.credentials;
    return { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope };
  }

  /** Obtains a new token for the requests from now on. */
  async renewToken(): Promise<void> {
    const { body } = await this.post<{ access_token: string }>('/connect/token', this.tokenRequest);
    this.#token = body.access_token;
  }

  /** Sends a request and reads the response. Fails the test when the response violates the description. */
  async send<Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    { allow, ...options }: SendOptions = {},
  ): Promise<BufferedResponse<Body>> {
    const response = await this.request(method, path, body, options);
    const { status, headers } = response;
    const text = await response.text();
    const exchange = { method, url: new URL(path, this.#origin).href, status, headers, text };
    const violations = findViolations(exchange, ...(allow ? [allow] : []));
    // An assertion takes a tenth of the time of a request, so there is none for a response without violations.
    if (violations.length > 0) expect(violations).toEqual([]);
    return { status, headers, body: text && JSON.parse(text) };
  }

  /**
   * Sends a request and returns the response unchecked.
   * @param path A path below the origin, or a whole URL.
   * @param body A string is sent unchanged, any other value as JSON.
   */
  request(
    method: string,
    path: string,
    body?: unknown,
    { key, token = this.#token, headers, signal }: Omit<SendOptions, 'allow'> = {},
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

  get<Body = unknown>(path: string, options?: SendOptions): Promise<BufferedResponse<Body>> {
    return this.send('GET', path, undefined, options);
  }

  post<Body = unknown>(path: string, body?: unknown, options?: SendOptions): Promise<BufferedResponse<Body>> {
    return this.send('POST', path, body, options);
  }
}
