// Generated from openapi/ by `npm run generate`. Do not edit.

import type {
  AcceptedAction,
  AcceptedReversal,
  CancellationRequest,
  CaptureRequest,
  IncrementRequest,
  IncrementResult,
  PaymentActions,
  PaymentDetails,
  PaymentRequest,
  PaymentResult,
  PaymentsPage,
  RefundRequest,
  ReversalRequest,
  SearchRequest,
  SearchResult,
  TokenResponse,
  UnsignedRefundRequest,
  UnsignedReversalRequest,
  VoidRequest,
} from './models.js';
import type { OperationId } from './operations.js';
import type { operations } from './schema.js';

/** The input of an operation: its path parameters, query and body. */
export interface Input {
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

/** The data of a successful response, by operation. */
export interface Data {
  getToken: TokenResponse;
  getPaymentsList: PaymentsPage;
  requestPayment: PaymentResult;
  searchPayments: SearchResult;
  getPaymentDetails: PaymentDetails;
  getPaymentActions: PaymentActions;
  incrementAuthorization: IncrementResult;
  cancelScheduledRetry: AcceptedAction;
  capturePayment: AcceptedAction;
  refundPayment: AcceptedAction;
  reversePayment: AcceptedReversal | undefined;
  voidPayment: AcceptedAction;
}

/** The operations as methods. Their arguments are the path parameters, the body or the query, and options. */
export interface Methods<
  Options,
  Results extends Record<OperationId, unknown>,
  Signing extends boolean = boolean,
> {
  /**
   * Get an access token: `POST /connect/token`
   *
   * Exchanges your client credentials for a short-lived access token (the client credentials grant of
   * RFC 6749, section 4.4). Send the token as a bearer token with every other operation, reuse it until
   * shortly before it expires, and share it between concurrent requests.
   *
   * The documentation shows a JSON body. OAuth servers commonly expect a form instead; the client can
   * send either.
   *
   * **Statuses**
   *
   * - `200`: An access token and its lifetime, as in RFC 6749, section 5.1.
   * - `400`: No token was issued; `error` says why, as in RFC 6749, section 5.2.
   *
   * @param options Options for this call. They override those of the client.
   * @example
   * const data = await lddpay.getToken();
   * console.log(data);
   * @see https://lddpay.com/zh/docs/payment/
   */
  getToken(options?: Options): Results['getToken'];

  /**
   * List payments by reference: `GET /payments`
   *
   * Lists the payments that carry your `reference`, the most recent first, in pages cut by `skip` and
   * `limit`. Ask for the next page by raising `skip` by `limit`.
   *
   * This is the way to find a payment whose response was lost. A success has status `202`.
   *
   * **Statuses**
   *
   * - `202`: The payments that carry the reference, newest first, a page of them.
   * - `401`: The access token is missing, unknown or expired. Get a new one and repeat the request.
   * - `422`: The paging parameters are wrong; `error_codes` says why.
   *
   * @param query `reference`: Your reference of the payments to list, an order number for instance. `limit`: How many payments a page holds at most. `skip`: How many payments to pass over, counted from the newest.
   * @param options Options for this call. They override those of the client.
   * @example
   * for await (const payment of lddpay.getPaymentsList({
   *   reference: 'ORD-5023-4E89',
   * })) {
   *   console.log(payment.id, payment.status);
   * }
   * @see https://lddpay.com/zh/docs/payment/
   */
  getPaymentsList(query: operations['getPaymentsList']['parameters']['query'], options?: Options): Results['getPaymentsList'];

  /**
   * Request a payment or payout: `POST /payments`
   *
   * Starts a card payment: verifies a card (`amount` omitted or 0), authorizes it (`capture: false`) or
   * authorizes and captures it (the default).
   *
   * - `201`: processed. Look at `approved` and `status`: a declined payment is a `201` with
   *   `approved: false` and `status: Declined`, not an error. One that is `Retry Scheduled` has
   *   `approved: false` too, and can still be charged.
   * - `202`: still open, because the payer has to act (3D Secure) or processing goes on. Read the payment
   *   later to learn the outcome. A successful payout request always has this status.
   *
   * Amounts are in the minor currency unit. Send a `Cko-Idempotency-Key` and repeat a request whose
   * response was lost with the same key: the payer is charged once, while the API keeps the key.
   *
   * The documentation also names three other kinds of request: with a payment context ID ("etc."), a card
   * payout and a bank payout. It lists none of their fields, and this description does not invent any.
   *
   * **Statuses**
   *
   * - `201`: The payment was processed. `approved` is true for an approval. Otherwise `status` tells a decline from a retry that is scheduled.
   * - `202`: The payment is processed asynchronously, or needs further action.
   * - `401`: The access token is missing, unknown or expired. Get a new one and repeat the request.
   * - `422`: The payment request breaks a rule; `error_codes` says which. Nothing was charged.
   * - `429`: Either too many requests, or another request with the same idempotency key is still being processed (`duplicate_request`). Wait, then repeat the request with the same key.
   * - `502`: A system behind the API failed. Whether the request took effect is unknown: repeat it with the same idempotency key, or look for its effect.
   *
   * @param body What to charge, and to what.
   * @param options Options for this call. They override those of the client.
   * @example
   * const data = await lddpay.requestPayment({
   *   amount: 1000,
   *   currency: 'USD',
   *   source: {
   *     type: 'card',
   *     number: '4242424242424242',
   *     expiry_month: 12,
   *     expiry_year: 2030,
   *     cvv: '100',
   *   },
   *   reference: 'ORD-5023-4E89',
   *   description: 'Two tickets',
   *   authorization_type: 'Estimated',
   *   capture: false,
   * });
   * console.log(data);
   * @see https://lddpay.com/zh/docs/payment/
   */
  requestPayment(body: PaymentRequest, options?: Options): Results['requestPayment'];

  /**
   * Search payments (beta): `POST /payments/search`
   *
   * Finds payments and payouts by a query such as `reference:'ORD-5023-4E89'` or `status:'Captured'`. When
   * there are more results than `limit`, the response links to the next page in `_links.next.href`. Nothing
   * is changed by a search, so it is safe to repeat.
   *
   * The page refers to a documentation of the search syntax, "Search and filter payments", and does not link
   * it. It marks this operation as beta, and shows the results as a bare array while its text speaks of
   * links: be ready for both forms. A success has status `202`.
   *
   * **Statuses**
   *
   * - `202`: The payments and payouts that match, a page of them.
   * - `400`: The input is invalid.
   * - `401`: The access token is missing, unknown or expired. Get a new one and repeat the request.
   * - `403`: The search is forbidden.
   * - `422`: The request breaks a rule; `error_codes` says which. Nothing happened.
   *
   * @param body The query, the page size and the period to search.
   * @param options Options for this call. They override those of the client.
   * @example
   * for await (const payment of lddpay.searchPayments({
   *   query: "reference:'ORD-5023-4E89'",
   * })) {
   *   console.log(payment.id, payment.status);
   * }
   * @see https://lddpay.com/zh/docs/payment/
   */
  searchPayments(body: SearchRequest, options?: Options): Results['searchPayments'];

  /**
   * Get payment details: `GET /payments/{id}`
   *
   * Returns the details of a payment or payout: its status, its balances and the links to what can be done
   * next. Takes a payment id (`pay_…`) or a payment session id (`sid_…`).
   *
   * Captures, refunds, voids and reversals are processed asynchronously: this is where their effect shows.
   * The body has one of three forms, a payment or one of two kinds of payout; a payout can match more than
   * one of them.
   *
   * **Statuses**
   *
   * - `200`: The payment or payout as it stands now.
   * - `401`: The access token is missing, unknown or expired. Get a new one and repeat the request.
   * - `404`: There is no such payment.
   *
   * @param id The identifier of the payment, or of a payment session.
   * @param options Options for this call. They override those of the client.
   * @example
   * const data = await lddpay.getPaymentDetails('pay_mbabizu24mvu3mela5njyhpit4');
   * console.log(data);
   * @see https://lddpay.com/zh/docs/payment/
   */
  getPaymentDetails(id: string, options?: Options): Results['getPaymentDetails'];

  /**
   * Get payment actions: `GET /payments/{id}/actions`
   *
   * Lists everything that was done with a payment, ordered by the processing date, the latest first:
   * authorizations, captures, refunds, voids and so on, each with its amount and response code. An accepted
   * capture or refund shows up here once it was processed. `approved` tells whether an action succeeded; the
   * page does not say whether one that failed is listed.
   *
   * **Statuses**
   *
   * - `200`: The actions by processing date, the latest first.
   * - `401`: The access token is missing, unknown or expired. Get a new one and repeat the request.
   * - `404`: There is no such payment.
   *
   * @param id The identifier of the payment.
   * @param options Options for this call. They override those of the client.
   * @example
   * const data = await lddpay.getPaymentActions('pay_mbabizu24mvu3mela5njyhpit4');
   * console.log(data);
   * @see https://lddpay.com/zh/docs/payment/
   */
  getPaymentActions(id: string, options?: Options): Results['getPaymentActions'];

  /**
   * Increment an authorization: `POST /payments/{id}/authorizations`
   *
   * Raises the authorized amount of a payment, or with `amount` omitted or 0 only extends how long the
   * authorization is valid. In the API that LDDPay mirrors, the payment must have been requested with
   * `authorization_type: Estimated`.
   *
   * The answer is immediate: a refused increment is a `201` with `approved: false` and
   * `status: Declined`, and leaves the earlier authorization as it was. The amount is in the minor
   * currency unit.
   *
   * **Statuses**
   *
   * - `201`: The increment was processed. `approved` tells an approval from a decline.
   * - `401`: The access token is missing, unknown or expired. Get a new one and repeat the request.
   * - `403`: The state of the payment, or your account, does not allow this action. Nothing happened.
   * - `404`: There is no such payment.
   * - `422`: The request breaks a rule; `error_codes` says which. Nothing happened.
   * - `502`: A system behind the API failed. Whether the request took effect is unknown: repeat it with the same idempotency key, or look for its effect.
   *
   * @param id The identifier of the payment.
   * @param body By how much to raise the authorization.
   * @param options Options for this call. They override those of the client.
   * @example
   * const data = await lddpay.incrementAuthorization('pay_mbabizu24mvu3mela5njyhpit4', {
   *   amount: 250,
   *   reference: 'ORD-5023-4E89-I1',
   *   metadata: {
   *     reason: 'minibar',
   *   },
   * });
   * console.log(data);
   * @see https://lddpay.com/zh/docs/payment/
   */
  incrementAuthorization(id: string, body?: IncrementRequest, options?: Options): Results['incrementAuthorization'];

  /**
   * Cancel a scheduled retry: `POST /payments/{id}/cancellations`
   *
   * Stops the next attempt of a payment that is scheduled to be retried (`Retry Scheduled`).
   *
   * The cancellation is processed asynchronously: `202` means accepted. Workflows can notify you when it
   * succeeded; the page says no more of them. Read the payment to see whether the retry was stopped in time.
   *
   * **Statuses**
   *
   * - `202`: The cancellation was accepted and will be processed.
   * - `401`: The access token is missing, unknown or expired. Get a new one and repeat the request.
   * - `403`: The state of the payment, or your account, does not allow this action. Nothing happened.
   * - `404`: There is no such payment.
   * - `422`: The request breaks a rule; `error_codes` says which. Nothing happened.
   * - `502`: A system behind the API failed. Whether the request took effect is unknown: repeat it with the same idempotency key, or look for its effect.
   *
   * @param id The identifier of the payment.
   * @param body Your reference for the cancellation.
   * @param options Options for this call. They override those of the client.
   * @example
   * const data = await lddpay.cancelScheduledRetry('pay_mbabizu24mvu3mela5njyhpit4', {
   *   reference: 'SUB-311-2026-02-STOP',
   * });
   * console.log(data);
   * @see https://lddpay.com/zh/docs/payment/
   */
  cancelScheduledRetry(id: string, body?: CancellationRequest, options?: Options): Results['cancelScheduledRetry'];

  /**
   * Capture a payment: `POST /payments/{id}/captures`
   *
   * Collects authorized funds, the full amount unless `amount` says how much, where the payment method
   * supports it. A `Final` capture, the default, voids what it leaves uncaptured; send
   * `capture_type: NonFinal` to capture again later.
   *
   * Card captures are processed asynchronously: `202` means accepted. Workflows can notify you when it
   * succeeded; the page says no more of them. The payment's status and balances, or its actions, show it as
   * well. The amount is in the minor currency unit.
   *
   * **Statuses**
   *
   * - `202`: The capture was accepted and will be processed.
   * - `401`: The access token is missing, unknown or expired. Get a new one and repeat the request.
   * - `403`: The state of the payment, or your account, does not allow this action. Nothing happened.
   * - `404`: There is no such payment.
   * - `422`: The capture breaks a rule; `error_codes` says which. Nothing was captured.
   * - `502`: A system behind the API failed. Whether the request took effect is unknown: repeat it with the same idempotency key, or look for its effect.
   *
   * @param id The identifier of the payment.
   * @param body How much to capture, and whether more will follow.
   * @param options Options for this call. They override those of the client.
   * @example
   * const data = await lddpay.capturePayment('pay_mbabizu24mvu3mela5njyhpit4', {
   *   reference: 'ORD-5023-4E89-C1',
   * });
   * console.log(data);
   * @see https://lddpay.com/zh/docs/payment/
   */
  capturePayment(id: string, body?: CaptureRequest, options?: Options): Results['capturePayment'];

  /**
   * Refund a payment: `POST /payments/{id}/refunds`
   *
   * Returns captured funds to the payer, all of them unless `refund_amount` says how much, where the
   * payment method supports it.
   *
   * Card refunds are processed asynchronously: `202` means accepted. Workflows can notify you when it
   * succeeded; the page says no more of them. The payment's status and balances, or its actions, show it
   * as well.
   *
   * The body is signed: `signature` is an HMAC over the other fields. The client fills it in, together
   * with `site_identifier`, `timestamp` and `version`, when it is given the signing secret.
   *
   * **Mind the unit of `refund_amount`.** The documentation does not state it. Every other amount here is
   * in the minor unit, but the processor that this body comes from takes major units: getting it wrong
   * refunds a hundred times too much or too little. Ask your provider before you go live.
   *
   * **Statuses**
   *
   * - `202`: The refund was accepted and will be processed.
   * - `401`: The access token is missing, unknown or expired. Get a new one and repeat the request.
   * - `403`: The state of the payment, or your account, does not allow this action. Nothing happened.
   * - `404`: There is no such payment.
   * - `422`: The request breaks a rule; `error_codes` says which. Nothing was returned to the payer.
   * - `502`: A system behind the API failed. Whether the request took effect is unknown: repeat it with the same idempotency key, or look for its effect.
   *
   * @param id The identifier of the payment.
   * @param body The signed refund request.
   * @param options Options for this call. They override those of the client.
   * @example
   * const data = await lddpay.refundPayment('pay_mbabizu24mvu3mela5njyhpit4', {
   *   pnm_payment_identifier: '3141592653',
   * });
   * console.log(data);
   * @see https://lddpay.com/zh/docs/payment/
   */
  refundPayment(id: string, body: Signing extends true ? UnsignedRefundRequest : RefundRequest, options?: Options): Results['refundPayment'];

  /**
   * Reverse a payment (beta): `POST /payments/{id}/reversals`
   *
   * Gives the payer's money back, by the status of a card payment:
   *
   * | status | what happens |
   * | --- | --- |
   * | Authorized | voided |
   * | Captured | refunded in full |
   * | Partially Captured | captured funds refunded, the rest voided |
   * | Partially Refunded | what is left of the captured funds refunded, the rest voided |
   * | Retry Scheduled | retries cancelled |
   * | Refunded, Voided, Canceled | nothing: `204` |
   *
   * Only card authorizations, captures and payments with a scheduled retry can be reversed. All else gets
   * `403`, such as what is no card payment, or not authorized as it still waits for 3D Secure. The page does
   * not call these a full list.
   *
   * `202` means accepted, to be processed asynchronously. Workflows can notify you when it is done, with the
   * notification of the action taken, such as `payment_voided`. The payment shows the effect.
   *
   * The provider marks this as beta. The body is signed like that of a refund. The unit of `refund_amount`
   * is not documented either.
   *
   * **Statuses**
   *
   * - `202`: The reversal was accepted and will be processed.
   * - `204`: The payment was fully refunded, voided or canceled before. It cannot be reversed again.
   * - `401`: The access token is missing, unknown or expired. Get a new one and repeat the request.
   * - `403`: This payment cannot be reversed, for example because it is not a card payment, or not authorized while it still waits for 3D Secure. Nothing happened. The page titles this response "Refund not allowed".
   * - `404`: There is no such payment.
   * - `422`: The request breaks a rule; `error_codes` says which. Nothing was returned to the payer.
   * - `502`: A system behind the API failed. Whether the request took effect is unknown: repeat it with the same idempotency key, or look for its effect.
   *
   * @param id The identifier of the payment.
   * @param body The signed reversal request.
   * @param options Options for this call. They override those of the client.
   * @example
   * const data = await lddpay.reversePayment('pay_mbabizu24mvu3mela5njyhpit4', {
   *   pnm_payment_identifier: '3141592653',
   *   agent_identifier: 'support-desk',
   * });
   * console.log(data);
   * @see https://lddpay.com/zh/docs/payment/
   */
  reversePayment(id: string, body: Signing extends true ? UnsignedReversalRequest : ReversalRequest, options?: Options): Results['reversePayment'];

  /**
   * Void a payment: `POST /payments/{id}/voids`
   *
   * Releases authorized funds that were not captured, where the payment method supports it.
   *
   * Card voids are processed asynchronously: `202` means accepted. Workflows can notify you when it
   * succeeded; the page says no more of them. The payment's status and balances, or its actions, show it as
   * well.
   *
   * **Statuses**
   *
   * - `202`: The void was accepted and will be processed.
   * - `401`: The access token is missing, unknown or expired. Get a new one and repeat the request.
   * - `403`: The state of the payment, or your account, does not allow this action. Nothing happened.
   * - `404`: There is no such payment.
   * - `422`: The request breaks a rule; `error_codes` says which. Nothing happened.
   * - `502`: A system behind the API failed. Whether the request took effect is unknown: repeat it with the same idempotency key, or look for its effect.
   *
   * @param id The identifier of the payment.
   * @param body Your reference and metadata for the void.
   * @param options Options for this call. They override those of the client.
   * @example
   * const data = await lddpay.voidPayment('pay_mbabizu24mvu3mela5njyhpit4', {
   *   reference: 'ORD-5023-4E89-V1',
   *   metadata: {
   *     reason: 'out of stock',
   *   },
   * });
   * console.log(data);
   * @see https://lddpay.com/zh/docs/payment/
   */
  voidPayment(id: string, body?: VoidRequest, options?: Options): Results['voidPayment'];
}
