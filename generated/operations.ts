// Generated from openapi/ by `npm run generate`. Do not edit.

/** What the description says of an operation, as far as a client has to know it. */
export interface Operation {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';
  /** The URL below the base URL, with parameters in braces. */
  readonly path: string;
  /** Issues the access tokens that the secured operations need. */
  readonly tokenEndpoint: boolean;
  /** Needs an access token. */
  readonly secured: boolean;
  /** Changes nothing, so that it can be repeated whatever happened to the first request. */
  readonly safe: boolean;
  /** The header that makes a repeated write take effect once. */
  readonly idempotencyHeader: string | undefined;
  /** Path parameters and the patterns that their values have to match. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: 'none' | 'optional' | 'required';
  readonly body: 'none' | 'optional' | 'required';
  /** The body fields that make up a signature, by their part in it. */
  readonly signature: Readonly<Record<'site' | 'timestamp' | 'version' | 'signature', string>> | undefined;
}

export const operations = {
  getToken: {
    method: 'POST',
    path: '/connect/token',
    tokenEndpoint: true,
    secured: false,
    safe: false,
    idempotencyHeader: undefined,
    pathParameters: {},
    query: 'none',
    body: 'required',
    signature: undefined,
  },
  getPaymentsList: {
    method: 'GET',
    path: '/payments',
    tokenEndpoint: false,
    secured: true,
    safe: true,
    idempotencyHeader: undefined,
    pathParameters: {},
    query: 'required',
    body: 'none',
    signature: undefined,
  },
  requestPayment: {
    method: 'POST',
    path: '/payments',
    tokenEndpoint: false,
    secured: true,
    safe: false,
    idempotencyHeader: 'Cko-Idempotency-Key',
    pathParameters: {},
    query: 'none',
    body: 'required',
    signature: undefined,
  },
  searchPayments: {
    method: 'POST',
    path: '/payments/search',
    tokenEndpoint: false,
    secured: true,
    safe: true,
    idempotencyHeader: undefined,
    pathParameters: {},
    query: 'none',
    body: 'required',
    signature: undefined,
  },
  getPaymentDetails: {
    method: 'GET',
    path: '/payments/{id}',
    tokenEndpoint: false,
    secured: true,
    safe: true,
    idempotencyHeader: undefined,
    pathParameters: {
      id: '^(pay|sid)_(\\w{26})$',
    },
    query: 'none',
    body: 'none',
    signature: undefined,
  },
  getPaymentActions: {
    method: 'GET',
    path: '/payments/{id}/actions',
    tokenEndpoint: false,
    secured: true,
    safe: true,
    idempotencyHeader: undefined,
    pathParameters: {
      id: '^(pay)_(\\w{26})$',
    },
    query: 'none',
    body: 'none',
    signature: undefined,
  },
  incrementAuthorization: {
    method: 'POST',
    path: '/payments/{id}/authorizations',
    tokenEndpoint: false,
    secured: true,
    safe: false,
    idempotencyHeader: 'Cko-Idempotency-Key',
    pathParameters: {
      id: '^(pay)_(\\w{26})$',
    },
    query: 'none',
    body: 'optional',
    signature: undefined,
  },
  cancelScheduledRetry: {
    method: 'POST',
    path: '/payments/{id}/cancellations',
    tokenEndpoint: false,
    secured: true,
    safe: false,
    idempotencyHeader: 'Cko-Idempotency-Key',
    pathParameters: {
      id: '^(pay)_(\\w{26})$',
    },
    query: 'none',
    body: 'optional',
    signature: undefined,
  },
  capturePayment: {
    method: 'POST',
    path: '/payments/{id}/captures',
    tokenEndpoint: false,
    secured: true,
    safe: false,
    idempotencyHeader: 'Cko-Idempotency-Key',
    pathParameters: {
      id: '^(pay)_(\\w{26})$',
    },
    query: 'none',
    body: 'optional',
    signature: undefined,
  },
  refundPayment: {
    method: 'POST',
    path: '/payments/{id}/refunds',
    tokenEndpoint: false,
    secured: true,
    safe: false,
    idempotencyHeader: 'Cko-Idempotency-Key',
    pathParameters: {
      id: '^(pay)_(\\w{26})$',
    },
    query: 'none',
    body: 'required',
    signature: {
      site: 'site_identifier',
      timestamp: 'timestamp',
      version: 'version',
      signature: 'signature',
    },
  },
  reversePayment: {
    method: 'POST',
    path: '/payments/{id}/reversals',
    tokenEndpoint: false,
    secured: true,
    safe: false,
    idempotencyHeader: 'Cko-Idempotency-Key',
    pathParameters: {
      id: '^(pay)_(\\w{26})$',
    },
    query: 'none',
    body: 'required',
    signature: {
      site: 'site_identifier',
      timestamp: 'timestamp',
      version: 'version',
      signature: 'signature',
    },
  },
  voidPayment: {
    method: 'POST',
    path: '/payments/{id}/voids',
    tokenEndpoint: false,
    secured: true,
    safe: false,
    idempotencyHeader: 'Cko-Idempotency-Key',
    pathParameters: {
      id: '^(pay)_(\\w{26})$',
    },
    query: 'none',
    body: 'optional',
    signature: undefined,
  },
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof operations;

/** The response header that identifies a request at the provider. */
export const REQUEST_ID_HEADER = 'Cko-Request-Id';

/** The members of each named enum that responses use, as documented; new ones can turn up. */
export const enums = {
  PaymentStatus: [
    'Pending',
    'Authorized',
    'Card Verified',
    'Voided',
    'Partially Captured',
    'Captured',
    'Partially Refunded',
    'Refunded',
    'Declined',
    'Canceled',
    'Expired',
    'Paid',
    'Retry Scheduled',
  ],
  ActionType: [
    'Authorization',
    'Card Verification',
    'Void',
    'Capture',
    'Refund',
    'Payout',
    'Return',
  ],
} as const;
