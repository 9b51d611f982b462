import type { Payment } from './payment.js';

/** All payments and payouts, indexed by identifier and reference. */
export class PaymentStore {
  readonly #all: Payment[] = [];
  readonly #byId = new Map<string, Payment>();
  readonly #byReference = new Map<string, Payment[]>();

  /** The number of payments, which is also the sequence number of the next one. */
  get size(): number {
    return this.#all.length;
  }

  add(payment: Payment): void {
    this.#all.push(payment);
    this.#byId.set(payment.id, payment);
    if (payment.sessionId) this.#byId.set(payment.sessionId, payment);
    const { reference } = payment.instruction;
    if (reference === undefined) return;
    const sameReference = this.#byReference.get(reference);
    if (sameReference) sameReference.push(payment);
    else this.#byReference.set(reference, [payment]);
  }

  /** Finds a payment by its identifier or that of its session. */
  get(id: string): Payment | undefined {
    return this.#byId.get(id);
  }

  /** Returns the payment with an identifier, in an array that is empty when there is none. */
  withId(id: string): readonly Payment[] {
    const payment = this.#byId.get(id);
    return payment ? [payment] : [];
  }

  /** Returns the payments with a reference, oldest first. */
  withReference(reference: string): readonly Payment[] {
    return this.#byReference.get(reference) ?? [];
  }

  /** Returns all payments, oldest first. */
  all(): readonly Payment[] {
    return this.#all;
  }
}
