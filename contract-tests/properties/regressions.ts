import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { OperationId } from '../../generated/operations.js';
import { writeFiles } from '../../scripts/lib/files.js';
import { readOutput } from '../../scripts/lib/run-process.js';
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
const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const BIOME = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** Reads the cases that once failed. */
export async function readRegressions(): Promise<Regression[]> {
  return JSON.parse(await readFile(FILE, 'utf8'));
}

/** Writes the cases that once failed. */
export async function writeRegressions(regressions: readonly Regression[]): Promise<void> {
  writeFiles(new Map([[FILE, await formatRegressions(regressions)]]));
}

/** Formats cases as the file has them: as Biome does, which keeps the lines of an object that begins with a line break. */
export async function formatRegressions(regressions: readonly Regression[]): Promise<string> {
  const lines = regressions.map(({ check, operation, case: one, problems }) =>
    JSON.stringify({ check, operation, case: one, problems }).replace('{', '{\n'),
  );
  const args = [BIOME, 'format', '--stdin-file-path', 'regressions.json'];
  return readOutput(process.execPath, args, { input: `[${lines.join()}]`, cwd: FOLDER });
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
