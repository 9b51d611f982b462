import { readFileSync } from 'node:fs';
import type { Compilation, ModuleSettings } from './compile.js';
import type { PackedPackages } from './packed-packages.js';

/** A string and not a file like the other programs, because it does not compile before the packages are built. */
const DESCRIPTION = [
  `import description from 'lddpay/openapi.json' with { type: 'json' };`,
  `import { operations } from 'lddpay/operations';`,
  `export const path: '/payments' = operations.requestPayment.path;`,
  `export const version: string = description.openapi;`,
  `// @ts-expect-error: an operation that does not exist`,
  `operations.payRequest;`,
].join('\n');

/** What the programs that use every entry point print. */
export const ENTRY_POINTS_OUTPUT = {
  approved: true,
  state: 'done',
  status: 'Captured',
  raw: 'Captured',
  observed: 3,
  deviations: [],
  packages: ['lddpay', 'lddpay-sandbox'],
  described: true,
};

/** For each kind of module: its name, its type in Node.js, and the program that uses every entry point. */
export const ENTRY_POINT_PROGRAMS = [
  ['imports', 'module', readConsumer('entry-points.js')],
  ['CommonJS', 'commonjs', readConsumer('entry-points.cjs')],
] as const;

/** Reads a program that uses the packages. */
function readConsumer(name: string): string {
  return readFileSync(new URL(`consumers/${name}`, import.meta.url), 'utf8');
}

function readConsumers(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, readConsumer(name)]));
}

/**
 * Creates the compilations of programs that use the packages.
 *
 * @param settings The settings for modules by their names.
 * @returns The compilations by their names.
 */
export function createCompilations(
  packages: Pick<PackedPackages, 'client' | 'everything'>,
  settings: readonly (readonly [name: string, ModuleSettings])[],
): Record<string, Compilation> {
  return Object.fromEntries(
    settings.flatMap(([name, setting]) => [
      ...(setting.type === 'module'
        ? [[`client, ${name}`, createClientCompilation(packages, setting)] as const]
        : []),
      [`both packages, ${name}`, createWholeCompilation(packages, setting)] as const,
    ]),
  );
}

/** The client with the DOM and without the types of Node. Its declarations are the same in CommonJS. */
function createClientCompilation(
  { client }: Pick<PackedPackages, 'client'>,
  settings: ModuleSettings,
): Compilation {
  return {
    project: client,
    settings,
    environment: { lib: ['ES2022', 'DOM'], types: [] },
    programs: {
      ...readConsumers('client.ts', 'journal.ts', 'observe.ts', 'openapi-fetch.ts', 'wrappers.ts'),
      'description.ts': DESCRIPTION,
    },
  };
}

/** Both packages with the types of Node and without the DOM. */
function createWholeCompilation(
  { everything }: Pick<PackedPackages, 'everything'>,
  settings: ModuleSettings,
): Compilation {
  return {
    project: everything,
    settings,
    environment: { lib: ['ES2022'], types: ['node'] },
    programs: readConsumers(
      'client.ts',
      'journal.ts',
      'observe.ts',
      'openapi-fetch.ts',
      'undici.ts',
      'sandbox.ts',
      'wrappers.ts',
      // The others know one copy of the package alone.
      ...(settings.options['moduleResolution'] === 'node10' ? [] : ['both-copies.ts']),
    ),
  };
}
