import type { actionTypeValues } from '../../../generated/operations.js';
import { NOTHING, type PaymentStatus, refundable, type Totals, uncaptured } from './balances.js';
import type { Outcome } from './processor.js';

/** What can be done with a payment, as the description names it. */
export type ActionType = (typeof actionTypeValues)[number];

/** Something that was done with a payment. Times are milliseconds since the Unix epoch. */
export interface Action {
  readonly id: string;
  readonly type: ActionType;
  readonly amount: number;
  readonly outcome: Outcome;
  readonly at: number;
  readonly authorizationType?: 'Final' | 'Estimated' | 'Incremental';
  readonly reference?: string | undefined;
  readonly metadata?: Metadata | undefined;
}

export type Metadata = Readonly<Record<string, unknown>>;

/** What was charged, as it may be shown: never a whole card number, never a security code. */
export type Source = Readonly<Record<string, string | number>> & {
  readonly id: string;
  readonly type: string;
};

/** What a request asked for; it never changes. */
export interface Order {
  readonly kind: 'card' | 'other' | 'payout';
  readonly amount: number;
  readonly currency: string;
  readonly source: Source;
  readonly destination?: Metadata | undefined;
  readonly reference?: string | undefined;
  readonly description?: string | undefined;
  readonly metadata?: Metadata | undefined;
  readonly paymentType: string;
  readonly authorizationType: 'Final' | 'Estimated';
  readonly merchantInitiated: boolean;
  /** How the processor answers, decided by the amount and the card. */
  readonly outcome: Outcome;
  /** When to capture by itself: after so many milliseconds, at an instant, or never. */
  readonly capture: { readonly after: number } | { readonly at: number } | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** The next attempts of a payment that was declined for now. */
export interface Retry {
  /** How many were made, the first request not counted. */
  readonly made: number;
  readonly nextOn: number;
  readonly endsOn: number;
}

/** A payment or payout and all that became of it. */
export interface Payment {
  readonly id: string;
  readonly order: Order;
  /** Where it stands among all payments; later ones have higher numbers. */
  readonly sequence: number;
  readonly requestedOn: number;
  /** Of a payment that waits for the payer. */
  readonly sessionId?: string | undefined;
  status: PaymentStatus | 'Returned';
  approved: boolean;
  totals: Totals;
  /** What captures that were accepted and not yet carried out will take. */
  reserved: number;
  expiresOn: number | undefined;
  retry: Retry | undefined;
  readonly actions: Action[];
}

/** What can be captured or voided now: nothing that an accepted capture will take. */
export function available({ totals, reserved }: Payment): number {
  return uncaptured(totals) - reserved;
}

/** Whether there is something left to capture or void, in a state that allows it. */
export function isOpen(payment: Payment): boolean {
  return (
    (payment.status === 'Authorized' || payment.status === 'Partially Captured') && available(payment) > 0
  );
}

/** The actions that the state of a payment allows. */
export function allowed(payment: Payment): Record<'authorize' | 'capture' | 'void' | 'refund', boolean> {
  const { status, totals, reserved, order } = payment;
  const open = isOpen(payment);
  return {
    authorize: status === 'Authorized' && order.authorizationType === 'Estimated' && reserved === 0,
    capture: open,
    void: open,
    refund: refundable(totals) > 0,
  };
}

/** A payment at its beginning. */
export function newPayment({
  id,
  order,
  sequence,
  requestedOn,
  sessionId,
}: Pick<Payment, 'id' | 'order' | 'sequence' | 'requestedOn' | 'sessionId'>): Payment {
  // Written out: spread into a literal, each payment would get a hidden class of its own.
  return {
    id,
    order,
    sequence,
    requestedOn,
    sessionId,
    status: 'Pending',
    approved: false,
    totals: NOTHING,
    reserved: 0,
    expiresOn: undefined,
    retry: undefined,
    actions: [],
  };
}
