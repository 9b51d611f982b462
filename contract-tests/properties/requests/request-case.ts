import type { OperationId } from '../../../generated/operations.js';

/** The payments that requests act on, by the state that they are in. */
export const PAYMENT_STATES = ['authorized', 'captured', 'pending', 'retry scheduled', 'voided'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** A request to an operation, as data that JSON can hold. */
export interface RequestCase {
  readonly operationId: OperationId;
  /** The state of the payment whose id takes the place of `{payment}` in the path. */
  readonly payment?: PaymentState;
  /** The value of `{id}` in the path. */
  readonly id?: string;
  /** The parameters of the query, as they are sent. */
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The body, to be sent as JSON. Absent without a body. */
  readonly body?: unknown;
}

/** The value of `id` in the place of which a payment's is sent. */
export const PAYMENT_ID = '{payment}';

/** The value of a signature in the place of which the right one is sent: it has the form of one. */
export const SIGNATURE = '0'.repeat(64);

/** The amount of the payments that requests act on, in minor currency units. */
export const PAYMENT_AMOUNT = 1000;

/** The currency of those payments. */
export const PAYMENT_CURRENCY = 'USD';
