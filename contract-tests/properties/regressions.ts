import { readFile, writeFile } from 'node:fs/promises';
import type { OperationId } from '../../generated/operations.js';
import type { PropertyViolation } from './find-violations.js';

/** A case that once failed. */
export interface Regression {
  readonly check: string;
  readonly operation: OperationId;
  readonly case: unknown;
  /** What was wrong then. */
  readonly problems: readonly string[];
}

const FILE = new URL('regressions.json', import.meta.url);

/** Reads the cases that once failed. */
export async function readRegressions(): Promise<Regression[]> {
  return JSON.parse(await readFile(FILE, 'utf8'));
}

/** Writes the cases that once failed. */
export async function writeRegressions(regressions: readonly Regression[]): Promise<void> {
  await writeFile(FILE, `${JSON.stringify(regressions, undefined, 2)}\n`);
}

/** Adds the cases of violations to those that are kept, each once. */
export function addRegressions(
  kept: readonly Regression[],
  violations: readonly PropertyViolation[],
): readonly Regression[] {
  const all = [
    ...kept,
    ...violations.map(({ check, operation, case: one, problems }) => ({
      check,
      operation,
      case: one,
      problems,
    })),
  ];
  const keyOf = ({ check, operation, case: one }: Regression) => JSON.stringify([check, operation, one]);
  const keys = all.map(keyOf);
  return all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
