import type { Deviation } from '../compare/compare-facts.js';
import { type Bearings, type Edit, home, NOWHERE, nameOf, ownerOf, type PathOf, steps } from './edit.js';
import { findMark } from './inferred-mark.js';

/** What to do where a field is to be in, or out of, the lists of required fields that its object has. */
export function editMembership(deviation: Deviation, bearings: Bearings): Edit {
  const { operation, element, before: wanted, after: described } = deviation;
  const keyword = deviation.keyword === 'required' ? 'required' : 'dependentRequired';
  const owner = ownerOf(element);
  const site = bearings.sites.find(operation, owner);
  const mark = site && described === undefined && findMark(bearings, site, keyword);
  if (mark) return { object: mark, owner, text: (path) => `remove ${path('x-inferred', keyword)}` };

  const name = JSON.stringify(nameOf(element));
  // Fields that depend on another one are listed by the name of that one.
  const list = (path: PathOf, partner: unknown) =>
    keyword === 'required' ? path(keyword) : path(keyword, String(partner));
  return {
    object: site?.schema ? home(site.schema, keyword) : NOWHERE,
    owner,
    text: (path) =>
      steps(
        wanted !== undefined && `add ${name} to ${list(path, wanted)}`,
        described !== undefined && `take ${name} out of ${list(path, described)}`,
      ),
  };
}
