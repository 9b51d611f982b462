import type { AttemptRecord, LddPayError } from '../errors.js';

/** A response with everything the client knows about it. */
export interface ApiResponse<T> {
  readonly data: T;
  readonly status: number;
  readonly headers: Headers;
  /** Identifies the request at the provider; undefined when the API sent none. */
  readonly requestId: string | undefined;
  /** The key that the request was sent with, for writes that take one. */
  readonly idempotencyKey: string | undefined;
  /** The requests that were made, in order. */
  readonly attempts: readonly AttemptRecord[];
}

/**
 * A promise of the response data that can also give the whole response.
 *
 * The response is held as it is and only unwrapped when asked for, so that a failure is reported once,
 * to whoever asked: `await call` and `await call.withResponse()` each see it, and neither leaves an
 * unhandled rejection behind.
 */
export class ApiPromise<T> extends Promise<T> {
  readonly #response: Promise<ApiResponse<T>>;

  protected constructor(response: Promise<ApiResponse<T>>) {
    // The promise underneath is never looked at: `then` is overridden.
    super(() => {});
    this.#response = response;
  }

  /** Wraps a pending response, typed as its operation promises: what the API sends is not checked. */
  static from<Result extends ApiPromise<unknown>>(response: Promise<ApiResponse<unknown>>): Result {
    return new ApiPromise(response) as Result;
  }

  /** The data together with status, headers, request id, idempotency key and attempts. */
  withResponse(): Promise<ApiResponse<T>> {
    return this.#response;
  }

  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((error: LddPayError) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    // One promise, not two: this is on the way of every call.
    return this.#response.then(({ data }) => (onFulfilled ? onFulfilled(data) : (data as T & A)), onRejected);
  }

  override catch<B = never>(
    onRejected?: ((error: LddPayError) => B | PromiseLike<B>) | null,
  ): Promise<T | B> {
    return this.then(undefined, onRejected);
  }

  override finally(onFinally?: (() => void) | null): Promise<T> {
    return this.#response.then(({ data }) => data).finally(onFinally);
  }
}
