import type { Constraint } from '../model/facts.js';
import {
  at,
  type BundledDocument,
  type DocumentValue,
  listItems,
  listMembers,
  type OpenedObject,
  readKeyword,
} from './bundled-document.js';
import { type DescribedElement, Prose, SchemaReader } from './schema-reader.js';
import { readAssertions } from './schema-view.js';

const OPERATION = ['operationId', 'tags', 'parameters', 'requestBody', 'responses', 'security', 'servers'];

/** Reads one operation of the description into flat elements. */
export class DescribedOperationReader {
  readonly #document: BundledDocument;
  readonly #elements = new Map<string, DescribedElement>();
  /** The texts of the operation that carry no mark. */
  readonly prose = new Prose();
  readonly #schemas: SchemaReader;

  constructor(document: BundledDocument) {
    this.#document = document;
    this.#schemas = new SchemaReader(document, this.#elements, this.prose);
  }

  /** Returns the elements of an operation by their paths. */
  read(
    root: OpenedObject,
    pathItem: OpenedObject,
    operation: OpenedObject,
  ): Record<string, DescribedElement> {
    const { pointer } = operation;
    const beta = readKeyword(operation, 'x-beta') === true;
    this.#set('operation', operation, pointer, beta ? { beta } : {}, OPERATION);
    const [requirements] = operation.keywords.get('security') ?? root.keywords.get('security') ?? [];
    if (requirements) this.#readSecurity(listItems(requirements), `${pointer}/security`);
    for (const parameters of [pathItem, operation].flatMap(
      ({ keywords }) => keywords.get('parameters') ?? [],
    )) {
      for (const parameter of listItems(parameters)) this.#readParameter(parameter);
    }
    this.#readRequestBody(operation.keywords.get('requestBody') ?? []);
    for (const [status, response] of listMembers(operation, 'responses')) {
      if (!status.startsWith('x-')) this.#readResponse(`response ${status}`, response);
    }
    return Object.fromEntries(this.#elements);
  }

  #readSecurity(requirements: readonly DocumentValue[], namedAt: string): void {
    const names = requirements.map(({ value }) => Object.keys(value ?? {}));
    names
      .flatMap((schemes) => (schemes.length > 0 ? schemes : [undefined]))
      .forEach((name, index) => {
        const element = index === 0 ? 'security' : `security(${index + 1})`;
        if (name === undefined) {
          this.#elements.set(element, { fact: { scheme: 'none' }, pointer: '#/security', namedAt });
          return;
        }
        const scheme = this.#document.open([at(this.#document.root, 'components', 'securitySchemes', name)]);
        if (!scheme) return;
        const type = readKeyword(scheme, 'type');
        const fact = { scheme: String(type === 'http' ? readKeyword(scheme, 'scheme') : type) };
        this.#set(element, scheme, namedAt, fact, ['type', 'scheme']);
        // The page lists this header as a parameter; OpenAPI expresses it by the scheme alone.
        if (type === 'http') {
          const header = { required: true, type: 'string' };
          this.#elements.set('header Authorization', { fact: header, pointer: scheme.pointer, namedAt });
        }
      });
  }

  #readParameter(value: DocumentValue): void {
    const parameter = this.#document.open([value]);
    if (!parameter) return;
    const element = `${String(readKeyword(parameter, 'in'))} ${String(readKeyword(parameter, 'name'))}`;
    this.#readValue(element, parameter, value.pointer);
  }

  #readRequestBody(values: readonly DocumentValue[]): void {
    const body = this.#document.open(values);
    if (!body) return;
    const request = this.#readContent('request', body, values);
    const required = readKeyword(body, 'required') === true;
    const fields = [...this.#elements].filter(([element]) => /^request[^.]*\.[^.]+$/.test(element));
    // The page never states it of a body, but a body with a required field cannot be left out.
    if (required !== fields.some(([, { fact }]) => fact['required'] === true))
      this.#elements.set('request', { ...request, fact: { ...request.fact, required } });
  }

  #readResponse(element: string, values: readonly DocumentValue[]): void {
    const response = this.#document.open(values);
    if (!response) return;
    this.#readContent(element, response, values);
    for (const [name, header] of listMembers(response, 'headers')) {
      const opened = this.#document.open(header);
      if (opened) this.#readValue(`${element} header ${name}`, opened, lastPointer(header));
    }
    for (const [name, link] of listMembers(response, 'links')) {
      const opened = this.#document.open(link);
      if (opened) this.#document.problems.add(`the link ${name} carries no x-inferred  (${opened.pointer})`);
    }
  }

  #readContent(element: string, holder: OpenedObject, values: readonly DocumentValue[]): DescribedElement {
    const media = [...listMembers(holder, 'content')].flatMap(([type, types]) => {
      const opened = this.#document.open(types);
      return opened ? [{ type, opened }] : [];
    });
    const types = media.map(({ type }) => type);
    const content = types.length > 1 ? { content: types } : { content: types[0] ?? '' };
    const fact = types.length > 0 ? content : {};
    const readElsewhere = ['content', 'headers', 'links', 'required'];
    let described = this.#set(element, holder, lastPointer(values), fact, readElsewhere);
    for (const { opened } of media) {
      const beside = readAssertions(this.#document, opened, ['schema', 'example']);
      const known = { ...described, fact: { ...described.fact, ...beside } };
      described = this.#schemas.readBody(element, opened.keywords.get('schema') ?? [], known);
    }
    return described;
  }

  #readValue(element: string, holder: OpenedObject, namedAt: string): void {
    const fact = readKeyword(holder, 'required') === true ? { required: true } : {};
    const known = this.#set(element, holder, namedAt, fact, ['name', 'in', 'required', 'schema']);
    this.#schemas.readValue(element, holder.keywords.get('schema') ?? [], known);
  }

  #set(
    element: string,
    holder: OpenedObject,
    namedAt: string,
    fact: Readonly<Record<string, Constraint>>,
    readElsewhere: readonly string[],
  ): DescribedElement {
    const { pointer } = holder;
    const assertions = readAssertions(this.#document, holder, readElsewhere);
    const described = { fact: { ...fact, ...assertions }, pointer, namedAt, holder };
    this.#elements.set(element, described);
    this.prose.add(element, holder);
    return described;
  }
}

function lastPointer(values: readonly DocumentValue[]): string {
  return values.at(-1)?.pointer ?? '#';
}
