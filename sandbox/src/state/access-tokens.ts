import type { Random } from '../lib/random.js';

/** The number of tokens that are kept, so that a client that never reuses one cannot fill the memory. */
const MAX_TOKENS = 10_000;

/** The issued access tokens that are neither expired nor revoked. Times are in ms since the Unix epoch. */
export class AccessTokens {
  /** The expiry of each token, the oldest token first. */
  readonly #expiries = new Map<string, number>();
  readonly #random: Random;

  /** @param random Generates the tokens. It goes on over resets, so that no token is issued again. */
  constructor(random: Random) {
    this.#random = random;
  }

  /**
   * Issues a token.
   * @param lifetime in seconds.
   */
  issue(now: number, lifetime: number): string {
    for (const [token, expiry] of this.#expiries) {
      if (expiry > now && this.#expiries.size < MAX_TOKENS) break;
      this.#expiries.delete(token);
    }
    const token = this.#random.id('sandbox_');
    this.#expiries.set(token, now + lifetime * 1000);
    return token;
  }

  isValid(token: string, now: number): boolean {
    return now < (this.#expiries.get(token) ?? 0);
  }

  /** Follows the clock when it is set back: valid tokens keep the time that they have left, and expired ones none. */
  setBack(from: number, to: number): void {
    for (const [token, expiry] of this.#expiries) {
      if (from < expiry) this.#expiries.set(token, expiry - from + to);
      else this.#expiries.delete(token);
    }
  }

  /** Returns how many tokens are valid. */
  count(now: number): number {
    let valid = 0;
    for (const expiry of this.#expiries.values()) if (now < expiry) valid += 1;
    return valid;
  }

  /** Returns when the last valid token expires; undefined when none is valid. */
  lastExpiry(now: number): number | undefined {
    const last = Math.max(...this.#expiries.values());
    return now < last ? last : undefined;
  }

  revokeAll(): void {
    this.#expiries.clear();
  }
}
