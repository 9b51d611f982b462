import type { AttemptRecord, LddPayError } from '../errors.js';

/** A response with everything that the client knows about it. */
export interface ApiResponse<T> {
  /** The parsed body; undefined for a documented response without one. */
  readonly data: T;
  /** The HTTP status. */
  readonly status: number;
  /** The headers of the response. */
  readonly headers: Headers;
  /** Identifies the request at the provider; undefined when the API sent none. */
  readonly requestId: string | undefined;
  /** The key that the request was sent with; undefined where the operation takes no key. */
  readonly idempotencyKey: string | undefined;
  /** The requests that were made, in order. */
  readonly attempts: readonly AttemptRecord[];
}

/**
 * The class of what async functions return. A program can have replaced the global one by a class that lets no other
 * extend it, and that would only show when a request is on its way.
 */
const NativePromise = /* @__PURE__ */ (async () => {})().constructor as PromiseConstructor;

// No private fields: to the compiler, a class that has some is another one in each copy of the package.
const responses = new WeakMap<ApiPromise<unknown>, ApiResponse<unknown>>();

/**
 * A promise of the response data that can also return the whole response. Rejects with an {@link LddPayError}.
 *
 * It is settled like every promise of the platform, so that code that does not call its `then` sees it settle
 * too: tracers, `waitUntil` of Workers, streams and test runners.
 */
export class ApiPromise<T> extends NativePromise<T> {
  protected constructor(pending: Promise<ApiResponse<T>>) {
    super((resolve, reject) => {
      // Awaited, not given a callback: V8 then finds the caller's frames for the stack of an error.
      const read = async () => {
        const response = await pending;
        responses.set(this, response);
        return response.data;
      };
      read().then(resolve, reject);
    });
  }

  /** `then` and its like return plain promises: without a response, there is nothing to add. */
  static override get [Symbol.species](): PromiseConstructor {
    return NativePromise;
  }

  /** Wraps a pending response. Its type is what the operation promises: the data is not validated. */
  static from<Result extends ApiPromise<unknown>>(response: Promise<ApiResponse<unknown>>): Result {
    return new ApiPromise(response) as Result;
  }

  /**
   * Returns a promise of the data with status, headers, request id, idempotency key and attempts. Who uses it
   * does not have to handle a rejection of the call itself as well.
   *
   * @example
   * const { data, requestId } = await lddpay.getPaymentDetails(id).withResponse();
   */
  withResponse(): Promise<ApiResponse<T>> {
    return this.then(() => responses.get(this) as ApiResponse<T>);
  }

  declare then: <A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((error: LddPayError) => B | PromiseLike<B>) | null,
  ) => Promise<A | B>;

  declare catch: <B = never>(
    onRejected?: ((error: LddPayError) => B | PromiseLike<B>) | null,
  ) => Promise<T | B>;
}
