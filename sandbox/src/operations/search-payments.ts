import { invalidRequest } from '../lib/api-error.js';
import { operationTable } from '../lib/description.js';
import { parseIsoTime } from '../lib/iso-time.js';
import type { OperationResponse } from '../lib/operation-response.js';
import type { Payment } from '../payments/payment.js';
import { renderSearchItem } from '../payments/views.js';
import type { OperationRequest } from './operation-request.js';
import { parseSearchQuery } from './search-query.js';

/** Reads a search. The returned function carries it out. See `OperationHandler`. */
export function searchPayments({
  operationId,
  state,
  body,
  url,
  origin,
}: OperationRequest): () => OperationResponse {
  const { limit, ...period } = body as { limit: number; from?: string; to?: string };
  if (!Number.isInteger(limit)) throw invalidRequest('paging_limit_invalid');
  const query = parseSearchQuery(String(body['query']));
  const from = readTime(period.from, 'from', Number.NEGATIVE_INFINITY);
  const to = readTime(period.to, 'to', Number.POSITIVE_INFINITY);
  if (from > to) throw invalidRequest('from_invalid', 'to_invalid');
  const before = readCursor(url.searchParams);
  return () => {
    const candidates = query.candidates(state.payments);
    const found: Payment[] = [];
    // One more than the limit tells whether there is a next page.
    for (let index = candidates.length - 1; index >= 0 && found.length <= limit; index -= 1) {
      const payment = candidates[index] as Payment;
      const inPeriod = payment.requestedOn >= from && payment.requestedOn <= to;
      if (inPeriod && payment.sequence < before && query.matches(payment)) found.push(payment);
    }
    const page = found.slice(0, limit);
    const next = `${origin}${operationTable[operationId].path}?before=${page.at(-1)?.sequence}`;
    return {
      status: 202,
      body: {
        data: page.map(renderSearchItem),
        _links: found.length > limit ? { next: { href: next } } : {},
      },
    };
  };
}

/** Reads the cursor of a link to a next page: the sequence number at which the page before ended. */
function readCursor(searchParams: URLSearchParams): number {
  const before = searchParams.get('before');
  if (before === null) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,15}$/.test(before)) throw invalidRequest('before_invalid');
  return Number(before);
}

function readTime(text: string | undefined, name: string, defaultTime: number): number {
  if (text === undefined) return defaultTime;
  const time = parseIsoTime(text);
  if (time === undefined) throw invalidRequest(`${name}_invalid`);
  return time;
}
