import { type Operation, type OperationId, operations } from '../../generated/operations.js';

/** An operation and the path parameters of a request. */
export interface FoundOperation {
  readonly operationId: OperationId;
  readonly path: Readonly<Record<string, string>> | undefined;
}

const matchers = Object.entries<Operation>(operations)
  .filter(([, { tokenEndpoint }]) => !tokenEndpoint)
  // A literal segment takes precedence over a parameter (OpenAPI 3.1, Paths Object).
  .sort(([, one], [, other]) => count(one.pathParameters) - count(other.pathParameters))
  .map(([operationId, { method, path }]) => ({
    operationId: operationId as OperationId,
    method,
    template: path,
    pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  }));

/** Returns the id of the operation at a path of the description, such as `/payments/{id}`. */
export function operationAt(method: unknown, template: unknown): OperationId | undefined {
  return matchers.find((one) => one.method === method && one.template === template)?.operationId;
}

/** Finds the operation of a request by its method and its path below the base URL. */
export function findOperation(method: string, path: string): FoundOperation | undefined {
  for (const matcher of matchers) {
    const match = matcher.method === method && matcher.pattern.exec(path);
    if (match) return { operationId: matcher.operationId, path: match.groups && decodeAll(match.groups) };
  }
  return undefined;
}

function count(parameters: object): number {
  return Object.keys(parameters).length;
}

function decodeAll(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, decode(value)]));
}

/** Leaves a malformed value as it is; the pattern of the parameter refuses it. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
