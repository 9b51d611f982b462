import { checkDescription } from '../compare/check-facts.js';
import type { Deviation } from '../compare/compare-facts.js';
import type { Change, Renamed } from '../compare/find-changes.js';
import { BundledDocument } from '../description/bundled-document.js';
import { describedFacts, readDescription } from '../description/read-description.js';
import { type Facts, isBelow } from '../model/facts.js';
import { addElement } from './add-element.js';
import { type DescriptionFiles, locate } from './description-files.js';
import { DescriptionSites } from './description-sites.js';
import type { Bearings, Edit } from './edit.js';
import { editKeyword } from './edit-keyword.js';
import { removeElement, renameElement } from './remove-element.js';
import { SharedObjects } from './shared-objects.js';

/** A change of the page, and in one line what the description needs because of it. */
export type AdvisedChange = Change & { readonly needs: string };

/** What the description needs to say what a changed page says. */
export interface Advice {
  readonly changes: readonly AdvisedChange[];
  /** Where the description deviates from the page for another reason than the changes. */
  readonly unexplained: readonly Deviation[];
}

/**
 * Says for each change of the page what the description needs: which file, and what to do there.
 *
 * @param facts - What the page states now.
 * @param bundle - The bundled description.
 * @param files - The files that it was bundled from.
 */
export function advise(
  changes: readonly Change[],
  facts: Facts,
  bundle: unknown,
  files: DescriptionFiles,
): Advice {
  const description = readDescription(bundle);
  const { deviations } = checkDescription(facts, description);
  const document = new BundledDocument(bundle);
  const bearings: Bearings = {
    root: document.root,
    sites: new DescriptionSites(document),
    inferred: new Set(description.inferred.map(({ pointer }) => pointer)),
    page: facts.operations,
    described: describedFacts(description),
  };
  const shared = new SharedObjects(bearings, deviations);
  return {
    changes: changes.map((change) => {
      const open = deviations.filter((deviation) => explains(change, deviation));
      return { ...change, needs: open.length === 0 ? 'already described' : needs(change, open) };
    }),
    unexplained: deviations.filter((deviation) => !changes.some((change) => explains(change, deviation))),
  };

  function needs(change: Change, open: readonly Deviation[]): string {
    const rename = change.kind === 'renamed' && renameOf(change, open);
    if (rename) return rename;
    return [...new Set(open.map((deviation) => line(deviation, edit(deviation))))].join('; ');
  }

  /** Both names must be due: the description may have one of them already. */
  function renameOf({ before, after }: Renamed, open: readonly Deviation[]): string | undefined {
    const old = open.find(({ element, kind }) => element === before && kind === 'extra');
    const isDue = open.some(({ element, kind }) => element === after && kind === 'missing');
    return old && isDue ? line(old, renameElement(old, after, bearings)) : undefined;
  }

  function edit(deviation: Deviation): Edit {
    if (deviation.kind === 'missing') return addElement(deviation, bearings);
    if (deviation.kind === 'extra') return removeElement(deviation, bearings);
    return editKeyword(deviation, bearings);
  }

  function line(deviation: Deviation, { object, owner, text }: Edit): string {
    const { file, keys } = locate(object, files);
    const others = shared.others(deviation, object, owner);
    const note = others.length === 0 ? '' : `; mind that it also serves ${others.join(', ')}`;
    return `${file}: ${text((...inside) => [...keys, ...inside].join('.'))}${note}`;
  }
}

/** Whether a deviation of the description is due to a change of the page. */
function explains(change: Change, deviation: Deviation): boolean {
  if (change.operation !== deviation.operation) return false;
  const { element, keyword } = deviation;
  const isAbove = (changed: string) => deviation.kind !== 'different' && isBelow(changed, element);
  if (change.kind === 'changed')
    return (
      isAbove(change.element) ||
      (element === change.element && (keyword ?? change.keyword) === change.keyword)
    );
  if (change.element === 'operation') return true;
  const elements = change.kind === 'renamed' ? [change.before, change.after] : [change.element];
  return elements.some((changed) => changed === element || isBelow(element, changed) || isAbove(changed));
}
