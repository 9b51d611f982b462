import { detailsView } from '../payments/views.js';
import { type Answer, invalid } from '../shared/api-error.js';
import type { Call } from './operation-request.js';

export function getPaymentsList({ world, query, origin }: Call): Answer {
  const { reference, limit, skip } = query as { reference: string; limit: number; skip: number };
  if (!Number.isInteger(limit)) throw invalid('paging_limit_invalid');
  if (!Number.isInteger(skip)) throw invalid('paging_skip_invalid');
  const payments = world.payments.withReference(reference);
  const page = newestFirst(payments, skip, limit).map((payment) => detailsView(payment, origin));
  return { status: 202, body: { total_count: payments.length, skip, limit, data: page } };
}

function newestFirst<Item>(oldestFirst: readonly Item[], skip: number, limit: number): Item[] {
  const end = Math.max(oldestFirst.length - skip, 0);
  return oldestFirst.slice(Math.max(end - limit, 0), end).reverse();
}
