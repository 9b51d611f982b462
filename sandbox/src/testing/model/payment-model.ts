import { APPROVED, Course } from './lifecycle.js';

/** What a request is answered with: a status, or the code of a 422. */
export type Verdict = number | string;

const REVERSIBLE = ['Authorized', 'Captured', 'Partially Captured', 'Partially Refunded'];

const AFTER_CHALLENGE = { declined: 'Declined', canceled: 'Canceled', expired: 'Expired' };

/** How a challenge can end. */
export type ChallengeEnd = 'authorized' | keyof typeof AFTER_CHALLENGE;

/** What requests do to a payment, by the specification. Each gives what it has to be answered with. */
export class Model extends Course {
  #captures = new Set<object>();

  /** Whether an increment is allowed. */
  get extendable(): boolean {
    return this.status === 'Authorized' && this.order.estimated && this.reserved === 0;
  }

  /** A declined increment is answered like any other, and leaves the payment as it was. */
  increment(amount = 0): Verdict {
    if (!this.extendable) return 403;
    this.code = this.codeOf(amount);
    if (this.code === APPROVED) {
      this.move('authorized', amount);
      this.extend();
    }
    return 201;
  }

  capture(amount = this.available, final = true): Verdict {
    if (!this.open) return 403;
    if (amount === 0) return 'amount_invalid';
    if (amount > this.authorized) return 'capture_value_greater_than_authorized';
    if (amount > this.available) return 'capture_value_greater_than_remaining_authorized';
    const capture = {};
    this.#captures.add(capture);
    this.reserved += amount;
    this.later(this.delay, () => {
      if (!this.#captures.has(capture)) return;
      this.reserved -= amount;
      this.take(amount, final);
    });
    return 202;
  }

  void(): Verdict {
    if (!this.open) return 403;
    this.move('voided', this.available);
    return 202;
  }

  refund(amount = this.refundable): Verdict {
    if (this.refundable === 0) return 403;
    if (amount === 0) return 'refund_amount_invalid';
    if (amount > this.refundable) return 'amount_exceeds_balance';
    this.move('refunded', amount);
    return 202;
  }

  reverse(): Verdict {
    if (this.order.kind !== 'card') return 403;
    if (this.status === 'Retry Scheduled') return this.cancel();
    if (['Voided', 'Refunded', 'Canceled'].includes(this.status)) return 204;
    if (!REVERSIBLE.includes(this.status)) return 403;
    this.#captures.clear();
    this.reserved = 0;
    this.move('refunded', this.refundable);
    this.move('voided', this.left);
    return 202;
  }

  cancel(): Verdict {
    if (this.status !== 'Retry Scheduled') return 403;
    this.status = 'Canceled';
    return 202;
  }

  complete(end: ChallengeEnd): Verdict {
    if (this.status !== 'Pending' || !this.challenged) return 400;
    if (end === 'authorized') this.authorize(this.codeOf(this.order.amount));
    else this.status = AFTER_CHALLENGE[end];
    return 204;
  }
}
