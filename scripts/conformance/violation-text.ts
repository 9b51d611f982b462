import type { Fault } from './violations.js';

/** Where something is wrong: `status`, `header Cko-Version`, `body.data.*.amount`. */
export function placeOf({ place, path }: Pick<Fault, 'place' | 'path'>): string {
  if (place === 'status') return place;
  if (place !== 'body') return `header ${place}`;
  return path === '' ? place : `${place}.${path}`;
}

/**
 * What is wrong there, to be read after the place. It says no more of a value than its type, unless `show`
 * gives a text for it.
 */
export function problemOf(
  { rule, limit, value }: Fault,
  show: (value: unknown) => string | undefined,
): string {
  const shown = show(value);
  switch (rule) {
    case 'undocumented':
      return undocumented(limit, value, shown);
    case 'missing':
      return 'is missing';
    case 'JSON':
      return 'is not JSON';
    case 'schema':
      return 'does not fit its schema';
    case 'required':
      return `lacks ${[limit].flat().map(code).join(', ')}`;
    case 'type':
      return `is of type ${typeOf(value)}, not ${[limit].flat().join(' or ')}`;
    case 'enum':
      return `is ${shown === undefined ? '' : `${code(shown)}, which is `}not among the documented values`;
    case 'format':
      return `has not the form of a ${limit}`;
    case 'pattern':
      return `does not match ${code(limit)}`;
    default:
      return `breaks ${code(rule)} ${JSON.stringify(limit)}`;
  }
}

function undocumented(limit: unknown, value: unknown, shown: string | undefined): string {
  if (Array.isArray(limit)) return `${value} is not documented; ${limit.join(', ')} are`;
  if (limit === undefined) return 'is there, where none is documented';
  const type = value === null ? 'missing' : (shown ?? 'another one');
  return `is ${type}, where ${limit} is documented`;
}

function code(text: unknown): string {
  return `\`${text}\``;
}

/** The type of a JSON value, as JSON Schema names it. */
function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
