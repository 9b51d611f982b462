import { actionTypeValues } from '../../generated/operations.js';

/** Whether something that an effect says is as it was asked for, something else, or not certain. */
export type Likeness = 'same' | 'unclear' | 'other';

/** A shorter beginning of a reference is more likely another reference than one that was cut. */
const SHORTEST_CUT = 20;

/** Compares the type of an action with those of an operation. The page says that there may be others. */
export function compareType(type: unknown, types: readonly string[]): Likeness {
  if (types.includes(type as string)) return 'same';
  return (actionTypeValues as readonly unknown[]).includes(type) ? 'other' : 'unclear';
}

/**
 * Compares the reference of an effect with the one that was sent. Without one it can be any, and an API can trim, cut
 * or normalize references, or change their case.
 */
export function compareReference(reference: unknown, sent: unknown): Likeness {
  if (reference === sent) return 'same';
  if (typeof reference !== 'string' || typeof sent !== 'string') return 'unclear';
  const [given, asked] = [fold(reference), fold(sent)];
  const isCut = given.length >= SHORTEST_CUT && asked.startsWith(given);
  return given === '' || given === asked || isCut ? 'unclear' : 'other';
}

function fold(reference: string): string {
  return reference.normalize('NFKC').trim().toLowerCase();
}
