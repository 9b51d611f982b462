import type { Deviation } from '../compare/compare-facts.js';
import { type Fact, isBelow } from '../model/facts.js';
import type { Site } from './description-sites.js';
import { type Bearings, type Edit, home, isField, NOWHERE, nameOf, ownerOf, type PathOf } from './edit.js';
import { findMark } from './inferred-mark.js';

const IN_SCHEMA = /[.)\]]/;

/** What to do where the page states an element that the description lacks. */
export function addElement({ operation, element }: Deviation, bearings: Bearings): Edit {
  const { sites, page } = bearings;
  if (element === 'operation') {
    const text = 'list its path, with a file in openapi/paths/ that describes it';
    return { object: NOWHERE, owner: element, text: () => text };
  }
  const itself = sites.find(operation, element);
  const hidden = itself && findMark(bearings, itself);
  if (hidden) return { object: hidden, owner: element, text: (path) => `remove ${path('x-inferred')}` };

  let owner = ownerOf(element);
  while (owner !== 'operation' && !sites.find(operation, owner)) owner = ownerOf(owner);
  const site = sites.find(operation, owner);
  const mark = site && isField(element) && findMark(bearings, site, 'properties');
  if (mark) return { object: mark, owner, text: (path) => `remove ${path('x-inferred', 'properties')}` };

  const object = site && objectFor(element, site);
  if (object === undefined || owner !== ownerOf(element)) {
    const text = (path: PathOf) => `describe ${element} below ${path() || 'it'}`;
    return { object: site?.holder?.pointer ?? site?.schema?.pointer ?? NOWHERE, owner, text };
  }
  const facts = page[operation] ?? {};
  const below = Object.keys(facts).filter((other) => isBelow(other, element)).length;
  const rest = below === 0 ? '' : ` with the ${below} elements below it`;
  return { object, owner, text: (path) => `${addition(element, facts[element] ?? {}, path)}${rest}` };
}

/** Fields and alternatives are added to a schema, all else to what holds it. */
function objectFor(element: string, { schema, holder }: Site): string | undefined {
  if (!IN_SCHEMA.test(element)) return holder?.pointer;
  return schema && home(schema, element.endsWith(')') ? 'anyOf' : 'properties');
}

function addition(element: string, fact: Fact, path: PathOf): string {
  const name = nameOf(element);
  const { content, scheme } = fact;
  const media = content === undefined ? '' : ` of ${content}`;
  if (element === 'security' || element === 'header Authorization')
    return `require the ${scheme ?? 'bearer'} scheme in ${path('security')}`;
  if (element === 'request') return `add ${path('requestBody')}${media}`;
  if (element.endsWith(')')) return `add an alternative to ${path('anyOf')}`;
  if (isField(element))
    return `add ${path('properties', name)}: ${inJson(fact)}${memberships(name, fact, path)}`;
  if (element.startsWith('response ') && element.endsWith(` header ${name}`))
    return `add ${path('headers', name)}: ${inJson(fact)}`;
  if (element.startsWith('response ')) return `add ${path('responses', name)}${media}`;
  const required = fact['required'] ? 'required ' : '';
  return `add the ${required}${element.replace(' ', ' parameter ')} to ${path('parameters')}: ${inJson(fact)}`;
}

function memberships(name: string, { required, requiredWith }: Fact, path: PathOf): string {
  const lists = [
    ...(required ? [path('required')] : []),
    ...(requiredWith ? [path('dependentRequired', String(requiredWith))] : []),
  ];
  return lists.map((list) => ` and "${name}" to ${list}`).join('');
}

/** A schema that says what the page says of a value: JSON is YAML as well, so that it can be pasted. */
function inJson({ required, requiredWith, items, ...schema }: Fact): string {
  return JSON.stringify({ ...schema, ...(items !== undefined && { items: { type: items } }) });
}
