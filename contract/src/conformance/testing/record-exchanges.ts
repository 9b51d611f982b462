import type { Fetch } from 'lddpay';
import { findOperation } from '../find-operation.js';
import { parseJson } from '../violations.js';
import { type ExchangeViolation, findExchangeViolations } from './exchange-violations.js';

/** A request with its response, as they went over the wire. */
export interface RecordedExchange {
  /** The method and path where there is no operation. */
  readonly operationId: string;
  readonly requestHeaders: Headers;
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body of the response, the string itself where it is not JSON, undefined without a body. */
  readonly body: unknown;
  /** They are looked for when they are read. */
  readonly violations: readonly ExchangeViolation[];
}

/**
 * Wraps a `fetch` so that every exchange is recorded.
 *
 * @param exchanges The array that exchanges are added to.
 */
export function recordExchanges(send: Fetch, exchanges: RecordedExchange[]): Fetch {
  return async (url, init) => {
    const response = await send(url, init);
    exchanges.push(await record(new URL(url), init, response.clone()));
    return response;
  };
}

async function record({ pathname }: URL, init: RequestInit, response: Response): Promise<RecordedExchange> {
  const { status, headers } = response;
  const operation = findOperation(init.method, pathname);
  const requestBody = typeof init.body === 'string' ? init.body : '';
  const body = await response.text();
  return {
    operationId: operation?.operationId ?? `${init.method} ${pathname}`,
    requestHeaders: new Headers(init.headers),
    status,
    headers,
    body: parseBody(body),
    get violations() {
      return findExchangeViolations({ operation, requestBody, response: { status, headers, body } });
    },
  };
}

function parseBody(text: string): unknown {
  if (text === '') return undefined;
  const json = parseJson(text);
  return json ? json.value : text;
}
