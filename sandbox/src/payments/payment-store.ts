import type { Payment } from './payment.js';

/** All payments and payouts, findable by what requests name them by. */
export class PaymentStore {
  readonly #all: Payment[] = [];
  readonly #byId = new Map<string, Payment>();
  readonly #byReference = new Map<string, Payment[]>();

  /** How many there are, which is also the sequence number of the next. */
  get size(): number {
    return this.#all.length;
  }

  add(payment: Payment): void {
    this.#all.push(payment);
    this.#byId.set(payment.id, payment);
    if (payment.sessionId) this.#byId.set(payment.sessionId, payment);
    const { reference } = payment.order;
    if (reference === undefined) return;
    const alike = this.#byReference.get(reference);
    if (alike) alike.push(payment);
    else this.#byReference.set(reference, [payment]);
  }

  /** Finds one by the identifier of the payment or of its session. */
  get(id: string): Payment | undefined {
    return this.#byId.get(id);
  }

  /** The one payment with an identifier, or none. */
  withId(id: string): readonly Payment[] {
    const payment = this.#byId.get(id);
    return payment ? [payment] : [];
  }

  /** The payments that carry a reference, oldest first. */
  withReference(reference: string): readonly Payment[] {
    return this.#byReference.get(reference) ?? [];
  }

  /** All of them, oldest first. */
  all(): readonly Payment[] {
    return this.#all;
  }
}
