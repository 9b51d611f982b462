import { type Constraint, type Fact, isObject } from '../model/facts.js';
import { type BundledDocument, items, type Opened, type Place, readKeyword } from './bundled-document.js';

/** A schema with its nullability and its only remaining alternative worked in. */
export interface SchemaView extends Opened {
  readonly nullable: boolean;
  /** What is left of `anyOf` or `oneOf` when there is a choice. */
  readonly variants: readonly Place[];
}

const ANNOTATIONS = [
  ...['title', 'summary', 'description', 'examples', 'deprecated', 'externalDocs'],
  ...['$comment', '$id', '$schema'],
];

/** Keywords that become elements of their own, facts of other elements, or the type. */
const STRUCTURE = ['properties', 'required', 'dependentRequired', 'items', 'anyOf', 'oneOf', 'type'];

/** Views a schema, or several that hold together; undefined when all of it is inferred. */
export function viewSchema(
  document: BundledDocument,
  schema: readonly Place[],
  seen: readonly string[] = [],
): SchemaView | undefined {
  const opened = document.open(schema);
  if (!opened) return undefined;
  const only: Place[] = [];
  const variants: Place[] = [];
  let nullable = false;
  for (const list of ['anyOf', 'oneOf'].flatMap((keyword) => opened.keywords.get(keyword) ?? [])) {
    const documented = items(list).filter((place) => document.open([place]));
    const others = documented.filter(({ value }) => !isObject(value) || value['type'] !== 'null');
    nullable ||= others.length < documented.length;
    (others.length === 1 ? only : variants).push(...others);
  }
  const cyclic = opened.refs.some((ref) => seen.includes(ref));
  const inner =
    only.length > 0 && !cyclic ? viewSchema(document, only, [...seen, ...opened.refs]) : undefined;
  const keywords = new Map(inner?.keywords);
  for (const [keyword, places] of opened.keywords) {
    keywords.set(keyword, [...(keywords.get(keyword) ?? []), ...places]);
  }
  return {
    pointer: opened.pointer,
    refs: [...opened.refs, ...(inner?.refs ?? [])],
    keywords,
    nullable: nullable || (inner?.nullable ?? false),
    variants: [...variants, ...(inner?.variants ?? [])],
  };
}

/** What a schema asserts of the value itself. */
export function schemaFact(document: BundledDocument, view: SchemaView): Fact {
  const type = typeOf(view);
  const itemView = viewSchema(document, view.keywords.get('items') ?? []);
  const itemType = itemView && typeOf(itemView);
  return {
    ...(type !== undefined && { type }),
    ...(itemType !== undefined && { items: itemType }),
    ...assertions(document, view, STRUCTURE),
  };
}

/** All keywords but annotations, extensions and those read elsewhere: what is unknown counts as well. */
export function assertions(
  document: BundledDocument,
  opened: Opened,
  readElsewhere: readonly string[],
): Fact {
  const fact: Record<string, Constraint> = {};
  for (const [keyword, places] of opened.keywords) {
    const place = places.at(-1);
    if (!place || keyword.startsWith('x-') || [...ANNOTATIONS, ...readElsewhere].includes(keyword)) continue;
    if (isObject(place.value) && !document.open([place])) continue;
    fact[keyword] = keyword === 'enum' ? withoutNull(constraint(place.value)) : constraint(place.value);
  }
  return fact;
}

function typeOf(view: SchemaView): Constraint | undefined {
  const value = constraint(readKeyword(view, 'type') ?? []);
  const types = [...new Set([value, view.nullable ? ['null'] : []].flat())];
  return types.length > 1 ? types : types[0];
}

function withoutNull(value: Constraint): Constraint {
  return Array.isArray(value) ? value.filter((member) => member !== null) : value;
}

function constraint(value: unknown): Constraint {
  if (isScalar(value)) return value;
  return Array.isArray(value) && value.every(isScalar) ? value : JSON.stringify(value);
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
