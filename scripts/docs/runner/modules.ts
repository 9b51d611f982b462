import { listImports } from './join-blocks.js';

/** The modules that an example can import in a page. */
export const PAGE_MODULES = [
  'lddpay',
  'lddpay/journal',
  'lddpay/observe',
  'lddpay/openapi-fetch',
  'lddpay/openapi.json',
  'lddpay/operations',
  'lddpay/raw-request',
  'lddpay-sandbox',
  'unstorage',
] as const;

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
  'unstorage/drivers/redis': 'Redis',
  bullmq: 'Redis',
  pg: 'PostgreSQL',
};

/** Returns what a code block needs that a page does not have; undefined if it can run in a page. */
export function findMissingNeed(code: string): string | undefined {
  return listImports(code)
    .map((name) => NEEDS[name])
    .find((need) => need !== undefined);
}
