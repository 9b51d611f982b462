import { type Change, isMarked } from './find-changes.js';

/** Explains why the meaning of a change is not certain; undefined if it is. */
export function findDoubt(change: Change, changes: readonly Change[]): string | undefined {
  const others = changes.filter((other) => other !== change && other.operation === change.operation);
  const hasNewText = (element: string) =>
    others.some((other) => other.kind === 'text' && other.text !== '' && other.element === element);
  switch (change.kind) {
    case 'changed':
      if (change.keyword === 'spelling')
        return 'a title may begin with a capital letter although the name of the field does not';
      return change.after === undefined && hasNewText(change.element)
        ? `the text changed as well, and may state ${change.keyword} in words`
        : undefined;
    case 'renamed':
      return hasNewText(change.after)
        ? 'the text changed as well, so that it may be another field'
        : undefined;
    case 'added':
    case 'removed': {
      const opposite = change.kind === 'added' ? 'removed' : 'added';
      const pair = others.find(({ kind, element }) => kind === opposite && isMarked(element, change.element));
      return pair && `${pair.element} and ${change.element} may be one field, with a mark after its name`;
    }
    case 'text':
      return undefined;
  }
}
