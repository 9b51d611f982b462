import type { LddPayError } from '../errors.js';
import type { Cancellation } from '../lib/cancellation.js';

/** A cancellation that the test triggers. */
export class ManualCancellation implements Cancellation {
  reason: LddPayError | undefined;
  readonly #callbacks = new Set<(reason: LddPayError) => void>();

  constructor(reason?: LddPayError) {
    this.reason = reason;
  }

  /** The number of callbacks that wait for it. */
  get waiting(): number {
    return this.#callbacks.size;
  }

  cancel(reason: LddPayError): void {
    this.reason = reason;
    for (const callback of this.#callbacks) callback(reason);
    this.#callbacks.clear();
  }

  onCancel(callback: (reason: LddPayError) => void): () => void {
    if (this.reason) callback(this.reason);
    else this.#callbacks.add(callback);
    return () => this.#callbacks.delete(callback);
  }
}
