import fc from 'fast-check';
import { unicodeCharacters } from '../../../../scripts/lib/unicode-characters.js';

const LONG = 'x'.repeat(100_000);
const DEPTH = 50_000;

/** Texts in place of a JSON value. Some are not JSON. */
const VALUES = [
  ...['null', 'true', 'false', '0', '-0', '-1', '0.1', '1e3', '1e308', '1e400', '-1e400', '1E-400'],
  ...['9007199254740993', '999999999999', '9'.repeat(500), 'NaN', 'Infinity', 'undefined', '01', '+1', '.5'],
  ...['""', '" "', '"\\u0000"', '"\\ud800"', '"\\udfff\\ud800"', '"\\u202e\\ufeff"', `"${LONG}"`, "'x'"],
  ...['"__proto__"', '"constructor"', '"2026-02-30T25:61:61Z"', '"9999-12-31T23:59:60Z"', '"-1"', '"NaN"'],
  ...['[]', '{}', '[null]', '[[[]]]', '{"toString":1,"valueOf":1}', '{"__proto__":{"toString":null}}'],
];

/** Texts in place of a body. None is an object that an operation accepts. */
const BODIES = [
  ...[
    '',
    ' ',
    'null',
    '"text"',
    '1',
    '[]',
    '{',
    '}',
    '{}{}',
    '{"a"}',
    '{"a":1,}',
    '\ufeff{}',
    '\u0000',
    '//',
  ],
  ...[
    '['.repeat(DEPTH),
    '['.repeat(DEPTH) + ']'.repeat(DEPTH),
    '{"a":'.repeat(DEPTH) + 1 + '}'.repeat(DEPTH),
  ],
  ...[`{"a":${'['.repeat(60)}${']'.repeat(60)}}`, `{"${LONG}":1}`],
];

const NAMES = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'toJSON', '', ' '],
  ...[
    'amount',
    'currency',
    'source',
    'destination',
    'metadata',
    'reference',
    'capture_on',
    'customer',
    'limit',
  ],
];

const strings = fc.string({ unit: unicodeCharacters, maxLength: 50 });

/** Texts in place of a JSON value, valid and invalid. */
const values: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...VALUES),
  strings.map((text) => JSON.stringify(text)),
  fc.double().map(String),
  fc.json(),
);

/** Names of fields, including documented ones and those that JavaScript treats specially. */
const names = fc.oneof(fc.constantFrom(...NAMES), strings);

/** Texts in place of a body. Few are valid. */
export const invalidBodies: fc.Arbitrary<string> = fc.oneof(fc.constantFrom(...BODIES), fc.json(), strings);

/** Generates JSON texts that equal a value apart from occasional mutations. */
export function mutate(value: unknown): fc.Arbitrary<string> {
  const whole = fc.constant(JSON.stringify(value));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fc.oneof({ weight: 9, arbitrary: whole }, { weight: 1, arbitrary: values });
  }
  const fields = Object.entries(value).map(([name, field]) =>
    mutate(field).map((text) => member(name, text)),
  );
  const additions = fc.array(
    fc.tuple(names, values).map(([name, text]) => member(name, text)),
    { maxLength: 1 },
  );
  const broken = fc.tuple(fc.tuple(...fields), additions).map((members) => `{${members.flat().join(',')}}`);
  return fc.oneof({ weight: 9, arbitrary: broken }, { weight: 1, arbitrary: values });
}

function member(name: string, text: string): string {
  return `${JSON.stringify(name)}:${text}`;
}
