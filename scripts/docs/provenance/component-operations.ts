import { type Document, listOperations, resolve } from '../../lib/description.js';

/** Lists the operations that use each component of the description, by its pointer (`#/components/…/Name`). */
export function operationsByComponent(document: Document): Map<string, string[]> {
  const operations = new Map<string, string[]>();
  for (const { operationId, path, method } of listOperations(document)) {
    for (const pointer of listReferences(document, document.paths[path]?.[method])) {
      operations.set(pointer, [...(operations.get(pointer) ?? []), operationId]);
    }
  }
  return operations;
}

/** Lists the pointers of all components that a part of the description refers to, directly or indirectly. */
function listReferences(document: Document, part: unknown, seen = new Set<string>()): Set<string> {
  const values = typeof part === 'object' && part !== null ? Object.entries(part) : [];
  for (const [key, value] of values) {
    if (key !== '$ref' || typeof value !== 'string') {
      listReferences(document, value, seen);
    } else if (!seen.has(value)) {
      seen.add(value);
      listReferences(document, resolve(document, { $ref: value }), seen);
    }
  }
  return seen;
}
