import { type Document, listOperations, resolve } from '../lib/description.js';
import { readPointer } from '../lib/json-pointer.js';

/**
 * Tells whether a schema occurs in responses. Its enum is then open in the types of the client: the generator lets
 * no request share it.
 */
export function isInResponses(document: Document, pointer: string): boolean {
  const schema = readPointer(document, pointer);
  const found = new Set<unknown>();
  for (const operation of listOperations(document)) reach(document, operation.responses, found);
  return found.has(schema);
}

/** Adds every object that a part of the document contains or refers to. */
function reach(document: Document, part: unknown, found: Set<unknown>): void {
  if (typeof part !== 'object' || part === null || found.has(part)) return;
  found.add(part);
  const target: object = resolve(document, part);
  if (target !== part) reach(document, target, found);
  else for (const child of Object.values(part)) reach(document, child, found);
}
