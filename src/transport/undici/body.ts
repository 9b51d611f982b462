/** The body of a response as it comes in. What becomes of it is told to who reads it, and nobody has to. */
export class Body {
  readonly #chunks: Uint8Array[] = [];
  #over = false;
  #failure: { readonly error: unknown } | undefined;
  #wake = () => {};

  push(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
  }

  end(): void {
    this.#over = true;
    this.#wake();
  }

  /** Whoever reads it is rejected with this error, unless it is over already. */
  fail(error: unknown): void {
    if (this.#over) return;
    this.#failure = { error };
    this.end();
  }

  /** All of it, at once where it is complete: a short body is, as it comes together with its headers. */
  read(): Uint8Array | Promise<Uint8Array> {
    if (this.#over) return this.#whole();
    return new Promise<void>((resolve) => {
      this.#wake = resolve;
    }).then(() => this.#whole());
  }

  #whole(): Uint8Array {
    if (this.#failure) throw this.#failure.error;
    return join(this.#chunks);
  }
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const [first, ...others] = chunks;
  if (first && others.length === 0) return first;
  const all = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}
