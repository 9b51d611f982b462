import type { Constraint, Fact } from '../model/facts.js';

type KeywordValues = Record<string, Constraint>;

/** A form in which the page states a constraint, and how to read it. */
type ConstraintForm = readonly [
  pattern: RegExp,
  read: (groups: readonly string[], type: string) => KeywordValues,
];

const KEYWORDS = [
  ['required', 'type', 'items', 'format', 'const', 'enum', 'default', 'example'],
  ['minLength', 'maxLength', 'minimum', 'maximum', 'multipleOf', 'pattern', 'minItems', 'maxItems'],
  ['uniqueItems', 'minProperties', 'maxProperties', 'additionalProperties', 'requiredWith'],
].flat();

const LIMITS: Readonly<Record<string, readonly [lower: string, upper: string]>> = {
  characters: ['minLength', 'maxLength'],
  items: ['minItems', 'maxItems'],
  properties: ['minProperties', 'maxProperties'],
  '': ['minimum', 'maximum'],
};

const NON_EMPTY: Readonly<Record<string, string>> = { string: 'minLength', array: 'minItems' };

const WORDS = 'string|number|integer|boolean|object|array';

/** Prose starts with a capital letter directly after the type word, hence no word boundary. */
const TYPE = new RegExp(`^(?:Array of (${WORDS})s|(${WORDS}))( or null)?(?![a-z])`);

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const LITERAL = `("[^"]*"|true|false|${NUMBER})`;

const CONSTRAINT_FORMS: readonly ConstraintForm[] = [
  [/^<([a-z][\w-]*)>/, ([format = '']) => ({ format })],
  [
    new RegExp(`^(<=|>=|=) ?(${NUMBER})(?: ?(characters|items|properties))?`),
    ([sign, bound, unit]) =>
      readLimits(sign === '<=' ? undefined : bound, sign === '>=' ? undefined : bound, unit),
  ],
  [
    new RegExp(String.raw`^\[ ?(${NUMBER}) ?\.\. ?(${NUMBER}) ?\](?: ?(characters|items|properties))?`),
    ([lower, upper, unit]) => readLimits(lower, upper, unit),
  ],
  [/^non-empty/, (_groups, type) => ({ [NON_EMPTY[type] ?? 'minProperties']: 1 })],
  [/^unique(?![a-z])/, () => ({ uniqueItems: true })],
  [new RegExp(`^multiple of (${NUMBER})`), ([factor]) => ({ multipleOf: Number(factor) })],
  [/^(\^.*?\$)(?=[A-Z ]|$)/, ([pattern = '']) => ({ pattern })],
  [new RegExp(`^Value: ?${LITERAL}`), ([value = '']) => ({ const: readLiteral(value) })],
  [new RegExp(`^Default: ?${LITERAL}`), ([value = '']) => ({ default: readLiteral(value) })],
  [new RegExp(`^Example: ?(?:[\\w-]+=)?${LITERAL}`), ([value = '']) => ({ example: readLiteral(value) })],
  [
    /^Enum: ?((?:"[^"]*"[ ,]*)+)/,
    ([list = '']) => ({ enum: (list.match(/"[^"]*"/g) ?? []).map(readLiteral) }),
  ],
];

/** The start of a constraint in an unknown form: an error is better than taking it for prose. */
const UNREADABLE =
  /^(?:[<>=[^]|(?:Value|Default|Enum|Example|Items)\b[^.]{0,12}:|(?:decimal places|recursive|deprecated)\b)/;

/**
 * Reads a statement such as `string <= 80 characters Your reference`: a type, constraints, then prose.
 * Constraints count only before the prose, which often repeats them.
 *
 * @returns undefined if the text is no such statement.
 */
export function readStatement(text: string): Fact | undefined {
  const typed = TYPE.exec(text);
  if (!typed) return undefined;
  const [whole, items, scalar = 'array', orNull] = typed;
  const keywords: KeywordValues = { type: orNull ? [scalar, 'null'] : scalar, ...(items && { items }) };

  let rest = text.slice(whole.length).trimStart();
  for (let read = readConstraint(rest, scalar); read; read = readConstraint(rest, scalar)) {
    Object.assign(keywords, read.keywords);
    rest = rest.slice(read.length).trimStart();
  }
  if (UNREADABLE.test(rest)) return undefined;

  const partner = /Required if "([^"]+)" is provided/i.exec(rest)?.[1];
  return orderKeywords({ ...keywords, ...(partner && { requiredWith: partner }) });
}

/** Returns the fact with its keywords in the order of the facts file. */
export function orderKeywords(fact: Fact): Fact {
  const rank = (keyword: string) =>
    KEYWORDS.includes(keyword) ? KEYWORDS.indexOf(keyword) : KEYWORDS.length;
  return Object.fromEntries(Object.entries(fact).sort(([a], [b]) => rank(a) - rank(b)));
}

function readConstraint(text: string, type: string): { keywords: KeywordValues; length: number } | undefined {
  for (const [pattern, read] of CONSTRAINT_FORMS) {
    const match = pattern.exec(text);
    if (match) return { keywords: read(match.slice(1), type), length: match[0].length };
  }
  return undefined;
}

function readLimits(lower: string | undefined, upper: string | undefined, unit = ''): KeywordValues {
  const [lowerKeyword, upperKeyword] = LIMITS[unit] ?? ['minimum', 'maximum'];
  return {
    ...(lower !== undefined && { [lowerKeyword]: Number(lower) }),
    ...(upper !== undefined && { [upperKeyword]: Number(upper) }),
  };
}

function readLiteral(text: string): string | number | boolean {
  if (text.startsWith('"')) return text.slice(1, -1);
  return text === 'true' || text === 'false' ? text === 'true' : Number(text);
}
