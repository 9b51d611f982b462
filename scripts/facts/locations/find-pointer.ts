import type { Mismatch } from '../compare/compare-facts.js';
import type { BundledDocument, OpenedObject } from '../description/bundled-document.js';
import type { DescribedElement } from '../description/schema-reader.js';
import { viewSchema } from '../description/schema-view.js';
import type { Constraint } from '../model/facts.js';

/** The elements of one operation by their paths. */
type Elements = Readonly<Record<string, DescribedElement>>;

/** The keyword that contains an element, by the end of its path; the group is its name there. */
const KEYWORDS: readonly (readonly [end: RegExp, keyword: string])[] = [
  [/^(?:security|header Authorization)/, 'security'],
  [/^request$/, 'requestBody'],
  [/^response (\w+)$/, 'responses'],
  [/^response \w+ header ([^.[(]+)$/, 'headers'],
  [/^\w+ [^.[(]+$/, 'parameters'],
  [/\.([^.[(]+)$/, 'properties'],
  [/\[\]$/, 'items'],
  [/\(\d+\)$/, 'anyOf'],
];

const IN_SCHEMA = new Set(['properties', 'items', 'anyOf']);

/** Keywords of a parameter, header or body itself, not of its schema. */
const OUTSIDE_SCHEMA = new Set(['required', 'content', 'example']);

/**
 * Finds where in the bundle a mismatch is to be resolved: where the description states the element or keyword,
 * marks it as inferred, or would have to state it.
 *
 * @param elements What the description states of the operation.
 */
export function findPointer(mismatch: Mismatch, elements: Elements, document: BundledDocument): string {
  const { element, kind } = mismatch;
  const described = elements[element];
  if (kind === 'missing' || !described) return findMissing(element, elements, document);
  return kind === 'extra' ? described.namedAt : findKeyword(mismatch, described, elements, document);
}

function findMissing(element: string, elements: Elements, document: BundledDocument): string {
  if (element === 'operation') return '#/paths';
  const path = findParentPath(element);
  const parent = findParent(path, elements, document);
  if (!parent) return findMissing(path, elements, document);
  const { holder, schema, pointer } = parent;
  const [keyword, name] = findContainer(element);
  const object = IN_SCHEMA.has(keyword) ? schema : holder;
  return object ? pointInto(object, keyword, name) : pointer;
}

function findKeyword(
  { element, keyword = '', before, after }: Mismatch,
  { holder, schema, namedAt }: DescribedElement,
  elements: Elements,
  document: BundledDocument,
): string {
  const [container] = findContainer(element);
  if (container === 'properties' && keyword.startsWith('required')) {
    const list = keyword === 'required' ? keyword : 'dependentRequired';
    const schema = findParent(findParentPath(element), elements, document)?.schema;
    return schema ? pointInto(schema, list) : namedAt;
  }
  // Whether null is allowed can be stated at the property, without a change of the schema that it refers to.
  if (keyword === 'type' && isSame(withoutNull(before), withoutNull(after))) return namedAt;
  if (keyword === 'items') {
    const items = findParent(`${element}[]`, elements, document)?.schema;
    if (items) return pointInto(items, 'type');
  }
  const object = (OUTSIDE_SCHEMA.has(keyword) ? holder : undefined) ?? schema ?? holder;
  return object ? pointInto(object, keyword === 'beta' ? 'x-beta' : keyword) : namedAt;
}

/** Finds an element, or the items of an array if only their type is stated. */
function findParent(
  element: string,
  elements: Elements,
  document: BundledDocument,
): Pick<DescribedElement, 'holder' | 'schema' | 'pointer'> | undefined {
  if (elements[element] || !element.endsWith('[]')) return elements[element];
  const list = findParent(element.slice(0, -'[]'.length), elements, document)?.schema;
  const schema = viewSchema(document, list?.keywords.get('items') ?? []);
  return schema && { schema, pointer: schema.pointer };
}

/** The path of the element that contains another one: an object, array, body, response, or the operation. */
function findParentPath(element: string): string {
  const [, container, response] =
    /^(.+)(?:\.[^.]+|\[\]|\(\d+\))$|^(response \w+) header /.exec(element) ?? [];
  return container ?? response ?? 'operation';
}

/** Finds the keyword that contains an element, and the name of the element there. */
function findContainer(element: string): readonly [keyword: string, name: string | undefined] {
  for (const [end, keyword] of KEYWORDS) {
    const match = end.exec(element);
    if (match) return [keyword, match[1]];
  }
  return ['', undefined];
}

/** Points to a keyword of an object, or to a member of it: where it is stated, inferred, or would be stated. */
function pointInto({ pointer, keywords, inferred }: OpenedObject, keyword: string, name?: string): string {
  const stated = keywords.get(keyword)?.at(-1)?.pointer;
  const mark = inferred.get(keyword);
  if (stated === undefined && mark !== undefined) return mark;
  return `${stated ?? `${pointer}/${keyword}`}${name === undefined ? '' : `/${name}`}`;
}

function withoutNull(type: Constraint | undefined): readonly unknown[] {
  return [type].flat().filter((name) => name !== 'null');
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
