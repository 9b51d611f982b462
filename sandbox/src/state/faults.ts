import type { OperationId } from '../../../generated/operations.js';

/** The effects that an injected fault can have. {@link Fault} documents each of them. */
export const FAULT_EFFECTS = [
  'drop-before',
  'drop-after',
  'status',
  'status-after',
  'delay',
  'late',
  'twice',
  'stall-body',
  'truncate-body',
  'short-body',
  'in-flight',
] as const;

/** One of {@link FAULT_EFFECTS}. {@link Fault} documents each of them. */
export type FaultEffect = (typeof FAULT_EFFECTS)[number];

/** The effects that damage the body of a response. */
export const BODY_EFFECTS: readonly unknown[] = ['stall-body', 'truncate-body', 'short-body'];

/**
 * A fault to inject. It hits requests that would get a success (2xx), a repeated response to an idempotency key
 * included. A request that is rejected anyway, for example because its token is not valid any more, gets its
 * error and leaves the fault to a later request. So does a request whose response has no body, such as the 204 of
 * a reversal and any response to HEAD, for an effect on the body.
 */
export interface Fault {
  /**
   * The operation that the fault hits. Name it in tests that share a client: the first one requests a token,
   * and the others do not.
   * @default any operation, the token request included
   */
  readonly operationId?: OperationId;
  /**
   * - `drop-before`: the connection is lost before the operation is executed.
   * - `drop-after`: the operation is executed, and its response is lost.
   * - `status`: the operation is not executed; the response has `status`, `headers` and `body`.
   * - `status-after`: the operation is executed, and the response has `status`, `headers` and `body`, like that of
   *   a gateway that fails after the effect: it has no `Cko-Request-Id`.
   * - `delay`: the operation is executed after `ms`; its idempotency key is in flight until then.
   * - `late`: the connection is lost, and the request arrives after `ms`. It is then executed, repeated or rejected
   *   by its idempotency key and its payment, like any request; its token is not checked again. Its response is lost.
   * - `twice`: the operation is executed, and its request arrives again after `ms`, as with `late`. While its
   *   idempotency key is kept, this changes nothing; without a key it takes effect again.
   * - `stall-body`: the operation is executed, and the body of its response never ends.
   * - `truncate-body`: the operation is executed, and the connection is lost in the middle of the body.
   * - `short-body`: the operation is executed, and the body of its response is only the first half of the JSON. The
   *   response is complete otherwise: its Content-Length is that of this half.
   * - `in-flight`: the operation is not executed; the response is 429 `duplicate_request`.
   */
  readonly effect: FaultEffect;
  /**
   * How many requests the fault hits, an integer of at least 1.
   * @default 1
   */
  readonly times?: number;
  /**
   * For `status` and `status-after`: the status of the response, an integer from 200 to 599.
   * @default 500 for `status`, 502 for `status-after`
   */
  readonly status?: number;
  /**
   * For `status` and `status-after`: the headers of the response. Those that frame a message or concern its connection, such as
   * Content-Length, are refused: the server sends them itself.
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * For `status` and `status-after`: the body of the response. A string is sent unchanged, any other JSON value as
   * JSON.
   */
  readonly body?: unknown;
  /**
   * For `delay`, `late` and `twice`: a time in ms, an integer of less than 2 ** 31. A `delay` takes real
   * time. A request arrives `late`, or a second time, by the sandbox's clock: `clock.advance` leads there.
   * @default 1000 for `delay` and `late`, 0 for `twice`
   */
  readonly ms?: number;
}

/** The fields that an effect adds to a fault, with their defaults. One with `status` also takes `headers` and `body`. */
export const FAULT_DEFAULTS = {
  'drop-before': {},
  'drop-after': {},
  status: { status: 500 },
  'status-after': { status: 502 },
  delay: { ms: 1000 },
  late: { ms: 1000 },
  twice: { ms: 0 },
  'stall-body': {},
  'truncate-body': {},
  'short-body': {},
  'in-flight': {},
} as const satisfies Readonly<Record<FaultEffect, Pick<Fault, 'status' | 'ms'>>>;
