import type { OperationId } from '../../../generated/operations.js';
import { CREDENTIALS, NOW } from './acceptable-values.js';
import { PAYMENT_AMOUNT, PAYMENT_CURRENCY, type RequestCase, SIGNATURE } from './request-case.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A rule beyond the schemas, by which an API refuses requests for what they mean. The page states some of them; the
 * others are the sandbox's.
 */
interface BusinessRule {
  /** The error code of a request that breaks the rule. */
  readonly code: string;
  /** Whether a body (or a query, where there is none) breaks it; undefined when only the API can tell. */
  readonly isBroken: (fields: Fields, request: RequestCase) => boolean | undefined;
}

/** The largest amount and the largest authorization that the sandbox takes, in minor currency units. */
export const MAX_AMOUNT = 999_999_999_999;
/** How long an authorization is valid, and so how far off a capture can be scheduled, in ms. */
export const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Currencies that ISO 4217 has. Whether it has another one, only the API can tell. */
const CURRENCIES = ['USD', 'EUR', 'JPY', 'KWD'];

const QUERY_FORM = /^((id|reference|status|currency):'[^']*'|amount:\d+)$/;

/** A timestamp as the description has it for periods. It can still name a day that no month has. */
const TIME_FORM =
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$/;

/** One or more scopes: RFC 6749, section 3.3. */
const SCOPE_FORM = /^[!#-[\]-~]+( [!#-[\]-~]+)*$/;

const metadata: BusinessRule = {
  code: 'metadata_invalid',
  isBroken: ({ metadata }) =>
    metadata !== undefined &&
    (!isObject(metadata) || Object.values(metadata).some((value) => isNested(value))),
};

const cardRules: readonly BusinessRule[] = [
  cardRule('card_number_required', ({ number }) => number === undefined),
  cardRule('card_number_invalid', ({ number }) => number !== undefined && !isCardNumber(String(number))),
  cardRule('card_expiry_month_required', ({ expiry_month }) => expiry_month === undefined),
  cardRule('card_expiry_month_invalid', ({ expiry_month }) => isOutside(expiry_month, 1, 12)),
  cardRule('card_expiry_year_required', ({ expiry_year }) => expiry_year === undefined),
  cardRule('card_expiry_year_invalid', ({ expiry_year }) => isOutside(expiry_year, 1000, 9999)),
  cardRule('cvv_invalid', ({ cvv }) => cvv !== undefined && !/^\d{3,4}$/.test(String(cvv))),
  cardRule(
    'card_expired',
    ({ expiry_month, expiry_year }) => Date.UTC(Number(expiry_year), Number(expiry_month)) <= NOW,
  ),
];

const signatureRules: readonly BusinessRule[] = [
  {
    code: 'site_identifier_invalid',
    isBroken: ({ site_identifier }) => site_identifier !== CREDENTIALS.signing.siteIdentifier,
  },
  { code: 'version_invalid', isBroken: ({ version }) => version !== '3.0' },
  {
    code: 'signature_invalid',
    isBroken: (fields) =>
      fields['signature'] !== SIGNATURE || Object.values(fields).some((value) => typeof value === 'object'),
  },
];

const refundRules: readonly BusinessRule[] = [
  ...signatureRules,
  {
    code: 'refund_currency_invalid',
    isBroken: ({ refund_currency }, request) =>
      paysBack(request) && refund_currency !== undefined && refund_currency !== PAYMENT_CURRENCY,
  },
  {
    code: 'refund_amount_invalid',
    isBroken: ({ refund_amount }, request) =>
      paysBack(request) &&
      refund_amount !== undefined &&
      (request.payment === 'authorized' || refund_amount === 0 || !Number.isInteger(refund_amount)),
  },
  {
    code: 'amount_exceeds_balance',
    isBroken: ({ refund_amount }, request) => paysBack(request) && Number(refund_amount) > PAYMENT_AMOUNT,
  },
];

const pagingRules: readonly BusinessRule[] = ['limit', 'skip'].map((name) => ({
  code: `paging_${name}_invalid`,
  isBroken: ({ [name]: value }) => value !== undefined && !Number.isInteger(Number(value)),
}));

const RULES: Readonly<Record<OperationId, readonly BusinessRule[]>> = {
  getToken: [
    {
      code: 'invalid_client',
      isBroken: ({ client_id, client_secret }) =>
        client_id !== CREDENTIALS.clientId || client_secret !== CREDENTIALS.clientSecret,
    },
    { code: 'invalid_scope', isBroken: ({ scope }) => !SCOPE_FORM.test(String(scope)) },
  ],
  getPaymentsList: pagingRules,
  requestPayment: [
    ...cardRules,
    metadata,
    {
      code: 'currency_invalid',
      isBroken: ({ currency }) => (CURRENCIES.includes(String(currency)) ? false : undefined),
    },
    { code: 'amount_invalid', isBroken: ({ amount }) => Number(amount) > MAX_AMOUNT },
    {
      code: 'payment_type_invalid',
      isBroken: ({ merchant_initiated, payment_type }) =>
        merchant_initiated === true && (payment_type ?? 'Regular') === 'Regular',
    },
    {
      code: 'capture_on_invalid',
      isBroken: ({ capture_on }) =>
        capture_on !== undefined && !isWithin(Date.parse(String(capture_on)), WEEK),
    },
  ],
  searchPayments: [
    ...pagingRules,
    { code: 'query_not_supported', isBroken: ({ query }) => !QUERY_FORM.test(String(query).trim()) },
    ...['from', 'to'].map((name) => ({ code: `${name}_invalid`, isBroken: isPeriodBroken })),
  ],
  getPaymentDetails: [],
  getPaymentActions: [],
  incrementAuthorization: [
    metadata,
    { code: 'amount_invalid', isBroken: ({ amount = 0 }) => PAYMENT_AMOUNT + Number(amount) > MAX_AMOUNT },
  ],
  cancelScheduledRetry: [],
  capturePayment: [
    metadata,
    { code: 'amount_invalid', isBroken: ({ amount }) => amount === 0 },
    {
      code: 'capture_value_greater_than_authorized',
      isBroken: ({ amount }) => Number(amount) > PAYMENT_AMOUNT,
    },
  ],
  refundPayment: refundRules,
  reversePayment: refundRules,
  voidPayment: [metadata],
};

/** What an API makes of a request that its schemas allow. */
export interface Expectation {
  /** Whether it may accept the request, since no rule is surely broken. */
  readonly mayAccept: boolean;
  /** The codes of the rules that are broken, and of those of which only the API can tell. */
  readonly codes: readonly string[];
}

/** Finds out what is expected of a request that its schemas allow. */
export function expectResponse(request: RequestCase): Expectation {
  const { operationId, query } = request;
  const fields = isObject(request.body) ? request.body : query;
  const results = RULES[operationId].map(({ code, isBroken }) => ({
    code,
    broken: isBroken(fields, request),
  }));
  return {
    mayAccept: results.every(({ broken }) => broken !== true),
    codes: results.filter(({ broken }) => broken !== false).map(({ code }) => code),
  };
}

/** Whether an API certainly accepts a request that its schemas allow. */
export function isAcceptable(request: RequestCase): boolean {
  return expectResponse(request).codes.length === 0;
}

function cardRule(code: string, isBroken: (source: Fields) => boolean): BusinessRule {
  return {
    code,
    isBroken: ({ source }) => isObject(source) && source['type'] === 'card' && isBroken(source),
  };
}

/** Whether the amount of a refund counts: a reversal of a payment that is not paid has nothing to pay back. */
function paysBack({ payment }: RequestCase): boolean {
  return payment !== 'voided' && payment !== 'retry scheduled';
}

function isPeriodBroken({ from, to }: Fields): boolean {
  if (from === undefined || to === undefined) return false;
  return !(readTime(String(from)) <= readTime(String(to)));
}

/** Reads a timestamp, which is in UTC without an offset. NaN when there is no such time. */
function readTime(text: string): number {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number) as [number, number, number];
  const isDay = day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (!TIME_FORM.test(text) || !isDay) return Number.NaN;
  return Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
}

function isWithin(time: number, duration: number): boolean {
  return time >= NOW && time < NOW + duration;
}

function isOutside(value: unknown, min: number, max: number): boolean {
  return value !== undefined && !(Number.isInteger(value) && Number(value) >= min && Number(value) <= max);
}

/** Whether a string has the form of a card number, with its check digit (ISO/IEC 7812-1, annex B). */
function isCardNumber(text: string): boolean {
  if (!/^\d{12,19}$/.test(text)) return false;
  const digits = [...text].reverse().map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2));
  return digits.reduce((sum, digit) => sum + Math.floor(digit / 10) + (digit % 10), 0) % 10 === 0;
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isObject(value: unknown): value is Fields {
  return isNested(value) && !Array.isArray(value);
}
