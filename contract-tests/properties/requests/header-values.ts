import fc from 'fast-check';

/** The length of the longest key that other payment APIs take, and lengths up to what servers take of a header. */
const LENGTHS = [254, 255, 256, 257, 1000, 4000];

/** Characters of a header: visible ones of ASCII, and those of Latin-1 (`obs-text` of RFC 9110, section 5.5). */
const characters = fc
  .oneof(fc.integer({ min: 0x21, max: 0x7e }), fc.integer({ min: 0x80, max: 0xff }))
  .map((code) => String.fromCharCode(code));

/**
 * Values at the boundaries of what HTTP can carry in a header (RFC 9110, section 5.5): empty, with spaces and tabs
 * within and around, beyond ASCII, long, and such that mean something elsewhere. HTTP carries no other controls.
 */
export const EDGE_VALUES: readonly string[] = [
  ...['', ' ', 'x', ' x ', 'a b', 'a\tb', 'a  b', 'é', 'ÿ', '\u0080', '\u00a0', '%00', '%F0%9F%98%80'],
  ...['"', '"key"', ',', 'a, b', ';', '\\', "'", '{}', '[]', '0', 'null', 'undefined', 'true'],
  ...['__proto__', 'constructor', 'toString', '../../x', '<x>'],
  ...LENGTHS.map((length) => 'x'.repeat(length)),
  ...[255, 256].map((length) => 'é'.repeat(length)),
];

/** Values of a header. */
export const headerValues = fc.oneof(
  { weight: 3, arbitrary: fc.uuid() },
  { weight: 3, arbitrary: fc.string({ unit: characters, minLength: 1, maxLength: 60 }) },
  { weight: 2, arbitrary: fc.constantFrom(...EDGE_VALUES) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(characters, fc.integer({ min: 61, max: 2000 }))
      .map(([one, length]) => one.repeat(length)),
  },
);
