/** A package, or a combination of packages, that is measured. */
export interface MeasuredPackage {
  readonly name: string;
  /** The modules that a program imports, as the scripts in `processes/` name them. */
  readonly imports: readonly string[];
  /** The packages that a program installs: dependencies in `bench/package.json`, or the packed client. */
  readonly installs: readonly string[];
  /** A module that exports everything. */
  readonly entry: string;
  /** A small TypeScript program that creates something and reads a field of it. */
  readonly program: string;
}

const CARD = `{ type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2099 }`;
const PAYMENT = `{ amount: 1000, currency: 'USD', source: ${CARD} }`;
const OPTIONS = `baseUrl: 'https://api.test', clientId: 'id', clientSecret: 'secret', scope: 'gateway'`;

export const MEASURED_PACKAGES: readonly MeasuredPackage[] = [
  {
    name: 'lddpay',
    imports: ['lddpay'],
    installs: ['lddpay'],
    entry: `export * from 'lddpay';`,
    program: `import { createClient } from 'lddpay';
const client = createClient({ ${OPTIONS} });
const payment = await client.requestPayment(${PAYMENT});
export const id: string = payment.id;`,
  },
  {
    name: 'lddpay and undici',
    imports: ['lddpay', 'lddpay/undici'],
    installs: ['lddpay', 'undici'],
    entry: `export * from 'lddpay'; export * from 'lddpay/undici';`,
    program: `import { createClient } from 'lddpay';
import { undiciTransport } from 'lddpay/undici';
const client = createClient({ ${OPTIONS}, fetch: undiciTransport() });
const payment = await client.requestPayment(${PAYMENT});
export const id: string = payment.id;`,
  },
  {
    name: 'openapi-fetch',
    imports: ['openapi-fetch'],
    installs: ['openapi-fetch'],
    entry: `export * from 'openapi-fetch'; export { default } from 'openapi-fetch';`,
    program: `import createClient from 'openapi-fetch';
import type { paths } from '../../../../generated/schema.js';
const client = createClient<paths>({ baseUrl: 'https://api.test' });
const { data } = await client.POST('/payments', { body: ${PAYMENT} });
export const answer = data;`,
  },
  {
    name: 'redocly generate-client',
    imports: ['../.work/redocly/client.js'],
    installs: [],
    entry: `export * from '.work/redocly/client.js';`,
    program: `import { createClient, OPERATIONS, type Ops } from '../../redocly/client.js';
const client = createClient<Ops>(OPERATIONS, { serverUrl: 'https://api.test' });
const payment = await client.requestPayment({ body: ${PAYMENT} });
export const answer = payment;`,
  },
  {
    name: 'stripe-node',
    imports: ['stripe'],
    installs: ['stripe'],
    entry: `export * from 'stripe'; export { default } from 'stripe';`,
    program: `import Stripe from 'stripe';
const stripe = new Stripe('sk_test');
const intent = await stripe.paymentIntents.create({ amount: 1000, currency: 'USD' });
export const id: string = intent.id;`,
  },
  {
    name: 'openai-node',
    imports: ['openai'],
    installs: ['openai'],
    entry: `export * from 'openai'; export { default } from 'openai';`,
    program: `import OpenAI from 'openai';
const openai = new OpenAI({ apiKey: 'key' });
const model = await openai.models.retrieve('model');
export const id: string = model.id;`,
  },
  {
    name: 'checkout-sdk-node',
    imports: ['checkout-sdk-node'],
    installs: ['checkout-sdk-node'],
    entry: `export * from 'checkout-sdk-node'; export { default } from 'checkout-sdk-node';`,
    program: `import { Checkout } from 'checkout-sdk-node';
const checkout = new Checkout('sk_sbox_bench00000000000000000000');
export const payment = await checkout.payments.request(${PAYMENT});`,
  },
];
