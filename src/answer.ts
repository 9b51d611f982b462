/** A response whose body was read: what is left of it needs no socket and cannot fail. */
export class Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it came. */
  readonly raw: string;

  constructor({ status, headers }: Response, text: string) {
    this.status = status;
    this.headers = headers;
    this.raw = text;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  /** The body as JSON; undefined when it is none. */
  json(): unknown {
    try {
      return JSON.parse(this.raw);
    } catch {
      return undefined;
    }
  }
}

/** Waits for a response and reads the whole of it, so that no socket is left behind. */
export async function receive(pending: Promise<Response>): Promise<Answer> {
  const response = await pending;
  return new Answer(response, await response.text());
}
