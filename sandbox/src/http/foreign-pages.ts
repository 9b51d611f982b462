import type { IncomingRequest } from './incoming-request.js';

/** The content types that a page of any origin may send without a preflight. */
const FORM_TYPE = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/**
 * Returns why a request to the controls is refused; undefined when it is not. A page of another origin must not
 * control the sandbox of a developer who visits it. Programs send neither `Origin` nor `Sec-Fetch-Site`.
 * @param origins The origins of other pages that may send requests.
 */
export function findForeignPage(
  { method, url, headers }: IncomingRequest,
  origins: readonly string[],
): string | undefined {
  const origin = headers.get('Origin');
  if (origin !== null && origins.includes(origin)) return undefined;
  const isOwn = origin !== null && URL.canParse(origin) && new URL(origin).host === url.host;
  if (origin !== null && !isOwn)
    return `Pages of ${origin} must not control the sandbox. Allow it with listen({ cors: ['${origin}'] }) or --cors ${origin}.`;
  const site = headers.get('Sec-Fetch-Site');
  // A shop redirects its payer to the page of a challenge.
  const isNavigation = method === 'GET' && headers.get('Sec-Fetch-Mode') === 'navigate';
  if ((site === 'cross-site' || site === 'same-site') && !isNavigation)
    return 'Pages of other origins must not control the sandbox.';
  if (!isOwn && FORM_TYPE.test(headers.get('Content-Type') ?? ''))
    return 'The sandbox is not controlled by forms. Send JSON, with the header Content-Type: application/json.';
  return undefined;
}
