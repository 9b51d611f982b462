import { readPointer } from './json-pointer.js';

/** The parts of a bundled OpenAPI 3.1 document that scripts and tests read. */
export interface Document {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly headers?: Readonly<Record<string, unknown>>;
  };
  readonly security?: readonly object[];
  readonly externalDocs?: { readonly url: string };
}

export interface PathItem extends Readonly<Partial<Record<Method, OperationObject>>> {
  /** The parameters of all its operations. */
  readonly parameters?: ParameterList;
}

/** The methods of operations, in the order in which they are listed. */
export const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
export type Method = (typeof METHODS)[number];

export interface Reference {
  readonly $ref: string;
}

export interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly [keyword: string]: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly description?: string;
  readonly example?: unknown;
  readonly schema: Schema;
}

export type ParameterList = readonly (Parameter | Reference)[];

export interface Body {
  readonly description?: string;
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface MediaType {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, Example | Reference>>;
}

export interface Example {
  readonly summary?: string;
  readonly value: unknown;
}

export interface ResponseObject extends Body {
  readonly description: string;
  readonly headers?: Readonly<Record<string, unknown>>;
}

export interface OperationObject {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: ParameterList;
  readonly requestBody?: Body | Reference;
  readonly responses: Readonly<Record<string, ResponseObject | Reference>>;
  readonly security?: readonly object[];
  readonly externalDocs?: { readonly url: string };
  readonly 'x-safe'?: boolean;
  readonly 'x-beta'?: boolean;
  readonly 'x-token-endpoint'?: boolean;
  readonly 'x-actions'?: readonly string[];
  readonly 'x-pagination'?: Readonly<Record<string, string>>;
  readonly 'x-signature'?: Readonly<Record<'site' | 'timestamp' | 'version' | 'signature', string>>;
}

/** An operation with its path and method, references resolved. */
export interface Operation extends Omit<OperationObject, 'parameters' | 'requestBody' | 'responses'> {
  readonly path: string;
  readonly method: Method;
  readonly secured: boolean;
  readonly docs: string | undefined;
  readonly parameters: readonly Parameter[];
  readonly requestBody: Body | undefined;
  readonly responses: readonly (ResponseObject & { readonly status: number })[];
}

const JSON_TYPE = 'application/json';

/**
 * Resolves an internal reference. Returns any other value as it is, such as a schema that is `true`.
 *
 * @throws Error when the document does not contain the target.
 */
export function resolve<T extends object>(document: Document, value: T | Reference): T {
  if (typeof value !== 'object' || !('$ref' in value) || typeof value.$ref !== 'string') return value as T;
  const target = readPointer(document, value.$ref);
  if (target === undefined) throw new Error(`The description does not contain ${value.$ref}.`);
  return target as T;
}

/** Lists all operations in the order of the document. */
export function listOperations(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [readOperation(document, path, method, operation, item.parameters)] : [];
    }),
  );
}

function readOperation(
  document: Document,
  path: string,
  method: Method,
  operation: OperationObject,
  shared: ParameterList | undefined,
): Operation {
  const parameters = mergeParameters(document, shared, operation.parameters);
  return {
    ...operation,
    path,
    method,
    secured: (operation.security ?? document.security ?? []).length > 0,
    docs: (operation.externalDocs ?? document.externalDocs)?.url,
    parameters: parameters.map((parameter) => resolve<Parameter>(document, parameter)),
    requestBody: operation.requestBody && resolve<Body>(document, operation.requestBody),
    responses: Object.entries(operation.responses).map(([status, response]) => ({
      ...resolve<ResponseObject>(document, response),
      status: readStatus(operation, status),
    })),
  };
}

/** The file that describes a path, from `openapi/` on. */
export function getPathFile(path: string): string {
  return `paths/${path.slice(1).replaceAll('/', '_')}.yaml`;
}

/** Reads a status code, since neither a range of them nor `default` says which statuses there are. */
function readStatus({ operationId }: OperationObject, status: string): number {
  if (/^\d{3}$/.test(status)) return Number(status);
  throw new Error(
    `${operationId}: the response '${status}' has no status code. Describe each status with its own code, such as '404'.`,
  );
}

/** Lists the parameters of a path item, without those that an operation states itself, and then those of the operation. */
export function mergeParameters(
  document: Document,
  shared: ParameterList = [],
  own: ParameterList = [],
): ParameterList {
  const identify = (parameter: Parameter | Reference) => {
    const { name, in: place } = resolve<Parameter>(document, parameter);
    return `${place} ${name}`;
  };
  const overridden = own.map(identify);
  return [...shared.filter((parameter) => !overridden.includes(identify(parameter))), ...own];
}

/** Lists the parameters of an operation that are in one part of a request, such as the query. */
export function parametersIn(
  { parameters }: Pick<Operation, 'parameters'>,
  place: Parameter['in'],
): Parameter[] {
  return parameters.filter((parameter) => parameter.in === place);
}

/** Returns the JSON media type of a body, if it has one. */
export function jsonOf(body: Body | undefined): MediaType | undefined {
  return body?.content?.[JSON_TYPE];
}

/** Returns the examples of a media type by name, references resolved. */
export function examplesOf(document: Document, media: MediaType | undefined): Record<string, Example> {
  return Object.fromEntries(
    Object.entries(media?.examples ?? {}).map(([name, example]) => [
      name,
      resolve<Example>(document, example),
    ]),
  );
}
