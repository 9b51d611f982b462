import fc from 'fast-check';

/**
 * Characters of Unicode, of Latin-1 and beyond, without halves of a pair. The same unit of fast-check (`binary`) takes
 * 0.7 s of processor time to be created, since it can tell where a string comes from.
 */
export const unicodeCharacters = fc
  .oneof(
    fc.integer({ min: 0, max: 0xff }),
    fc.integer({ min: 0x100, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0x10ffff }),
  )
  .map((code) => String.fromCodePoint(code));
