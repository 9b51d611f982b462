/** The balances of a modelled payment and the status that follows from them, from the specification alone. */
export class ModelBalances {
  authorized = 0;
  voided = 0;
  captured = 0;
  refunded = 0;
  /** What captures that are accepted and not yet carried out will capture or void. */
  reserved = 0;
  status = 'Pending';

  /** The amount that is neither captured nor voided. */
  get uncaptured(): number {
    return this.authorized - this.voided - this.captured;
  }

  get available(): number {
    return this.uncaptured - this.reserved;
  }

  get refundable(): number {
    return this.captured - this.refunded;
  }

  /** Whether a capture or a void is allowed. */
  get isOpen(): boolean {
    return this.available > 0;
  }

  move(total: 'authorized' | 'voided' | 'captured' | 'refunded', amount: number): void {
    if (amount === 0) return;
    this[total] += amount;
    if (this.refunded > 0)
      this.status = this.uncaptured + this.refundable > 0 ? 'Partially Refunded' : 'Refunded';
    else if (this.captured > 0)
      this.status = this.uncaptured + this.voided > 0 ? 'Partially Captured' : 'Captured';
    else this.status = this.uncaptured > 0 ? 'Authorized' : 'Voided';
  }
}
