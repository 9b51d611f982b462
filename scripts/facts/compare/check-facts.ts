import { type Description, readDescription } from '../description/read-description.js';
import type { DescribedElement } from '../description/schema-reader.js';
import {
  type Constraint,
  countConstraints,
  countFacts,
  type Facts,
  isBelow,
  type Operations,
} from '../model/facts.js';
import { checkProse } from './check-prose.js';
import { compareFacts, type Mismatch } from './compare-facts.js';

/** The comparison of the description with the page. */
export interface FactsCheck {
  readonly mismatches: readonly Mismatch[];
  /** Every problem and mismatch as a line of text; empty when the description states what the page states. */
  readonly lines: readonly string[];
  readonly operations: number;
  readonly facts: number;
  readonly constraints: number;
  readonly inferred: number;
}

/**
 * Checks that a description states everything that the page states, and marks all else as inferred.
 *
 * @param facts What the page states.
 * @param bundle The bundled OpenAPI document.
 */
export function checkFacts(facts: Facts, bundle: unknown): FactsCheck {
  const description = readDescription(bundle);
  const { operations, inferred, problems } = description;
  const mismatches = findMismatches(facts, description);
  return {
    mismatches,
    lines: [
      ...problems,
      ...mismatches.map((mismatch) => renderLine(mismatch, operations[mismatch.operation] ?? {})),
      ...checkProse(facts, description),
    ],
    operations: Object.keys(facts.operations).length,
    facts: countFacts(facts.operations),
    constraints: countConstraints(facts.operations),
    inferred: inferred.length,
  };
}

/**
 * Finds where the description states other facts than the page. How the page spells a title is a fact of the page
 * alone: the description states the name of the field.
 */
export function findMismatches({ operations }: Facts, description: Description): Mismatch[] {
  return compareFacts(operations, description.facts).filter(
    (mismatch) => mismatch.keyword !== 'spelling' && !isStatedOfScheme(mismatch, operations),
  );
}

/**
 * The page does not repeat the bearer format with every operation, while OpenAPI states it once, with the
 * scheme: a format that the page states with one operation applies to all of them.
 */
function isStatedOfScheme({ element, keyword, before, after }: Mismatch, operations: Operations): boolean {
  if (element !== 'security' || keyword !== 'bearerFormat' || before !== undefined) return false;
  return Object.values(operations).some(({ security }) => security?.['bearerFormat'] === after);
}

function renderLine(mismatch: Mismatch, elements: Readonly<Record<string, DescribedElement>>): string {
  const { operation, element, kind, keyword, before, after } = mismatch;
  const where = `  (${nearestPointer(element, elements)})`;
  const subject = `${operation}  ${element}`;
  if (kind === 'missing') return `${subject}: on the page, but not in the description${where}`;
  if (kind === 'extra') return `${subject}: not on the page: mark it with x-inferred or remove it${where}`;
  const remedy = before === undefined ? ': mark it with x-inferred or remove it' : '';
  const values = `the page states ${renderConstraint(before)}, the description ${renderConstraint(after)}`;
  return `${subject}  ${keyword}: ${values}${remedy}${where}`;
}

/** Pointer to the element, or to the nearest one above it that the description has. */
function nearestPointer(element: string, elements: Readonly<Record<string, DescribedElement>>): string {
  const above = Object.keys(elements).filter((other) => other === element || isBelow(element, other));
  const nearest = above.sort((a, b) => b.length - a.length)[0] ?? 'operation';
  return elements[nearest]?.pointer ?? '#/paths';
}

function renderConstraint(constraint: Constraint | undefined): string {
  if (constraint === undefined) return 'nothing';
  return typeof constraint === 'string' ? constraint : JSON.stringify(constraint);
}
