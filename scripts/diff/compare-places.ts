import { isDeepStrictEqual } from 'node:util';
import { appendKey, readPointer } from '../lib/json-pointer.js';
import type { DescriptionChange } from './compare-descriptions.js';
import { isComparedWhole, isData, isMapOfNames } from './keywords.js';

/** What a link passes on. Redocly does not look into either. */
const PASSED_ON = ['parameters', 'requestBody'];

/**
 * Compares extensions, examples and links, which Redocly compares only in part, and the security of each operation,
 * which the document can state once for all. What belongs to an added or removed object is a part of that change.
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
  visit(document, '#');
  return values;

  /** @param map The keyword whose map of names the node is. */
  function visit(node: unknown, pointer: string, map?: string): void {
    if (typeof node !== 'object' || node === null) return;
    if (/^#\/paths\/[^/]+$/.test(pointer.slice(0, pointer.lastIndexOf('/'))) && 'operationId' in node)
      values.set(`${pointer}/security`, 'security' in node ? node.security : security);
    for (const [key, value] of Object.entries(node)) {
      const at = appendKey(pointer, key);
      if (pointer === '#/components' && key === 'examples') {
        for (const [name, example] of Object.entries(value as object))
          values.set(appendKey(at, name), example);
      } else if (map === undefined && isComparedWhole(key)) values.set(at, value);
      else if (map === 'links') addLink(value, at);
      else if (map !== undefined || !isData(key)) {
        const isMap = map === undefined && isMapOfNames(key) && !Array.isArray(value);
        visit(value, at, isMap ? key : undefined);
      }
    }
  }

  function addLink(link: object, pointer: string): void {
    for (const [key, value] of Object.entries(link))
      if (PASSED_ON.includes(key)) values.set(appendKey(pointer, key), value);
    visit(link, pointer);
  }
}
