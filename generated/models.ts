// Generated from openapi/ by `npm run generate`. Do not edit.

import type { RefundRequest, ReversalRequest } from './schema.js';

export type {
  TokenRequest,
  TokenResponse,
  TokenError,
  PaymentStatus,
  Link,
  PaymentLinks,
  AddressInput,
  Address,
  PhoneInput,
  Phone,
  PaymentSource,
  PaymentType,
  PaymentPlan,
  Balances,
  ThreeDSecure,
  Risk,
  CustomerInput,
  Customer,
  BillingDescriptorInput,
  BillingDescriptor,
  ShippingInput,
  Shipping,
  Sender,
  CommissionInput,
  Commission,
  AmountAllocationInput,
  AmountAllocation,
  Recipient,
  PaymentProcessing,
  ItemInput,
  Item,
  ActionSummary,
  Retry,
  PanType,
  Instruction,
  Payment,
  Payout,
  ProcessedPayout,
  PaymentDetails,
  PaymentsPage,
  ErrorResponse,
  PaymentRequestSource,
  PaymentRequestProcessing,
  PaymentRequest,
  PaymentResult,
  SearchRequest,
  SearchedPayment,
  SearchedPayout,
  SearchedPayoutWithMetadata,
  SearchItem,
  PageLinks,
  SearchPage,
  SearchResult,
  ActionType,
  ActionProcessing,
  PaymentAction,
  PaymentActions,
  IncrementRequest,
  Processing,
  IncrementResult,
  CancellationRequest,
  ActionLinks,
  AcceptedAction,
  CaptureProcessing,
  CaptureRequest,
  RefundRequest,
  ReversalRequest,
  AcceptedReversal,
  VoidRequest,
} from './schema.js';

/** A signed body in which the fields of the signature are optional. */
type Unsigned<Body, Field extends keyof Body> = Omit<Body, Field> & {
  [Name in Field]?: Body[Name] | undefined;
};

/** {@link RefundRequest} for a client that signs: it fills in the fields of the signature. */
export type UnsignedRefundRequest = Unsigned<RefundRequest, 'site_identifier' | 'timestamp' | 'version' | 'signature'>;

/** {@link ReversalRequest} for a client that signs: it fills in the fields of the signature. */
export type UnsignedReversalRequest = Unsigned<ReversalRequest, 'site_identifier' | 'timestamp' | 'version' | 'signature'>;
