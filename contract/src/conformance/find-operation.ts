import type { Operation } from '../../../scripts/lib/description.js';
import { operations } from './description.js';

const routes = operations.map((operation) => ({
  operation,
  method: operation.method.toUpperCase(),
  path: new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '\\w+_\\w+')}$`),
}));

/**
 * Finds the operation that a request belongs to.
 *
 * @param path Without the query.
 * @returns undefined when there is none.
 */
export function findOperation(method: string | undefined, path: string): Operation | undefined {
  return routes.find((route) => route.method === method && route.path.test(path))?.operation;
}
