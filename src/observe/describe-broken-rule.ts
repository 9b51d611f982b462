import type { BrokenRule } from './walk-schema.js';

/** Describes a broken rule, to be read after the place. Of the value, it names no more than the type. */
export function describeBrokenRule({ keyword, expected }: BrokenRule, value: unknown): string {
  const documented = [expected].flat();
  switch (keyword) {
    case 'required':
      return `lacks ${documented.map((name) => `\`${name}\``).join(', ')}`;
    case 'type':
      return `is of type ${jsonType(value)}, not ${documented.join(' or ')}`;
    case 'enum':
      return 'is not a documented value';
    case 'format':
      return `is not a valid ${expected}`;
    case 'pattern':
      return `does not match \`${expected}\``;
    default:
      return `violates \`${keyword}\` ${JSON.stringify(expected)}`;
  }
}

/** The type of a JSON value, as JSON Schema names it. */
function jsonType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
