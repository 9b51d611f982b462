import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redocly } from '../lib/redocly.js';
import type { Exchange } from './respect.js';
import { DESCRIPTION, type Workspace } from './workspace.js';

/** How exchanges compare with the description. */
export interface Comparison {
  /** What Redocly Drift said of the differences; empty when there are none. */
  readonly differences: string;
  /** How much of the description they exercised. */
  readonly totals: Readonly<Record<string, { readonly covered: number; readonly total: number }>>;
  /** The operations that none of them belongs to. */
  readonly missing: readonly string[];
}

/** The parts of Drift's coverage report that are read here. */
interface Coverage {
  readonly totals: Comparison['totals'];
  readonly operations: readonly {
    readonly operationId: string;
    readonly covered: readonly { readonly kind: string }[];
  }[];
}

/**
 * Holds exchanges against the description, with the formats that Respect does not check.
 *
 * @param url Where the API was.
 * @throws Error with what Redocly printed when it cannot.
 */
export async function compare(
  { folder }: Workspace,
  url: string,
  exchanges: readonly Exchange[],
): Promise<Comparison> {
  const traffic = join(folder, 'traffic.ndjson');
  const report = join(folder, 'coverage.json');
  await writeFile(traffic, exchanges.map((exchange) => JSON.stringify(exchange)).join('\n'));
  const { code, output } = await redocly([
    'drift',
    traffic,
    ...['--api', DESCRIPTION, '--server', url],
    // Less than an error are the parts of a request that are not documented, such as the cursor in a link.
    ...['--min-severity', 'error', '--max-findings', '100'],
    ...['--coverage', '--coverage-output', report],
  ]);
  const text = await readFile(report, 'utf8').catch(() => {
    throw new Error(output);
  });
  const { totals, operations } = JSON.parse(text) as Coverage;
  const missing = operations.filter(({ covered }) => !covered.some(({ kind }) => kind === 'operation'));
  return {
    differences: code === 0 ? '' : output,
    totals,
    missing: missing.map(({ operationId }) => operationId),
  };
}
