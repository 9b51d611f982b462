import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OperationId } from '../../../generated/operations.js';
import { operationIds, operationTable } from '../lib/description.js';

interface ResponseObject {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, ResponseObject>> }>>>
  >;
  readonly components: object;
}

// With absolute references, which lead to the same schemas from wherever they stand.
const document: Document = JSON.parse(
  readFileSync(new URL('../../../generated/openapi.json', import.meta.url), 'utf8').replaceAll(
    '"#/components/',
    '"description#/components/',
  ),
);

/** A response, as the description documents it. */
export interface DocumentedResponse {
  /** The names of the headers. */
  readonly headers: readonly string[];
  /** Validates the body; undefined where no body is documented. */
  readonly validateBody?: ValidateFunction;
}

/** A response whose validator is not compiled. */
interface ResponseParts {
  readonly headers: readonly string[];
  readonly schema: object | undefined;
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'description', components: document.components });

const pathPatterns = operationIds.map((operationId) => ({
  operationId,
  method: operationTable[operationId].method,
  pattern: new RegExp(`^${operationTable[operationId].path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

const documentedResponses = new Map(operationIds.flatMap(readResponses));

/** Finds the operation that a request belongs to by its method and path. */
export function findOperation(method: string, path: string): OperationId | undefined {
  return pathPatterns.find((operation) => operation.method === method && operation.pattern.test(path))
    ?.operationId;
}

/** Returns an operation's response with a status, or undefined when the status is not documented. */
export function findDocumentedResponse(
  operationId: OperationId,
  status: number,
): DocumentedResponse | undefined {
  const response = documentedResponses.get(`${operationId} ${status}`);
  if (!response) return undefined;
  const { headers, schema } = response;
  // Ajv keeps what it compiled. Few tests see all responses, and to compile those takes a second.
  return { headers, ...(schema && { validateBody: ajv.compile(schema) }) };
}

/** Compiles a validator of a named schema of the description. */
export function compileNamedSchema(name: string): ValidateFunction {
  return ajv.compile({ $ref: `description#/components/schemas/${name}` });
}

function readResponses(operationId: OperationId): [key: string, response: ResponseParts][] {
  const { method, path } = operationTable[operationId];
  const responses = document.paths[path]?.[method.toLowerCase()]?.responses ?? {};
  return Object.entries(responses).map(([status, response]) => {
    const { headers = {}, content } = resolveReference<ResponseObject>(response);
    const schema = content?.['application/json']?.schema;
    return [`${operationId} ${status}`, { headers: Object.keys(headers), schema }];
  });
}

/** Returns the target of a reference within the description, or the value itself when it is not a reference. */
function resolveReference<Value extends object>(value: Value | { readonly $ref: string }): Value {
  if (!('$ref' in value)) return value;
  return value.$ref
    .slice('description#/'.length)
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document) as Value;
}
