import fc from 'fast-check';
import { unicodeCharacters } from '../../../../scripts/lib/unicode-characters.js';
import { REFUND, sign } from '../fixtures.js';
import { invalidBodies, mutate } from './json-texts.js';
import { PAYMENTS, VALID_BODIES } from './valid-bodies.js';

const IDS = [
  ...['%', '%00', '%ff', '%2e%2e', '%2F', '%E0%A4%A', '..', '.', '__proto__', 'constructor', 'pay_', 'sid_x'],
  ...[
    `pay_${'a'.repeat(26)}`,
    `sid_${'a'.repeat(26)}`,
    `pay_${'%61'.repeat(26)}`,
    'a'.repeat(5000),
    '{id}',
    ';',
  ],
];

const QUERIES = [
  ...[
    '?',
    '?%',
    '?=',
    '?&&',
    '?reference',
    '?reference=order',
    '?reference=order&limit=1&skip=1',
    '?limit=5',
  ],
  ...[
    '?reference=order&limit=1e400',
    '?reference=order&skip=-0',
    '?reference=order&skip=99999999999999999999',
  ],
  ...['?reference=%ff&reference=b', '?__proto__=1&constructor=2', '?before=1', '?before=-1', '?before=1e9'],
];

const CONTENT_TYPES = [
  ...[
    '',
    'text/plain',
    'application/JSON; charset=utf-16',
    'application/merge-patch+json',
    'application/jsonp',
  ],
  ...['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '; ; ;', '*/*'],
];

const FORMS = [
  ...['outcome=declined', 'outcome=x&outcome=authorized', '&=&=%00', 'a[b]=1', '%'],
  'grant_type=%&client_id=%ff&__proto__=1&grant_type=client_credentials',
];

const REFUND_AMOUNTS = [0.1, 1e-7, 5e-324, 1e21, 1e308, 0, -0, -1, 2 ** 53];

/** Latin-1 without control characters: the characters that a header can hold. */
const headerValues = fc.string({
  unit: fc.integer({ min: 0xa1, max: 0xff }).map((code) => String.fromCharCode(code)),
});

export const methods = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'FOO');

export const authorizations = fc.oneof(
  fc.constantFrom('', 'Bearer', 'Bearer  ', 'Basic YTpi', 'bearer x y', `Bearer ${'x'.repeat(20_000)}`),
  headerValues,
);

export const contentTypes = fc.oneof(fc.constantFrom(...CONTENT_TYPES), headerValues);

export const keys = fc.oneof(fc.constantFrom('', 'a', 'b', '__proto__', 'x'.repeat(20_000)), headerValues);

export const contentLengths = fc.constantFrom('0', '-1', '1e3', 'x', '99999999999');

/** Characters of a query by RFC 3986, section 3.4, and encoded ones. */
const queryCharacters = fc.oneof(
  fc.constantFrom(..."abcXYZ019-._~!$&'()*+,;=:@/?"),
  unicodeCharacters.map(encodeURIComponent),
);

export const queries = fc.oneof(
  fc.constantFrom(...QUERIES),
  fc.array(queryCharacters).map((characters) => `?${characters.join('')}`),
);

/** Values of `{id}` in a path: mostly the name of a payment, in braces. */
export const ids = mostly(
  fc.constantFrom(...Object.keys(PAYMENTS).map((name) => `{${name}}`)),
  fc.oneof(fc.constantFrom(...IDS), fc.string({ unit: unicodeCharacters }).map(encodeURIComponent)),
);

/** Generates bodies for a route: mostly mutations of a valid one. */
export function bodiesFor(path: string): fc.Arbitrary<string> {
  const anything = fc.oneof(invalidBodies, fc.constantFrom(...FORMS));
  const valid = VALID_BODIES[path];
  if (!valid) return anything;
  if (!path.endsWith('/refunds')) return mostly(mutate(valid), anything);
  return fc.oneof(mutate(valid), mostly(signedRefunds, anything));
}

/** Refunds of any amount with valid signatures. */
const signedRefunds = fc
  .oneof(fc.constantFrom(...REFUND_AMOUNTS), fc.double())
  .map((refund_amount) => JSON.stringify(sign({ ...REFUND, refund_amount })));

/** Generates the usual value nine times out of ten. */
export function mostly<Usual, Rare>(usual: fc.Arbitrary<Usual>, rare: fc.Arbitrary<Rare>) {
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: rare });
}
