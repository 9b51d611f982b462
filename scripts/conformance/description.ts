import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type Document, jsonOf, listOperations, type Operation, type Schema } from '../lib/description.js';

/** The bundled description. */
export const document: Document = JSON.parse(
  readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'),
);

export const operations = listOperations(document);

export const pairs = operations.flatMap((operation) =>
  operation.responses.map((response) => ({
    name: `${operation.operationId} ${response.status}`,
    operation,
    response,
  })),
);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'description', ...document });

const validators = new WeakMap<Schema, ValidateFunction>();

/** A validator of our own, so that Prism is not the only judge. */
export function validatorOf(schema: Schema): ValidateFunction {
  const validate = validators.get(schema) ?? ajv.compile(absolute(schema));
  validators.set(schema, validate);
  return validate;
}

/** The status that an operation answers with when all is well, the first one documented. */
export function successOf({ responses }: Operation): number {
  return responses.find(({ status }) => status < 300)?.status ?? 200;
}

/** The schema of an operation's request body. */
export function bodySchema(operation: Operation): Schema | undefined {
  return jsonOf(operation.requestBody)?.schema;
}

function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"description#/components/'));
}
