import { availableParallelism } from 'node:os';
import { parseArguments, readInteger, readOutputFile, UsageError } from '../lib/arguments.js';
import { TARGETS, type TargetName } from './targets.js';

/** What a run does. */
export interface MutationOptions {
  readonly target: TargetName;
  /** How many mutants are drawn; undefined for all. */
  readonly sample: number | undefined;
  readonly seed: number;
  /** The mutators whose mutants are checked; undefined for all. */
  readonly only: readonly string[] | undefined;
  readonly workers: number;
  /** The file that the report is written to. */
  readonly json: string | undefined;
}

const TARGET_NAMES = Object.keys(TARGETS) as TargetName[];

export const USAGE = `Usage: npm run test:mutation -- TARGET [options]

Changes the project in one small place at a time, in a scratch copy, and runs the tests
that have to notice, then the check of types. Lists the changes that nothing notices.
Results are kept in node_modules/.cache/ until something that they depend on changes.

  TARGET          what is changed: ${TARGET_NAMES.join(', ')}
  --all           checks every mutant
  --sample N      checks N mutants (default: all of the description, 150 of the others)
  --seed N        the seed of the sample (default 1)
  --only MUTATOR  checks the mutants of one mutator; can be repeated
  --workers N     worker processes (default: one for each core)
  --json FILE     also writes the report as JSON
  --help          shows this text

Exit status: 0 enough mutants were killed; 1 too few were, or an excuse in
scripts/mutation/excuses.yaml no longer applies; 2 the arguments are wrong.
`;

/**
 * Reads the arguments of the command line; undefined when they ask for help.
 *
 * @throws {UsageError} When they are wrong.
 */
export function readOptions(args: readonly string[]): MutationOptions | undefined {
  const parsed = parseArguments(args, {
    options: {
      all: { type: 'boolean', default: false },
      sample: { type: 'string' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', multiple: true },
      workers: { type: 'string', default: `${availableParallelism()}` },
      json: { type: 'string' },
    },
    positionals: ['TARGET'],
  });
  if (!parsed) return undefined;
  const { values, positionals } = parsed;
  const target = readTarget(positionals[0]);
  if (values.all && values.sample !== undefined) throw new UsageError('Choose one of --all, --sample.');
  const size =
    values.sample === undefined ? TARGETS[target].sample : readInteger('--sample', values.sample, 1);
  return {
    target,
    sample: values.all ? undefined : size,
    seed: readInteger('--seed', values.seed, 0),
    only: values.only,
    workers: readInteger('--workers', values.workers, 1),
    json: readOutputFile('--json', values.json),
  };
}

function readTarget(name: string): TargetName {
  const target = TARGET_NAMES.find((one) => one === name);
  if (!target) throw new UsageError(`TARGET must be one of ${TARGET_NAMES.join(', ')}.`);
  return target;
}
