import {
  at,
  type BundledDocument,
  items,
  membersOf,
  type Opened,
  type Place,
  readKeyword,
} from '../description/bundled-document.js';
import { type DescribedOperation, openOperations } from '../description/read-description.js';
import { type SchemaView, viewSchema } from '../description/schema-view.js';

/** Where the description has an element. */
export interface Site {
  /** Pointer to where the element is named, such as a property of a schema; any `$ref` is still to be followed. */
  readonly place: string;
  /** What says something of the element outside of a schema: an operation, parameter, body or response. */
  readonly holder?: Opened | undefined;
  /** The schema of the value or body; undefined when there is none, or when all of it is inferred. */
  readonly schema?: SchemaView | undefined;
}

/** Finds the elements of operations in the description. */
export class DescriptionSites {
  readonly #document: BundledDocument;
  readonly #operations: ReadonlyMap<string, DescribedOperation>;

  constructor(document: BundledDocument) {
    this.#document = document;
    this.#operations = new Map([...openOperations(document)].map((described) => [described.id, described]));
  }

  /** The site of an element, also of an inferred one; undefined when the description does not know it. */
  find(operation: string, element: string): Site | undefined {
    const described = this.#operations.get(operation);
    if (!described) return undefined;
    const [, head = '', tail = ''] = /^([^.[(]+)(.*)$/.exec(element) ?? [];
    const steps = tail.match(/\.[^.[(]+|\[\]|\(\d+\)/g) ?? [];
    return steps.reduce(
      (site: Site | undefined, step) => site && this.#below(site, step),
      this.#head(described, head),
    );
  }

  #head({ root, pathItem, operation }: DescribedOperation, head: string): Site | undefined {
    if (head === 'operation') return { place: operation.pointer, holder: operation };
    if (head === 'request') return this.#body(operation.keywords.get('requestBody'));
    if (head === 'security')
      return this.#security(operation.keywords.get('security') ?? root.keywords.get('security'));
    const [, status, header] = /^response (\w+)(?: header (.+))?$/.exec(head) ?? [];
    if (status === undefined) return this.#parameter([pathItem, operation], head);
    const response = this.#body(membersOf(operation, 'responses').get(status));
    if (header === undefined || !response?.holder) return response;
    return this.#value(membersOf(response.holder, 'headers').get(header));
  }

  #below({ schema }: Site, step: string): Site | undefined {
    if (!schema) return undefined;
    if (step === '[]') return this.#schema(schema.keywords.get('items'));
    if (step.startsWith('.')) return this.#schema(membersOf(schema, 'properties').get(step.slice(1)));
    const variant = schema.variants[Number(step.slice(1, -1)) - 1];
    return variant && this.#schema([variant]);
  }

  #security(requirements: readonly Place[] | undefined): Site | undefined {
    const [name] = (requirements ?? []).flatMap(items).flatMap(({ value }) => Object.keys(value ?? {}));
    if (name === undefined) return undefined;
    const scheme = at(this.#document.root, 'components', 'securitySchemes', name);
    return { place: scheme.pointer, holder: this.#document.open([scheme]) };
  }

  #parameter(owners: readonly Opened[], head: string): Site | undefined {
    const parameters = owners.flatMap(({ keywords }) => keywords.get('parameters') ?? []).flatMap(items);
    const named = parameters.find((place) => {
      const parameter = this.#document.open([place]);
      return parameter && head === `${readKeyword(parameter, 'in')} ${readKeyword(parameter, 'name')}`;
    });
    return this.#value(named && [named]);
  }

  #body(places: readonly Place[] | undefined): Site | undefined {
    const place = places?.at(-1);
    if (!places || !place) return undefined;
    const holder = this.#document.open(places);
    const media = holder ? [...membersOf(holder, 'content').values()] : [];
    const [schema] = media.flatMap((opened) => this.#document.open(opened)?.keywords.get('schema') ?? []);
    return { place: place.pointer, holder, schema: schema && viewSchema(this.#document, [schema]) };
  }

  #value(places: readonly Place[] | undefined): Site | undefined {
    const place = places?.at(-1);
    if (!places || !place) return undefined;
    const holder = this.#document.open(places);
    const schema = holder?.keywords.get('schema');
    return { place: place.pointer, holder, schema: schema && viewSchema(this.#document, schema) };
  }

  #schema(places: readonly Place[] | undefined): Site | undefined {
    const place = places?.at(-1);
    return places && place && { place: place.pointer, schema: viewSchema(this.#document, places) };
  }
}
