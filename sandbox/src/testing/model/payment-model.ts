import { APPROVED, ModelLifecycle } from './lifecycle.js';

/** The response to a request: a status, or the error code of a 422. */
export type StatusOrCode = number | string;

const REVERSIBLE = ['Authorized', 'Captured', 'Partially Captured', 'Partially Refunded'];

const STATUS_BY_OUTCOME = { declined: 'Declined', canceled: 'Canceled', expired: 'Expired' };

/** The outcome of a modelled challenge. */
export type ModelChallengeOutcome = 'authorized' | keyof typeof STATUS_BY_OUTCOME;

/** A model of a payment, from the specification alone. Each request returns the expected response. */
export class PaymentModel extends ModelLifecycle {
  /** Whether an increment is allowed. */
  get isIncrementable(): boolean {
    return this.status === 'Authorized' && this.instruction.estimated && this.reserved === 0;
  }

  /** A declined increment gets the same status as an approved one, and leaves the payment unchanged. */
  increment(amount = 0): StatusOrCode {
    if (!this.isIncrementable) return 403;
    this.code = this.processAmount(amount);
    if (this.code === APPROVED) {
      this.move('authorized', amount);
      this.extend();
    }
    return 201;
  }

  capture(amount = this.available, final = true): StatusOrCode {
    if (!this.isOpen) return 403;
    if (amount === 0) return 'amount_invalid';
    if (amount > this.authorized) return 'capture_value_greater_than_authorized';
    if (amount > this.available) return 'capture_value_greater_than_remaining_authorized';
    this.startCapture(amount, final);
    return 202;
  }

  void(): StatusOrCode {
    if (!this.isOpen) return 403;
    this.move('voided', this.available);
    return 202;
  }

  refund(amount = this.refundable): StatusOrCode {
    if (this.refundable === 0) return 403;
    if (amount === 0) return 'refund_amount_invalid';
    if (amount > this.refundable) return 'amount_exceeds_balance';
    this.move('refunded', amount);
    return 202;
  }

  reverse(): StatusOrCode {
    if (this.instruction.kind !== 'card') return 403;
    if (this.status === 'Retry Scheduled') return this.cancel();
    if (['Voided', 'Refunded', 'Canceled'].includes(this.status)) return 204;
    if (!REVERSIBLE.includes(this.status)) return 403;
    this.stopCaptures();
    this.move('refunded', this.refundable);
    this.move('voided', this.uncaptured);
    return 202;
  }

  cancel(): StatusOrCode {
    if (this.status !== 'Retry Scheduled') return 403;
    this.status = 'Canceled';
    return 202;
  }

  complete(outcome: ModelChallengeOutcome): StatusOrCode {
    if (this.status !== 'Pending' || !this.isChallenged) return 400;
    if (outcome === 'authorized') this.authorize(this.processAmount(this.instruction.amount));
    else this.status = STATUS_BY_OUTCOME[outcome];
    return 204;
  }
}
