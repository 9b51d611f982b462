import { parsePointer } from '../../lib/json-pointer.js';
import type { Mutant } from '../runner/mutant.js';
import type { Node } from './walk-description.js';

/** A mutant of the description: one of its objects is replaced. */
export interface DescriptionMutant extends Mutant {
  /** The place of the object, as a JSON pointer (RFC 6901) without `#`. */
  readonly pointer: string;
  readonly node: Node;
}

/** Returns the description with the change of a mutant. The rest is shared with the original. */
export function applyDescriptionMutant<Document extends object>(
  document: Document,
  { pointer, node }: DescriptionMutant,
): Document {
  return replaceAt(document, parsePointer(pointer), node) as Document;
}

function replaceAt(value: unknown, keys: readonly string[], node: Node): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return node;
  const child = replaceAt((value as Node)[key], rest, node);
  if (Array.isArray(value)) return value.with(Number(key), child);
  return { ...(value as Node), [key]: child };
}
