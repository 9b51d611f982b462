export type * from '../generated/models.js';
export type { OperationId } from '../generated/operations.js';
export type { ApiPromise, ApiResponse } from './api-promise.js';
export { type Client, createClient } from './client.js';
export { type ErrorKind, isLddPayError, LddPayError, type Outcome } from './errors.js';
export {
  type CallOptions,
  type ClientOptions,
  type Fetch,
  optionsFromEnv,
  type SigningOptions,
} from './options.js';
export { type SignableValue, signRequest } from './signing.js';
export { isKnownPaymentStatus, KNOWN_PAYMENT_STATUSES, type KnownPaymentStatus } from './statuses.js';
