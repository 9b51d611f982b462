/**
 * Finds the word that a typo means: it begins with the same letter, and differs by one edit, or by two where the word
 * is long. Two letters that are swapped are one edit.
 *
 * @param words The words to choose from.
 * @returns undefined for a word that is no typo of any of them.
 */
export function correctWord(word: string, words: readonly string[]): string | undefined {
  if (word.length < 4 || COMMON_WORDS.has(word) || /\d/.test(word)) return undefined;
  const limit = word.length < 8 ? 1 : 2;
  const [best] = words
    .filter((other) => other[0] === word[0] && !/\d/.test(other))
    .map((other) => ({ other, edits: countEdits(word, other) }))
    .filter(({ edits }) => edits <= limit)
    .sort((left, right) => left.edits - right.edits);
  return best?.other;
}

/** Common words that the site may lack, and that are close to one that it has: they are no typos. */
const COMMON_WORDS = new Set(
  'apple cancer card cart case cash chance change chase close coast cold constant contest contrast counter country court custom decade deny distance expert extent face factory fair fall far farm fear feed feel fellow fight find fine fire firm flag flat fork form formal forum fuel full game gold good grand guest hang hero hire hold hole honor intend invest join joint just keen killer kind lake land lane late lean lift link list load loan local loose lord lose lots love maker marker match math mayor meal mean meat mere mild mind mine motor mouth neat news nine none nose oven pain paint palace paper park part party peace peer pink pitch plain plane plant plate play player poem poet police poor portal pose powder power pray prevent pride prime prince prize produce quit quite race rejection relief rent reply resort rise risk road ruin ruler sail sake sale salt same sand seat seek sell shade shake shame share shelf shirt shock shoe shoot shore shout simple skill skin skip slide slot smart smell smoke some spare spend sport spring stage stake star stare stick stone store story strong stub stuff suit summer surge swap tale tall tape team tear tend thank think threat timber tired trade train tree trick truck twin vote walk wall want ward wash weak wear west wild wind wire wood word world wound writer'.split(
    ' ',
  ),
);

/** Counts the insertions, deletions, substitutions and swaps of neighbors between two words. */
function countEdits(left: string, right: string): number {
  const rows = [Array.from({ length: right.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= left.length; row += 1) {
    const edits = [row];
    rows.push(edits);
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      edits[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwap ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(left.length, right.length);
}
