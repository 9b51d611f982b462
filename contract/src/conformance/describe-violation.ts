import type { Violation } from './violations.js';

/** Names the place of a violation: `status`, `header Cko-Version`, `body.data.*.amount`. */
export function describePlace({ place, path }: Pick<Violation, 'place' | 'path'>): string {
  if (place === 'status') return place;
  if (place !== 'body') return `header ${place}`;
  return path === '' ? place : `${place}.${path}`;
}

/**
 * Describes what is wrong, to be read after the place.
 *
 * @param redact Returns the string that may be shown for a value. Where it returns undefined, only the type
 * of the value is shown.
 */
export function describeProblem(
  { rule, expected, actual }: Violation,
  redact: (value: unknown) => string | undefined,
): string {
  const shown = redact(actual);
  switch (rule) {
    case 'undocumented':
      return describeUndocumented(expected, actual, shown);
    case 'missing':
      return 'is missing';
    case 'JSON':
      return 'is not valid JSON';
    case 'schema':
      return 'does not match its schema';
    case 'required':
      return `lacks ${[expected].flat().map(code).join(', ')}`;
    case 'type':
      return `is of type ${jsonType(actual)}, not ${[expected].flat().join(' or ')}`;
    case 'enum':
      return `is ${shown === undefined ? '' : `${code(shown)}, which is `}not a documented value`;
    case 'format':
      return `is not a valid ${expected}`;
    case 'pattern':
      return `does not match ${code(expected)}`;
    default:
      return `violates ${code(rule)} ${JSON.stringify(expected)}`;
  }
}

function describeUndocumented(expected: unknown, actual: unknown, shown: string | undefined): string {
  if (Array.isArray(expected)) return `${actual} is not documented (documented: ${expected.join(', ')})`;
  if (expected === undefined) return 'is present, but none is documented';
  const found = actual === null ? 'missing' : (shown ?? 'another one');
  return `is ${found}, but ${expected} is documented`;
}

function code(text: unknown): string {
  return `\`${text}\``;
}

/** The type of a JSON value, as JSON Schema names it. */
function jsonType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
