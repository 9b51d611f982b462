import { type Document, jsonOf, listOperations, parametersIn } from '../lib/description.js';
import { escapeStep } from '../lib/json-pointer.js';
import { bundleValidators, compileSchemas, VALIDATOR_TYPES } from './bundle-validators.js';
import { HEADER } from './source.js';

/** What is validated: the body of a request, or its query. */
type Part = 'body' | 'query';

/** The schemas of one part by operation. */
type Schemas = Readonly<Record<string, object>>;

const TYPES = `${VALIDATOR_TYPES}
/** Validates request bodies, by operationId. */
export declare const bodyValidators: Readonly<Record<string, Validator>>;

/** Validates queries, by operationId. */
export declare const queryValidators: Readonly<Record<string, Validator>>;
`;

/**
 * Renders `generated/validators.js` and its declarations: the schemas of all request bodies and queries, compiled
 * into code that imports nothing and evaluates no strings, so that it runs under any content security policy.
 */
export async function renderValidators(document: Document): Promise<{ code: string; types: string }> {
  const modules: Readonly<Record<Part, string>> = {
    body: compile(document, 'body', listBodySchemas(document)),
    query: compile(document, 'query', listQuerySchemas(document)),
  };
  const code = await bundleValidators(
    `import * as body from 'body'; import * as query from 'query';
export const bodyValidators = { ...body }; export const queryValidators = { ...query };`,
    modules,
  );
  return { code: `${HEADER}\n${code}`, types: `${HEADER}\n${TYPES}` };
}

/** Compiles the schemas of a part. The values of a query are strings, whatever types they stand for. */
function compile(document: Document, part: Part, schemas: Schemas): string {
  return compileSchemas(document, schemas, { useDefaults: true, coerceTypes: part === 'query' });
}

function listBodySchemas(document: Document): Schemas {
  return Object.fromEntries(
    listOperations(document).flatMap(({ operationId, method, path, requestBody }) => {
      if (!jsonOf(requestBody)) return [];
      const keys = ['paths', path, method, 'requestBody', 'content', 'application/json', 'schema'];
      const pointer = keys.map((key) => `/${escapeStep(key)}`).join('');
      return [[operationId, { $ref: `description#${pointer}` }]];
    }),
  );
}

function listQuerySchemas(document: Document): Schemas {
  return Object.fromEntries(
    listOperations(document).flatMap((operation) => {
      const query = parametersIn(operation, 'query');
      if (query.length === 0) return [];
      const schema = {
        type: 'object',
        properties: Object.fromEntries(query.map(({ name, schema }) => [name, schema])),
        required: query.filter(({ required }) => required).map(({ name }) => name),
      };
      return [[operation.operationId, schema]];
    }),
  );
}
