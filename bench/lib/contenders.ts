/** The clients that are measured: the names of their modules in `contenders/`, and the names to show. */
export const CONTENDERS = {
  'lddpay-undici': 'lddpay on undici',
  'lddpay-fetch': 'lddpay on fetch',
  'lddpay-openapi-fetch-undici': 'lddpay/openapi-fetch on undici',
  'lddpay-openapi-fetch-fetch': 'lddpay/openapi-fetch on fetch',
  pool: 'undici Pool.request',
  'undici-request': 'undici.request',
  fetch: 'global fetch',
  'openapi-fetch': 'openapi-fetch alone',
  redocly: 'redocly generate-client',
  stripe: 'stripe-node',
  openai: 'openai-node',
  checkout: 'checkout-sdk-node',
} as const;

export type Contender = keyof typeof CONTENDERS;
export const contenders = Object.keys(CONTENDERS) as Contender[];

/** The calls that are measured: creating a payment or its counterpart in the API of a contender, and getting it. */
export const measuredOperations = ['create', 'get'] as const;
export type MeasuredOperation = (typeof measuredOperations)[number];
