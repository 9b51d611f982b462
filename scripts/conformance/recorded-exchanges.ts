import type { Fetch } from 'lddpay';
import type { Operation } from '../lib/description.js';
import { operations } from './description.js';
import { ajvViolations, prismViolations, type Violation } from './judges.js';
import { parseJson } from './violations.js';

/** A request and its response, as they went over the wire. */
export interface Exchange {
  readonly operationId: string;
  readonly requestHeaders: Headers;
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body of the response; undefined without one, the text where it is no JSON. */
  readonly body: unknown;
  /** What either judge has against it. */
  readonly violations: readonly Violation[];
}

/** A `fetch` that keeps and judges all that it sends and gets. */
export function recorded(send: Fetch, exchanges: Exchange[]): Fetch {
  return async (url, init) => {
    const response = await send(url, init);
    exchanges.push(await observe(new URL(url), init, response.clone()));
    return response;
  };
}

async function observe({ pathname }: URL, init: RequestInit, response: Response): Promise<Exchange> {
  const { status, headers } = response;
  const operation = operationAt(init.method, pathname);
  const sent = typeof init.body === 'string' ? init.body : '';
  const text = await response.text();
  const answer = { status, headers, text };
  return {
    operationId: operation?.operationId ?? `${init.method} ${pathname}`,
    requestHeaders: new Headers(init.headers),
    status,
    headers,
    body: bodyOf(text),
    violations: [...ajvViolations({ operation, sent, answer }), ...prismViolations(headers)],
  };
}

/** The operation that a request belongs to, told by its method and path alone; undefined when there is none. */
export function operationAt(method: string | undefined, path: string): Operation | undefined {
  return operations.find((operation) => {
    const pattern = operation.path.replaceAll(/\{\w+\}/g, '\\w+_\\w+');
    return operation.method.toUpperCase() === method && new RegExp(`^${pattern}$`).test(path);
  });
}

function bodyOf(text: string): unknown {
  if (text === '') return undefined;
  const json = parseJson(text);
  return json ? json.value : text;
}
