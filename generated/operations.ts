// Generated from openapi/ by `npm run generate`. Do not edit.

/** The facts of the description that a client needs to call an operation. */
export interface Operation {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';
  /** The path below the base URL, with parameters in braces. */
  readonly path: string;
  /** Issues the access tokens that the secured operations need. */
  readonly tokenEndpoint: boolean;
  /** Needs an access token. */
  readonly secured: boolean;
  /** Changes nothing, so a client can always repeat it. */
  readonly safe: boolean;
  /** The header that makes a repeated write take effect once. */
  readonly idempotencyHeader: string | undefined;
  /** The path parameters, each with the pattern that its value must match. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: 'none' | 'optional' | 'required';
  readonly body: 'none' | 'optional' | 'required';
  /** Documents a success without a body. */
  readonly canBeEmpty: boolean;
  /** The unit of each body field that holds an amount, by path; `minor` is the minor currency unit. */
  readonly amounts: Readonly<Record<string, 'minor' | 'undocumented'>>;
  /** The paths of the body fields whose values must never be printed. */
  readonly secrets: readonly string[];
  /** The body fields of a signature, by their role. */
  readonly signature: Readonly<Record<'site' | 'timestamp' | 'version' | 'signature', string>> | undefined;
  /** Whether its body can have a reference of the caller. */
  readonly takesReference: boolean;
  /** The types of the actions that it adds to its payment. */
  readonly actions: readonly string[];
  readonly pagination: Pagination | undefined;
}

/** The pagination style of an operation: links or offsets. The other strings are names of fields. */
export type Pagination =
  | {
      readonly style: 'link';
      readonly items: string;
      readonly next: string;
      /** How many items a page has at most when the body has no `limit`. */
      readonly defaultLimit: number;
    }
  | {
      readonly style: 'offset';
      readonly items: string;
      readonly offset: string;
      readonly limit: string;
      readonly total: string;
    };

/** The facts of each operation, by its ID. */
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
    canBeEmpty: false,
    amounts: {},
    secrets: [
      'client_secret',
    ],
    signature: undefined,
    takesReference: false,
    actions: [],
    pagination: undefined,
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
    canBeEmpty: false,
    amounts: {},
    secrets: [],
    signature: undefined,
    takesReference: false,
    actions: [],
    pagination: {
      style: 'offset',
      items: 'data',
      offset: 'skip',
      limit: 'limit',
      total: 'total_count',
    },
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
    canBeEmpty: false,
    amounts: {
      amount: 'minor',
    },
    secrets: [
      'source.number',
      'source.cvv',
    ],
    signature: undefined,
    takesReference: true,
    actions: [],
    pagination: undefined,
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
    canBeEmpty: false,
    amounts: {},
    secrets: [],
    signature: undefined,
    takesReference: false,
    actions: [],
    pagination: {
      style: 'link',
      items: 'data',
      next: '_links.next.href',
      defaultLimit: 10,
    },
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
    canBeEmpty: false,
    amounts: {},
    secrets: [],
    signature: undefined,
    takesReference: false,
    actions: [],
    pagination: undefined,
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
    canBeEmpty: false,
    amounts: {},
    secrets: [],
    signature: undefined,
    takesReference: false,
    actions: [],
    pagination: undefined,
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
    canBeEmpty: false,
    amounts: {
      amount: 'minor',
    },
    secrets: [],
    signature: undefined,
    takesReference: true,
    actions: [
      'Authorization',
    ],
    pagination: undefined,
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
    canBeEmpty: false,
    amounts: {},
    secrets: [],
    signature: undefined,
    takesReference: true,
    actions: [],
    pagination: undefined,
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
    canBeEmpty: false,
    amounts: {
      amount: 'minor',
      'amount_allocations.*.amount': 'minor',
      'amount_allocations.*.commission.amount': 'minor',
    },
    secrets: [],
    signature: undefined,
    takesReference: true,
    actions: [
      'Capture',
    ],
    pagination: undefined,
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
    canBeEmpty: false,
    amounts: {
      refund_amount: 'undocumented',
    },
    secrets: [],
    signature: {
      site: 'site_identifier',
      timestamp: 'timestamp',
      version: 'version',
      signature: 'signature',
    },
    takesReference: false,
    actions: [
      'Refund',
    ],
    pagination: undefined,
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
    canBeEmpty: true,
    amounts: {
      refund_amount: 'undocumented',
    },
    secrets: [],
    signature: {
      site: 'site_identifier',
      timestamp: 'timestamp',
      version: 'version',
      signature: 'signature',
    },
    takesReference: false,
    actions: [
      'Void',
      'Refund',
    ],
    pagination: undefined,
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
    canBeEmpty: false,
    amounts: {},
    secrets: [],
    signature: undefined,
    takesReference: true,
    actions: [
      'Void',
    ],
    pagination: undefined,
  },
} as const satisfies Record<string, Operation>;

/** The name of an operation, which is also the name of its method. */
export type OperationId = keyof typeof operations;

/** The operation that issues access tokens. */
export const TOKEN_OPERATION = 'getToken';

/** The version of the description. */
export const DESCRIPTION_VERSION = '0.4.0';

/** The request header that makes a repeated write take effect once. */
export const IDEMPOTENCY_HEADER = 'Cko-Idempotency-Key';

/** The response header that identifies a request at the provider. */
export const REQUEST_ID_HEADER = 'Cko-Request-Id';

/** The documented values of PaymentStatus. Responses can contain new ones. */
export const paymentStatusValues = [
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
] as const;

/** The documented values of PaymentType. Responses can contain new ones. */
export const paymentTypeValues = [
  'Regular',
  'Recurring',
  'MOTO',
  'Installment',
  'PayLater',
  'Unscheduled',
] as const;

/** The documented values of PanType. Responses can contain new ones. */
export const panTypeValues = [
  'fpan',
  'dpan',
] as const;

/** The documented values of ActionType. Responses can contain new ones. */
export const actionTypeValues = [
  'Authorization',
  'Card Verification',
  'Void',
  'Capture',
  'Refund',
  'Payout',
  'Return',
] as const;

/** The fields that tell Payment from other forms of the same response, each with the JSON type of its value. */
export const paymentFields = {
  approved: 'boolean',
  _links: 'object',
} as const;

/** The fields that tell Payout from other forms of the same response, each with the JSON type of its value. */
export const payoutFields = {
  source: 'object',
  destination: 'object',
  approved: 'boolean',
  _links: 'object',
} as const;

/** The fields that tell ProcessedPayout from other forms of the same response, each with the JSON type of its value. */
export const processedPayoutFields = {
  source: 'object',
  destination: 'object',
  links: 'object',
} as const;

/** The fields that tell SearchedPayment from other forms of the same response, each with the JSON type of its value. */
export const searchedPaymentFields = {
  source: 'object',
} as const;

/** The fields that tell SearchedPayoutWithMetadata from other forms of the same response, each with the JSON type of its value. */
export const searchedPayoutWithMetadataFields = {
  destination: 'object',
} as const;

/** The fields that tell SearchedPayout from other forms of the same response, each with the JSON type of its value. */
export const searchedPayoutFields = {
  destination: 'object',
} as const;
