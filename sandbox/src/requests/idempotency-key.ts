import { bytesToHex } from '@noble/hashes/utils.js';
import type { OperationId } from '../../../generated/operations.js';
import { operationTable } from '../lib/description.js';
import { hash } from '../lib/hash.js';
import type { RequestHeaders } from '../lib/request-headers.js';
import type { ResolvedOptions } from '../options.js';
import { maskKey } from './mask-key.js';

/** The length of the longest key that is kept as it is, as in other payment APIs. */
const MAX_LENGTH = 255;

/** How much of a longer key is kept, before its hash. */
const KEPT_LENGTH = 61;

/** The idempotency key of a request. */
export interface IdempotencyKey {
  /** What tells it from other keys. */
  readonly key: string;
  /** The key for logs and the ledger: without what can be a secret. */
  readonly shown: string;
}

/**
 * Reads the idempotency key of a request, if its operation documents one. A long key is shortened, so that keys
 * cannot fill the memory; its hash keeps it distinct.
 */
export function readIdempotencyKey(
  operationId: OperationId,
  headers: RequestHeaders,
  options: ResolvedOptions,
): IdempotencyKey | undefined {
  const { idempotencyHeader } = operationTable[operationId];
  const key = idempotencyHeader && headers.get(idempotencyHeader);
  return key ? { key: shorten(key), shown: shorten(maskKey(key, options)) } : undefined;
}

function shorten(key: string): string {
  if (key.length <= MAX_LENGTH) return key;
  const shortened = `${key.slice(0, KEPT_LENGTH)}...${bytesToHex(hash(key))}`;
  // Copied: a slice would keep the whole key in memory.
  return new TextDecoder().decode(new TextEncoder().encode(shortened));
}
