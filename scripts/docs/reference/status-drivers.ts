import { readFile } from 'node:fs/promises';
import { type Document, listOperations } from '../../lib/description.js';

const file = new URL('../../../docs/status-drivers.json', import.meta.url);

/** What makes an operation respond with a status, in the order of the legend. */
export const DRIVERS = ['mock', 'sandbox', 'fault', 'workflow', 'live'] as const;
export type Driver = (typeof DRIVERS)[number];

/** The drivers of each documented status, by operation ID. */
export type StatusDrivers = Readonly<Record<string, Readonly<Record<string, readonly Driver[]>>>>;

/**
 * Reads what drives each documented status, as the contract tests observed it.
 *
 * @throws Error when the file lacks a documented status.
 */
export async function readStatusDrivers(document: Document): Promise<StatusDrivers> {
  const drivers = JSON.parse(await readFile(file, 'utf8')) as StatusDrivers;
  requireDocumentedStatuses(drivers, document);
  return drivers;
}

/** @throws Error when a documented status is missing. */
export function requireDocumentedStatuses(drivers: StatusDrivers, document: Document): void {
  for (const { operationId, responses } of listOperations(document)) {
    for (const { status } of responses) {
      if (drivers[operationId]?.[status]) continue;
      throw new Error(
        `docs/status-drivers.json lacks ${operationId} ${status}. \`npm run pictures\` writes it again.`,
      );
    }
  }
}
