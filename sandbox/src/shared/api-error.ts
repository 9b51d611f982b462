/** What an operation answers, before it becomes an HTTP response. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as it is when it is a text, as JSON otherwise; nothing is sent when it is left out. */
  readonly body?: unknown;
  /** The body as JSON already. */
  readonly json?: string | undefined;
}

/** A request that is turned down. Nothing of it happens. */
export class Refusal extends Error {
  readonly status: number;
  /** What is wrong, a code for each rule broken; none for an answer without a body. */
  readonly codes: readonly string[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, codes: readonly string[] = [], headers: Readonly<Record<string, string>> = {}) {
    super(`${status} ${codes.join(', ')}`);
    this.status = status;
    this.codes = codes;
    this.headers = headers;
  }
}

/** A request that is well-formed and breaks a rule: 422 with codes. */
export function invalid(...codes: string[]): Refusal {
  return new Refusal(422, codes);
}

/** An action that the state of the payment does not allow: 403, documented without a body. */
export function notAllowed(): Refusal {
  return new Refusal(403);
}
