import type { LddPayError } from '../errors.js';
import type { Ending } from '../lib/deadline.js';

/** An ending that the test brings about. */
export class ManualEnding implements Ending {
  reason: LddPayError | undefined;
  readonly #callbacks = new Set<(reason: LddPayError) => void>();

  constructor(reason?: LddPayError) {
    this.reason = reason;
  }

  /** How many wait for it. */
  get waiting(): number {
    return this.#callbacks.size;
  }

  end(reason: LddPayError): void {
    this.reason = reason;
    for (const callback of this.#callbacks) callback(reason);
    this.#callbacks.clear();
  }

  onEnd(callback: (reason: LddPayError) => void): () => void {
    if (this.reason) callback(this.reason);
    else this.#callbacks.add(callback);
    return () => this.#callbacks.delete(callback);
  }
}
