import { createRequire } from 'node:module';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {
  type Document,
  jsonOf,
  listOperations,
  type Operation,
  type Schema,
} from '../../../scripts/lib/description.js';
import { listInferredElements } from '../../../scripts/lib/inferred-elements.js';

/** The bundled description. */
export const document: Document = createRequire(import.meta.url)('lddpay/openapi.json');

export const operations = listOperations(document);

export const inferredElements = listInferredElements(document);

/** Compiles a schema of the description with Ajv, a second opinion next to Prism's. */
export const compileValidator = createCompiler({ allErrors: true });

/** Compiles a schema, to learn no more than whether a value conforms. Each of all errors costs a copy of the others. */
export const compileQuickValidator = createCompiler({ allErrors: false });

function createCompiler(options: { readonly allErrors: boolean }): (schema: Schema) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, ...options });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'description', ...document });
  const validators = new WeakMap<Schema, ValidateFunction>();
  return (schema) => {
    const validate = validators.get(schema) ?? ajv.compile(absolute(schema));
    validators.set(schema, validate);
    return validate;
  };
}

/** The schema of an operation's request body. */
export function requestSchema(operation: Operation): Schema | undefined {
  return jsonOf(operation.requestBody)?.schema;
}

function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"description#/components/'));
}
