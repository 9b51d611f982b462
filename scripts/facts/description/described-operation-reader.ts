import type { Constraint } from '../model/facts.js';
import {
  at,
  type BundledDocument,
  items,
  membersOf,
  type Opened,
  type Place,
  readKeyword,
} from './bundled-document.js';
import { type Described, SchemaReader } from './schema-reader.js';
import { assertions } from './schema-view.js';

const OPERATION = ['operationId', 'tags', 'parameters', 'requestBody', 'responses', 'security', 'servers'];

/** Reads one operation of the description into flat elements. */
export class OperationDescription {
  readonly #document: BundledDocument;
  readonly #elements = new Map<string, Described>();
  readonly #schemas: SchemaReader;

  constructor(document: BundledDocument) {
    this.#document = document;
    this.#schemas = new SchemaReader(document, this.#elements);
  }

  /** The elements of an operation, by their paths. */
  read(root: Opened, pathItem: Opened, operation: Opened): Record<string, Described> {
    const beta = readKeyword(operation, 'x-beta') === true;
    this.#set('operation', operation, beta ? { beta } : {}, OPERATION);
    const [requirements] = operation.keywords.get('security') ?? root.keywords.get('security') ?? [];
    if (requirements) this.#security(items(requirements));
    for (const parameters of [pathItem, operation].flatMap(
      ({ keywords }) => keywords.get('parameters') ?? [],
    )) {
      for (const parameter of items(parameters)) this.#parameter(parameter);
    }
    this.#requestBody(operation.keywords.get('requestBody') ?? []);
    for (const [status, response] of membersOf(operation, 'responses')) {
      if (!status.startsWith('x-')) this.#response(`response ${status}`, response);
    }
    return Object.fromEntries(this.#elements);
  }

  #security(requirements: readonly Place[]): void {
    const names = requirements.map(({ value }) => Object.keys(value ?? {}));
    names
      .flatMap((schemes) => (schemes.length > 0 ? schemes : [undefined]))
      .forEach((name, index) => {
        const element = index === 0 ? 'security' : `security(${index + 1})`;
        if (name === undefined) {
          this.#elements.set(element, { fact: { scheme: 'none' }, pointer: '#/security' });
          return;
        }
        const scheme = this.#document.open([at(this.#document.root, 'components', 'securitySchemes', name)]);
        if (!scheme) return;
        const type = readKeyword(scheme, 'type');
        const fact = { scheme: String(type === 'http' ? readKeyword(scheme, 'scheme') : type) };
        this.#set(element, scheme, fact, ['type', 'scheme']);
        // The page lists this header as a parameter; OpenAPI expresses it by the scheme alone.
        if (type === 'http') {
          const header = { required: true, type: 'string' };
          this.#elements.set('header Authorization', { fact: header, pointer: scheme.pointer });
        }
      });
  }

  #parameter(place: Place): void {
    const parameter = this.#document.open([place]);
    if (!parameter) return;
    this.#value(
      `${String(readKeyword(parameter, 'in'))} ${String(readKeyword(parameter, 'name'))}`,
      parameter,
    );
  }

  #requestBody(places: readonly Place[]): void {
    const body = this.#document.open(places);
    if (!body) return;
    this.#content('request', body);
    const required = readKeyword(body, 'required') === true;
    const fields = [...this.#elements].filter(([element]) => /^request[^.]*\.[^.]+$/.test(element));
    // The page never says it of a body, but a body with a required field cannot be left out.
    if (required !== fields.some(([, { fact }]) => fact['required'] === true)) {
      this.#set('request', body, { ...this.#elements.get('request')?.fact, required }, [
        'content',
        'required',
      ]);
    }
  }

  #response(element: string, places: readonly Place[]): void {
    const response = this.#document.open(places);
    if (!response) return;
    this.#content(element, response);
    for (const [name, header] of membersOf(response, 'headers')) {
      const opened = this.#document.open(header);
      if (opened) this.#value(`${element} header ${name}`, opened);
    }
    for (const [name, link] of membersOf(response, 'links')) {
      const opened = this.#document.open(link);
      if (opened) this.#document.problems.add(`the link ${name} carries no x-inferred  (${opened.pointer})`);
    }
  }

  #content(element: string, holder: Opened): void {
    const media = [...membersOf(holder, 'content')].flatMap(([type, places]) => {
      const opened = this.#document.open(places);
      return opened ? [{ type, opened }] : [];
    });
    const types = media.map(({ type }) => type);
    const content = types.length > 1 ? { content: types } : { content: types[0] ?? '' };
    this.#set(element, holder, types.length > 0 ? content : {}, ['content', 'headers', 'links', 'required']);
    for (const { opened } of media) {
      const { fact, pointer } = this.#elements.get(element) ?? { fact: {}, pointer: opened.pointer };
      const known = { ...fact, ...assertions(this.#document, opened, ['schema', 'example']) };
      this.#schemas.readBody(element, opened.keywords.get('schema') ?? [], { fact: known, pointer });
    }
  }

  #value(element: string, holder: Opened): void {
    const required = readKeyword(holder, 'required') === true;
    const known = this.#set(element, holder, required ? { required } : {}, [
      'name',
      'in',
      'required',
      'schema',
    ]);
    this.#schemas.readValue(element, holder.keywords.get('schema') ?? [], known);
  }

  #set(
    element: string,
    opened: Opened,
    fact: Readonly<Record<string, Constraint>>,
    readElsewhere: readonly string[],
  ): Described {
    const described = {
      fact: { ...fact, ...assertions(this.#document, opened, readElsewhere) },
      pointer: opened.pointer,
    };
    this.#elements.set(element, described);
    return described;
  }
}
