import { readFileSync } from 'node:fs';
import { type Operation, type OperationId, operations } from '../../../generated/operations.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: object;
}

interface Reference {
  readonly $ref: string;
}

/** The parts of the bundled OpenAPI description that the sandbox reads. */
interface Description {
  readonly info: { readonly version: string };
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly parameters?: readonly (Parameter | Reference)[] }>>>
  >;
}

/** The bundled OpenAPI description. */
export const description: Description = JSON.parse(
  readFileSync(new URL('../../../generated/openapi.json', import.meta.url), 'utf8'),
);

/** The generated operations by their ids, typed without the literals they are generated with. */
export const operationTable: Readonly<Record<OperationId, Operation>> = operations;

export const operationIds = Object.keys(operations) as OperationId[];

/** Returns the JSON pointer (RFC 6901) to the schema of an operation's request body. */
export function bodyPointer(operationId: OperationId): string {
  const { method, path } = operationTable[operationId];
  const segments = [
    'paths',
    path,
    method.toLowerCase(),
    'requestBody',
    'content',
    'application/json',
    'schema',
  ];
  return segments.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Builds an object schema of an operation's query parameters. */
export function querySchema(operationId: OperationId): object {
  const { method, path } = operationTable[operationId];
  const parameters = (description.paths[path]?.[method.toLowerCase()]?.parameters ?? [])
    .map((parameter) => resolveReference(parameter))
    .filter((parameter) => parameter.in === 'query');
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  };
}

/** Returns the target of a reference within the description, or the value itself when it is not a reference. */
export function resolveReference<Value extends object>(value: Value | Reference): Value {
  if (!('$ref' in value)) return value;
  return value.$ref
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], description) as Value;
}
