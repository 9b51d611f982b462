import fc from 'fast-check';
import type { OperationId } from '../../generated/operations.js';
import type { Operation } from '../../scripts/lib/description.js';
import type { Check } from './checks/check.js';
import { reduceCase } from './reduce-case.js';
import { hasSameValidity } from './requests/request-validity.js';
import type { Target, TargetName } from './targets/target.js';

/** A case for which a property of the contract does not hold. */
export interface PropertyViolation {
  readonly check: string;
  readonly operation: OperationId;
  readonly target: TargetName;
  /** The case, as small as it was made. */
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

/**
 * What the problems of a violation say, each without what differs from case to case: values in quotes, JSON, numbers
 * apart from statuses, and ids.
 */
export function listProblemKinds({ problems }: Pick<PropertyViolation, 'problems'>): string[] {
  return problems.map((problem) =>
    problem.replace(/[{[].*|"[^"]*"/gs, '…').replace(/\b(?![1-5]\d\d\b)[\w-]*\d[\w-]*/g, '…'),
  );
}

/**
 * Tries cases at random until one fails.
 *
 * @param isKnown Whether a violation is not looked for, because it was found before.
 * @returns undefined when none fails.
 */
export async function searchViolation(
  checked: CheckedOperation,
  cases: fc.Arbitrary<unknown>,
  seed: number,
  count: number,
  isKnown: (violation: PropertyViolation) => boolean = () => false,
): Promise<PropertyViolation | undefined> {
  let found: PropertyViolation | undefined;
  const property = fc.asyncProperty(cases, async (one) => {
    const violation = await tryCase(checked, one);
    if (!violation || isKnown(violation)) return true;
    found = violation;
    return false;
  });
  await fc.check(property, { seed, numRuns: count, endOnFailure: true });
  return found;
}

/** How long the case of a violation is made smaller, in ms. */
const REDUCING_TIME = 5000;

/**
 * Makes the case of a violation as small as possible: one with a problem of the same kind, whose requests are as
 * valid as before.
 *
 * @param isKnown Whether a violation was found before, so that it is another one.
 */
export async function reduceViolation(
  checked: CheckedOperation,
  violation: PropertyViolation,
  isKnown: (violation: PropertyViolation) => boolean = () => false,
): Promise<PropertyViolation> {
  const deadline = performance.now() + REDUCING_TIME;
  const kinds = listProblemKinds(violation);
  let smallest = violation;
  await reduceCase(violation.case, async (smaller) => {
    if (performance.now() > deadline || !hasSameValidity(violation.case, smaller)) return false;
    const other = await tryCase(checked, smaller);
    if (!other || isKnown(other) || !listProblemKinds(other).every((kind) => kinds.includes(kind)))
      return false;
    smallest = other;
    return true;
  });
  return smallest;
}
