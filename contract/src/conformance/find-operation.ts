import type { Operation } from '../../../scripts/lib/description.js';
import { operations } from './description.js';

/**
 * Finds the operation that a request belongs to.
 *
 * @param path Without the query.
 * @returns undefined when there is none.
 */
export function findOperation(method: string | undefined, path: string): Operation | undefined {
  return operations.find((operation) => {
    const pattern = operation.path.replaceAll(/\{\w+\}/g, '\\w+_\\w+');
    return operation.method.toUpperCase() === method && new RegExp(`^${pattern}$`).test(path);
  });
}
