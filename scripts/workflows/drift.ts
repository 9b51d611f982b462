import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redocly } from '../lib/redocly.js';
import type { StepExchange } from './respect.js';
import { DESCRIPTION, type Workspace } from './workspace.js';

/** The comparison of exchanges with the description. */
export interface DriftResult {
  /** The differences as Redocly Drift prints them; empty when there are none. */
  readonly differences: string;
  /** The coverage of the description, by kind of element. */
  readonly totals: Readonly<Record<string, { readonly covered: number; readonly total: number }>>;
  /** The operations without an exchange. */
  readonly missing: readonly string[];
}

/** The part of Drift's coverage report that is read here. */
interface CoverageReport {
  readonly totals: DriftResult['totals'];
  readonly operations: readonly {
    readonly operationId: string;
    readonly covered: readonly { readonly kind: string }[];
  }[];
}

/**
 * Compares exchanges with the description by Redocly Drift, which also checks the formats that Respect does
 * not check.
 *
 * @param url The base URL of the API.
 * @throws Error with the output of Redocly when it cannot compare them.
 */
export async function runDrift(
  { folder }: Workspace,
  url: string,
  exchanges: readonly StepExchange[],
): Promise<DriftResult> {
  const traffic = join(folder, 'traffic.ndjson');
  const report = join(folder, 'coverage.json');
  await writeFile(traffic, exchanges.map((exchange) => JSON.stringify(exchange)).join('\n'));
  const { code, output } = await redocly([
    'drift',
    traffic,
    ...['--api', DESCRIPTION, '--server', url],
    // Undocumented parts of a request, such as the cursor in a link, are less severe than an error.
    ...['--min-severity', 'error', '--max-findings', '100'],
    ...['--coverage', '--coverage-output', report],
  ]);
  const text = await readFile(report, 'utf8').catch(() => {
    throw new Error(output);
  });
  const { totals, operations } = JSON.parse(text) as CoverageReport;
  const missing = operations.filter(({ covered }) => !covered.some(({ kind }) => kind === 'operation'));
  return {
    differences: code === 0 ? '' : output,
    totals,
    missing: missing.map(({ operationId }) => operationId),
  };
}
