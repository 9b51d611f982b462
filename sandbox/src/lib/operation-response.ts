/** Headers of all responses to token requests: RFC 6749, section 5.1. */
export const NO_STORE = { 'Cache-Control': 'no-store' };

/** The response of an operation, before it becomes an HTTP response. */
export interface OperationResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A string is sent unchanged, any other value as JSON; nothing is sent when it is undefined. */
  readonly body?: unknown;
  /** The body, already encoded as JSON. */
  readonly json?: string | undefined;
}
