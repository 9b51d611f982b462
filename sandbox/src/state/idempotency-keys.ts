import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { ApiError, invalidRequest } from '../lib/api-error.js';
import type { OperationResponse } from '../lib/operation-response.js';

/** How long a key is kept, in milliseconds: the 24 hours of the API that LDDPay mirrors. */
const KEY_LIFETIME = 24 * 60 * 60 * 1000;

interface KeyRecord {
  readonly fingerprint: string;
  /** In milliseconds since the Unix epoch. */
  readonly expiresAt: number;
  /** Undefined while the first request is in flight. */
  response: OperationResponse | undefined;
}

/** The responses to requests by their idempotency keys. */
export class IdempotencyKeys {
  /** The oldest first. */
  readonly #records = new Map<string, KeyRecord>();

  /**
   * Reserves a key for a request that is about to be executed.
   * @returns The stored response, when the key already has one.
   * @throws ApiError when the key is in flight (429), or was used for another request (422).
   */
  claim(key: string, fingerprint: string, now: number): OperationResponse | undefined {
    for (const [old, { expiresAt }] of this.#records) {
      if (expiresAt > now) break;
      this.#records.delete(old);
    }
    const record = this.#records.get(key);
    if (!record) {
      this.#records.set(key, { fingerprint, expiresAt: now + KEY_LIFETIME, response: undefined });
      return undefined;
    }
    if (record.fingerprint !== fingerprint) throw invalidRequest('idempotency_key_reused');
    if (!record.response) throw new ApiError(429, ['duplicate_request']);
    return record.response;
  }

  /** Ends the flight of a key: a success is stored to be replayed, anything else frees the key. */
  settle(key: string, response: OperationResponse | undefined): void {
    const record = this.#records.get(key);
    if (record && response && response.status < 300) record.response = response;
    else this.#records.delete(key);
  }
}

/** Computes a fingerprint of a request. The order of the body's fields does not matter. */
export function computeFingerprint(operationId: string, id: string, body: object): string {
  return bytesToHex(sha256(utf8ToBytes(`${operationId} ${id} ${JSON.stringify(sortFields(body))}`)));
}

function sortFields(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sortFields);
  const fields = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(fields)
      .sort()
      .map((name) => [name, sortFields(fields[name])]),
  );
}
