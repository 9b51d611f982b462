import { readFileSync } from 'node:fs';
import { type Operation, type OperationId, operations } from '../../../generated/operations.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: object;
}

type Reference = { readonly $ref: string };

/** The parts of the bundled description that the sandbox reads. */
interface Description {
  readonly info: { readonly version: string };
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly parameters?: readonly (Parameter | Reference)[] }>>>
  >;
}

/** The bundled description. */
export const description: Description = JSON.parse(
  readFileSync(new URL('../../../generated/openapi.json', import.meta.url), 'utf8'),
);

/** The table of operations, without the literal types that it is generated with. */
export const table: Readonly<Record<OperationId, Operation>> = operations;

export const operationIds = Object.keys(operations) as OperationId[];

/** Where the description has the schema of an operation's request body, as a JSON pointer (RFC 6901). */
export function bodyPointer(operationId: OperationId): string {
  const { method, path } = table[operationId];
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

/** The query of an operation, as the schema of an object. */
export function querySchema(operationId: OperationId): object {
  const { method, path } = table[operationId];
  const parameters = (description.paths[path]?.[method.toLowerCase()]?.parameters ?? [])
    .map(resolve)
    .filter((parameter) => parameter.in === 'query');
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  };
}

function resolve(parameter: Parameter | Reference): Parameter {
  if (!('$ref' in parameter)) return parameter;
  return parameter.$ref
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], description) as Parameter;
}
