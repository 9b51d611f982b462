import { type Document, listOperations } from '../../lib/description.js';

/** The operations that each component of the description is part of, by its pointer (`#/components/…/Name`). */
export function usage(document: Document): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const { operationId, path, method } of listOperations(document)) {
    for (const pointer of reachable(document, document.paths[path]?.[method])) {
      users.set(pointer, [...(users.get(pointer) ?? []), operationId]);
    }
  }
  return users;
}

/** The pointers of all components that a part of the description refers to, directly or not. */
function reachable(document: Document, part: unknown, seen = new Set<string>()): Set<string> {
  const values = typeof part === 'object' && part !== null ? Object.entries(part) : [];
  for (const [key, value] of values) {
    if (key !== '$ref' || typeof value !== 'string') {
      reachable(document, value, seen);
    } else if (!seen.has(value)) {
      seen.add(value);
      reachable(document, targetOf(document, value), seen);
    }
  }
  return seen;
}

function targetOf(document: Document, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((node, key) => (node as Readonly<Record<string, unknown>>)[key], document);
}
