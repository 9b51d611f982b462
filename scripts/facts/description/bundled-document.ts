import { isObject } from '../model/facts.js';

/** A value of the document and where it stands. */
export interface Place {
  readonly value: unknown;
  readonly pointer: string;
}

/** An object of the document, its `$ref`s followed and its inferred parts left out. */
export interface Opened {
  readonly pointer: string;
  /** Targets of the `$ref`s that were followed. */
  readonly refs: readonly string[];
  /** A keyword stands in several places when `$ref`, its siblings and `allOf` say it: the last one counts. */
  readonly keywords: ReadonlyMap<string, readonly Place[]>;
}

interface Layer {
  readonly pointer: string;
  readonly keywords: Map<string, Place>;
}

/** A bundled OpenAPI document, read through its `x-inferred` marks. */
export class BundledDocument {
  readonly root: Place;
  /** Pointer of each inferred element or keyword that was met, to the reason given. */
  readonly inferred = new Map<string, string>();
  readonly problems = new Set<string>();

  constructor(document: unknown) {
    this.root = { value: document, pointer: '#' };
  }

  /** Opens an object, or several that hold together; undefined when all of it is marked as inferred. */
  open(places: readonly Place[]): Opened | undefined {
    const refs = new Set<string>();
    const layers = places.flatMap((place) => this.#layers(place, refs));
    const last = layers.at(-1);
    if (!last) return undefined;
    const keywords = new Map<string, Place[]>();
    for (const layer of layers) {
      for (const [keyword, place] of layer.keywords)
        keywords.set(keyword, [...(keywords.get(keyword) ?? []), place]);
    }
    return { pointer: last.pointer, refs: [...refs], keywords };
  }

  /** Opens an object that is inferred by its nature, such as a path, but whose content need not be. */
  openInferred({ value, pointer }: Place, what: string): Opened | undefined {
    const { 'x-inferred': mark, ...rest } = isObject(value) ? value : {};
    if (typeof mark === 'string') this.#note(pointer, mark);
    else this.problems.add(`${what} carries no x-inferred with a reason  (${pointer})`);
    return this.open([{ value: rest, pointer }]);
  }

  #layers({ value, pointer }: Place, refs: Set<string>): Layer[] {
    const { 'x-inferred': mark = {}, ...stated } = isObject(value) ? value : asObject(value);
    if (!isObject(mark)) {
      this.#note(pointer, mark);
      return [];
    }
    for (const [keyword, reason] of Object.entries(mark))
      this.#note(at({ value, pointer }, keyword).pointer, reason);
    const keywords = new Map(
      Object.keys(stated).map((keyword) => [keyword, at({ value, pointer }, keyword)]),
    );
    const inherited = Object.keys(mark).filter((keyword) => !keywords.delete(keyword));

    const ref = keywords.get('$ref');
    const parts = keywords.get('allOf');
    keywords.delete('$ref');
    keywords.delete('allOf');
    const layers = (parts ? items(parts) : []).flatMap((part) => this.#layers(part, refs));
    const target = ref && this.#target(ref);
    const cyclic = target !== undefined && refs.has(target.pointer);
    if (target && !cyclic) {
      refs.add(target.pointer);
      const followed = this.#layers(target, refs);
      if (followed.length === 0) return [];
      layers.push(...followed);
    }
    if (!target || cyclic || keywords.size > 0) layers.push({ pointer, keywords });
    for (const keyword of inherited) {
      if (layers.filter((layer) => layer.keywords.delete(keyword)).length === 0) {
        this.problems.add(`x-inferred names ${keyword}, which is not there  (${pointer})`);
      }
    }
    return layers;
  }

  #note(pointer: string, reason: unknown): void {
    if (typeof reason !== 'string' || reason.trim() === '') {
      this.problems.add(`x-inferred gives no reason  (${pointer})`);
    }
    this.inferred.set(pointer, String(reason));
  }

  #target({ value, pointer }: Place): Place {
    const target =
      typeof value === 'string' && value.startsWith('#/') ? resolve(this.root, value) : undefined;
    if (target?.value !== undefined) return target;
    this.problems.add(`$ref leads nowhere: ${String(value)}  (${pointer})`);
    return { value: {}, pointer };
  }
}

/** The value of a keyword. */
export function readKeyword(opened: Opened, keyword: string): unknown {
  return opened.keywords.get(keyword)?.at(-1)?.value;
}

/** The members of a map such as `properties` or `responses`, each with all places that define it. */
export function membersOf(opened: Opened, keyword: string): Map<string, Place[]> {
  const members = new Map<string, Place[]>();
  for (const map of opened.keywords.get(keyword) ?? []) {
    for (const key of Object.keys(isObject(map.value) ? map.value : {})) {
      members.set(key, [...(members.get(key) ?? []), at(map, key)]);
    }
  }
  return members;
}

/** The items of a list such as `parameters` or `anyOf`. */
export function items(list: Place): Place[] {
  const values: readonly unknown[] = Array.isArray(list.value) ? list.value : [];
  return values.map((value, index) => ({ value, pointer: `${list.pointer}/${index}` }));
}

/** The place that a pointer, such as the value of a `$ref`, leads to from the root. */
export function resolve(root: Place, pointer: string): Place {
  const steps = pointer.split('/').slice(1);
  return at(
    root,
    ...steps.map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')),
  );
}

/** The place that a path of keys leads to. */
export function at(place: Place, ...keys: readonly string[]): Place {
  return keys.reduce(({ value, pointer }, key) => {
    const inside = isObject(value) ? value[key] : Array.isArray(value) ? value[Number(key)] : undefined;
    return { value: inside, pointer: `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}` };
  }, place);
}

/** JSON Schema lets a boolean stand for a schema. */
function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return value === false ? { not: {} } : {};
}
