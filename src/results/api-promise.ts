import type { AttemptRecord, LddPayError } from '../errors.js';

/** A response with everything that the client knows about it. */
export interface ApiResponse<T> {
  readonly data: T;
  /** The HTTP status. */
  readonly status: number;
  readonly headers: Headers;
  /** Identifies the request at the provider; undefined when the API sent none. */
  readonly requestId: string | undefined;
  /** The key that the request was sent with; undefined where the operation takes no key. */
  readonly idempotencyKey: string | undefined;
  /** The requests that were made, in order. */
  readonly attempts: readonly AttemptRecord[];
}

/**
 * A promise of the response data that can also return the whole response.
 *
 * It keeps the response and unwraps it only when asked, so that a failure is reported once:
 * `await call` and `await call.withResponse()` both see it, and neither leaves an unhandled rejection behind.
 */
export class ApiPromise<T> extends Promise<T> {
  readonly #response: Promise<ApiResponse<T>>;

  protected constructor(response: Promise<ApiResponse<T>>) {
    // Nothing uses the promise underneath: `then` is overridden.
    super(() => {});
    this.#response = response;
  }

  /** Wraps a pending response. Its type is what the operation promises: the data is not validated. */
  static from<Result extends ApiPromise<unknown>>(response: Promise<ApiResponse<unknown>>): Result {
    return new ApiPromise(response) as Result;
  }

  /**
   * Returns a promise of the data with status, headers, request id, idempotency key and attempts.
   *
   * @example
   * const { data, requestId } = await lddpay.getPaymentDetails(id).withResponse();
   */
  withResponse(): Promise<ApiResponse<T>> {
    return this.#response;
  }

  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((error: LddPayError) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    // One promise, not two: every call goes through it.
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
