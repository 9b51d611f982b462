import { type Document, resolve } from '../../lib/description.js';
import { appendKey } from '../../lib/json-pointer.js';
import { isObject } from '../model/facts.js';

/** A value of the document and the pointer to it. */
export interface DocumentValue {
  readonly value: unknown;
  readonly pointer: string;
}

/** An object of the document with its `$ref`s followed and its inferred parts left out. */
export interface OpenedObject {
  readonly pointer: string;
  /** Targets of the `$ref`s that were followed. */
  readonly refs: readonly string[];
  /** The values of each keyword. `$ref`, its siblings and `allOf` can repeat a keyword: the last value counts. */
  readonly keywords: ReadonlyMap<string, readonly DocumentValue[]>;
  /** Keywords that an `x-inferred` left out, and the pointer to it. */
  readonly inferred: ReadonlyMap<string, string>;
}

interface Layer {
  readonly pointer: string;
  readonly keywords: Map<string, DocumentValue>;
}

/** What is collected while an object is opened. */
interface Trace {
  readonly refs: Set<string>;
  readonly inferred: Map<string, string>;
}

/** A bundled OpenAPI document, read through its `x-inferred` marks. */
export class BundledDocument {
  readonly root: DocumentValue;
  /** Pointer of each inferred element or keyword that was read, to its reason. */
  readonly inferred = new Map<string, string>();
  readonly problems = new Set<string>();

  constructor(document: unknown) {
    this.root = { value: document, pointer: '#' };
  }

  /** Opens an object, or several that apply together; undefined when all of it is marked as inferred. */
  open(values: readonly DocumentValue[]): OpenedObject | undefined {
    const trace: Trace = { refs: new Set(), inferred: new Map() };
    const layers = values.flatMap((value) => this.#layers(value, trace));
    const last = layers.at(-1);
    if (!last) return undefined;
    const keywords = new Map<string, DocumentValue[]>();
    for (const layer of layers) {
      for (const [keyword, value] of layer.keywords)
        keywords.set(keyword, [...(keywords.get(keyword) ?? []), value]);
    }
    return { pointer: last.pointer, refs: [...trace.refs], keywords, inferred: trace.inferred };
  }

  /** Opens an object that is inferred by its nature, such as a path, but whose content need not be. */
  openInferred({ value, pointer }: DocumentValue, name: string): OpenedObject | undefined {
    const { 'x-inferred': mark, ...rest } = isObject(value) ? value : {};
    if (typeof mark === 'string') this.#note(pointer, mark);
    else this.problems.add(`${name} carries no x-inferred with a reason  (${pointer})`);
    return this.open([{ value: rest, pointer }]);
  }

  #layers({ value, pointer }: DocumentValue, trace: Trace): Layer[] {
    const { 'x-inferred': mark = {}, ...stated } = isObject(value) ? value : asObject(value);
    if (!isObject(mark)) {
      this.#note(pointer, mark);
      this.#noteWithin(stated, pointer);
      return [];
    }
    for (const [keyword, reason] of Object.entries(mark)) {
      const marked = at({ value, pointer }, keyword);
      this.#note(marked.pointer, reason);
      this.#noteWithin(marked.value, marked.pointer);
    }
    const keywords = new Map(
      Object.keys(stated).map((keyword) => [keyword, at({ value, pointer }, keyword)]),
    );
    const own = Object.keys(mark).filter((keyword) => keywords.delete(keyword));
    // A text replaces that of the target; any other keyword applies beside it.
    const inherited = Object.keys(mark).filter(
      (keyword) => !own.includes(keyword) || keyword === 'description',
    );

    const ref = keywords.get('$ref');
    const parts = keywords.get('allOf');
    keywords.delete('$ref');
    keywords.delete('allOf');
    const layers = (parts ? listItems(parts) : []).flatMap((part) => this.#layers(part, trace));
    const target = ref && this.#target(ref);
    const cyclic = target !== undefined && trace.refs.has(target.pointer);
    if (target && !cyclic) {
      trace.refs.add(target.pointer);
      const followed = this.#layers(target, trace);
      if (followed.length === 0) return [];
      layers.push(...followed);
    }
    if (!target || cyclic || keywords.size > 0) layers.push({ pointer, keywords });
    for (const keyword of inherited) {
      const deleted = layers.filter((layer) => layer.keywords.delete(keyword));
      if (deleted.length === 0 && !own.includes(keyword)) {
        this.problems.add(`x-inferred names ${keyword}, which is not there  (${pointer})`);
      }
    }
    for (const keyword of Object.keys(mark)) trace.inferred.set(keyword, `${pointer}/x-inferred/${keyword}`);
    return layers;
  }

  #note(pointer: string, reason: unknown): void {
    if (typeof reason !== 'string' || reason.trim() === '') {
      this.problems.add(`x-inferred has no reason  (${pointer})`);
    }
    this.inferred.set(pointer, String(reason));
  }

  /** Notes the marks within an inferred part, which give other reasons for parts of it. */
  #noteWithin(value: unknown, pointer: string): void {
    if (typeof value !== 'object' || value === null) return;
    const { 'x-inferred': mark, ...rest } = value as Readonly<Record<string, unknown>>;
    if (typeof mark === 'string') this.#note(pointer, mark);
    else
      for (const [keyword, reason] of Object.entries(mark ?? {}))
        this.#note(appendKey(pointer, keyword), reason);
    for (const [key, child] of Object.entries(rest)) this.#noteWithin(child, appendKey(pointer, key));
  }

  #target({ value, pointer }: DocumentValue): DocumentValue {
    const $ref = String(value);
    try {
      // A bundle has internal references only.
      if ($ref.startsWith('#/'))
        return { value: resolve(this.root.value as Document, { $ref }), pointer: $ref };
    } catch {
      // There is no such target.
    }
    this.problems.add(`$ref leads nowhere: ${$ref}  (${pointer})`);
    return { value: {}, pointer };
  }
}

/** The value of a keyword. */
export function readKeyword(opened: OpenedObject, keyword: string): unknown {
  return opened.keywords.get(keyword)?.at(-1)?.value;
}

/** The members of a map such as `properties` or `responses`, each with all values that define it. */
export function listMembers(opened: OpenedObject, keyword: string): Map<string, DocumentValue[]> {
  const members = new Map<string, DocumentValue[]>();
  for (const map of opened.keywords.get(keyword) ?? []) {
    for (const key of Object.keys(isObject(map.value) ? map.value : {})) {
      members.set(key, [...(members.get(key) ?? []), at(map, key)]);
    }
  }
  return members;
}

/** The items of a list such as `parameters` or `anyOf`. */
export function listItems(list: DocumentValue): DocumentValue[] {
  const values: readonly unknown[] = Array.isArray(list.value) ? list.value : [];
  return values.map((value, index) => ({ value, pointer: `${list.pointer}/${index}` }));
}

/** The value at a path of object keys. */
export function at(start: DocumentValue, ...keys: readonly string[]): DocumentValue {
  return keys.reduce(
    ({ value, pointer }, key) => ({
      value: isObject(value) ? value[key] : undefined,
      pointer: appendKey(pointer, key),
    }),
    start,
  );
}

/** A schema can be a boolean (JSON Schema 2020-12, section 4.3.2). */
function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return value === false ? { not: {} } : {};
}
