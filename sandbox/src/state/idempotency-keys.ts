import { hash } from 'node:crypto';
import { type Answer, invalid, Refusal } from '../shared/api-error.js';

/** How long a key is kept, in milliseconds: the 24 hours of the API that LDDPay mirrors. */
const LIFETIME = 24 * 60 * 60 * 1000;

interface Entry {
  readonly fingerprint: string;
  readonly expiresAt: number;
  /** Undefined while the first request is in flight. */
  answer: Answer | undefined;
}

/** The answers of requests by their idempotency keys. */
export class IdempotencyKeys {
  /** The oldest first. */
  readonly #entries = new Map<string, Entry>();

  /**
   * Gives the stored answer of a key, or reserves the key for a request that is carried out now.
   * Throws a refusal when the key is in flight (429), or was used for something else (422).
   */
  claim(key: string, fingerprint: string, now: number): Answer | undefined {
    for (const [old, { expiresAt }] of this.#entries) {
      if (expiresAt > now) break;
      this.#entries.delete(old);
    }
    const entry = this.#entries.get(key);
    if (!entry) {
      this.#entries.set(key, { fingerprint, expiresAt: now + LIFETIME, answer: undefined });
      return undefined;
    }
    if (entry.fingerprint !== fingerprint) throw invalid('idempotency_key_reused');
    if (!entry.answer) throw new Refusal(429, ['duplicate_request']);
    return entry.answer;
  }

  /** Ends the flight of a key: a success is kept to be replayed, anything else frees the key. */
  settle(key: string, answer: Answer | undefined): void {
    const entry = this.#entries.get(key);
    if (entry && answer && answer.status < 300) entry.answer = answer;
    else this.#entries.delete(key);
  }
}

/** What tells one request from another: where it goes and what it says, in whatever order it says it. */
export function fingerprint(operationId: string, id: string, body: object): string {
  return hash('sha256', `${operationId} ${id} ${JSON.stringify(sorted(body))}`, 'base64');
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const fields = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(fields)
      .sort()
      .map((name) => [name, sorted(fields[name])]),
  );
}
