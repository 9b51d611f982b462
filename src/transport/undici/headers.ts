import { PlatformHeaders } from './platform-headers.js';

/** Headers as undici reports them, with lowercase names. */
export type HeaderRecord = Readonly<Record<string, string | string[] | undefined>>;

const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/**
 * Headers that read single values from the record of undici and copy it only for other uses: these are rare,
 * and copying takes as long as everything else that happens to a response.
 */
export class LightHeaders extends PlatformHeaders {
  #record: HeaderRecord | undefined;

  constructor(record: HeaderRecord) {
    super();
    this.#record = record;
  }

  override get(name: string): string | null {
    const value = this.#record?.[String(name).toLowerCase()];
    if (typeof value === 'string') return toByteString(value);
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

  /** Defines what Node prints. */
  [INSPECT](_depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    return `Headers ${inspect(Object.fromEntries(this), options)}`;
  }

  #filled<T>(use: () => T): T {
    this.#fill();
    return use();
  }

  #fill(): void {
    const record = this.#record ?? {};
    this.#record = undefined;
    for (const [name, value = []] of Object.entries(record)) {
      for (const one of Array.isArray(value) ? value : [value]) super.append(name, toByteString(one));
    }
  }
}

/**
 * Returns text with a character for each byte, as the platform requires it. Undici reads the reason phrase as UTF-8, and in
 * its older versions headers too.
 */
export function toByteString(text: string): string {
  return /[\u0100-\uffff]/.test(text) ? String.fromCharCode(...new TextEncoder().encode(text)) : text;
}
