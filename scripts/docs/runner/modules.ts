import { listImports } from './join-blocks.js';

/** The modules that an example can import in a page. */
const PAGE_MODULES: readonly string[] = [
  'lddpay',
  'lddpay/journal',
  'lddpay/observe',
  'lddpay/openapi-fetch',
  'lddpay/openapi.json',
  'lddpay/operations',
  'lddpay/raw-request',
  'lddpay-sandbox',
  'unstorage',
];

/** The modules that are large and rarely used, each with the name of the script that contains it. */
export const SEPARATE_SCRIPTS: ReadonlyMap<string, string> = new Map([
  ['lddpay/observe', 'observe'],
  ['lddpay/openapi.json', 'description'],
]);

/** What an example needs that a page does not have, by the module that it imports for it. */
const NEEDS: Readonly<Record<string, string>> = {
  'lddpay/undici': 'connections of Node.js',
  'node:fs': 'a file system',
  'node:fs/promises': 'a file system',
  'unstorage/drivers/fs': 'a file system',
  ioredis: 'Redis',
  bullmq: 'Redis',
  pg: 'PostgreSQL',
  'server-only': 'a server of Next.js',
  'next/navigation': 'a server of Next.js',
  '@nestjs/common': 'a server of NestJS',
  'msw/node': 'a test runner',
  vitest: 'a test runner',
  '@opentelemetry/api': 'OpenTelemetry',
  '@temporalio/activity': 'Temporal',
};

/** Returns what a code block needs that a page does not have; undefined if it imports no such module. */
export function findMissingNeed(code: string): string | undefined {
  return listImports(code)
    .map((name) => (name.startsWith('.') ? 'another file of its project' : NEEDS[name]))
    .find((need) => need !== undefined);
}

/**
 * Checks that an example can run in a page.
 *
 * @throws Error when it imports a module that a page does not have.
 */
export function checkImports(code: string): void {
  const unknown = listImports(code).find((name) => !PAGE_MODULES.includes(name));
  if (unknown !== undefined) {
    throw new Error(`An example imports '${unknown}'. Add it to PAGE_MODULES or NEEDS in modules.ts.`);
  }
}
