import type { ActionType, LedgerEntry } from '../../index.js';
import type { BufferedResponse } from '../connection.js';
import { balances, type Fields } from '../fixtures.js';
import type { PaymentModel, StatusOrCode } from './payment-model.js';

/** Observes a payment: its details, their links, and the sums of its ledger entries. */
export function observe(details: Fields, entries: readonly LedgerEntry[]) {
  return { details, links: Object.keys(details['_links'] as object).sort(), sums: sumEntries(entries) };
}

/** Returns the observation of a payment that its model expects. */
export function expectObservation(model: PaymentModel) {
  return { details: expectDetails(model), links: expectLinks(model).sort(), sums: expectSums(model) };
}

/** Reduces a response to its status or error code. */
export function toStatusOrCode({ status, body }: BufferedResponse): StatusOrCode {
  return status === 422 ? String((body as Fields)['error_codes']) : status;
}

function expectDetails(model: PaymentModel): object {
  const { status, approved, instruction, authorized, voided, captured, refunded, reserved } = model;
  if (instruction.kind === 'payout') return { status, approved, amount: instruction.amount };
  return {
    status,
    approved,
    amount: instruction.amount,
    balances: balances(authorized, { voided, captured, refunded, reserved }),
    ...(status === 'Authorized' && { expires_on: new Date(model.expiresOn).toISOString() }),
    ...(status === 'Retry Scheduled' && { retry: { attempts_made: model.retries, max_attempts: 3 } }),
  };
}

function expectLinks(model: PaymentModel): string[] {
  return [
    'self',
    'actions',
    ...(model.isIncrementable ? ['authorize'] : []),
    ...(model.isOpen ? ['void', 'capture'] : []),
    ...(model.refundable > 0 ? ['refund'] : []),
    ...(model.isChallenged && model.status === 'Pending' ? ['redirect'] : []),
  ];
}

function expectSums(model: PaymentModel): Record<ActionType, number> {
  const { instruction, status, authorized, voided, captured, refunded } = model;
  const paid =
    instruction.kind === 'payout' && ['Paid', 'Returned'].includes(status) ? instruction.amount : 0;
  return {
    Authorization: authorized,
    Void: voided,
    Capture: captured,
    Refund: refunded,
    Payout: paid,
    Return: status === 'Returned' ? instruction.amount : 0,
    'Card Verification': 0,
  };
}

function sumEntries(entries: readonly LedgerEntry[]) {
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
