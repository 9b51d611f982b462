import { operations } from '../../../contract/src/conformance/description.js';
import type { Operation } from '../../../scripts/lib/description.js';

/** Methods of HTTP (RFC 9110, section 9) and of its extensions. */
export const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'LOCK', 'M-SEARCH'];

/** The methods that the description has for a path. */
export function methodsOf(path: string): string[] {
  return operations.filter((operation) => operation.path === path).map(({ method }) => method.toUpperCase());
}

/** Whether a path belongs to an operation, with any value of `{id}`. */
export function isPathOf({ path }: Operation, candidate: string): boolean {
  return new RegExp(`^${path.replace('{id}', '[^/]+')}$`).test(candidate);
}

/** Whether a path, with or without a query, belongs to the description or to the controls of the sandbox. */
export function isDescribed(candidate: string): boolean {
  const [path = ''] = candidate.split('?');
  return path.startsWith('/_sandbox/') || operations.some((operation) => isPathOf(operation, path));
}
