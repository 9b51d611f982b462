import type { Deviation } from '../compare/compare-facts.js';
import { resolve } from '../description/bundled-document.js';
import { type Constraint, isObject } from '../model/facts.js';
import { type Bearings, type Edit, home, isField, NOWHERE, type PathOf, steps } from './edit.js';
import { editMembership } from './edit-membership.js';
import { findMark } from './inferred-mark.js';

/** What is said beside the schema of a parameter, header or body. */
const BESIDE_SCHEMA = new Set(['required', 'content', 'example']);

/** What to do where the description states another value of a keyword than the page. */
export function editKeyword(deviation: Deviation, bearings: Bearings): Edit {
  const { operation, before: wanted, after: described } = deviation;
  if (isField(deviation.element) && deviation.keyword?.startsWith('required'))
    return editMembership(deviation, bearings);
  const { owner, keyword } = subject(deviation, bearings);
  const site = bearings.sites.find(operation, owner);
  if (!site) {
    const object = bearings.sites.find(operation, 'operation')?.place ?? NOWHERE;
    return { object, owner: 'operation', text: (path) => `describe ${owner} of ${path()} as the page does` };
  }
  const mark = described === undefined && findMark(bearings, site, keyword);
  if (mark) {
    const { value } = resolve(bearings.root, `${mark}/${keyword}`);
    return { object: mark, owner, text: (path) => unmarking(keyword, wanted, value, path) };
  }
  if (keyword === 'type' && isSame(withoutNull(wanted), withoutNull(described))) {
    const kind = [wanted].flat().includes('null') ? 'nullable' : 'not nullable';
    return { object: site.place, owner, text: (path) => `make ${path() || 'it'} ${kind}` };
  }
  const said = (BESIDE_SCHEMA.has(keyword) ? site.holder : undefined) ?? site.schema ?? site.holder;
  const object = said ? home(said, keyword) : site.place;
  return { object, owner, text: (path) => setting(keyword, wanted, described, path) };
}

/** The type of items is a fact of their array, and stands with the items wherever there are any. */
function subject({ operation, element, keyword = '' }: Deviation, { sites }: Bearings) {
  const items = `${element}[]`;
  if (keyword !== 'items') return { owner: element, keyword: keyword === 'beta' ? 'x-beta' : keyword };
  return sites.find(operation, items)
    ? { owner: items, keyword: 'type' }
    : { owner: element, keyword: 'items.type' };
}

/** What is marked beside a `$ref` is stated elsewhere, and a content is no value but a map. */
function unmarking(keyword: string, wanted: Constraint | undefined, value: unknown, path: PathOf): string {
  const isOther = value !== undefined && !isObject(value) && !isSame(value, wanted);
  return steps(
    `remove ${path('x-inferred', keyword)}`,
    isOther && `set ${path(keyword)} to ${JSON.stringify(wanted)}`,
  );
}

function setting(
  keyword: string,
  wanted: Constraint | undefined,
  described: Constraint | undefined,
  path: PathOf,
): string {
  const [to, of] = ['to', 'of'].map((preposition) => (path() === '' ? '' : ` ${preposition} ${path()}`));
  if (wanted === undefined) return `remove ${path(keyword)}, or mark it with x-inferred`;
  if (described === undefined) return `add ${keyword}: ${JSON.stringify(wanted)}${to}`;
  if (!Array.isArray(wanted) || !Array.isArray(described))
    return `set ${path(keyword)} to ${JSON.stringify(wanted)}`;
  const added = wanted.filter((member) => !described.includes(member));
  const dropped = described.filter((member) => !wanted.includes(member));
  const list = `the ${keyword}${of}`;
  return steps(
    added.length > 0 && `add ${words(added)} to ${list}`,
    dropped.length > 0 && `take ${words(dropped)} out of ${added.length > 0 ? 'it' : list}`,
  );
}

function words(members: readonly Constraint[]): string {
  return members.map((member) => JSON.stringify(member)).join(', ');
}

function withoutNull(type: Constraint | undefined): readonly unknown[] {
  return [type].flat().filter((name) => name !== 'null');
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
