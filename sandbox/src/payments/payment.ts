import type { actionTypeValues } from '../../../generated/operations.js';
import { type PaymentStatus, refundable, type Totals, uncaptured, ZERO_TOTALS } from './balances.js';
import type { ProcessorResponse } from './processor.js';

/** The type of an action on a payment, as the description names it. */
export type ActionType = (typeof actionTypeValues)[number];

/** An action on a payment. */
export interface Action {
  readonly id: string;
  readonly type: ActionType;
  /** In the minor currency unit. */
  readonly amount: number;
  readonly processorResponse: ProcessorResponse;
  /** In ms since the Unix epoch. */
  readonly at: number;
  readonly authorizationType?: 'Final' | 'Estimated' | 'Incremental' | undefined;
  readonly reference?: string | undefined;
  readonly metadata?: Metadata | undefined;
}

export type Metadata = Readonly<Record<string, unknown>>;

/** The source of a payment, as responses may show it: never a whole card number, never a security code. */
export type Source = Readonly<Record<string, string | number>> & {
  readonly id: string;
  readonly type: string;
};

/** The content of a payment request. It never changes. */
export interface PaymentInstruction {
  readonly kind: 'card' | 'other' | 'payout';
  /** In the minor currency unit. */
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
  /** The processor's response, decided by the amount and the card. */
  readonly processorResponse: ProcessorResponse;
  /** The automatic capture: some ms after the authorization, at a time, or never. */
  readonly capture: { readonly after: number } | { readonly at: number } | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** The scheduled retries of a declined payment. Times are in ms since the Unix epoch. */
export interface RetrySchedule {
  /** How many retries were made. The first attempt is not a retry. */
  readonly made: number;
  readonly nextOn: number;
  readonly endsOn: number;
}

/** A payment or payout. Times are in ms since the Unix epoch. */
export interface Payment {
  readonly id: string;
  readonly instruction: PaymentInstruction;
  /** The position among all payments; later payments have higher numbers. */
  readonly sequence: number;
  readonly requestedOn: number;
  /** Set for a payment that waits for its payer. */
  readonly sessionId?: string | undefined;
  status: PaymentStatus | 'Returned';
  approved: boolean;
  totals: Totals;
  /** What captures that are accepted and not yet carried out will capture or void, in the minor currency unit. */
  reserved: number;
  expiresOn: number | undefined;
  retry: RetrySchedule | undefined;
  readonly actions: Action[];
}

/** Returns the amount that can be captured or voided now. What accepted captures need is deducted. */
export function available({ totals, reserved }: Payment): number {
  return uncaptured(totals) - reserved;
}

/** Returns which actions the payment allows now. */
export function allowedActions(
  payment: Payment,
): Record<'authorize' | 'capture' | 'void' | 'refund', boolean> {
  const { status, totals, reserved, instruction } = payment;
  // A part of a payment that was captured and refunded leaves the rest as it was.
  const open = available(payment) > 0;
  return {
    authorize: status === 'Authorized' && instruction.authorizationType === 'Estimated' && reserved === 0,
    capture: open,
    void: open,
    refund: refundable(totals) > 0,
  };
}

/** Creates a payment in its first state. */
export function createPayment({
  id,
  instruction,
  sequence,
  requestedOn,
  sessionId,
}: Pick<Payment, 'id' | 'instruction' | 'sequence' | 'requestedOn' | 'sessionId'>): Payment {
  // Written out: with a spread, V8 would create a separate hidden class for each payment.
  return {
    id,
    instruction,
    sequence,
    requestedOn,
    sessionId,
    status: 'Pending',
    approved: false,
    totals: ZERO_TOTALS,
    reserved: 0,
    expiresOn: undefined,
    retry: undefined,
    actions: [],
  };
}
