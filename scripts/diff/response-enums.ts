import { type Document, listOperations, resolve } from '../lib/description.js';
import { readPointer } from '../lib/json-pointer.js';

/** Tells whether a schema occurs only in responses, where its enum is open in the types of the client. */
export function isOnlyInResponses(document: Document, pointer: string): boolean {
  const schema = readPointer(document, pointer);
  const operations = listOperations(document);
  const requests = new Set<object>();
  for (const { parameters, requestBody } of operations) reach(document, [parameters, requestBody], requests);
  const responses = new Set<object>();
  for (const operation of operations) reach(document, operation.responses, responses);
  return typeof schema === 'object' && schema !== null && responses.has(schema) && !requests.has(schema);
}

/** Adds every object that a part of the document contains or refers to. */
function reach(document: Document, part: unknown, found: Set<object>): void {
  if (typeof part !== 'object' || part === null || found.has(part)) return;
  found.add(part);
  const target: object = resolve(document, part);
  if (target !== part) reach(document, target, found);
  else for (const child of Object.values(part)) reach(document, child, found);
}
