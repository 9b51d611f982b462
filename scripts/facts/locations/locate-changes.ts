import { findMismatches } from '../compare/check-facts.js';
import type { Mismatch } from '../compare/compare-facts.js';
import type { Change, TextChanged } from '../compare/find-changes.js';
import { findDoubt } from '../compare/find-doubt.js';
import { BundledDocument } from '../description/bundled-document.js';
import { type Description, readDescription } from '../description/read-description.js';
import { type Facts, isBelow } from '../model/facts.js';
import { type DescriptionFiles, locate } from './description-files.js';
import { findPointer } from './find-pointer.js';

/** A change of the page, and what it needs in the description: files with pointers, or a few words. */
export type LocatedChange = Change & {
  readonly needs: string;
  /** The open questions of the guide that the change may answer. */
  readonly answers?: readonly string[];
};

/** What a changed page needs in the description. */
export interface LocatedChanges {
  readonly changes: readonly LocatedChange[];
  /** Where the description does not match the page for another reason than the changes. */
  readonly unexplained: readonly Mismatch[];
}

/**
 * Finds for each change of the page where the description has to follow it.
 *
 * @param facts What the page states now.
 * @param bundle The bundled description.
 * @param files The files that it was bundled from.
 */
export function locateChanges(
  changes: readonly Change[],
  facts: Facts,
  bundle: unknown,
  files: DescriptionFiles,
): LocatedChanges {
  const description = readDescription(bundle);
  const document = new BundledDocument(bundle);
  const mismatches = findMismatches(facts, description);
  const find = (mismatch: Mismatch) =>
    locate(findPointer(mismatch, description.operations[mismatch.operation] ?? {}, document), files);
  return {
    changes: changes.map((change) => {
      if (change.kind === 'text') return { ...change, needs: locateText(change, description, files) };
      const doubt = findDoubt(change, changes);
      if (doubt !== undefined) return { ...change, needs: `not certain, read the page: ${doubt}` };
      const places = new Set(mismatches.filter((mismatch) => explains(change, mismatch)).map(find));
      return { ...change, needs: places.size === 0 ? 'already described' : [...places].join(', ') };
    }),
    unexplained: mismatches.filter((mismatch) => !changes.some((change) => explains(change, mismatch))),
  };
}

/** Where the description says in its own words what the text says; whether it has to change, a person decides. */
function locateText(
  { operation, element }: TextChanged,
  { operations }: Description,
  files: DescriptionFiles,
): string {
  const { [operation]: elements = {} } = operations;
  const pointer = (elements[element] ?? elements['operation'])?.pointer;
  return pointer === undefined
    ? 'read it: it is outside the operations'
    : `read it, and compare ${locate(pointer, files)}`;
}

/** Tells whether a mismatch of the description is due to a change of the page. */
function explains(change: Change, mismatch: Mismatch): boolean {
  if (change.operation !== mismatch.operation || change.kind === 'text') return false;
  const { element, keyword } = mismatch;
  const isAbove = (changed: string) => mismatch.kind !== 'different' && isBelow(changed, element);
  if (change.kind === 'changed')
    return (
      isAbove(change.element) ||
      (element === change.element && (keyword ?? change.keyword) === change.keyword)
    );
  if (change.element === 'operation') return true;
  const elements = change.kind === 'renamed' ? [change.before, change.after] : [change.element];
  return elements.some((changed) => changed === element || isBelow(element, changed) || isAbove(changed));
}
