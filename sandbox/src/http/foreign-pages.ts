import { isOrigin } from './cors.js';
import type { IncomingRequest } from './incoming-request.js';

/** The content types that a page of any origin may send without a preflight. */
const FORM_TYPE = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/**
 * Returns why a request is refused that names the page of another origin as its sender; undefined when it is not. A
 * page that a developer visits must not use the sandbox, and a form needs no preflight. Programs send no `Origin`.
 * @param origins The origins of other pages that may send requests.
 */
export function findForeignOrigin(request: IncomingRequest, origins: readonly string[]): string | undefined {
  const origin = request.headers.get('Origin');
  if (origin === null || origins.includes(origin) || isOwn(origin, request)) return undefined;
  if (!isOrigin(origin))
    return `Pages of ${origin} must not use the sandbox. Serve the page over HTTP, for example from localhost, and allow its origin with listen({ cors }) or --cors.`;
  return `Pages of ${origin} must not use the sandbox. Allow it with listen({ cors: ['${origin}'] }) or --cors ${origin}.`;
}

/**
 * Returns why a request to the controls is refused that does not name its sender, and that the page of another origin
 * can send; undefined when it is not. Programs send no `Sec-Fetch-Site`.
 * @param origins The origins of other pages that may send requests.
 */
export function findForeignControl(request: IncomingRequest, origins: readonly string[]): string | undefined {
  const { method, headers } = request;
  const origin = headers.get('Origin');
  if (origin !== null && origins.includes(origin)) return undefined;
  const site = headers.get('Sec-Fetch-Site');
  // A shop redirects its payer to the page of a challenge.
  const isNavigation = method === 'GET' && headers.get('Sec-Fetch-Mode') === 'navigate';
  if ((site === 'cross-site' || site === 'same-site') && !isNavigation)
    return 'Pages of other origins must not control the sandbox.';
  if (origin === null && FORM_TYPE.test(headers.get('Content-Type') ?? ''))
    return 'The sandbox is not controlled by forms. Send JSON, with the header Content-Type: application/json.';
  return undefined;
}

function isOwn(origin: string, { url }: IncomingRequest): boolean {
  return URL.canParse(origin) && new URL(origin).host === url.host;
}
