import {
  anyInteger,
  anyObject,
  currency,
  type Decision,
  email,
  flag,
  form,
  id,
  integer,
  list,
  number,
  object,
  oneOf,
  orNull,
  responseCode,
  text,
  time,
  withExample,
} from './values.js';

// What the page does not state, and this project decided. Every value was read in the source that the
// description names, or has the reason that it names, and is written down here a second time on purpose.

const paymentId = id('pay_', 'pay_mbabizu24mvu3mela5njyhpit4');
const actionId = id('act_', 'act_y3oqhf46pyzuxjbcn2giaqnb44');
const address = object({ country: 'GBR' });
const phone = object({ number: '12345' });
const inUsd = withExample('USD', currency);
const link = object({ href: 5 });
const paymentLinks = object({ self: { href: 5 } });

/** A reference that the page limits in requests. */
const reference = text(0, 80);

/** HMAC-SHA256 as lower-case hexadecimal digits. */
const signature = form(
  ['0123456789abcdef'.repeat(4)],
  ['0123456789ABCDEF'.repeat(4), 'a'.repeat(63), 'a'.repeat(65), 'g'.repeat(64)],
);

/** Seconds since the Unix epoch. */
const timestamp = form(['1771063200', '0'], ['', '1771063200.5', '-1', '2026-02-14T10:00:00Z', '17710632OO']);

/** The inferred fields, or fields with an inferred keyword, by schema. */
export const FIELDS: Readonly<Record<string, Readonly<Record<string, Decision>>>> = {
  AcceptedAction: { action_id: actionId, reference },
  AcceptedReversal: { action_id: actionId, _links: object({ payment: { href: 5 } }) },
  ActionLinks: { payment: link, actions: link },
  ActionProcessing: {
    retrieval_reference_number: text(),
    acquirer_transaction_id: text(),
    acquirer_reference_number: text(),
  },
  ActionSummary: { id: actionId, type: text(), response_code: text(), response_summary: text() },
  Address: {
    address_line1: text(0, 200),
    address_line2: text(0, 200),
    city: text(0, 50),
    state: text(),
    zip: text(0, 50),
    country: withExample('US', text(2, 2)),
  },
  AmountAllocation: { amount: integer(0), reference: text(0, 50) },
  Balances: {
    total_authorized: integer(0),
    total_voided: integer(0),
    available_to_void: integer(0),
    total_captured: integer(0),
    available_to_capture: integer(0),
    total_refunded: integer(0),
    available_to_refund: integer(0),
  },
  BillingDescriptor: { name: text(0, 25), city: text(0, 13), reference: text(0, 50) },
  CaptureProcessing: {
    order_id: text(),
    tax_amount: integer(0),
    discount_amount: integer(0),
    duty_amount: integer(0),
    shipping_amount: integer(0),
    shipping_tax_amount: integer(0),
  },
  CaptureRequest: { amount: withExample(400, integer(0)), metadata: anyObject },
  Commission: { amount: integer(0), percentage: number(0, 100) },
  Customer: { id: id('cus_', 'cus_y3oqhf46pyzuxjbcn2giaqnb44'), email, name: text() },
  ErrorResponse: { error_codes: { accepts: [['amount_invalid']], refuses: [null, [], 'amount_invalid'] } },
  IncrementRequest: { amount: withExample(250, integer(0)), metadata: anyObject },
  IncrementResult: {
    action_id: actionId,
    amount: integer(0),
    currency: inUsd,
    response_code: responseCode,
    reference,
  },
  Instruction: {
    value_date: time,
    purpose: text(),
    charge_bearer: text(),
    repair: flag,
    scheme: text(),
    quote_id: withExample(
      'qte_y3oqhf46pyzuxjbcn2giaqnb44',
      form(
        [`qte_${'234567'.padEnd(26, 'a')}`],
        [
          'qte_Y3OQHF46PYZUXJBCN2GIAQNB44',
          `qte_${'1'.repeat(26)}`,
          'qte_y3oqhf46pyzuxjbcn2giaqnb4',
          'qte_y3oqhf46pyzuxjbcn2giaqnb444',
          '',
        ],
      ),
    ),
  },
  Item: {
    name: text(0, 255),
    quantity: number(1),
    unit_price: number(0),
    reference: text(0, 255),
    commodity_code: text(0, 12),
    unit_of_measure: text(0, 12),
    total_amount: number(),
    tax_amount: number(),
    discount_amount: number(),
  },
  Link: { href: form(['https://api.example.com/payments/pay_1?a=b'], ['/payments/pay_1', 'pay_1', '']) },
  PageLinks: { next: link },
  Payment: {
    id: paymentId,
    destination: anyObject,
    currency: inUsd,
    authentication: orNull(anyObject),
    processing_channel_id: text(),
  },
  PaymentAction: { id: actionId, amount: number(0), response_code: responseCode, metadata: anyObject },
  PaymentLinks: {
    self: link,
    actions: link,
    authorize: link,
    void: link,
    capture: link,
    refund: link,
    redirect: link,
  },
  PaymentPlan: {
    amount_variability: text(),
    financing: flag,
    amount: number(1),
    days_between_payments: integer(0),
    total_number_of_payments: integer(0),
    current_payment_number: integer(0),
    expiry: withExample('20271231', form([], ['2027-12-31', '2027123', '202712311', '2027123a'])),
  },
  PaymentProcessing: {
    scheme: text(),
    preferred_scheme: text(),
    retrieval_reference_number: text(),
    partner_payment_id: text(),
    scheme_transaction_link_id: text(),
  },
  PaymentRequest: {
    currency: inUsd,
    amount: withExample(1000, integer(0)),
    processing_channel_id: text(),
    processing: object({ aft: 'true' }),
  },
  PaymentRequestProcessing: { aft: flag, preferred_scheme: text(), merchant_initiated_reason: text() },
  PaymentRequestSource: { name: text(), billing_address: address, phone },
  PaymentResult: {
    status: {
      accepts: ['Pending', 'Authorized', 'Card Verified'],
      refuses: [null, 'authorized', 'Returned'],
    },
    _links: paymentLinks,
    action_id: actionId,
    response_code: responseCode,
    response_summary: text(),
    processed_on: time,
  },
  PaymentSource: {
    id: text(),
    type: text(),
    // Can come back masked.
    expiry_month: { accepts: [12, '**'], refuses: [null, 1.5] },
    expiry_year: { accepts: [2030, '****'], refuses: [null, 1.5] },
    billing_address: address,
    phone,
    name: text(),
    scheme: text(),
    last4: withExample('4242', form(['0000'], ['424', '42424', '424a'])),
    fingerprint: text(),
    bin: withExample('424242', form(['42424242'], ['42424', '4242424', '424242424', '42424a'])),
    card_type: text(),
    card_category: text(),
    issuer: text(),
    issuer_country: withExample('US', text(2, 2)),
    product_id: text(),
    product_type: text(),
    avs_check: text(),
    cvv_check: text(),
    payment_account_reference: text(),
  },
  PaymentsPage: { total_count: anyInteger, skip: anyInteger, limit: anyInteger, data: list },
  Payout: { id: paymentId, source: anyObject, destination: anyObject, currency: inUsd },
  Phone: { country_code: withExample('+44', text(1, 7)), number: withExample('2079460000', text(6, 25)) },
  ProcessedPayout: { id: paymentId, source: anyObject, destination: anyObject, currency: inUsd },
  Processing: {
    retrieval_reference_number: text(),
    acquirer_transaction_id: text(),
    recommendation_code: text(),
    scheme: text(),
  },
  Recipient: {
    first_name: text(),
    last_name: text(0, 50),
    dob: form(['1990-12-31'], ['1990-13-31', '31.12.1990', '1990-12-31T00:00:00Z']),
    account_number: text(0, 34),
    zip: text(0, 10),
    address,
    country: withExample('GB', text(2, 2)),
  },
  RefundRequest: { timestamp, signature, refund_amount: number(0), refund_currency: currency },
  Retry: {
    enabled: flag,
    max_attempts: integer(0),
    attempts_made: integer(0),
    ends_on: time,
    next_attempt_on: time,
  },
  ReversalRequest: {
    timestamp,
    signature,
    void_if_not_settled: oneOf('true', 'false'),
    refund_amount: number(0),
    refund_currency: currency,
  },
  Risk: { flagged: flag, score: number() },
  SearchPage: { data: list, _links: object({ next: { href: 5 } }) },
  SearchedPayment: { id: paymentId, currency: inUsd, metadata: anyObject },
  SearchedPayout: { id: paymentId, destination: anyObject, currency: inUsd },
  SearchedPayoutWithMetadata: { metadata: anyObject },
  Sender: {
    type: text(),
    reference: text(),
    first_name: text(),
    last_name: text(),
    company_name: text(),
    address,
  },
  Shipping: { first_name: text(), last_name: text(), email, address, phone },
  ThreeDSecure: {
    downgraded: flag,
    enrolled: text(),
    upgrade_reason: text(),
    signature_valid: text(),
    authentication_response: text(),
    cryptogram: text(),
    xid: text(),
    version: text(),
    exemption: text(),
    exemption_applied: text(),
    challenged: flag,
    eci: text(),
  },
  TokenError: { error_description: text() },
  VoidRequest: { metadata: anyObject },
};

/** The smallest objects that inferred schemas accept, where those are not empty: they require each member. */
export const SMALLEST: Readonly<Record<string, object>> = {
  // The page asks for two links, and does not name them.
  ActionLinks: { payment: {}, actions: {} },
  PaymentResult: { id: 'pay_1' },
  PaymentsPage: { data: [] },
  SearchPage: { data: [] },
};

/** The examples of all other fields, by component. */
export const EXAMPLES: Readonly<Record<string, unknown>> = {
  'parameters/Limit': 10,
  'parameters/Skip': 0,
  'parameters/Reference': 'ORD-5023-4E89',
  'parameters/PaymentId': 'pay_mbabizu24mvu3mela5njyhpit4',
  'parameters/PaymentOrSessionId': 'pay_mbabizu24mvu3mela5njyhpit4',
  'headers/RequestId': '0f5ff4b2-9f3a-4d2b-8a0c-4d5cbb1f8f0e',
  'headers/Version': '1.0.0',
  'PaymentRequestSource.type': 'card',
  'PaymentRequest.reference': 'ORD-5023-4E89',
  'PaymentResult.id': 'pay_mbabizu24mvu3mela5njyhpit4',
  'RefundRequest.timestamp': '1771063200',
  'RefundRequest.signature': 'beb76d3a5c808ad7a84af89801dbc191342c3995ee9c1219964bf0060b46119f',
  'RefundRequest.refund_currency': 'USD',
  'ReversalRequest.timestamp': '1771063200',
  'ReversalRequest.signature': '6b7387b99f3a69bba7aff2fc0870ea9a6bddaa445c7590d7cc5602a2ce9fe109',
  'ReversalRequest.refund_currency': 'USD',
  'SearchRequest.query': "reference:'ORD-5023-4E89'",
};

/** The objects whose types in TypeScript have room for fields that are not listed. */
export const OPEN: readonly string[] = [
  'ActionLinks',
  'ActionProcessing',
  'Address',
  'BillingDescriptor',
  'CaptureProcessing',
  'Customer',
  'Item',
  'PaymentProcessing',
  'PaymentRequestProcessing',
  'PaymentResult',
  'Phone',
  'Processing',
  'Shipping',
];

/** The fields that hold an amount of money, and their units. The page states the unit once, and none of refunds. */
export const AMOUNTS = {
  'AmountAllocation.amount': 'minor',
  'CaptureRequest.amount': 'minor',
  'Commission.amount': 'minor',
  'IncrementRequest.amount': 'minor',
  'PaymentRequest.amount': 'minor',
  'RefundRequest.refund_amount': 'undocumented',
  'ReversalRequest.refund_amount': 'undocumented',
};

/** The fields that must never be printed. */
export const SECRETS: readonly string[] = [
  'PaymentRequestSource.cvv',
  'PaymentRequestSource.number',
  'Recipient.account_number',
  'TokenRequest.client_secret',
];

/** The method, path, body and tag of each operation, and its extensions. The page has none of them. */
export const OPERATIONS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  getToken: { request: 'POST /connect/token', body: 'required', tag: 'Tokens', 'x-token-endpoint': true },
  requestPayment: { request: 'POST /payments', body: 'required', tag: 'Payments' },
  getPaymentsList: {
    request: 'GET /payments',
    body: 'none',
    tag: 'Search',
    'x-pagination': { style: 'offset', items: 'data', offset: 'skip', limit: 'limit', total: 'total_count' },
  },
  searchPayments: {
    request: 'POST /payments/search',
    body: 'required',
    tag: 'Search',
    'x-beta': true,
    'x-safe': true,
    'x-pagination': { style: 'link', items: 'data', next: '_links.next.href' },
  },
  getPaymentDetails: { request: 'GET /payments/{id}', body: 'none', tag: 'Payments' },
  getPaymentActions: { request: 'GET /payments/{id}/actions', body: 'none', tag: 'Payments' },
  incrementAuthorization: {
    request: 'POST /payments/{id}/authorizations',
    body: 'optional',
    tag: 'Payment actions',
    'x-actions': ['Authorization'],
  },
  cancelScheduledRetry: {
    request: 'POST /payments/{id}/cancellations',
    body: 'optional',
    tag: 'Payment actions',
  },
  capturePayment: {
    request: 'POST /payments/{id}/captures',
    body: 'optional',
    tag: 'Payment actions',
    'x-actions': ['Capture'],
  },
  refundPayment: {
    request: 'POST /payments/{id}/refunds',
    body: 'required',
    tag: 'Payment actions',
    'x-actions': ['Refund'],
    'x-signature': {
      site: 'site_identifier',
      timestamp: 'timestamp',
      version: 'version',
      signature: 'signature',
    },
  },
  reversePayment: {
    request: 'POST /payments/{id}/reversals',
    body: 'required',
    tag: 'Payment actions',
    'x-beta': true,
    'x-actions': ['Void', 'Refund'],
    'x-signature': {
      site: 'site_identifier',
      timestamp: 'timestamp',
      version: 'version',
      signature: 'signature',
    },
  },
  voidPayment: {
    request: 'POST /payments/{id}/voids',
    body: 'optional',
    tag: 'Payment actions',
    'x-actions': ['Void'],
  },
};

/** The links of each response. */
export const LINKS: Readonly<Record<string, string>> = {
  'requestPayment 201': 'details actions capture void',
  'requestPayment 202': 'details actions',
  'getPaymentDetails 200': 'actions authorize capture refund void',
  'getPaymentActions 200': 'details',
  'incrementAuthorization 201': 'details actions capture void',
  'cancelScheduledRetry 202': 'details actions',
  'capturePayment 202': 'details actions refund',
  'refundPayment 202': 'details actions',
  'reversePayment 202': 'details actions',
  'voidPayment 202': 'details actions',
};

/** Where a sandbox or a mock listens by default, and where users fill in their host. */
export const SERVERS: readonly string[] = ['http://127.0.0.1:4010', '{baseUrl}'];
