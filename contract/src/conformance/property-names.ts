import { document } from './description.js';

/** The name of every property in the description. These names may be shown; others can hold secrets. */
export const PROPERTY_NAMES: ReadonlySet<string> = new Set(listPropertyNames(document.components.schemas));

function listPropertyNames(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, member]) => [
    // In a mark `x-inferred`, the key stands for the reason why the properties are inferred: a string.
    ...(key === 'properties' && typeof member === 'object' ? Object.keys(member) : []),
    ...listPropertyNames(member),
  ]);
}
