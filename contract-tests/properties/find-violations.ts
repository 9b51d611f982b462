import fc from 'fast-check';
import type { OperationId } from '../../generated/operations.js';
import type { Operation } from '../../scripts/lib/description.js';
import type { Check } from './checks/check.js';
import type { Target, TargetName } from './targets/target.js';

/** A case for which a property of the contract does not hold. */
export interface PropertyViolation {
  readonly check: string;
  readonly operation: OperationId;
  readonly target: TargetName;
  /** The case, shrunk where it was generated. */
  readonly case: unknown;
  readonly problems: readonly string[];
}

/** A check of an operation on a target. */
export interface CheckedOperation {
  readonly check: Check;
  readonly operation: Operation;
  readonly target: Target;
}

/** Tries one case. Returns a violation if there is one. */
export async function tryCase(
  { check, operation, target }: CheckedOperation,
  one: unknown,
): Promise<PropertyViolation | undefined> {
  const problems = await check
    .findProblems(target, operation, one)
    .catch((error: unknown) => [String(error)]);
  if (problems.length === 0) return undefined;
  const operationId = operation.operationId as OperationId;
  return { check: check.name, operation: operationId, target: target.name, case: one, problems };
}

/** How long a failing case is made smaller, in milliseconds. */
const SHRINKING_TIME = 5000;

/**
 * Tries cases at random until one fails, and makes it as small as possible.
 *
 * @returns undefined when none fails.
 */
export async function searchViolation(
  checked: CheckedOperation,
  cases: fc.Arbitrary<unknown>,
  seed: number,
  count: number,
): Promise<PropertyViolation | undefined> {
  let deadline = Number.POSITIVE_INFINITY;
  let smallest: PropertyViolation | undefined;
  const property = fc.asyncProperty(cases, async (one) => {
    if (performance.now() > deadline) return true;
    const violation = await tryCase(checked, one);
    if (!violation) return true;
    smallest = violation;
    deadline = Math.min(deadline, performance.now() + SHRINKING_TIME);
    return false;
  });
  await fc.check(property, { seed, numRuns: count });
  return smallest;
}
