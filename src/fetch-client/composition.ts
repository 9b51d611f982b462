import type { BufferedResponse } from '../transport/buffered-response.js';

/** How openapi-fetch composes the request of a call, and what it gets as the response. */
export interface Composition {
  readonly Request: typeof Request;
  readonly bodySerializer: (body: unknown) => unknown;
  readonly toResponse: (response: BufferedResponse) => Response;
  /** Whether the request was composed. What throws before that is a mistake in the arguments of the call. */
  readonly isDone: () => boolean;
}

/** The statuses that have no body (Fetch standard, "null body status"). */
const NULL_BODY_STATUSES = new Set([204, 205, 304]);

/**
 * Middleware gets a Request and a Response of the platform. Without any, nobody sees either before the body was
 * read, and a call gets by with a plain object and a Response without a stream: creating both and reading them
 * takes more than twice as long as the rest of what openapi-fetch and the client do for a call.
 *
 * @param hasMiddleware Whether the client has middleware.
 * @param init The init of the call, which can have middleware of its own.
 */
export function createComposition(
  hasMiddleware: boolean,
  { middleware, parseAs = 'json' }: Readonly<Record<string, unknown>>,
): Composition {
  const isObserved = hasMiddleware || (Array.isArray(middleware) && middleware.length > 0);
  let isDone = false;
  const handler = {
    construct(target: typeof Request, [url, init]: [string, RequestInit]) {
      const request = isObserved ? new target(url, init) : { ...init, url };
      isDone = true;
      return request;
    },
  };
  return {
    // A proxy is still the class that openapi-fetch compares a Request of middleware with.
    Request: new Proxy(Request, handler),
    bodySerializer: isObserved ? (body) => JSON.stringify(body) : (body) => body,
    toResponse: isObserved || parseAs !== 'json' ? toStandardResponse : toReadResponse,
    isDone: () => isDone,
  };
}

function toStandardResponse({ status, headers, text }: BufferedResponse): Response {
  return new Response(NULL_BODY_STATUSES.has(status) ? null : text, { status, headers });
}

function toReadResponse({ status, headers, text }: BufferedResponse): Response {
  return new ReadResponse(text, { status, headers });
}

/** A Response whose body was read, apart from openapi-fetch, which still parses it. */
class ReadResponse extends Response {
  readonly #text: string;

  constructor(text: string, init: ResponseInit) {
    super(null, init);
    this.#text = text;
  }

  override get bodyUsed(): boolean {
    return true;
  }

  override async text(): Promise<string> {
    return this.#text;
  }

  override async json(): Promise<unknown> {
    return JSON.parse(this.#text);
  }
}
