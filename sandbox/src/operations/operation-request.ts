import type { OperationId } from '../../../generated/operations.js';
import type { OperationResponse } from '../lib/operation-response.js';
import type { SandboxContext } from '../state/state.js';

/** A validated request to an operation. */
export interface OperationRequest extends SandboxContext {
  readonly operationId: OperationId;
  /** In ms since the Unix epoch. */
  readonly now: number;
  /** The scheme and host that the request was sent to, for links. */
  readonly origin: string;
  /** The value of `{id}` in the path. */
  readonly id: string;
  /** The body, validated against the description and completed with the documented defaults. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The query parameters, likewise. */
  readonly query: Readonly<Record<string, unknown>>;
  /**
   * The URL as it arrived, including query parameters that are not documented. Its `searchParams` are only created
   * where they are read, since few operations need them.
   */
  readonly url: URL;
  /** The value of the `Authorization` header. */
  readonly authorization: string | null;
  /** Undefined without a key, and where keys are ignored. */
  readonly idempotencyKey: string | undefined;
  /** The key for logs and the ledger, also where it is ignored: without what can be a secret. */
  readonly shownKey: string | undefined;
  /** Equal for requests that may repeat an idempotency key, whatever the order of their fields. */
  readonly fingerprint: string;
}

/**
 * Checks a request to an operation against the state, without changing it.
 * @returns A function that executes the request. It must be called before anything else changes the state.
 * @throws ApiError when the request is rejected.
 */
export type OperationHandler = (request: OperationRequest) => () => OperationResponse;
