import { type Document, listOperations, resolve, type Schema } from '../lib/description.js';

/** Lists the objects that a part of the document contains or refers to. */
export function listReachable(document: Document, root: unknown, seen = new Set<object>()): Schema[] {
  if (typeof root !== 'object' || root === null || seen.has(root)) return [];
  seen.add(root);
  const target: object = resolve(document, root);
  if (target !== root) return listReachable(document, target, seen);
  return [root as Schema, ...Object.values(root).flatMap((child) => listReachable(document, child, seen))];
}

/** The schemas that requests contain, and those that responses contain. A schema can be in both. */
export function listSchemasByUse(document: Document): Record<'requests' | 'responses', Set<Schema>> {
  const operations = listOperations(document);
  const list = (roots: readonly unknown[]) => new Set(roots.flatMap((root) => listReachable(document, root)));
  return {
    requests: list(operations.map(({ parameters, requestBody }) => [parameters, requestBody])),
    responses: list(operations.map(({ responses }) => responses)),
  };
}
