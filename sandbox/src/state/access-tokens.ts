import type { Random } from '../lib/random.js';

/** The number of tokens that are kept, so that a client that never reuses one cannot fill the memory. */
const MAX_TOKENS = 10_000;

/** The issued access tokens that are neither expired nor revoked. Times are milliseconds since the Unix epoch. */
export class AccessTokens {
  /** The expiry of each token, the oldest token first. */
  readonly #expiries = new Map<string, number>();

  /**
   * Issues a token.
   * @param random Generates the token. After a reset it can generate one that is still valid; that one is renewed.
   * @param lifetime in seconds.
   */
  issue(random: Random, now: number, lifetime: number): string {
    for (const [token, expiry] of this.#expiries) {
      if (expiry > now && this.#expiries.size < MAX_TOKENS) break;
      this.#expiries.delete(token);
    }
    const token = random.id('sandbox_');
    this.#expiries.delete(token);
    this.#expiries.set(token, now + lifetime * 1000);
    return token;
  }

  isValid(token: string, now: number): boolean {
    return now < (this.#expiries.get(token) ?? 0);
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
