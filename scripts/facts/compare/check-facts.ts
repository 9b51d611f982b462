import {
  type Described,
  type Description,
  describedFacts,
  readDescription,
} from '../description/read-description.js';
import {
  type Constraint,
  countConstraints,
  countFacts,
  type Facts,
  isBelow,
  type Operations,
} from '../model/facts.js';
import { compareFacts, type Deviation } from './compare-facts.js';

/** How the description stands to the page. */
export interface FactsCheck {
  readonly deviations: readonly Deviation[];
  /** Every problem and deviation in words; empty when the description says what the page says. */
  readonly lines: readonly string[];
  readonly operations: number;
  readonly facts: number;
  readonly constraints: number;
  readonly inferred: number;
}

/**
 * Checks that a description says all that the page states, and marks everything else as inferred.
 *
 * @param facts - What the page states.
 * @param bundle - The bundled OpenAPI document.
 */
export function checkFacts(facts: Facts, bundle: unknown): FactsCheck {
  return checkDescription(facts, readDescription(bundle));
}

/** The same check of a description that has been read already. */
export function checkDescription(facts: Facts, description: Description): FactsCheck {
  const { operations, inferred, problems } = description;
  const deviations = compareFacts(facts.operations, describedFacts(description)).filter(
    (deviation) => !isStatedOfScheme(deviation, facts.operations),
  );
  const inWords = (deviation: Deviation) => line(deviation, operations[deviation.operation] ?? {});
  return {
    deviations,
    lines: [...problems, ...deviations.map(inWords)],
    operations: Object.keys(facts.operations).length,
    facts: countFacts(facts.operations),
    constraints: countConstraints(facts.operations),
    inferred: inferred.length,
  };
}

/**
 * The page does not repeat the bearer format with every operation, while OpenAPI states it once, with the
 * scheme: so the format that the page states with one operation holds for all.
 */
function isStatedOfScheme({ element, keyword, before, after }: Deviation, operations: Operations): boolean {
  if (element !== 'security' || keyword !== 'bearerFormat' || before !== undefined) return false;
  return Object.values(operations).some(({ security }) => security?.['bearerFormat'] === after);
}

function line(deviation: Deviation, elements: Readonly<Record<string, Described>>): string {
  const { operation, element, kind, keyword, before, after } = deviation;
  const where = `  (${pointerOf(element, elements)})`;
  const subject = `${operation}  ${element}`;
  if (kind === 'missing') return `${subject}: on the page, but not in the description${where}`;
  if (kind === 'extra') return `${subject}: not on the page: mark it with x-inferred or remove it${where}`;
  const advice = before === undefined ? ': mark it with x-inferred or remove it' : '';
  const values = `the page says ${words(before)}, the description ${words(after)}`;
  return `${subject}  ${keyword}: ${values}${advice}${where}`;
}

/** Where the element stands, or the nearest one above it that the description has. */
function pointerOf(element: string, elements: Readonly<Record<string, Described>>): string {
  const above = Object.keys(elements).filter((other) => other === element || isBelow(element, other));
  const nearest = above.sort((a, b) => b.length - a.length)[0] ?? 'operation';
  return elements[nearest]?.pointer ?? '#/paths';
}

function words(constraint: Constraint | undefined): string {
  if (constraint === undefined) return 'nothing';
  return typeof constraint === 'string' ? constraint : JSON.stringify(constraint);
}
