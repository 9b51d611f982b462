import type { OperationId } from '../../../generated/operations.js';
import type { SandboxContext } from '../state/state.js';

/** A validated request to an operation. */
export interface OperationRequest extends SandboxContext {
  readonly operationId: OperationId;
  /** In milliseconds since the Unix epoch. */
  readonly now: number;
  /** The scheme and host that the request was sent to, for links. */
  readonly origin: string;
  /** The value of `{id}` in the path. */
  readonly id: string;
  /** The body, validated against the description and completed with the documented defaults. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The query parameters, likewise. */
  readonly query: Readonly<Record<string, unknown>>;
  /** The query as it arrived, including parameters that are not documented. */
  readonly searchParams: URLSearchParams;
  readonly idempotencyKey: string | undefined;
  /** Equal for requests that ask for the same, whatever the order of their fields. */
  readonly fingerprint: string;
}
