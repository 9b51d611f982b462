import type { Payment } from '../payments/payment.js';
import { searchedView } from '../payments/views.js';
import { type Answer, invalid } from '../shared/api-error.js';
import { table } from '../shared/description.js';
import type { Call } from './operation-request.js';
import { readQuery } from './search-query.js';

export function searchPayments({ operationId, world, body, search, origin }: Call): Answer {
  const { limit, ...period } = body as { limit: number; from?: string; to?: string };
  if (!Number.isInteger(limit)) throw invalid('paging_limit_invalid');
  const query = readQuery(String(body['query']));
  const from = readTime(period.from, 'from', Number.NEGATIVE_INFINITY);
  const to = readTime(period.to, 'to', Number.POSITIVE_INFINITY);
  if (from > to) throw invalid('from_invalid', 'to_invalid');
  const before = readCursor(search);
  const candidates = query.candidates(world.payments);
  const found: Payment[] = [];
  // One more than the page holds tells whether there is another page.
  for (let index = candidates.length - 1; index >= 0 && found.length <= limit; index -= 1) {
    const payment = candidates[index] as Payment;
    const inPeriod = payment.requestedOn >= from && payment.requestedOn <= to;
    if (inPeriod && payment.sequence < before && query.matches(payment)) found.push(payment);
  }
  const page = found.slice(0, limit);
  const next = `${origin}${table[operationId].path}?before=${page.at(-1)?.sequence}`;
  return {
    status: 202,
    body: { data: page.map(searchedView), _links: found.length > limit ? { next: { href: next } } : {} },
  };
}

/** Where the page before ended: the cursor of a link to a next page. */
function readCursor(search: URLSearchParams): number {
  const before = search.get('before');
  if (before === null) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,15}$/.test(before)) throw invalid('before_invalid');
  return Number(before);
}

function readTime(text: string | undefined, name: string, otherwise: number): number {
  if (text === undefined) return otherwise;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw invalid(`${name}_invalid`);
  return time;
}
