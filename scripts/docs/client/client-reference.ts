import ts from 'typescript';
import type { Document } from '../../lib/description.js';
import type { Highlight } from '../rendering/highlight.js';
import type { SitePage } from '../rendering/site-page.js';
import { type Exported, readExports } from './exports.js';
import { createMethodSignature } from './method-signature.js';
import { readModelSources } from './models.js';
import { type ExportGroup, type ReferencePage, renderReferencePage } from './reference-page.js';

/** The entry modules of the packages. */
export const CLIENT_ENTRY = new URL('../../../src/index.ts', import.meta.url);
export const JOURNAL_ENTRY = new URL('../../../src/journal.ts', import.meta.url);
export const OBSERVE_ENTRY = new URL('../../../src/observe.ts', import.meta.url);
export const UNDICI_ENTRY = new URL('../../../src/undici.ts', import.meta.url);
export const SANDBOX_ENTRY = new URL('../../../sandbox/src/index.ts', import.meta.url);

/** The module that exports a type for each model of the description. */
const MODELS = 'models';
const MODELS_PATH = 'api/models.html';

/** The groups of exports, each with the modules that declare them. */
const TOPICS: readonly (readonly [title: string, ...modules: string[]])[] = [
  ['Create a client', 'client', 'env', 'options'],
  ['Responses', 'api-promise', 'pagination'],
  ['Errors', 'errors', 'reconcile', 'intent-facts'],
  ['Wait for a payment', 'wait-for-payment'],
  ['Payments and payouts', 'payment-forms'],
  ['Keys and signatures', 'idempotency', 'signing'],
  ['Events', 'events'],
  ['Operations and statuses', 'operations', 'schema', 'statuses'],
  ['Bodies that differ from their models', MODELS],
];

const JOURNAL_TOPICS: typeof TOPICS = [
  ['Create a journal', 'create-journal', 'options', 'types'],
  ['Settlements', 'settlement'],
  ['Stores', 'store'],
];

const OBSERVE_TOPICS: typeof TOPICS = [
  ['Observe a client', 'observe'],
  ['Reports', 'report'],
];

const UNDICI_TOPICS: typeof TOPICS = [['Create a transport', 'undici']];

const SANDBOX_TOPICS: typeof TOPICS = [
  ['Create a sandbox', 'create-sandbox', 'options', 'sandbox', 'clock'],
  ['Faults', 'faults'],
  ['Records', 'ledger', 'request-log', 'challenge', 'payment'],
];

/** Renders the reference pages of both packages. */
export function renderClientReference(document: Document, highlight: Highlight): SitePage[] {
  const exported = readExports(CLIENT_ENTRY);
  const models = Object.keys(document.components.schemas);
  const api = exported.filter(({ name, module }) => module !== MODELS || !models.includes(name));
  const sandbox = readExports(SANDBOX_ENTRY);
  const pages: ReferencePage[] = [
    {
      path: 'client/index.html',
      title: 'lddpay',
      lead: '<p class="lead">The client: every export of <code>lddpay</code>, apart from the types of bodies, which are <a href="../api/models.html">models</a>.</p>',
      groups: groupByTopic(api, TOPICS),
    },
    {
      path: 'client/journal.html',
      title: 'lddpay/journal',
      lead: '<p class="lead">The journal: every export of <code>lddpay/journal</code>.</p>',
      groups: groupByTopic(readExports(JOURNAL_ENTRY), JOURNAL_TOPICS),
    },
    {
      path: 'client/observe.html',
      title: 'lddpay/observe',
      lead: '<p class="lead">The observer: every export of <code>lddpay/observe</code>.</p>',
      groups: groupByTopic(readExports(OBSERVE_ENTRY), OBSERVE_TOPICS),
    },
    {
      path: 'client/undici.html',
      title: 'lddpay/undici',
      lead: '<p class="lead">The transport for Node.js: every export of <code>lddpay/undici</code>. It is faster than the global <code>fetch</code>, and goes through proxies.</p>',
      groups: groupByTopic(readExports(UNDICI_ENTRY), UNDICI_TOPICS),
    },
    {
      path: 'client/sandbox.html',
      title: 'lddpay-sandbox',
      lead: '<p class="lead">The sandbox: every export of <code>lddpay-sandbox</code>.</p>',
      groups: groupByTopic(sandbox, SANDBOX_TOPICS),
    },
  ];
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
