// Generated from openapi/ by `npm run generate`. Do not edit.

import type { components } from './schema.js';

/** A signed body in which the fields of the signature are optional. */
type Unsigned<Body, Field extends keyof Body> = Omit<Body, Field> & {
  [Name in Field]?: Body[Name] | undefined;
};

/**
 * Client credentials, exchanged for an access token.
 */
export type TokenRequest = components['schemas']['TokenRequest'];

/**
 * An access token.
 */
export type TokenResponse = components['schemas']['TokenResponse'];

/**
 * Why no token was issued.
 */
export type TokenError = components['schemas']['TokenError'];

/**
 * Where a payment stands.
 */
export type PaymentStatus = components['schemas']['PaymentStatus'];

/**
 * Where to go.
 */
export type Link = components['schemas']['Link'];

/**
 * Links to the payment and to what can be done with it now.
 */
export type PaymentLinks = components['schemas']['PaymentLinks'];

/**
 * {@link Address} in a request: optional fields can be undefined.
 */
export type AddressInput = components['schemas']['AddressInput'];

/**
 * A postal address.
 */
export type Address = components['schemas']['Address'];

/**
 * {@link Phone} in a request: optional fields can be undefined.
 */
export type PhoneInput = components['schemas']['PhoneInput'];

/**
 * A phone number.
 */
export type Phone = components['schemas']['Phone'];

/**
 * What was charged.
 */
export type PaymentSource = components['schemas']['PaymentSource'];

/**
 * What kind of payment it is.
 */
export type PaymentType = components['schemas']['PaymentType'];

/**
 * The subscription or the instalments that the payment belongs to.
 */
export type PaymentPlan = components['schemas']['PaymentPlan'];

/**
 * What was done with a payment's money so far, and what can still be done; all in the minor currency
 * unit.
 */
export type Balances = components['schemas']['Balances'];

/**
 * How 3D Secure went.
 */
export type ThreeDSecure = components['schemas']['ThreeDSecure'];

/**
 * How risky the payment was found.
 */
export type Risk = components['schemas']['Risk'];

/**
 * {@link Customer} in a request: optional fields can be undefined.
 */
export type CustomerInput = components['schemas']['CustomerInput'];

/**
 * The customer.
 */
export type Customer = components['schemas']['Customer'];

/**
 * {@link BillingDescriptor} in a request: optional fields can be undefined.
 */
export type BillingDescriptorInput = components['schemas']['BillingDescriptorInput'];

/**
 * What the payer reads on the statement.
 */
export type BillingDescriptor = components['schemas']['BillingDescriptor'];

/**
 * {@link Shipping} in a request: optional fields can be undefined.
 */
export type ShippingInput = components['schemas']['ShippingInput'];

/**
 * Whom and where to ship to.
 */
export type Shipping = components['schemas']['Shipping'];

/**
 * Who sends the money.
 */
export type Sender = components['schemas']['Sender'];

/**
 * {@link Commission} in a request: optional fields can be undefined.
 */
export type CommissionInput = components['schemas']['CommissionInput'];

/**
 * What you keep of the share.
 */
export type Commission = components['schemas']['Commission'];

/**
 * {@link AmountAllocation} in a request: optional fields can be undefined.
 */
export type AmountAllocationInput = components['schemas']['AmountAllocationInput'];

/**
 * The share of one sub-entity in an amount.
 */
export type AmountAllocation = components['schemas']['AmountAllocation'];

/**
 * Who receives the money.
 */
export type Recipient = components['schemas']['Recipient'];

/**
 * Data about how the payment is processed.
 */
export type PaymentProcessing = components['schemas']['PaymentProcessing'];

/**
 * {@link Item} in a request: optional fields can be undefined.
 */
export type ItemInput = components['schemas']['ItemInput'];

/**
 * A line of the order.
 */
export type Item = components['schemas']['Item'];

/**
 * An action in brief.
 */
export type ActionSummary = components['schemas']['ActionSummary'];

/**
 * How a declined payment is tried again.
 */
export type Retry = components['schemas']['Retry'];

/**
 * Whether the card's own number (`fpan`) or a token's number (`dpan`) was processed.
 */
export type PanType = components['schemas']['PanType'];

/**
 * How a payout is carried out.
 */
export type Instruction = components['schemas']['Instruction'];

/**
 * A payment as it stands.
 *
 * Always has `approved` and `_links`, unlike other forms of the response.
 */
export type Payment = components['schemas']['Payment'];

/**
 * A payout as it stands.
 *
 * Always has `source`, `destination`, `approved` and `_links`, unlike other forms of the response.
 */
export type Payout = components['schemas']['Payout'];

/**
 * A payout with the time it was decided at. Unlike the other two forms it has `links` without an
 * underscore, a status in lower case and no `approved`.
 *
 * Always has `processed_on`, `source`, `destination` and `links`, unlike other forms of the response.
 */
export type ProcessedPayout = components['schemas']['ProcessedPayout'];

/**
 * A payment, or a payout in one of two forms. A payout can match more than one of them.
 */
export type PaymentDetails = components['schemas']['PaymentDetails'];

/**
 * A page of payments.
 */
export type PaymentsPage = components['schemas']['PaymentsPage'];

/**
 * What is wrong with a request.
 */
export type ErrorResponse = components['schemas']['ErrorResponse'];

/**
 * What to charge, such as a card or a bank. Only `type` is required and its values are not listed; `card`
 * goes with the card fields here.
 */
export type PaymentRequestSource = components['schemas']['PaymentRequestSource'];

/**
 * Settings for the processing of the payment.
 */
export type PaymentRequestProcessing = components['schemas']['PaymentRequestProcessing'];

/**
 * A payment to request.
 */
export type PaymentRequest = components['schemas']['PaymentRequest'];

/**
 * How a payment request ended, or that it has not ended yet. Expect more fields than are listed.
 */
export type PaymentResult = components['schemas']['PaymentResult'];

/**
 * What to search for.
 */
export type SearchRequest = components['schemas']['SearchRequest'];

/**
 * A payment that a search found.
 *
 * Always has `source`, unlike other forms of the response.
 */
export type SearchedPayment = components['schemas']['SearchedPayment'];

/**
 * A payout that a search found.
 *
 * Always has `destination`, unlike other forms of the response.
 */
export type SearchedPayout = components['schemas']['SearchedPayout'];

/**
 * A payout that a search found, with the metadata attached to it.
 *
 * Always has `destination`, unlike other forms of the response.
 */
export type SearchedPayoutWithMetadata = components['schemas']['SearchedPayoutWithMetadata'];

/**
 * A payment, or a payout in one of two forms.
 */
export type SearchItem = components['schemas']['SearchItem'];

/**
 * Links to further pages.
 */
export type PageLinks = components['schemas']['PageLinks'];

/**
 * A page of results, and the way to the next one.
 */
export type SearchPage = components['schemas']['SearchPage'];

/**
 * The results, in one of two forms: with links to further pages, or as a bare array. The documentation's
 * table shows the array, its text speaks of the links.
 */
export type SearchResult = components['schemas']['SearchResult'];

/**
 * What an action does. Cancelled retries and reversals have no type of their own.
 */
export type ActionType = components['schemas']['ActionType'];

/**
 * How the action was processed.
 */
export type ActionProcessing = components['schemas']['ActionProcessing'];

/**
 * Something that was done with a payment, and how it ended.
 */
export type PaymentAction = components['schemas']['PaymentAction'];

/**
 * The actions of a payment by processing date, the latest first.
 */
export type PaymentActions = components['schemas']['PaymentActions'];

/**
 * By how much to raise an authorization.
 */
export type IncrementRequest = components['schemas']['IncrementRequest'];

/**
 * How the payment was processed.
 */
export type Processing = components['schemas']['Processing'];

/**
 * How an increment ended.
 */
export type IncrementResult = components['schemas']['IncrementResult'];

/**
 * The cancellation of a scheduled retry.
 */
export type CancellationRequest = components['schemas']['CancellationRequest'];

/**
 * Links from the accepted action. In the API that LDDPay mirrors, captures with some payment methods also
 * have `redirect`: where the payer has to go.
 */
export type ActionLinks = components['schemas']['ActionLinks'];

/**
 * An action that was accepted and will be processed.
 */
export type AcceptedAction = components['schemas']['AcceptedAction'];

/**
 * Settings for the capture, such as data of the order.
 */
export type CaptureProcessing = components['schemas']['CaptureProcessing'];

/**
 * How much to capture.
 */
export type CaptureRequest = components['schemas']['CaptureRequest'];

/**
 * A signed request to return money to the payer.
 */
export type RefundRequest = components['schemas']['RefundRequest'];

/**
 * A signed request to reverse a payment.
 */
export type ReversalRequest = components['schemas']['ReversalRequest'];

/**
 * A reversal that was accepted and will be processed.
 */
export type AcceptedReversal = components['schemas']['AcceptedReversal'];

/**
 * The release of an authorization.
 */
export type VoidRequest = components['schemas']['VoidRequest'];

/** {@link RefundRequest} for a client that signs: it fills in the fields of the signature. */
export type UnsignedRefundRequest = Unsigned<RefundRequest, 'site_identifier' | 'timestamp' | 'version' | 'signature'>;

/** {@link ReversalRequest} for a client that signs: it fills in the fields of the signature. */
export type UnsignedReversalRequest = Unsigned<ReversalRequest, 'site_identifier' | 'timestamp' | 'version' | 'signature'>;
