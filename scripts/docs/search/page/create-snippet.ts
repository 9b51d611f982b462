/** A part of a text; the words of the query are marked. */
export interface SnippetPart {
  readonly text: string;
  readonly marked: boolean;
}

/** The length of a snippet, in characters, and how much of it is before the first word that is found. */
const LENGTH = 140;
const BEFORE = 40;

/** Creates the part of a text around the first of some words, or its beginning where it has none of them. */
export function createSnippet(text: string, words: readonly string[]): SnippetPart[] {
  const pattern = createPattern(words);
  const first = pattern ? text.search(pattern) : -1;
  const start = first <= BEFORE ? 0 : startOfWord(text, first - BEFORE);
  const end = start + LENGTH >= text.length ? text.length : startOfWord(text, start + LENGTH);
  const snippet = text.slice(start, end).trim();
  const parts = pattern ? splitByPattern(snippet, pattern) : [{ text: snippet, marked: false }];
  const plain = (part: string) => ({ text: part, marked: false });
  return [...(start > 0 ? [plain('… ')] : []), ...parts, ...(end < text.length ? [plain(' …')] : [])];
}

function createPattern(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const longestFirst = words.toSorted((left, right) => right.length - left.length);
  const escaped = longestFirst.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

function splitByPattern(text: string, pattern: RegExp): SnippetPart[] {
  const parts = text.split(new RegExp(`(${pattern.source})`, 'giu'));
  return parts.map((part, index) => ({ text: part, marked: index % 2 === 1 })).filter((part) => part.text);
}

function startOfWord(text: string, position: number): number {
  return text.lastIndexOf(' ', position) + 1;
}
