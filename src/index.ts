export type * from '../generated/models.js';
export type { OperationId } from '../generated/operations.js';
export type { paths } from '../generated/schema.js';
export { keyFrom } from './call/idempotency.js';
export { type SignableValue, signRequest } from './call/signing.js';
export { type Client, createClient } from './client.js';
export { type EnvOptions, optionsFromEnv } from './env.js';
export {
  type AttemptRecord,
  type ErrorDetails,
  type ErrorKind,
  isLddPayError,
  LddPayError,
  type LddPayErrorFields,
  type Outcome,
} from './errors.js';
export type { LddPayEvent } from './events.js';
export type {
  CallOptions,
  ClientOptions,
  CommonOptions,
  Fetch,
  ObservedResponse,
  ResponseObserver,
  SigningOptions,
  TokenCallOptions,
  TokenProviderOptions,
  TokenStore,
} from './options.js';
export { isPayment, isPayout, isProcessedPayout } from './payment-forms.js';
export type { ApiPromise, ApiResponse } from './results/api-promise.js';
export type { IntentFacts } from './results/intent-facts.js';
export type { Page, PagePromise } from './results/pagination.js';
export type { Reconciliation } from './results/reconcile.js';
export type { WaitOptions } from './results/wait-for-payment.js';
export type { WriteId } from './results/writes.js';
export { isKnownPaymentStatus, KNOWN_PAYMENT_STATUSES, type KnownPaymentStatus } from './statuses.js';
