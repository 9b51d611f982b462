/** An error that the API responds with. The request has no effect. */
export class ApiError extends Error {
  readonly status: number;
  /** A code for each broken rule; empty for a response without a body. */
  readonly codes: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** The reason in words. Only the errors of a token request have one. */
  readonly description: string | undefined;

  constructor(
    status: number,
    codes: readonly string[] = [],
    headers: Readonly<Record<string, string>> = {},
    description?: string,
  ) {
    super(`${status} ${codes.join(', ')}`);
    this.description = description;
    this.status = status;
    this.codes = codes;
    this.headers = headers;
  }
}

/** Creates the error for a well-formed request that breaks rules: 422 with a code for each. */
export function invalidRequest(...codes: string[]): ApiError {
  return new ApiError(422, codes);
}

/** Creates the error for an action that the payment's status does not allow: 403, documented without a body. */
export function notAllowed(): ApiError {
  return new ApiError(403);
}
