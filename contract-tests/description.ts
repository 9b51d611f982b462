import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { generateSync, type JsonSchema } from 'json-schema-faker';
import {
  type Document,
  jsonOf,
  listOperations,
  type Operation,
  type Schema,
} from '../scripts/description.js';

/** The bundled description, which the mock answers from. */
export const document: Document = JSON.parse(
  readFileSync(new URL('../generated/openapi.json', import.meta.url), 'utf8'),
);

export const operations = listOperations(document);

export const pairs = operations.flatMap((operation) =>
  operation.responses.map((response) => ({ operation, response })),
);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'description', ...document });

/** A validator of our own, so that Prism is not the only judge. */
export function validatorOf(schema: Schema): ValidateFunction {
  return ajv.compile(absolute(schema));
}

/** A value that a schema allows, always the same: with all of its optional properties, or with none. */
export function sample(schema: Schema, properties: 'all' | 'required'): unknown {
  return generateSync({ ...schema, components: document.components } as object as JsonSchema, {
    seed: 1,
    optionalsProbability: properties === 'all' ? 1 : 0,
    minItems: 1,
    maxDefaultItems: 1,
  });
}

/** The schema of an operation's request body. */
export function bodySchema(operation: Operation): Schema | undefined {
  return jsonOf(operation.requestBody)?.schema;
}

function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"description#/components/'));
}
