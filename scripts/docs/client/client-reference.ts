import ts from 'typescript';
import type { Document } from '../../lib/description.js';
import type { Highlight } from '../rendering/highlight.js';
import type { SitePage } from '../rendering/site-page.js';
import { type Exported, readExports } from './exports.js';
import { createMethodSignature } from './method-signature.js';
import { readModelSources } from './models.js';
import { type ExportGroup, type ReferencePage, renderReferencePage } from './reference-page.js';

/** The module that exports a type for each model of the description. */
const MODELS = 'models';
const MODELS_PATH = 'api/models.html';

/** The groups of exports, each with the modules that declare them. */
const TOPICS: readonly (readonly [title: string, ...modules: string[]])[] = [
  ['Create a client', 'client', 'env', 'options'],
  ['Responses', 'api-promise', 'pagination'],
  ['Errors', 'errors', 'reconcile', 'intent-facts', 'writes'],
  ['Wait for a payment', 'wait-for-payment'],
  ['Payments and payouts', 'payment-forms'],
  ['Keys and signatures', 'idempotency', 'signing'],
  ['Events', 'events'],
  ['Operations and statuses', 'operations', 'schema', 'statuses'],
  ['Bodies that differ from their models', MODELS],
];

const JOURNAL_TOPICS: typeof TOPICS = [
  ['Create a journal', 'create-journal', 'options', 'core', 'types', 'resume'],
  ['Settlements', 'settlement'],
  ['Stores', 'store'],
];

const OBSERVE_TOPICS: typeof TOPICS = [
  ['Observe a client', 'observe'],
  ['Reports', 'report'],
];

const SANDBOX_TOPICS: typeof TOPICS = [
  ['Create a sandbox', 'create-sandbox', 'options', 'sandbox', 'clock'],
  ['Faults', 'faults'],
  ['Records', 'ledger', 'request-log', 'challenge', 'payment'],
];

const repository = new URL('../../../', import.meta.url);
const source = (path: string) => new URL(path, repository);

/** A module that users import, and its page. */
interface EntryPoint {
  readonly name: string;
  readonly source: URL;
  readonly path: string;
  /** The first paragraph, as HTML. */
  readonly lead: string;
  readonly topics: typeof TOPICS;
}

/** Everything that users import, in the order of the pages. */
export const ENTRY_POINTS: readonly EntryPoint[] = [
  {
    name: 'lddpay',
    source: source('src/index.ts'),
    path: 'client/index.html',
    lead: 'The client: every export of <code>lddpay</code>, apart from the types of bodies, which are <a href="../api/models.html">models</a>.',
    topics: TOPICS,
  },
  {
    name: 'lddpay/journal',
    source: source('src/journal.ts'),
    path: 'client/journal.html',
    lead: 'The journal: every export of <code>lddpay/journal</code>.',
    topics: JOURNAL_TOPICS,
  },
  {
    name: 'lddpay/observe',
    source: source('src/observe.ts'),
    path: 'client/observe.html',
    lead: 'The observer: every export of <code>lddpay/observe</code>.',
    topics: OBSERVE_TOPICS,
  },
  {
    name: 'lddpay/openapi-fetch',
    source: source('src/openapi-fetch.ts'),
    path: 'client/openapi-fetch.html',
    lead: 'The client of openapi-fetch: every export of <code>lddpay/openapi-fetch</code>. <a href="../guides/openapi-fetch.html">The guide</a> shows it with middleware and React.',
    topics: [['Create a client', 'openapi-fetch', 'types']],
  },
  {
    name: 'lddpay/raw-request',
    source: source('src/raw-request.ts'),
    path: 'client/raw-request.html',
    lead: 'Requests that the description does not have: every export of <code>lddpay/raw-request</code>.',
    topics: [['Send a request', 'raw-request']],
  },
  {
    name: 'lddpay/undici',
    source: source('src/undici.ts'),
    path: 'client/undici.html',
    lead: 'The transport for Node.js: every export of <code>lddpay/undici</code>. It is faster than the global <code>fetch</code>, and goes through proxies.',
    topics: [['Create a transport', 'undici']],
  },
  {
    name: 'lddpay/operations',
    source: source('generated/operations.ts'),
    path: 'client/operations.html',
    lead: 'The description as tables, without the client: every export of <code>lddpay/operations</code>.',
    topics: [['Operations and enums', 'operations']],
  },
  {
    name: 'lddpay-sandbox',
    source: source('sandbox/src/index.ts'),
    path: 'client/sandbox.html',
    lead: 'The sandbox: every export of <code>lddpay-sandbox</code>.',
    topics: SANDBOX_TOPICS,
  },
];

/** Renders the reference pages of both packages. */
export function renderClientReference(document: Document, highlight: Highlight): SitePage[] {
  const models = Object.keys(document.components.schemas);
  const pages = ENTRY_POINTS.map(({ name, source, path, lead, topics }): ReferencePage => {
    const exports = readExports(source).filter((one) => one.module !== MODELS || !models.includes(one.name));
    return {
      path,
      title: name,
      lead: `<p class="lead">${lead}</p>`,
      groups: groupByTopic(exports, topics),
      source: source.href.slice(repository.href.length),
    };
  });
  const shared = { highlight, models: readModelSources(), methodSignature: createMethodSignature(document) };
  return pages.map((page) => {
    // A name that both packages export links to the export on the same page.
    const paths = new Map([
      ...models.map((name) => [name, MODELS_PATH] as const),
      ...[...pages, page].flatMap(listPaths),
    ]);
    return renderReferencePage(page, pages, { ...shared, paths });
  });
}

/** Lists the exports of a page, each with the path of the page. */
function listPaths({ path, groups }: ReferencePage): [name: string, path: string][] {
  return groups.flatMap((group) => group.exports.map(({ name }): [string, string] => [name, path]));
}

function groupByTopic(exports: readonly Exported[], topics: typeof TOPICS): ExportGroup[] {
  return topics.map(([title, ...modules]) => ({
    title,
    exports: sortFunctionsFirst(modules.flatMap((module) => exports.filter((one) => one.module === module))),
  }));
}

/** Sorts functions before the types of their parameters and results. */
function sortFunctionsFirst(exports: readonly Exported[]): Exported[] {
  const isFunction = ({ declarations }: Exported) => declarations.some(ts.isFunctionDeclaration);
  return [...exports.filter(isFunction), ...exports.filter((one) => !isFunction(one))];
}
