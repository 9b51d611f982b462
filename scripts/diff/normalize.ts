import { type Document, mergeParameters, type ParameterList } from '../lib/description.js';
import { isComparedWhole, isData, isMapOfNames } from './keywords.js';

type Node = Readonly<Record<string, unknown>>;

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** What a keyword means where it is left out. */
const DEFAULTS: Node = {
  ...{ minLength: 0, minItems: 0, minProperties: 0, uniqueItems: false, additionalProperties: true },
  ...{ readOnly: false, writeOnly: false, deprecated: false },
  ...{ required: false, allowEmptyValue: false, allowReserved: false },
};

/** Writes all that has one meaning in one form, so that a comparison finds what differs in meaning. */
export function normalize(document: Document): Document {
  return visit(document, false) as Document;

  function visit(value: unknown, holdsNames: boolean): unknown {
    if (Array.isArray(value)) return value.map((item) => visit(item, false));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, child]) => {
      // Redocly compares a schema that is `true` or `false` as no schema.
      if (holdsNames && typeof child === 'boolean') return [key, child ? {} : { not: {} }];
      const isKept = !holdsNames && (isComparedWhole(key) || isData(key));
      return [key, isKept ? child : visit(child, !holdsNames && isMapOfNames(key) && !Array.isArray(child))];
    });
    const node: Node = Object.fromEntries(entries);
    if (holdsNames) return node;
    return [sortSets, dropDefaults, dropStyle, lowerHeaders, separateNull, shareParameters].reduce(
      (current, rewrite) => rewrite(current),
      node,
    );
  }

  /** Gives each operation the parameters that its path states for all. */
  function shareParameters(node: Node): Node {
    const { parameters: shared, ...others } = node;
    const methods = METHODS.filter((method) => Object.hasOwn(node, method));
    if (!Array.isArray(shared) || methods.length === 0) return node;
    const operations = methods.map((method) => {
      const operation = node[method] as { readonly parameters?: ParameterList };
      const parameters = mergeParameters(document, shared, operation.parameters);
      return [method, { ...operation, parameters }];
    });
    return { ...others, ...Object.fromEntries(operations) };
  }
}

/** The order of names, types and values has no meaning, and one type is the same in a list. */
function sortSets(node: Node): Node {
  const { type } = node;
  const sorted = ['required', 'enum', 'type'].flatMap((key) => {
    const value = node[key];
    return Array.isArray(value) ? [[key, [...value].sort()] as const] : [];
  });
  const single = Array.isArray(type) && type.length === 1 ? { type: type[0] } : {};
  return { ...node, ...Object.fromEntries(sorted), ...single };
}

function dropDefaults(node: Node): Node {
  const isDefault = (key: string, value: unknown) =>
    (Object.hasOwn(DEFAULTS, key) && DEFAULTS[key] === value) ||
    (key === 'required' && Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(node).filter(([key, value]) => !isDefault(key, value)));
}

/** Leaves out how a parameter is written when it is as usual in its place. */
function dropStyle(node: Node): Node {
  const { style, explode, ...others } = node;
  if (typeof node['name'] !== 'string' || typeof node['in'] !== 'string') return node;
  const usual = ['query', 'cookie'].includes(node['in']) ? 'form' : 'simple';
  const current = style ?? usual;
  return {
    ...others,
    ...(current !== usual && { style }),
    ...(explode !== undefined && explode !== (current === 'form') && { explode }),
  };
}

/** The names of headers are the same in any case. The headers of components have names of their own. */
function lowerHeaders(node: Node): Node {
  const { headers, description } = node;
  if (typeof headers !== 'object' || headers === null || typeof description !== 'string') return node;
  const entries = Object.entries(headers).map(([name, header]) => [name.toLowerCase(), header]);
  return { ...node, headers: Object.fromEntries(entries) };
}

/** Writes an enum with null as a choice between the enum and null. */
function separateNull(node: Node): Node {
  const { type, enum: members, description, ...others } = node;
  if (!Array.isArray(type) || !Array.isArray(members) || !members.includes(null)) return node;
  const [first, ...more] = type.filter((name) => name !== 'null');
  const named = {
    type: more.length > 0 ? [first, ...more] : first,
    description,
    enum: members.filter((member) => member !== null),
  };
  return { ...others, anyOf: [named, { type: 'null' }] };
}
