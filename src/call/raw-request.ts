import { type Operation, operations } from '../../generated/operations.js';
import { configError } from '../errors.js';
import { requireOneOf } from '../lib/checks.js';
import type { RawRequestOptions } from '../options.js';
import { type CallArguments, readArguments } from './input.js';

/** The operationId of requests without an operation. */
export const RAW_REQUEST = 'rawRequest';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const table: readonly Operation[] = Object.values(operations);
const idempotencyHeader = table.find((operation) => operation.idempotencyHeader)?.idempotencyHeader;

/** The secret fields of all operations, at any depth: where an undocumented body has them is not known. */
export const SECRETS_ANYWHERE = table.flatMap(({ secrets }) =>
  secrets.map((path) => `**.${path.split('.').pop()}`),
);

/** Reads the arguments of a raw request, and describes it as an operation. Never throws. */
export function readRawRequest(
  baseUrl: string,
  method: Operation['method'],
  path: string,
  options: RawRequestOptions | undefined,
): { readonly operation: Operation; readonly args: CallArguments } {
  const isRead = method === 'GET';
  const operation: Operation = {
    method,
    path,
    tokenEndpoint: false,
    secured: true,
    safe: isRead,
    idempotencyHeader: isRead ? undefined : idempotencyHeader,
    pathParameters: {},
    query: 'optional',
    body: isRead ? 'none' : 'optional',
    canBeEmpty: true,
    amounts: {},
    secrets: SECRETS_ANYWHERE,
    signature: undefined,
    actions: [],
    pagination: undefined,
  };
  const args = readArguments(operation, options ?? {}, options);
  try {
    requireOneOf('method', method, METHODS);
    requirePath(baseUrl, path);
    return { operation, args };
  } catch (problem) {
    return { operation, args: { ...args, problem } };
  }
}

/** A URL parser resolves `..`, also when it is encoded, and turns a backslash into `/`: then the URL changes. */
function requirePath(baseUrl: string, path: unknown): void {
  if (
    typeof path === 'string' &&
    /^\/(?!\/)[^?#]*$/.test(path) &&
    new URL(baseUrl + path).href === baseUrl + path
  )
    return;
  throw configError('`path` must begin with one `/`, be encoded, and have no `..`, query or fragment.');
}
