import type { SchemaNode } from './schema-node.js';

/** A limit of a value: words, and the value that they are about. */
export interface Limit {
  readonly text: string;
  readonly code?: string;
}

type Describe = (value: never) => string | Limit;

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'ISO 8601 date and time',
  date: 'ISO 8601 date',
  uri: 'URL',
};

/** How a keyword is described on its own; a keyword without words here is described elsewhere. */
const LIMITS: Readonly<Record<string, Describe | undefined>> = {
  format: (value: string) => FORMATS[value] ?? value,
  const: (value: unknown) => ({ text: 'always', code: format(value) }),
  minLength: (value: number) => `at least ${count(value, 'character')}`,
  maxLength: (value: number) => `at most ${count(value, 'character')}`,
  minimum: (value: number) => `at least ${value}`,
  maximum: (value: number) => `at most ${value}`,
  multipleOf: (value: number) => (value === 1 ? 'no fraction' : `a multiple of ${value}`),
  minItems: (value: number) => `at least ${count(value, 'item')}`,
  minProperties: (value: number) => `at least ${count(value, 'field')}`,
  pattern: (value: string) => ({ text: 'matches', code: value }),
  additionalProperties: (value: boolean) => (value ? 'other fields are allowed' : 'no other fields'),
  default: (value: unknown) => ({ text: 'default', code: format(value) }),
  enum: undefined,
  examples: undefined,
  'x-amount': undefined,
  'x-secret': undefined,
};

/**
 * Describes the limits of a value.
 *
 * @throws Error for a keyword without words, so that no limit is missing in the reference.
 */
export function listLimits({ keywords }: Pick<SchemaNode, 'keywords'>): Limit[] {
  const { minLength, maxLength, minimum, maximum, ...rest } = keywords;
  return [
    ...listRange({ minLength, maxLength }, (value) => count(Number(value), 'character')),
    ...listRange({ minimum, maximum }, String),
    ...Object.entries(rest).flatMap(([keyword, value]) => describe(keyword, value)),
  ];
}

/** Joins a lower and an upper limit into one. */
function listRange(bounds: Readonly<Record<string, unknown>>, render: (value: unknown) => string): Limit[] {
  const [lower, upper] = Object.values(bounds);
  if (lower === undefined || upper === undefined) {
    const [bound] = Object.entries(bounds).filter(([, value]) => value !== undefined);
    return bound ? describe(...bound) : [];
  }
  return [{ text: lower === upper ? render(lower) : `from ${lower} to ${render(upper)}` }];
}

function describe(keyword: string, value: unknown): Limit[] {
  if (!(keyword in LIMITS)) {
    throw new Error(
      `The reference has no words for ${keyword}: add it to scripts/docs/reference/schema/list-limits.ts.`,
    );
  }
  const limit = LIMITS[keyword]?.(value as never);
  if (limit === undefined) return [];
  return [typeof limit === 'string' ? { text: limit } : limit];
}

function format(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
