import type { Constraint, Fact } from '../model/facts.js';

type KeywordValues = Record<string, Constraint>;

/** A statement of the page: what it states in a form that can be read, and its prose. */
export interface Statement {
  readonly fact: Fact;
  readonly prose: string;
}

/** A form in which the page states a constraint, and how to read it; undefined if its meaning is not certain. */
type ConstraintForm = readonly [
  pattern: RegExp,
  read: (groups: readonly string[], type: string) => KeywordValues | undefined,
];

const KEYWORDS = [
  ['required', 'deprecated', 'type', 'items', 'format', 'const', 'enum', 'default', 'example'],
  ['minLength', 'maxLength', 'minimum', 'maximum', 'multipleOf', 'pattern', 'minItems', 'maxItems'],
  ['uniqueItems', 'minProperties', 'maxProperties', 'additionalProperties', 'requiredWith', 'spelling'],
].flat();

/** The keywords of a limit by its unit; numbers have none. */
const LIMITS: Readonly<Record<string, readonly [lower: string, upper: string]>> = {
  character: ['minLength', 'maxLength'],
  item: ['minItems', 'maxItems'],
  propert: ['minProperties', 'maxProperties'],
};

const UNIT = '(?: ?(character|item|propert)(?:ies|y|s)?(?![a-z]))?';

const NON_EMPTY: Readonly<Record<string, string>> = { string: 'minLength', array: 'minItems' };

const WORDS = 'string|number|integer|boolean|object|array';

/** Prose starts with a capital letter directly after the type word, hence no word boundary. */
const TYPE = new RegExp(`^(?:Array of (${WORDS})s|(${WORDS}))( or null)?(?![a-z])`);

/** Thousands may be separated by commas; a number in any other form is not read in part. */
const NUMBER = String.raw`-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d%]|[.,]\d)`;
const LITERAL = `("[^"]*"|true|false|${NUMBER})`;

const CONSTRAINT_FORMS: readonly ConstraintForm[] = [
  [/^<([a-z][\w-]*)>/, ([format = '']) => ({ format })],
  [
    new RegExp(`^(<=|>=|=) ?(${NUMBER})${UNIT}`),
    ([sign, bound, unit], type) =>
      readLimits(sign === '<=' ? undefined : bound, sign === '>=' ? undefined : bound, unit, type),
  ],
  [
    new RegExp(String.raw`^\[ ?(${NUMBER}) ?\.\. ?(${NUMBER}) ?\]${UNIT}`),
    ([lower, upper, unit], type) => readLimits(lower, upper, unit, type),
  ],
  [/^non-empty/, (_groups, type) => ({ [NON_EMPTY[type] ?? 'minProperties']: 1 })],
  [/^unique(?![a-z])/, () => ({ uniqueItems: true })],
  [new RegExp(`^multiple of (${NUMBER})`), ([factor = '']) => ({ multipleOf: readNumber(factor) })],
  [/^(\^.*?\$)(?=[A-Z ]|$)/, ([pattern = '']) => ({ pattern })],
  [new RegExp(`^Value: ?${LITERAL}`), ([value = '']) => ({ const: readLiteral(value) })],
  [new RegExp(`^Default: ?${LITERAL}`), ([value = '']) => ({ default: readLiteral(value) })],
  [new RegExp(`^Example: ?(?:[\\w-]+=)?${LITERAL}`), ([value = '']) => ({ example: readLiteral(value) })],
  [
    /^Enums?: ?("[^"]*"(?: ?[,、;|/]? ?(?:(?:or|and) )?"[^"]*")*),?/,
    ([list = '']) => ({ enum: (list.match(/"[^"]*"/g) ?? []).map(readLiteral) }),
  ],
  [/^deprecated(?![a-z])/, () => ({ deprecated: true })],
];

/** The start of a constraint in an unknown form: an error is better than taking it for prose. */
const UNREADABLE = new RegExp(
  [
    String.raw`^(?:[\p{Sm}^[]|(?:Value|Default|Enum|Example|Item)s?\b[^.]{0,12}:|(?:decimal places|recursive)\b`,
    // Limits in words. Prose begins with a capital letter.
    String.raw`(?:exactly|at (?:least|most)|up to|between|from|(?:no|not) (?:more|less|fewer)|more|less|fewer)\b`,
    String.raw`(?:greater|longer|shorter|one of|any of|or|and|max|min|maximum|minimum|length|range)\b`,
    String.raw`-?\d[\d,.]* ?(?:\.\.|…|[-–—]|to\b) ?-?\d|-?\d[\d,.]* ?(?:character|item|propert|digit)`,
    // The rest of an enum, after a sign that is not known to separate its members.
    String.raw`[^\w\s(]? ?")`,
  ].join('|'),
  'u',
);

/** The rest of a number or limit of which only the beginning was read. */
const REST_OF_LIMIT = /^(?:[\d%]|(?:digit|char|letter|byte|word|second|minute|hour|day|month|year)s?\b)/;

/** Tells whether a text begins like a statement, readable or not. */
export function isLikeStatement(text: string): boolean {
  return TYPE.test(text);
}

/**
 * Reads a statement such as `string <= 80 characters Your reference`: a type, constraints, then prose.
 * Constraints count only before the prose, which often repeats them.
 *
 * @returns undefined if the text is no such statement, or if a part of it cannot be read for certain.
 */
export function readStatement(text: string): Statement | undefined {
  const typed = TYPE.exec(text);
  if (!typed) return undefined;
  const [whole, items, scalar = 'array', orNull] = typed;
  const keywords: KeywordValues = { type: orNull ? [scalar, 'null'] : scalar, ...(items && { items }) };

  let prose = text.slice(whole.length).trimStart();
  for (let read = readConstraint(prose, scalar); read; read = readConstraint(prose, scalar)) {
    prose = prose.slice(read.length).trimStart();
    if (!read.keywords || REST_OF_LIMIT.test(prose)) return undefined;
    Object.assign(keywords, read.keywords);
  }
  if (UNREADABLE.test(prose)) return undefined;

  const partner = /Required if "([^"]+)" is provided/i.exec(prose)?.[1];
  return { fact: orderKeywords({ ...keywords, ...(partner && { requiredWith: partner }) }), prose };
}

/** Returns the fact with its keywords in the order of the facts file. */
export function orderKeywords(fact: Fact): Fact {
  const rank = (keyword: string) =>
    KEYWORDS.includes(keyword) ? KEYWORDS.indexOf(keyword) : KEYWORDS.length;
  return Object.fromEntries(Object.entries(fact).sort(([a], [b]) => rank(a) - rank(b)));
}

function readConstraint(
  text: string,
  type: string,
): { keywords: KeywordValues | undefined; length: number } | undefined {
  for (const [pattern, read] of CONSTRAINT_FORMS) {
    const match = pattern.exec(text);
    if (match) return { keywords: read(match.slice(1), type), length: match[0].length };
  }
  return undefined;
}

/** A limit without a unit is only certain for a number, and one with a unit, which counts, only without a point. */
function readLimits(
  lower: string | undefined,
  upper: string | undefined,
  unit: string | undefined,
  type: string,
): KeywordValues | undefined {
  if (unit === undefined && type !== 'number' && type !== 'integer') return undefined;
  if (unit !== undefined && `${lower}${upper}`.includes('.')) return undefined;
  const [lowerKeyword, upperKeyword] = LIMITS[unit ?? ''] ?? ['minimum', 'maximum'];
  return {
    ...(lower !== undefined && { [lowerKeyword]: readNumber(lower) }),
    ...(upper !== undefined && { [upperKeyword]: readNumber(upper) }),
  };
}

function readNumber(text: string): number {
  return Number(text.replaceAll(',', ''));
}

function readLiteral(text: string): string | number | boolean {
  if (text.startsWith('"')) return text.slice(1, -1);
  return text === 'true' || text === 'false' ? text === 'true' : readNumber(text);
}
