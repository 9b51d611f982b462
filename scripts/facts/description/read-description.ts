import { isObject, type Operations } from '../model/facts.js';
import { BundledDocument, items, membersOf, type Opened, readKeyword } from './bundled-document.js';
import { OperationDescription } from './described-operation-reader.js';
import type { Described } from './schema-reader.js';

export type { Described } from './schema-reader.js';

/** A part of the description that the page does not state, and why it is there. */
export interface Inferred {
  readonly pointer: string;
  readonly reason: string;
}

/** What the description says beyond its inferred parts. */
export interface Description {
  readonly operations: Record<string, Record<string, Described>>;
  readonly inferred: Inferred[];
  readonly problems: string[];
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** An operation of the description, with what it takes its defaults from. */
export interface DescribedOperation {
  readonly id: string;
  readonly root: Opened;
  readonly pathItem: Opened;
  readonly operation: Opened;
}

/**
 * Reads the flat elements of everything in the description that carries no `x-inferred`.
 *
 * @param bundle - The bundled OpenAPI 3.1 document.
 */
export function readDescription(bundle: unknown): Description {
  const document = new BundledDocument(bundle);
  const operations: Description['operations'] = {};
  for (const { id, root, pathItem, operation } of openOperations(document)) {
    if (id in operations) document.problems.add(`${id} is described twice  (${operation.pointer})`);
    operations[id] = new OperationDescription(document).read(root, pathItem, operation);
  }
  return {
    operations,
    inferred: [...document.inferred].map(([pointer, reason]) => ({ pointer, reason })),
    problems: [...document.problems],
  };
}

/** What the description states, in the form of what the page states. */
export function describedFacts({ operations }: Description): Operations {
  return mapValues(operations, (elements) => mapValues(elements, ({ fact }) => fact));
}

/** Opens all operations of a document that are not inferred, and notes what is not marked as it should. */
export function* openOperations(document: BundledDocument): Generator<DescribedOperation> {
  const root = document.open([document.root]);
  if (!root) return;
  checkServers(document, root);
  for (const [path, [place]] of membersOf(root, 'paths')) {
    const pathItem = place && path.startsWith('/') && document.openInferred(place, `the path ${path}`);
    if (!pathItem) continue;
    checkServers(document, pathItem);
    for (const [method, places] of pathItem.keywords) {
      const operation = METHODS.has(method) ? document.open(places) : undefined;
      if (!operation) continue;
      checkServers(document, operation);
      const id = String(readKeyword(operation, 'operationId') ?? `${method} ${path}`);
      yield { id, root, pathItem, operation };
    }
  }
}

function checkServers(document: BundledDocument, { keywords }: Opened): void {
  for (const server of (keywords.get('servers') ?? []).flatMap(items)) {
    const url = isObject(server.value) ? String(server.value['url']) : '';
    document.openInferred(server, `the server ${url}`);
  }
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
