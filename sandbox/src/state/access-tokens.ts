import type { Random } from '../lib/random.js';

/** The issued access tokens that are neither expired nor revoked. Times are milliseconds since the Unix epoch. */
export class AccessTokens {
  readonly #random: Random;
  /** The expiry of each token, the oldest token first. */
  readonly #expiries = new Map<string, number>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** @param lifetime in seconds. */
  issue(now: number, lifetime: number): string {
    for (const [token, expiry] of this.#expiries) {
      if (expiry > now) break;
      this.#expiries.delete(token);
    }
    const token = this.#random.id('sandbox_');
    this.#expiries.set(token, now + lifetime * 1000);
    return token;
  }

  isValid(token: string, now: number): boolean {
    return now < (this.#expiries.get(token) ?? 0);
  }

  revokeAll(): void {
    this.#expiries.clear();
  }
}
