export type * from '../generated/models.js';
export type { OperationId } from '../generated/operations.js';
export type { ApiPromise, ApiResponse } from './api-promise.js';
export { type Client, createClient } from './client.js';
export { optionsFromEnv } from './env.js';
export { type AttemptRecord, type ErrorKind, isLddPayError, LddPayError, type Outcome } from './errors.js';
export type { LddPayEvent } from './events.js';
export { keyFrom } from './idempotency.js';
export type {
  CallOptions,
  ClientOptions,
  CommonOptions,
  Fetch,
  SigningOptions,
  TokenProviderOptions,
  TokenStore,
} from './options.js';
export type { Page, PagePromise } from './pagination.js';
export type { Reconciliation } from './reconcile.js';
export { type SignableValue, signRequest } from './signing.js';
export { isKnownPaymentStatus, KNOWN_PAYMENT_STATUSES, type KnownPaymentStatus } from './statuses.js';
