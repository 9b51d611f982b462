import {
  BundledDocument,
  items,
  membersOf,
  type Opened,
  type Place,
  readKeyword,
} from './bundled-document.js';
import { isObject } from './model.js';
import { OperationDescription } from './operation-description.js';
import type { Described } from './read-schema.js';

export type { Described } from './read-schema.js';

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

/**
 * Reads the flat elements of everything in the description that carries no `x-inferred`.
 *
 * @param bundle - The bundled OpenAPI 3.1 document.
 */
export function readDescription(bundle: unknown): Description {
  const document = new BundledDocument(bundle);
  const operations: Description['operations'] = {};
  const root = document.open([document.root]);
  if (root) {
    checkServers(document, root);
    for (const [path, [item]] of membersOf(root, 'paths')) {
      if (item && path.startsWith('/')) readPathItem(path, item);
    }
  }
  return {
    operations,
    inferred: [...document.inferred].map(([pointer, reason]) => ({ pointer, reason })),
    problems: [...document.problems],
  };

  function readPathItem(path: string, place: Place): void {
    const item = document.openInferred(place, `the path ${path}`);
    if (!item || !root) return;
    checkServers(document, item);
    for (const [method, places] of item.keywords) {
      const operation = METHODS.has(method) ? document.open(places) : undefined;
      if (!operation) continue;
      checkServers(document, operation);
      const id = String(readKeyword(operation, 'operationId') ?? `${method} ${path}`);
      if (id in operations) document.problems.add(`${id} is described twice  (${operation.pointer})`);
      operations[id] = new OperationDescription(document).read(root, item, operation);
    }
  }
}

function checkServers(document: BundledDocument, { keywords }: Opened): void {
  for (const server of (keywords.get('servers') ?? []).flatMap(items)) {
    const url = isObject(server.value) ? String(server.value['url']) : '';
    document.openInferred(server, `the server ${url}`);
  }
}
