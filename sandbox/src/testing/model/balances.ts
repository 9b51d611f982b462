/** The whole model of balances and states, from the specification: what is there, and what may be done. */
export class Balances {
  authorized = 0;
  voided = 0;
  captured = 0;
  refunded = 0;
  /** What captures that were accepted will take once they are carried out. */
  reserved = 0;
  status = 'Pending';

  /** What is neither captured nor voided. */
  get left(): number {
    return this.authorized - this.voided - this.captured;
  }

  get available(): number {
    return this.left - this.reserved;
  }

  get refundable(): number {
    return this.captured - this.refunded;
  }

  /** Whether a capture or a void is allowed. */
  get open(): boolean {
    return ['Authorized', 'Partially Captured'].includes(this.status) && this.available > 0;
  }

  move(total: 'authorized' | 'voided' | 'captured' | 'refunded', amount: number): void {
    if (amount === 0) return;
    this[total] += amount;
    if (this.refunded > 0) this.status = this.left + this.refundable > 0 ? 'Partially Refunded' : 'Refunded';
    else if (this.captured > 0) this.status = this.left + this.voided > 0 ? 'Partially Captured' : 'Captured';
    else this.status = this.left > 0 ? 'Authorized' : 'Voided';
  }
}
