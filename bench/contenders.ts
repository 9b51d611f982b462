/** The clients, by the names of their modules in `contenders/`, and what they are called. */
export const CONTENDERS = {
  'lddpay-undici': 'lddpay on undici',
  'lddpay-fetch': 'lddpay on fetch',
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

export type Operation = 'create' | 'get';
export const operations = ['create', 'get'] as const;
