/** Headers as undici gives them, by names in lower case. */
export type HeaderRecord = Readonly<Record<string, string | string[] | undefined>>;

const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/**
 * Headers that look single values up in what undici gave, and are filled with it when more is asked of them:
 * few ever are, and filling them takes as long as everything else that is done with a response.
 */
export class LightHeaders extends Headers {
  #record: HeaderRecord | undefined;

  constructor(record: HeaderRecord) {
    super();
    this.#record = record;
  }

  override get(name: string): string | null {
    const value = this.#record?.[String(name).toLowerCase()];
    if (typeof value === 'string') return value;
    if (value !== undefined) this.#fill();
    return super.get(name);
  }

  override has(name: string): boolean {
    return this.#filled(() => super.has(name));
  }

  override append(name: string, value: string): void {
    this.#filled(() => super.append(name, value));
  }

  override set(name: string, value: string): void {
    this.#filled(() => super.set(name, value));
  }

  override delete(name: string): void {
    this.#filled(() => super.delete(name));
  }

  override getSetCookie(): string[] {
    return this.#filled(() => super.getSetCookie());
  }

  override forEach(callback: (value: string, name: string, headers: Headers) => void, self?: unknown): void {
    this.#filled(() => super.forEach(callback, self));
  }

  override keys() {
    return this.#filled(() => super.keys());
  }

  override values() {
    return this.#filled(() => super.values());
  }

  override entries() {
    return this.#filled(() => super.entries());
  }

  override [Symbol.iterator]() {
    return this.entries();
  }

  /** What Node prints. */
  [INSPECT](_depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    return `Headers ${inspect(Object.fromEntries(this), options)}`;
  }

  #filled<T>(ask: () => T): T {
    this.#fill();
    return ask();
  }

  #fill(): void {
    const record = this.#record ?? {};
    this.#record = undefined;
    for (const [name, value = []] of Object.entries(record)) {
      for (const one of Array.isArray(value) ? value : [value]) super.append(name, one);
    }
  }
}
