import { type Constraint, type Fact, isObject } from '../model/facts.js';
import {
  type BundledDocument,
  type DocumentValue,
  listItems,
  type OpenedObject,
  readKeyword,
} from './bundled-document.js';

/** A schema with its nullability and its only remaining variant worked in. */
export interface SchemaView extends OpenedObject {
  readonly nullable: boolean;
  /** The members of `anyOf` or `oneOf`, if more than one is left. */
  readonly variants: readonly DocumentValue[];
}

const ANNOTATIONS = [
  ...['title', 'summary', 'description', 'examples', 'externalDocs'],
  ...['$comment', '$id', '$schema'],
];

/** Keywords that become elements of their own, facts of other elements, or the type. */
const STRUCTURE = ['properties', 'required', 'dependentRequired', 'items', 'anyOf', 'oneOf', 'type'];

/** Views a schema, or several that apply together; undefined when all of it is inferred. */
export function viewSchema(
  document: BundledDocument,
  schema: readonly DocumentValue[],
  seen: readonly string[] = [],
): SchemaView | undefined {
  const opened = document.open(schema);
  if (!opened) return undefined;
  const only: DocumentValue[] = [];
  const variants: DocumentValue[] = [];
  let nullable = false;
  for (const list of ['anyOf', 'oneOf'].flatMap((keyword) => opened.keywords.get(keyword) ?? [])) {
    const documented = listItems(list).filter((variant) => document.open([variant]));
    const others = documented.filter(({ value }) => !isObject(value) || value['type'] !== 'null');
    nullable ||= others.length < documented.length;
    (others.length === 1 ? only : variants).push(...others);
  }
  const cyclic = opened.refs.some((ref) => seen.includes(ref));
  const inner =
    only.length > 0 && !cyclic ? viewSchema(document, only, [...seen, ...opened.refs]) : undefined;
  const keywords = new Map(inner?.keywords);
  for (const [keyword, values] of opened.keywords) {
    keywords.set(keyword, [...(keywords.get(keyword) ?? []), ...values]);
  }
  return {
    pointer: opened.pointer,
    refs: [...opened.refs, ...(inner?.refs ?? [])],
    keywords,
    inferred: new Map([...(inner?.inferred ?? []), ...opened.inferred]),
    nullable: nullable || (inner?.nullable ?? false),
    variants: [...variants, ...(inner?.variants ?? [])],
  };
}

/** Reads what a schema asserts of the value itself. */
export function readSchemaFact(document: BundledDocument, view: SchemaView): Fact {
  const type = readType(view);
  const itemView = viewSchema(document, view.keywords.get('items') ?? []);
  const itemType = itemView && readType(itemView);
  return {
    ...(type !== undefined && { type }),
    ...(itemType !== undefined && { items: itemType }),
    ...readAssertions(document, view, STRUCTURE),
  };
}

/** Reads all keywords except annotations, extensions and those read elsewhere: unknown keywords count as well. */
export function readAssertions(
  document: BundledDocument,
  opened: OpenedObject,
  readElsewhere: readonly string[],
): Fact {
  const fact: Record<string, Constraint> = {};
  for (const [keyword, values] of opened.keywords) {
    const last = values.at(-1);
    if (!last || keyword.startsWith('x-') || [...ANNOTATIONS, ...readElsewhere].includes(keyword)) continue;
    if (isObject(last.value) && !document.open([last])) continue;
    const constraint = toConstraint(last.value);
    fact[keyword] = keyword === 'enum' ? withoutNull(constraint) : constraint;
  }
  return fact;
}

function readType(view: SchemaView): Constraint | undefined {
  const value = toConstraint(readKeyword(view, 'type') ?? []);
  const types = [...new Set([value, view.nullable ? ['null'] : []].flat())];
  return types.length > 1 ? types : types[0];
}

function withoutNull(value: Constraint): Constraint {
  return Array.isArray(value) ? value.filter((member) => member !== null) : value;
}

function toConstraint(value: unknown): Constraint {
  if (isScalar(value)) return value;
  return Array.isArray(value) && value.every(isScalar) ? value : JSON.stringify(value);
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
