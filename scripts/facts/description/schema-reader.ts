import type { Constraint, Fact } from '../model/facts.js';
import {
  type BundledDocument,
  type DocumentValue,
  listMembers,
  type OpenedObject,
} from './bundled-document.js';
import { readSchemaFact, type SchemaView, viewSchema } from './schema-view.js';

/** What the description states of one element, and where. */
export interface DescribedElement {
  readonly fact: Fact;
  /** Pointer to the object that states it, with `$ref`s followed. */
  readonly pointer: string;
  /** Pointer to where the element is named, such as a property of a schema; a `$ref` there is not followed. */
  readonly namedAt: string;
  /** The operation, parameter, header, body, response or security scheme; absent from what only a schema states. */
  readonly holder?: OpenedObject;
  readonly schema?: SchemaView;
}

/** The texts of the elements of an operation that carry no mark. */
export class Prose {
  /** Each text with the pointer to it, by element. */
  readonly texts = new Map<string, Map<string, string>>();

  /** Collects the texts of an object. An element can have several: its own, and those of what it refers to. */
  add(element: string, { keywords }: OpenedObject): void {
    const texts = this.texts.get(element) ?? new Map<string, string>();
    for (const { value, pointer } of ['summary', 'description'].flatMap((name) => keywords.get(name) ?? []))
      texts.set(pointer, String(value));
    if (texts.size > 0) this.texts.set(element, texts);
  }
}

/** Reads schemas into the flat elements of one operation. */
export class SchemaReader {
  readonly #document: BundledDocument;
  readonly #elements: Map<string, DescribedElement>;
  readonly #prose: Prose;

  constructor(document: BundledDocument, elements: Map<string, DescribedElement>, prose: Prose) {
    this.#document = document;
    this.#elements = elements;
    this.#prose = prose;
  }

  /** Reads the schema of a parameter or header, adding to what is known of it. */
  readValue(element: string, schema: readonly DocumentValue[], known: DescribedElement): void {
    const view = viewSchema(this.#document, schema);
    if (view) this.#add(element, { ...known, fact: { ...known.fact, ...this.#fact(view) }, schema: view });
  }

  /** Reads the schema of a body, adding to what is known of the request or response. */
  readBody(element: string, schema: readonly DocumentValue[], known: DescribedElement): DescribedElement {
    const view = viewSchema(this.#document, schema);
    const fact = { ...known.fact, ...(view && structure(this.#fact(view))) };
    return this.#add(element, { ...known, fact, ...(view && { schema: view }) });
  }

  /** Adds an element and everything that its schema states below it. */
  #add(element: string, described: DescribedElement, trail: readonly string[] = []): DescribedElement {
    this.#elements.set(element, described);
    if (described.schema) this.#prose.add(element, described.schema);
    if (described.schema) this.#addChildren(element, described.schema, trail);
    return described;
  }

  #addChildren(element: string, view: SchemaView, trail: readonly string[]): void {
    if (view.refs.some((ref) => trail.includes(ref))) return;
    const path = [...trail, ...view.refs];
    this.#addProperties(element, view, path);

    const items = viewSchema(this.#document, view.keywords.get('items') ?? []);
    if (items) {
      const { pointer } = items;
      this.#prose.add(`${element}[]`, items);
      // The type of the items is a fact of the array.
      const { type: _type, ...fact } = this.#fact(items);
      if (Object.keys(fact).length > 0)
        this.#elements.set(`${element}[]`, { fact, pointer, namedAt: pointer, schema: items });
      this.#addChildren(`${element}[]`, items, path);
    }

    view.variants.forEach((value, index) => {
      const schema = viewSchema(this.#document, [value]);
      if (!schema) return;
      const { pointer } = schema;
      const fact = structure(this.#fact(schema));
      this.#add(`${element}(${index + 1})`, { fact, pointer, namedAt: value.pointer, schema }, path);
    });
  }

  #addProperties(element: string, view: SchemaView, trail: readonly string[]): void {
    const properties = listMembers(view, 'properties');
    const required = (view.keywords.get('required') ?? []).flatMap(names);
    const triggers = [...listMembers(view, 'dependentRequired')].flatMap(([trigger, values]) =>
      values.flatMap(names).map((name) => ({ trigger, name })),
    );
    for (const name of [...required, ...triggers.map((trigger) => trigger.name)]) {
      if (!properties.has(name)) {
        this.#document.problems.add(`${name} is required but is no property  (${view.pointer})`);
      }
    }
    for (const [name, values] of properties) {
      const schema = viewSchema(this.#document, values);
      if (!schema) continue;
      const requiredWith = triggers.filter((trigger) => trigger.name === name).map(({ trigger }) => trigger);
      const fact: Record<string, Constraint> = {
        ...(required.includes(name) && { required: true }),
        ...this.#fact(schema),
        ...(requiredWith.length > 0 && { requiredWith: requiredWith.join(', ') }),
      };
      const { pointer } = schema;
      const namedAt = values.at(-1)?.pointer ?? pointer;
      this.#add(`${element}.${name}`, { fact, pointer, namedAt, schema }, trail);
    }
  }

  #fact(view: SchemaView): Fact {
    return readSchemaFact(this.#document, view);
  }
}

/** Bodies and their variants are objects, or arrays of objects, unless something else is stated. */
function structure({ type = null, items = null, ...fact }: Fact): Fact {
  return {
    ...(type !== null && type !== 'object' && { type }),
    ...(items !== null && items !== 'object' && { items }),
    ...fact,
  };
}

function names({ value }: DocumentValue): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.filter((name) => typeof name === 'string');
}
