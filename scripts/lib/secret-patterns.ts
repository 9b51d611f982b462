/**
 * Creates a pattern that finds a text as it is, percent-encoded in part or whole, and in Base64 of either alphabet,
 * also within a longer text, such as the credentials of HTTP Basic.
 *
 * @param text Of ASCII characters. Its Base64 must be long enough to occur nowhere else: six characters are.
 */
export function encodingsOf(text: string): string {
  return [plain(text), ...base64Of(text)].join('|');
}

/** Creates a pattern that finds the digits of a card number, also in groups, in all encodings of each form. */
export function digitsOf(number: string): string {
  const groups = number.match(/.{1,4}/g) ?? [];
  const grouped = [' ', '-'].flatMap((separator) => base64Of(groups.join(separator)));
  const digits = [...number].map(plain).join('(?:%20|%2D|[^0-9A-Za-z]){0,3}');
  return [digits, ...base64Of(number), ...grouped].join('|');
}

/** Matches each character as it is or percent-encoded. */
function plain(text: string): string {
  return [...text]
    .map((character) => {
      const code = character.charCodeAt(0).toString(16).padStart(2, '0');
      const escaped = /\w/.test(character) ? character : `\\x${code}`;
      return `(?:${escaped}|%${anyCase(code)})`;
    })
    .join('');
}

/**
 * Matches the characters of Base64 that a text determines at each of its three places in groups of three bytes. The
 * first and the last are also those of its neighbours.
 */
function base64Of(text: string): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.from('\0'.repeat(before) + text)
      .toString('base64')
      .replace(/=+$/, '');
    const isWhole = (before + text.length) % 3 === 0;
    const own = encoded.slice(Math.ceil((before * 8) / 6), isWhole ? undefined : -1);
    return [...own]
      .map((character) => {
        if (character === '+') return '(?:[+-]|%2[Bb])';
        return character === '/' ? '(?:[/_]|%2[Ff])' : character;
      })
      .join('');
  });
}

function anyCase(text: string): string {
  return text.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
