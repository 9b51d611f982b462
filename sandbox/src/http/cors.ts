import { IDEMPOTENCY_HEADER, REQUEST_ID_HEADER } from '../../../generated/operations.js';
import { operationTable } from '../lib/description.js';
import type { IncomingRequest } from './incoming-request.js';
import type { OutgoingResponse } from './outgoing-response.js';

const operations = Object.values(operationTable);

/** The methods of the API and of the controls. */
const METHODS = [...new Set([...operations.map(({ method }) => method), 'DELETE', 'PATCH'])].join(', ');

/** The request headers of the API. */
const REQUEST_HEADERS = ['Authorization', 'Content-Type', IDEMPOTENCY_HEADER].join(', ');

/** The response headers that a page may read, in addition to those that are always readable. */
const RESPONSE_HEADERS = [REQUEST_ID_HEADER, 'Cko-Version', 'Date', 'Retry-After', 'WWW-Authenticate'].join(
  ', ',
);

/** How long a browser may remember the response to a preflight, in seconds. */
const MAX_AGE = '600';

/** @throws TypeError when one of the origins is not an origin, as browsers send it. */
export function checkOrigins(origins: readonly string[]): void {
  const wrong = origins.find((origin) => !isOrigin(origin));
  if (wrong !== undefined)
    throw new TypeError(`listen: \`cors\` must be an origin such as http://localhost:5173, not '${wrong}'.`);
}

/** Whether an origin can be allowed: `null`, which stands for many pages, and schemes of applications cannot. */
export function isOrigin(origin: string): boolean {
  return URL.canParse(origin) && new URL(origin).origin === origin;
}

/** Returns the headers that let a page of an allowed origin read a response; none for other pages. */
export function buildCorsHeaders(
  { headers }: IncomingRequest,
  origins: readonly string[],
): Readonly<Record<string, string>> {
  if (origins.length === 0) return {};
  const origin = headers.get('Origin');
  if (origin === null || !origins.includes(origin)) return { Vary: 'Origin' };
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': RESPONSE_HEADERS,
  };
}

/** Responds to the preflight of a page of an allowed origin; undefined for any other request. */
export function respondToPreflight(
  { method, headers }: IncomingRequest,
  origins: readonly string[],
): OutgoingResponse | undefined {
  const isPreflight = method === 'OPTIONS' && headers.get('Access-Control-Request-Method') !== null;
  if (!isPreflight || !origins.includes(headers.get('Origin') ?? '')) return undefined;
  return {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': REQUEST_HEADERS,
      'Access-Control-Max-Age': MAX_AGE,
    },
    body: undefined,
  };
}
