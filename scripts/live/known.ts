import { document } from '../conformance/description.js';

/** The names of all properties in the description, and `body`: all that a path in a body may show. */
export const PROPERTY_NAMES: ReadonlySet<string> = new Set([
  'body',
  ...propertyNames(document.components.schemas),
]);

/** The documented reasons for which no token is issued. */
export const TOKEN_ERRORS: readonly unknown[] =
  Object(document.components.schemas['TokenError']?.['properties']).error?.enum ?? [];

function propertyNames(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, member]) => [
    // A reason why properties are inferred has the same key, and is a text.
    ...(key === 'properties' && typeof member === 'object' ? Object.keys(member) : []),
    ...propertyNames(member),
  ]);
}
