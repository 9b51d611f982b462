/** The response of an operation, before it becomes an HTTP response. */
export interface OperationResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A string is sent unchanged, any other value as JSON; nothing is sent when it is undefined. */
  readonly body?: unknown;
  /** The body, already encoded as JSON. */
  readonly json?: string | undefined;
}
