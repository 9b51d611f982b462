import { readProperty } from '../../probes/response-fields.js';
import type { RelatedPlace } from './comparison.js';
import type { ParsedExchange } from './history.js';
import { type ActionView, listActions } from './payments.js';

/** The sums of what was done with a payment's money, by the names that balances have for them. */
export type Totals = Readonly<Record<TotalName, number>>;
export type TotalName = keyof typeof ACTION_TYPES;

/** The type of the actions that each total sums up. */
export const ACTION_TYPES = {
  total_authorized: 'Authorization',
  total_voided: 'Void',
  total_captured: 'Capture',
  total_refunded: 'Refund',
} as const;

export const TOTAL_NAMES = Object.keys(ACTION_TYPES) as TotalName[];

/** The places that the sums of actions are taken from. */
export const SUMMED_PLACES: readonly RelatedPlace[] = [
  ...['amount', 'approved', 'type', 'response_code'].map((name) => ({
    operationId: 'getPaymentActions' as const,
    place: `body.*.${name}`,
    // A code that contradicts `approved` casts doubt on both. A code of another shape does not.
    ...(name === 'response_code' ? { check: 'status' } : {}),
  })),
  { operationId: 'getPaymentActions', place: 'body', check: 'effects' },
];

/** Reads the totals of balances; undefined unless all of them are numbers. */
export function readTotals(balances: unknown): Totals | undefined {
  const totals = TOTAL_NAMES.map((name) => [name, readProperty(balances, name)] as const);
  return totals.every(([, total]) => typeof total === 'number')
    ? (Object.fromEntries(totals) as Totals)
    : undefined;
}

/** Sums up the approved actions of a payment. */
export function sumActions(exchange: ParsedExchange): Totals {
  const approved = listActions(exchange).filter((action) => action.approved === true);
  const sum = (type: string) =>
    approved
      .filter((action) => action.type === type)
      .reduce((total, action) => total + readAmount(action), 0);
  return Object.fromEntries(TOTAL_NAMES.map((name) => [name, sum(ACTION_TYPES[name])])) as Totals;
}

function readAmount({ amount }: ActionView): number {
  return typeof amount === 'number' ? amount : 0;
}
