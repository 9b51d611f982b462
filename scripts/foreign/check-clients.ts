import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Observations } from './claims.js';
import { inspectTypes } from './inspect-types.js';
import { runTool, type Workspace } from './tools.js';

/** A tool that generates a client. */
interface Generator {
  readonly command: string;
  readonly args: (workspace: Workspace) => readonly string[];
  /** The module that exports the models. */
  readonly models: string;
  /** The module with the operations, and what precedes or is the name of each. */
  readonly operations: { readonly file: string; readonly pattern: RegExp };
  /** Where the client says its default server. */
  readonly server?: { readonly file: string; readonly pattern: RegExp };
  /** Writes what the tool reads, or what exports its models. */
  readonly prepare?: (workspace: Workspace) => Promise<void>;
}

const HEY_API: Generator = {
  command: 'openapi-ts',
  args: ({ description }) => [
    ...['--input', description, '--output', 'hey-api', '--no-log-file'],
    ...['--plugins', '@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch'],
  ],
  models: 'hey-api/types.gen.ts',
  operations: { file: 'hey-api/sdk.gen.ts', pattern: /^export const (\w+) = </gm },
  server: { file: 'hey-api/client.gen.ts', pattern: /baseUrl: '([^']+)'/g },
};

const ORVAL: Generator = {
  command: 'orval',
  args: () => ['--config', './orval.config.cjs'],
  models: 'orval.ts',
  operations: { file: 'orval.ts', pattern: /^export const (\w+) = async/gm },
  server: { file: 'orval.ts', pattern: /`(https?:\/\/[^/`]+)/g },
  prepare: async ({ description, folder }) => {
    const output = { target: './orval.ts', client: 'fetch', baseUrl: { getBaseUrlFromSpecification: true } };
    const config = { api: { input: { target: description }, output } };
    await writeFile(join(folder, 'orval.config.cjs'), `module.exports = ${JSON.stringify(config)};\n`);
  },
};

const ZOD_CLIENT: Generator = {
  command: 'openapi-zod-client',
  args: ({ description }) => [description, '--output', 'zod-client.ts', '--export-schemas'],
  models: 'zod-models.ts',
  operations: { file: 'zod-client.ts', pattern: /^ {4}path: ("[^"]+")/gm },
  prepare: async ({ document, folder }) => {
    const models = Object.keys(document.components.schemas).map(
      (name) => `export type ${name} = z.infer<typeof schemas.${name}>;`,
    );
    const imports = ["import type { z } from 'zod';", "import type { schemas } from './zod-client.js';"];
    await writeFile(join(folder, 'zod-models.ts'), [...imports, ...models].join('\n'));
  },
};

const SWAGGER_TYPESCRIPT_API: Generator = {
  command: 'swagger-typescript-api',
  args: ({ description, folder }) => [
    ...['generate', '--path', description, '--output', folder, '--name', 'swagger.ts'],
  ],
  models: 'swagger.ts',
  operations: { file: 'swagger.ts', pattern: /@request (\w+:\S+)/g },
  server: { file: 'swagger.ts', pattern: /public baseUrl: string = "([^"]+)"/g },
};

const OAZAPFTS: Generator = {
  command: 'oazapfts',
  args: ({ description }) => [description, 'oazapfts.ts'],
  models: 'oazapfts.ts',
  operations: { file: 'oazapfts.ts', pattern: /^export function (\w+)/gm },
  server: { file: 'oazapfts.ts', pattern: /^ {4}baseUrl: "([^"]+)"/gm },
};

export const checkHeyApi = (workspace: Workspace) => checkClient(HEY_API, workspace);
export const checkOrval = (workspace: Workspace) => checkClient(ORVAL, workspace);
export const checkZodClient = (workspace: Workspace) => checkClient(ZOD_CLIENT, workspace);
export const checkSwaggerTypescriptApi = (workspace: Workspace) =>
  checkClient(SWAGGER_TYPESCRIPT_API, workspace);
export const checkOazapfts = (workspace: Workspace) => checkClient(OAZAPFTS, workspace);

/**
 * Generates a client and tells what became of the operations, the server and the models.
 *
 * @throws Error with the output of the tool when it fails.
 */
async function checkClient(generator: Generator, workspace: Workspace): Promise<Observations> {
  const { command, args, models, operations, server, prepare } = generator;
  const { folder, document } = workspace;
  await prepare?.(workspace);
  const { status, stdout, stderr } = await runTool(command, args(workspace), folder);
  if (status !== 0) throw new Error(`${command} ended with ${status}. ${stdout}${stderr}`);
  const find = async ({ file, pattern }: { readonly file: string; readonly pattern: RegExp }) => {
    const text = await readFile(join(folder, file), 'utf8');
    return [...text.matchAll(pattern)].map(([, found]) => found ?? '');
  };
  return {
    operations: (await find(operations)).length,
    ...(server && { server: [...new Set(await find(server))].join(', ') || 'none' }),
    ...inspectTypes(join(folder, models), Object.keys(document.components.schemas), [
      join(folder, operations.file),
    ]),
  };
}
