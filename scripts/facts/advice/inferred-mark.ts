import { type Place, resolve } from '../description/bundled-document.js';
import { isObject } from '../model/facts.js';
import type { Site } from './description-sites.js';
import type { Bearings } from './edit.js';

/**
 * Pointer to the object whose `x-inferred` hides an element, or only a keyword of it: where the element is
 * named, or where its `$ref`s lead. Undefined when nothing hides it.
 */
export function findMark({ root, inferred }: Bearings, site: Site, keyword?: string): string | undefined {
  const refs = [site.holder, site.schema].flatMap((opened) =>
    opened ? [opened.pointer, ...opened.refs] : [],
  );
  const objects = [...chain(root, site.place), ...refs];
  return objects.find((object) => inferred.has(keyword === undefined ? object : `${object}/${keyword}`));
}

function chain(root: Place, pointer: string, before: readonly string[] = []): readonly string[] {
  if (before.includes(pointer)) return before;
  const { value } = resolve(root, pointer);
  const ref = isObject(value) ? value['$ref'] : undefined;
  const objects = [...before, pointer];
  return typeof ref === 'string' ? chain(root, ref, objects) : objects;
}
