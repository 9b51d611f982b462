import { collectBytes } from '../growing-bytes.js';

/** Collects a response body as it arrives. Errors go to its readers, if there are any. */
export class BodyBuffer {
  readonly #bytes = collectBytes();
  #ended = false;
  #failure: { readonly error: unknown } | undefined;
  #whenEnded: Promise<void> | undefined;
  #wake = () => {};

  /** Whether nothing can change it any more. */
  get ended(): boolean {
    return this.#ended;
  }

  push(chunk: Uint8Array): void {
    this.#bytes.push(chunk);
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** Makes reading fail with this error, unless the body has ended already. */
  fail(error: unknown): void {
    if (this.#ended) return;
    this.#failure = { error };
    this.end();
  }

  /**
   * Returns the whole body, synchronously where it is complete: a short body arrives with its headers. All readers can
   * get the same bytes.
   */
  read(): Uint8Array | Promise<Uint8Array> {
    if (this.#ended) return this.#join();
    this.#whenEnded ??= new Promise((resolve) => {
      this.#wake = resolve;
    });
    return this.#whenEnded.then(() => this.#join());
  }

  #join(): Uint8Array {
    if (this.#failure) throw this.#failure.error;
    return this.#bytes.read();
  }
}
