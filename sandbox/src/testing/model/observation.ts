import type { ActionType, LedgerEntry } from '../../index.js';
import type { Reply } from '../connection.js';
import { balances, type Fields } from '../samples.js';
import type { Model, Verdict } from './payment-model.js';

/** What is to be seen of a payment: its details, the links in them, and what the ledger adds up to. */
export function observed(details: Fields, entries: readonly LedgerEntry[]) {
  return { details, links: Object.keys(details['_links'] as object).sort(), sums: sumsOf(entries) };
}

/** What has to be seen of a payment, by its model. */
export function expected(model: Model) {
  return { details: expectedDetails(model), links: expectedLinks(model).sort(), sums: expectedSums(model) };
}

/** What a request was answered with, as models put it. */
export function verdictOf({ status, body }: Reply): Verdict {
  return status === 422 ? String((body as Fields)['error_codes']) : status;
}

function expectedDetails(model: Model): object {
  const { status, approved, order, authorized, voided, captured, refunded } = model;
  if (order.kind === 'payout') return { status, approved, amount: order.amount };
  return {
    status,
    approved,
    amount: order.amount,
    balances: balances(authorized, { voided, captured, refunded }),
    ...(status === 'Authorized' && { expires_on: new Date(model.expiresOn).toISOString() }),
    ...(status === 'Retry Scheduled' && { retry: { attempts_made: model.retries, max_attempts: 3 } }),
  };
}

function expectedLinks(model: Model): string[] {
  return [
    'self',
    'actions',
    ...(model.extendable ? ['authorize'] : []),
    ...(model.open ? ['void', 'capture'] : []),
    ...(model.refundable > 0 ? ['refund'] : []),
    ...(model.challenged && model.status === 'Pending' ? ['redirect'] : []),
  ];
}

function expectedSums(model: Model): Record<ActionType, number> {
  const { order, status, authorized, voided, captured, refunded } = model;
  const paid = order.kind === 'payout' && ['Paid', 'Returned'].includes(status) ? order.amount : 0;
  return {
    Authorization: authorized,
    Void: voided,
    Capture: captured,
    Refund: refunded,
    Payout: paid,
    Return: status === 'Returned' ? order.amount : 0,
    'Card Verification': 0,
  };
}

function sumsOf(entries: readonly LedgerEntry[]) {
  const sums: Record<ActionType, number> = {
    Authorization: 0,
    Void: 0,
    Capture: 0,
    Refund: 0,
    Payout: 0,
    Return: 0,
    'Card Verification': 0,
  };
  for (const { type, amount } of entries) sums[type] += amount;
  return sums;
}
