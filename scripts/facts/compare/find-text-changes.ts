import { type Facts, isBelow, type Page } from '../model/facts.js';
import type { Change, TextChanged } from './find-changes.js';

/**
 * Finds the texts that have changed. The text of an added or removed element is a part of that change.
 *
 * @param changes The changes between the facts of both.
 */
export function findTextChanges(known: Facts, page: Page, changes: readonly Change[]): TextChanged[] {
  const names = new Set([...Object.keys(known.texts), ...Object.keys(page.texts)]);
  return [...names].flatMap((operation) => {
    const { [operation]: old } = known.operations;
    const { [operation]: current } = page.operations;
    if (!old !== !current) return [];
    const follow = followRenames(changes.filter((change) => change.operation === operation));
    const texts = Object.entries(known.texts[operation] ?? {});
    const before = new Map(texts.map(([element, hash]) => [follow(element), hash]));
    const after = new Map(Object.entries(page.texts[operation] ?? {}));
    const oldElements = new Set(Object.keys(old ?? {}).map(follow));
    return [...new Set([...before.keys(), ...after.keys()])]
      .filter((element) => before.get(element) !== after.get(element))
      .filter((element) => oldElements.has(element) === element in (current ?? {}))
      .map((element) => ({
        operation,
        element,
        kind: 'text',
        text: page.prose[operation]?.[element] ?? '',
      }));
  });
}

/** Returns the path that an element has now. */
function followRenames(changes: readonly Change[]): (element: string) => string {
  const renames = changes.filter((change) => change.kind === 'renamed');
  return (element) => {
    const rename = renames.find(({ before }) => element === before || isBelow(element, before));
    return rename ? `${rename.after}${element.slice(rename.before.length)}` : element;
  };
}
