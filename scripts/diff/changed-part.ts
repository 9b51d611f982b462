import { listSchemasByUse } from '../generate/reachable.js';
import type { Document, Schema } from '../lib/description.js';
import { readPointer } from '../lib/json-pointer.js';
import type { DescriptionChange } from './compare-descriptions.js';

/** A description, with the objects that its requests and responses contain. */
export interface UsedDescription {
  readonly document: Document;
  readonly uses: ReturnType<typeof listSchemasByUse>;
}

/** The part of both descriptions that a change concerns. */
export interface ChangedPart {
  readonly isInRequests: boolean;
  readonly isInResponses: boolean;
  /** The object that has or had the changed keyword. */
  readonly before: Schema;
  readonly after: Schema;
}

export function readUses(document: Document): UsedDescription {
  return { document, uses: listSchemasByUse(document) };
}

/** Finds what a change concerns. A pointer of one side leads to the same place of the other where that has none. */
export function findChangedPart(
  change: DescriptionChange,
  base: UsedDescription,
  revision: UsedDescription,
): ChangedPart {
  const pointer = change.revision?.pointer ?? change.base?.pointer ?? change.path;
  const sides = [
    { ...base, pointer, ...change.base },
    { ...revision, pointer, ...change.revision },
  ];
  const isIn = (use: 'requests' | 'responses') =>
    sides.some(({ document, uses, pointer }) => uses[use].has(nearestObject(document, pointer)));
  const holderOf = ({ document, pointer, value }: (typeof sides)[number]) => {
    // Redocly points to the object where a keyword of it is missing.
    const isHolder = change.property !== undefined && value === undefined;
    // The object with a pattern is the one that has all of its patterns.
    const holder = isHolder ? pointer : parentOf(pointer).replace(/\/patternProperties$/, '');
    return nearestObject(document, holder);
  };
  const [before, after] = sides.map(holderOf) as [Schema, Schema];
  return { isInRequests: isIn('requests'), isInResponses: isIn('responses'), before, after };
}

/** The object at a pointer, or the nearest one above it. */
function nearestObject(document: Document, pointer: string): Schema {
  const value = readPointer(document, pointer);
  return typeof value === 'object' && value !== null
    ? (value as Schema)
    : nearestObject(document, parentOf(pointer));
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}
