import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';
import { type Document, jsonOf, listOperations } from '../lib/description.js';
import { HEADER } from './source.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What is validated: the body of a request, or its query. */
type Part = 'body' | 'query';

/** The schemas of one part by operation. */
type Schemas = Readonly<Record<string, object>>;

const TYPES = `/** A rule of the description that a value breaks. */
export interface ValidationError {
  readonly keyword: string;
  /** The place in the value, as a JSON pointer (RFC 6901). */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Returns whether a value conforms, and completes it with the documented defaults. Errors are in \`errors\`. */
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly ValidationError[] | null;
}

/** Validates request bodies, by operationId. */
export declare const bodyValidators: Readonly<Record<string, Validator>>;

/** Validates queries, by operationId. */
export declare const queryValidators: Readonly<Record<string, Validator>>;
`;

/**
 * Renders \`generated/validators.js\` and its declarations: the schemas of all request bodies and queries, compiled
 * into code that imports nothing and evaluates no strings, so that it runs under any content security policy.
 */
export async function renderValidators(document: Document): Promise<{ code: string; types: string }> {
  const modules: Readonly<Record<Part, string>> = {
    body: compile(document, 'body', listBodySchemas(document)),
    query: compile(document, 'query', listQuerySchemas(document)),
  };
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: `import * as body from 'body'; import * as query from 'query';
export const bodyValidators = { ...body }; export const queryValidators = { ...query };`,
      resolveDir: root,
    },
    // The compiled code requires helpers of Ajv, which become part of it.
    plugins: [
      {
        name: 'compiled schemas',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^(body|query)$/ }, ({ path }) => ({ path, namespace: 'schemas' }));
          onLoad({ filter: /./, namespace: 'schemas' }, ({ path }) => ({
            contents: modules[path as Part],
            resolveDir: root,
          }));
        },
      },
    ],
    bundle: true,
    platform: 'neutral',
    mainFields: ['main'],
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  const [output] = outputFiles;
  return { code: `${HEADER}\n${output?.text ?? ''}`, types: `${HEADER}\n${TYPES}` };
}

/** Compiles schemas into a module that exports a validator for each. */
function compile(document: Document, part: Part, schemas: Schemas): string {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    useDefaults: true,
    // The values of a query are strings, whatever types they stand for.
    coerceTypes: part === 'query',
    code: { source: true, esm: true },
  });
  addFormats.default(ajv);
  ajv.addSchema({ ...document, $id: 'description' });
  for (const [operationId, schema] of Object.entries(schemas)) ajv.addSchema(schema, operationId);
  return standalone.default(ajv, Object.fromEntries(Object.keys(schemas).map((id) => [id, id])));
}

function listBodySchemas(document: Document): Schemas {
  return Object.fromEntries(
    listOperations(document).flatMap(({ operationId, method, path, requestBody }) => {
      if (!jsonOf(requestBody)) return [];
      const keys = ['paths', path, method, 'requestBody', 'content', 'application/json', 'schema'];
      const pointer = keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
      return [[operationId, { $ref: `description#${pointer}` }]];
    }),
  );
}

function listQuerySchemas(document: Document): Schemas {
  return Object.fromEntries(
    listOperations(document).flatMap(({ operationId, parameters }) => {
      const query = parameters.filter((parameter) => parameter.in === 'query');
      if (query.length === 0) return [];
      const schema = {
        type: 'object',
        properties: Object.fromEntries(query.map(({ name, schema }) => [name, schema])),
        required: query.filter(({ required }) => required).map(({ name }) => name),
      };
      return [[operationId, schema]];
    }),
  );
}
