import { type OperationId, operations } from '../../../generated/operations.js';

const ROUTES = Object.entries(operations).map(([operationId, { method, path }]) => ({
  operationId: operationId as OperationId,
  pattern: new RegExp(`^${method} ${path.replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/** Finds the operation that a request is sent to. A path without variables is listed before one that has some. */
export function findOperation(method: string, path: string): OperationId | undefined {
  const [route = ''] = `${method} ${path}`.split('?');
  return ROUTES.find(({ pattern }) => pattern.test(route))?.operationId;
}
