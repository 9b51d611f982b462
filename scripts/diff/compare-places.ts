import { isDeepStrictEqual } from 'node:util';
import { appendKey, readPointer } from '../lib/json-pointer.js';
import type { DescriptionChange } from './compare-descriptions.js';
import { isComparedWhole, isData, isMapOfNames } from './keywords.js';

/**
 * Compares extensions and examples, which Redocly compares only in part, and the security of each operation, which
 * the document can state once for all. What belongs to an added or removed object is a part of that change.
 */
export function comparePlaces(base: object, revision: object): DescriptionChange[] {
  const values = listValues(base);
  const current = listValues(revision);
  return [...new Set([...values.keys(), ...current.keys()])].flatMap((pointer) => {
    const holder = pointer.slice(0, pointer.lastIndexOf('/'));
    const isInBoth = [base, revision].every((document) => readPointer(document, holder) !== undefined);
    const [before, after] = [values.get(pointer), current.get(pointer)];
    if (!isInBoth || isDeepStrictEqual(before, after)) return [];
    const property = pointer.slice(holder.length + 1);
    return [
      {
        path: pointer,
        typeName: 'Place',
        kind: 'modified',
        impact: 'patch',
        verdicts: [],
        property,
        base: { pointer, value: before },
        revision: { pointer, value: after },
      },
    ];
  });
}

/** Lists the values to compare by their pointers; those of security as they apply to each operation. */
function listValues(document: object): Map<string, unknown> {
  const values = new Map<string, unknown>();
  const security = readPointer(document, '#/security');
  visit(document, '#', false);
  return values;

  function visit(node: unknown, pointer: string, isMap: boolean): void {
    if (typeof node !== 'object' || node === null) return;
    if (/^#\/paths\/[^/]+$/.test(pointer.slice(0, pointer.lastIndexOf('/'))) && 'operationId' in node)
      values.set(`${pointer}/security`, 'security' in node ? node.security : security);
    for (const [key, value] of Object.entries(node)) {
      const at = appendKey(pointer, key);
      if (pointer === '#/components' && key === 'examples') {
        for (const [name, example] of Object.entries(value as object))
          values.set(appendKey(at, name), example);
      } else if (!isMap && isComparedWhole(key)) values.set(at, value);
      else if (isMap || !isData(key)) visit(value, at, !isMap && isMapOfNames(key) && !Array.isArray(value));
    }
  }
}
