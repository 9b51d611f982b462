import type { Constraint, Fact } from '../model/facts.js';
import { type BundledDocument, membersOf, type Place } from './bundled-document.js';
import { type SchemaView, schemaFact, viewSchema } from './schema-view.js';

/** What the description says of one element, and where. */
export interface Described {
  readonly fact: Fact;
  readonly pointer: string;
}

/** Reads schemas into the flat elements of one operation. */
export class SchemaReader {
  readonly #document: BundledDocument;
  readonly #elements: Map<string, Described>;

  constructor(document: BundledDocument, elements: Map<string, Described>) {
    this.#document = document;
    this.#elements = elements;
  }

  /** Reads the schema of a parameter or header, adding to what is known of it. */
  readValue(element: string, schema: readonly Place[], known: Described): void {
    const view = viewSchema(this.#document, schema);
    this.#elements.set(element, { ...known, fact: { ...known.fact, ...(view && this.#fact(view)) } });
    if (view) this.#children(element, view, []);
  }

  /** Reads the schema of a body, adding to what is known of the request or response. */
  readBody(element: string, schema: readonly Place[], known: Described): void {
    const view = viewSchema(this.#document, schema);
    this.#elements.set(element, {
      ...known,
      fact: { ...known.fact, ...(view && structure(this.#fact(view))) },
    });
    if (view) this.#children(element, view, []);
  }

  #children(element: string, view: SchemaView, trail: readonly string[]): void {
    if (view.refs.some((ref) => trail.includes(ref))) return;
    const path = [...trail, ...view.refs];
    this.#properties(element, view, path);

    const item = viewSchema(this.#document, view.keywords.get('items') ?? []);
    if (item) {
      // The type of the items is a fact of the array.
      const { type: _type, ...fact } = this.#fact(item);
      if (Object.keys(fact).length > 0) this.#elements.set(`${element}[]`, { fact, pointer: item.pointer });
      this.#children(`${element}[]`, item, path);
    }

    view.variants.forEach((place, index) => {
      const variant = viewSchema(this.#document, [place]);
      if (!variant) return;
      const name = `${element}(${index + 1})`;
      this.#elements.set(name, { fact: structure(this.#fact(variant)), pointer: variant.pointer });
      this.#children(name, variant, path);
    });
  }

  #properties(element: string, view: SchemaView, trail: readonly string[]): void {
    const properties = membersOf(view, 'properties');
    const required = (view.keywords.get('required') ?? []).flatMap(names);
    const triggers = [...membersOf(view, 'dependentRequired')].flatMap(([trigger, places]) =>
      places.flatMap(names).map((name) => ({ trigger, name })),
    );
    for (const name of [...required, ...triggers.map((trigger) => trigger.name)]) {
      if (!properties.has(name)) {
        this.#document.problems.add(`${name} is required but is no property  (${view.pointer})`);
      }
    }
    for (const [name, places] of properties) {
      const property = viewSchema(this.#document, places);
      if (!property) continue;
      const requiredWith = triggers.filter((trigger) => trigger.name === name).map(({ trigger }) => trigger);
      const fact: Record<string, Constraint> = {
        ...(required.includes(name) && { required: true }),
        ...this.#fact(property),
        ...(requiredWith.length > 0 && { requiredWith: requiredWith.join(', ') }),
      };
      this.#elements.set(`${element}.${name}`, { fact, pointer: property.pointer });
      this.#children(`${element}.${name}`, property, trail);
    }
  }

  #fact(view: SchemaView): Fact {
    return schemaFact(this.#document, view);
  }
}

/** Bodies and their alternatives are objects, or arrays of objects, unless something else is said. */
function structure({ type = null, items = null, ...fact }: Fact): Fact {
  return {
    ...(type !== null && type !== 'object' && { type }),
    ...(items !== null && items !== 'object' && { items }),
    ...fact,
  };
}

function names({ value }: Place): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.filter((name) => typeof name === 'string');
}
