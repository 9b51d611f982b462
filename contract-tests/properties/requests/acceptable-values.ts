import fc from 'fast-check';
import { CARD } from '../../../contract/src/conformance/payments.js';
import type { OperationId } from '../../../generated/operations.js';
import { PAYMENT_AMOUNT, PAYMENT_CURRENCY, SIGNATURE } from './request-case.js';

/** The credentials that requests are sent with. */
export const CREDENTIALS = {
  clientId: 'ack_example',
  clientSecret: 'example-client-secret',
  scope: 'gateway',
  signing: { siteIdentifier: 'S0000000001', secret: 'example-signing-secret' },
};

/** The time at which requests arrive. */
export const NOW = Date.UTC(2026, 0, 1);

const HOUR = 60 * 60 * 1000;

const scalars = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));

/** Metadata may be one level deep, by the page. */
const metadata = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 8 }).map((name) => `x_${name}`),
  scalars,
  { maxKeys: 3, noNullPrototype: true },
);

const cards = fc
  .record(
    {
      number: fc.constantFrom(CARD.number, '5555555555554444', '4000000000000002', '6011111111111117'),
      cvv: fc.constantFrom('100', '1000'),
      expiry_month: fc.integer({ min: 1, max: 12 }),
      expiry_year: fc.integer({ min: 2026, max: 9999 }),
      name: fc.string({ maxLength: 30 }),
    },
    { requiredKeys: ['number', 'expiry_month', 'expiry_year'], noNullPrototype: true },
  )
  .map((card) => ({ type: 'card', ...card }));

/** Instants in the week for which an authorization is valid. */
const captureTimes = fc
  .integer({ min: 0, max: 167 })
  .map((hours) => new Date(NOW + hours * HOUR).toISOString());

const words = fc.stringMatching(/^[a-z0-9-]{1,12}$/);

const queries = fc.oneof(
  fc
    .tuple(fc.constantFrom('id', 'reference', 'currency', 'status'), words)
    .map(([field, text]) => `${field}:'${text}'`),
  fc.nat().map((amount) => `amount:${amount}`),
);

/** Points in time, mostly in order: `from` is early, and `to` late. */
const years = (min: number, max: number) => fc.integer({ min, max }).map((year) => `${year}-01-01T00:00:00Z`);

/** Small amounts: of one digit, of two, and just more. An implementation is likely to treat one of them in its own way. */
const smallAmounts = fc.integer({ min: 1, max: 128 });

/** Parts of a payment, at times just more than all of it. */
const amounts = fc.oneof(
  { weight: 4, arbitrary: smallAmounts },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: PAYMENT_AMOUNT }) },
  { weight: 1, arbitrary: fc.constantFrom(PAYMENT_AMOUNT, PAYMENT_AMOUNT + 1) },
);

const signed = {
  '/site_identifier': fc.constant(CREDENTIALS.signing.siteIdentifier),
  '/version': fc.constant('3.0'),
  '/signature': fc.constant(SIGNATURE),
  '/refund_amount': amounts,
  '/refund_currency': fc.constant(PAYMENT_CURRENCY),
};

/** Values that an API takes for what they mean, where a schema alone would allow many that it refuses. */
export const ACCEPTABLE_VALUES: Readonly<
  Partial<Record<OperationId, Readonly<Record<string, fc.Arbitrary<unknown>>>>>
> = {
  getToken: {
    '/client_id': fc.constant(CREDENTIALS.clientId),
    '/client_secret': fc.constant(CREDENTIALS.clientSecret),
    '/scope': fc.constantFrom(CREDENTIALS.scope, 'gateway payment:read'),
  },
  getPaymentsList: {
    '/limit': fc.integer({ min: 1, max: 100 }),
    '/skip': fc.nat(100),
  },
  requestPayment: {
    '/amount': fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(0, 1003, 1005, 1051, 1090) },
      { weight: 2, arbitrary: smallAmounts },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 999_999_999_999 }) },
    ),
    '/currency': fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
    '/source': fc.oneof(
      cards,
      words.map((type) => ({ type: `x-${type}` })),
    ),
    '/capture_on': captureTimes,
    '/payment_type': fc.constantFrom('Recurring', 'Unscheduled', 'Installment'),
  },
  searchPayments: {
    '/query': queries,
    '/limit': fc.integer({ min: 1, max: 1000 }),
    '/from': years(1970, 2026),
    '/to': years(2026, 9999),
  },
  incrementAuthorization: {
    '/amount': fc.oneof(smallAmounts, fc.integer({ min: 0, max: 1_000_000 })),
    '/metadata': metadata,
  },
  capturePayment: { '/amount': amounts, '/metadata': metadata },
  voidPayment: { '/metadata': metadata },
  refundPayment: signed,
  reversePayment: signed,
};
