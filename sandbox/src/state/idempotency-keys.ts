import { ApiError, invalidRequest } from '../lib/api-error.js';
import type { OperationResponse } from '../lib/operation-response.js';

/** The number of keys that are kept. Beyond it the oldest is forgotten. */
const MAX_KEYS = 100_000;

interface KeyRecord {
  readonly fingerprint: string;
  /** In ms since the Unix epoch; infinite while the first request is in flight. */
  readonly expiresAt: number;
  /** Undefined while the first request is in flight. */
  readonly response: OperationResponse | undefined;
}

/** The responses to requests by their idempotency keys. */
export class IdempotencyKeys {
  /** The oldest first. */
  readonly #records = new Map<string, KeyRecord>();

  /**
   * Finds the response to repeat for a key, if it has one.
   * @throws ApiError when the key is in flight (429), or was used for another request (422).
   */
  find(key: string, fingerprint: string, now: number): OperationResponse | undefined {
    for (const [old, { expiresAt }] of this.#records) {
      if (expiresAt > now) break;
      this.#records.delete(old);
    }
    const record = this.#records.get(key);
    // A lifetime that was shortened lets keys expire before older ones.
    if (!record || record.expiresAt <= now) return undefined;
    if (record.fingerprint !== fingerprint) throw invalidRequest('idempotency_key_reused');
    if (!record.response) throw new ApiError(429, ['duplicate_request']);
    return record.response;
  }

  /** Stores the response to repeat for a key until a time in ms since the Unix epoch. */
  set(key: string, fingerprint: string, response: OperationResponse, expiresAt: number): void {
    this.#store(key, { fingerprint, expiresAt, response });
  }

  /** Marks a key as in flight until it is set or freed. */
  reserve(key: string, fingerprint: string): void {
    this.#store(key, { fingerprint, expiresAt: Number.POSITIVE_INFINITY, response: undefined });
  }

  /** Frees a key. */
  free(key: string): void {
    this.#records.delete(key);
  }

  #store(key: string, record: KeyRecord): void {
    this.#records.delete(key);
    this.#records.set(key, record);
    const [oldest] = this.#records.size > MAX_KEYS ? this.#records.keys() : [];
    if (oldest !== undefined) this.#records.delete(oldest);
  }
}
