import { getPathFile, type Operation } from '../../lib/description.js';

/** The pages that show files of the repository; the first prefix that fits counts. */
const PAGES: readonly (readonly [prefix: string, page: string])[] = [
  ['CHANGELOG.md', 'changelog.html'],
  ['docs/provenance.md', 'provenance.html'],
  ['openapi/openapi.yaml', 'api/index.html'],
  ['src/journal', 'client/journal.html'],
  ['src/observe', 'client/observe.html'],
  ['src/openapi-fetch.ts', 'client/openapi-fetch.html'],
  ['src/fetch-client/', 'client/openapi-fetch.html'],
  ['src/raw-request.ts', 'client/raw-request.html'],
  ['src/undici.ts', 'client/undici.html'],
  ['generated/operations.ts', 'client/operations.html'],
  ['src/', 'client/index.html'],
  ['sandbox/src/', 'client/sandbox.html'],
];

/** Returns the path of the file of the description that an operation is in. */
export function getOperationFile({ path }: Pick<Operation, 'path'>): string {
  return `openapi/${getPathFile(path)}`;
}

/**
 * Finds the page of the site that shows a file of the repository.
 *
 * @param anchor The part of the file: a heading, the method of an operation, or the name of an export.
 * @returns The path from the root of the site, with its anchor; undefined when no page shows the file.
 */
export function findSourcePage(
  file: string,
  anchor: string,
  operations: readonly Operation[],
): string | undefined {
  const hash = anchor && `#${anchor}`;
  const asset = /^docs\/(assets\/.+)$/.exec(file)?.[1];
  if (asset) return asset;
  const guide = /^docs\/(guides\/.+)\.md$/.exec(file)?.[1];
  if (guide) return `${guide}.html${hash}`;
  const operation = operations.find((one) => getOperationFile(one) === file && one.method === anchor);
  if (operation) return `api/${operation.operationId}.html`;
  const model = /^openapi\/schemas\/(\w+)\.yaml$/.exec(file)?.[1];
  if (model) return `api/models.html#${model}`;
  const page = PAGES.find(([prefix]) => file.startsWith(prefix))?.[1];
  return page && page + hash;
}
