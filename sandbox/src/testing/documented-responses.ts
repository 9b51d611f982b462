import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {
  type Document,
  jsonOf,
  listOperations,
  type Operation,
  type Schema,
} from '../../../scripts/lib/description.js';

const document: Document = JSON.parse(
  readFileSync(new URL('../../../generated/openapi.json', import.meta.url), 'utf8'),
);

/** All operations of the bundled description. */
export const operations = listOperations(document);

/** What the description says of an answer. */
export interface Documented {
  /** Names of the response headers. */
  readonly headers: readonly string[];
  /** Checks the body; left out where none is documented. */
  readonly body?: ValidateFunction;
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

const patterns = operations.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

const answers = new Map(
  operations.flatMap((operation) =>
    operation.responses.map((response) => {
      const schema = jsonOf(response)?.schema;
      return [
        keyOf(operation, response.status),
        { headers: Object.keys(response.headers ?? {}), ...(schema && { body: validatorOf(schema) }) },
      ];
    }),
  ),
);

/** The operation that a request belongs to, told by its method and path alone. */
export function operationAt(method: string, path: string): Operation | undefined {
  return patterns.find(
    ({ operation, pattern }) => operation.method.toUpperCase() === method && pattern.test(path),
  )?.operation;
}

/** What is documented of an operation's answer with a status; undefined when that status is not. */
export function documented(operation: Operation, status: number): Documented | undefined {
  return answers.get(keyOf(operation, status));
}

/** A validator of a schema that the description names. */
export function validatorOfNamed(name: string): ValidateFunction {
  return validatorOf({ $ref: `#/components/schemas/${name}` });
}

function validatorOf(schema: Schema): ValidateFunction {
  return ajv.compile({ ...schema, components: document.components });
}

function keyOf({ operationId }: Operation, status: number): string {
  return `${operationId} ${status}`;
}
