import { fileURLToPath } from 'node:url';
import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';
import type { Document } from '../lib/description.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Types of compiled validators, in the declarations of generated modules. */
export const VALIDATOR_TYPES = `/** A rule of the description that a value breaks. */
export interface ValidationError {
  readonly keyword: string;
  /** The place in the value, as a JSON pointer (RFC 6901). */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Whether a value conforms, and completes it with the documented defaults. Errors are in \`errors\`. */
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly ValidationError[] | null;
}
`;

/** Compiles schemas into a module that exports a validator for each. They can refer to `description#…`. */
export function compileSchemas(
  document: Document,
  schemas: Readonly<Record<string, object>>,
  options: Options,
): string {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    code: { source: true, esm: true },
    ...options,
  });
  addFormats.default(ajv);
  ajv.addSchema({ ...document, $id: 'description' });
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);
  return standalone.default(ajv, Object.fromEntries(Object.keys(schemas).map((name) => [name, name])));
}

/**
 * Bundles compiled schemas into code that imports nothing and evaluates no strings, so that it runs under any
 * content security policy.
 *
 * @param contents A module that imports the others by their names.
 * @param modules Compiled schemas by the name of their module.
 */
export async function bundleValidators(
  contents: string,
  modules: Readonly<Record<string, string>>,
): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root },
    // The compiled code requires helpers of Ajv, which become part of it.
    plugins: [
      {
        name: 'compiled schemas',
        setup({ onResolve, onLoad }) {
          const filter = new RegExp(`^(${Object.keys(modules).join('|')})$`);
          onResolve({ filter }, ({ path }) => ({ path, namespace: 'schemas' }));
          onLoad({ filter: /./, namespace: 'schemas' }, ({ path }) => ({
            contents: modules[path] ?? '',
            resolveDir: root,
          }));
        },
      },
    ],
    bundle: true,
    // The code names the modules by their paths, which are those of the machine where node_modules is a link.
    preserveSymlinks: true,
    platform: 'neutral',
    mainFields: ['main'],
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
