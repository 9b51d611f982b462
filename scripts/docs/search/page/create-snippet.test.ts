import { describe, expect, it } from 'vitest';
import { createSnippet } from './create-snippet.js';

const text = `A payment is created, and ${'then '.repeat(40)}the refund (of it) returns the money ${'again '.repeat(40)}`;
const join = (parts: ReturnType<typeof createSnippet>) => parts.map((part) => part.text).join('');

describe('createSnippet', () => {
  it('returns the text around the first word, with all words marked', () => {
    const snippet = createSnippet(text, ['refund', 'money']);
    expect(snippet.filter(({ marked }) => marked).map((part) => part.text)).toEqual(['refund', 'money']);
    expect(join(snippet)).toMatch(/^… (then )+the refund \(of it\) returns the money (again )+…$/);
    expect(join(snippet).length).toBeLessThan(160);
  });

  it('returns the beginning of a text that has none of the words', () => {
    expect(join(createSnippet(text, ['void']))).toMatch(/^A payment is created, .* …$/);
    expect(createSnippet('Short.', [])).toEqual([{ text: 'Short.', marked: false }]);
  });

  it('marks whole words only, whatever characters they have', () => {
    expect(createSnippet('prefund c++ fund', ['fund'])).toEqual([
      { text: 'prefund c++ ', marked: false },
      { text: 'fund', marked: true },
    ]);
    expect(createSnippet('all of c++ here', ['c++'])[1]).toEqual({ text: 'c++', marked: true });
  });
});
