import type fc from 'fast-check';
import type { Operation } from '../../../scripts/lib/description.js';
import type { Target, TargetName } from '../targets/target.js';

/** A property of the contract: what holds for every generated case, on every target that can show it. */
export interface Check<Case = unknown> {
  /** Completes "The API …". */
  readonly name: string;
  /** The checks of Schemathesis that it covers. */
  readonly schemathesis: readonly string[];
  /** How many cases a round tries for each operation: more where more can differ. */
  readonly runs: number;
  /** The targets that cannot show it, each with the reason. */
  readonly excluded?: Readonly<Partial<Record<TargetName, string>>>;
  /** What a target shows less of, each with the reason. */
  readonly reduced?: Readonly<Partial<Record<TargetName, string>>>;
  /** Lists the cases that are always tried. */
  listCases(operation: Operation): readonly Case[];
  /** Generates cases, as data that JSON can hold. Undefined where the property says nothing about an operation. */
  generateCases(operation: Operation): fc.Arbitrary<Case> | undefined;
  /** Tries a case. Returns what contradicts the property, a sentence each. */
  findProblems(target: Target, operation: Operation, one: Case): Promise<string[]>;
}

/** A check of any kind of case. A case that it is given is one that it made, or that was kept in its name. */
export function defineCheck<Case>(check: Check<Case>): Check {
  return check as Check;
}
