import type { OperationId } from '../../../generated/operations.js';

/** The effects that an injected fault can have. {@link Fault} documents each of them. */
export const FAULT_EFFECTS = [
  'drop-before',
  'drop-after',
  'status',
  'delay',
  'stall-body',
  'truncate-body',
  'in-flight',
] as const;

/** One of {@link FAULT_EFFECTS}. {@link Fault} documents each of them. */
export type FaultEffect = (typeof FAULT_EFFECTS)[number];

/**
 * A fault to inject. It hits requests that would get a success (2xx), a repeated response to an idempotency key
 * included. A request that is rejected anyway, for example because its token is not valid any more, gets its
 * error and leaves the fault to a later request.
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
   * - `delay`: the operation is executed after `ms`; its idempotency key is in flight until then.
   * - `stall-body`: the operation is executed, and the body of its response never ends.
   * - `truncate-body`: the operation is executed, and the connection is lost in the middle of the body.
   * - `in-flight`: the operation is not executed; the response is 429 `duplicate_request`.
   */
  readonly effect: FaultEffect;
  /**
   * How many requests the fault hits.
   * @default 1
   */
  readonly times?: number;
  /**
   * For `status`: the status of the response, an integer from 200 to 599.
   * @default 500
   */
  readonly status?: number;
  /**
   * For `status`: the headers of the response. Those that frame a message or concern its connection, such as
   * Content-Length, are refused: the server sends them itself.
   */
  readonly headers?: Readonly<Record<string, string>>;
  /** For `status`: the body of the response. A string is sent unchanged, any other JSON value as JSON. */
  readonly body?: unknown;
  /**
   * For `delay`: the delay in milliseconds of real time, an integer of less than 2 ** 31.
   * @default 1000
   */
  readonly ms?: number;
}
