import { isObject, type Operations } from '../model/facts.js';
import {
  at,
  BundledDocument,
  listItems,
  listMembers,
  type OpenedObject,
  readKeyword,
} from './bundled-document.js';
import { DescribedOperationReader } from './described-operation-reader.js';
import { type DescribedElement, Prose } from './schema-reader.js';

/** A part of the description that the page does not state, and the reason why it is there. */
export interface InferredPart {
  readonly pointer: string;
  readonly reason: string;
}

/** What the description states apart from its inferred parts. */
export interface Description {
  /** The elements of each operation by their paths. */
  readonly operations: Record<string, Record<string, DescribedElement>>;
  /** What it states of each operation, in the form of what the page states. */
  readonly facts: Operations;
  /** The texts without a mark, by operation, element and pointer; those outside the operations are in `page`. */
  readonly prose: Record<string, Record<string, Record<string, string>>>;
  readonly inferred: InferredPart[];
  readonly problems: string[];
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

interface OpenedOperation {
  readonly id: string;
  readonly root: OpenedObject;
  readonly pathItem: OpenedObject;
  readonly operation: OpenedObject;
}

/**
 * Reads the flat elements of everything in the description that carries no `x-inferred`.
 *
 * @param bundle The bundled OpenAPI 3.1 document.
 */
export function readDescription(bundle: unknown): Description {
  const document = new BundledDocument(bundle);
  const operations: Description['operations'] = {};
  const prose: Description['prose'] = { page: listTexts(readOverview(document)) };
  for (const { id, root, pathItem, operation } of openOperations(document)) {
    if (id in operations) document.problems.add(`${id} is described twice  (${operation.pointer})`);
    const reader = new DescribedOperationReader(document);
    operations[id] = reader.read(root, pathItem, operation);
    prose[id] = listTexts(reader.prose);
  }
  return {
    operations,
    facts: mapValues(operations, (elements) => mapValues(elements, ({ fact }) => fact)),
    prose,
    inferred: [...document.inferred].map(([pointer, reason]) => ({ pointer, reason })),
    problems: [...document.problems],
  };
}

/** Opens all operations that are not inferred, and checks the marks of their paths and of all servers. */
function* openOperations(document: BundledDocument): Generator<OpenedOperation> {
  const root = document.open([document.root]);
  if (!root) return;
  checkServers(document, root);
  for (const [path, [value]] of listMembers(root, 'paths')) {
    const pathItem = value && path.startsWith('/') && document.openInferred(value, `the path ${path}`);
    if (!pathItem) continue;
    checkServers(document, pathItem);
    for (const [method, values] of pathItem.keywords) {
      const operation = METHODS.has(method) ? document.open(values) : undefined;
      if (!operation) continue;
      checkServers(document, operation);
      const id = String(readKeyword(operation, 'operationId') ?? `${method} ${path}`);
      yield { id, root, pathItem, operation };
    }
  }
}

/** Reads the texts about the API as a whole. */
function readOverview(document: BundledDocument): Prose {
  const prose = new Prose();
  const parts = [at(document.root, 'info'), ...listItems(at(document.root, 'tags'))];
  for (const part of parts) {
    const opened = document.open([part]);
    if (opened) prose.add('text', opened);
  }
  return prose;
}

function listTexts({ texts }: Prose): Record<string, Record<string, string>> {
  return Object.fromEntries(
    [...texts].map(([element, ofElement]) => [element, Object.fromEntries(ofElement)]),
  );
}

function checkServers(document: BundledDocument, { keywords }: OpenedObject): void {
  for (const server of (keywords.get('servers') ?? []).flatMap(listItems)) {
    const url = isObject(server.value) ? String(server.value['url']) : '';
    document.openInferred(server, `the server ${url}`);
  }
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
