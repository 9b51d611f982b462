import { operations } from '../../contract/src/conformance/description.js';
import type { OperationId } from '../../generated/operations.js';
import { parseArguments, readInteger, selectNames } from '../../scripts/lib/arguments.js';
import { TARGET_NAMES, type TargetName } from './targets/target.js';

/** The environment variable that seeds the properties, in tests as well. */
export const SEED_VARIABLE = 'LDDPAY_PROPERTIES_SEED';

/** What a run of the properties tries. */
export interface PropertyOptions {
  /** How many requests are generated, apart from those that make a failing case smaller. */
  readonly requests: number;
  /** The seed of all that is random. */
  readonly seed: number;
  readonly operations: readonly OperationId[];
  readonly targets: readonly TargetName[];
}

export const OPERATION_IDS = operations.map(({ operationId }) => operationId as OperationId);

export const USAGE = `Usage: npm run test:properties -- [options]

Generates requests from the schemas of the description, valid ones and such that break
one keyword in one place, sends them to the sandbox and to Prism's mock, and checks
every response against the description. A case that fails is made as small as possible
and kept in contract-tests/properties/regressions.json, which is tried first.

  --requests N       how many requests are generated (default 100000): at most three
                     quarters of them for the listed cases, and the seed chooses some
                     where these are too few for all
  --seed N           the seed of all that is random (default: ${SEED_VARIABLE},
                     else another one each time)
  --operation NAME   only this operation; can be repeated
  --target NAME      only this target: ${TARGET_NAMES.join(', ')}; can be repeated
  --help             shows this text

Exit status: 0 no violation; 1 violations, or the run failed; 2 the arguments are wrong.
`;

/**
 * Reads the arguments of the command line; undefined when they ask for help.
 *
 * @throws {UsageError} When they are wrong.
 */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): PropertyOptions | undefined {
  const parsed = parseArguments(args, {
    options: {
      requests: { type: 'string', default: '100000' },
      seed: { type: 'string' },
      operation: { type: 'string', multiple: true, default: [] },
      target: { type: 'string', multiple: true, default: [] },
    },
  });
  if (!parsed) return undefined;
  const { requests, seed, operation, target } = parsed.values;
  return {
    requests: readInteger('--requests', requests, 1),
    seed:
      seed === undefined ? readSeed(env, Math.floor(Math.random() * 1e9)) : readInteger('--seed', seed, 0),
    operations: selectNames(operation, OPERATION_IDS, 'operation'),
    targets: selectNames(target, TARGET_NAMES, 'target'),
  };
}

/**
 * Reads the seed from the environment.
 *
 * @throws {UsageError} When it is no integer.
 */
export function readSeed(env: Readonly<Record<string, string | undefined>>, otherwise: number): number {
  const text = env[SEED_VARIABLE];
  return text === undefined || text === '' ? otherwise : readInteger(SEED_VARIABLE, text, 0);
}
