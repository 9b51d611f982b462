import ts from 'typescript';
import type { Document } from '../../lib/description.js';
import type { Highlight } from '../highlight.js';
import type { Page } from '../page.js';
import { type Exported, readExports } from './exports.js';
import { createMethodSignature } from './method-signature.js';
import { modelSources } from './models.js';
import { type Chapter, chapterPage, type Group } from './page.js';

/** The entries of the packages. */
export const CLIENT_ENTRY = new URL('../../../src/index.ts', import.meta.url);
export const SANDBOX_ENTRY = new URL('../../../sandbox/src/index.ts', import.meta.url);

const MODELS = 'models';

/** What is told together, by the modules that declare it. */
const TOPICS: readonly (readonly [title: string, ...modules: string[]])[] = [
  ['Making a client', 'client', 'env', 'options'],
  ['Answers', 'api-promise', 'pagination'],
  ['Errors', 'errors', 'reconcile'],
  ['Keys and signatures', 'idempotency', 'signing'],
  ['Events', 'events'],
  ['Names of the API', 'operations', 'statuses'],
];

const SANDBOX_TOPICS: typeof TOPICS = [
  ['Making a sandbox', 'create-sandbox', 'options', 'sandbox', 'clock'],
  ['Faults', 'faults'],
  ['What happened', 'ledger', 'request-log', 'challenge', 'payment'],
];

/** The pages of the reference of both packages. */
export function clientPages(document: Document, highlight: Highlight): Page[] {
  const exported = readExports(CLIENT_ENTRY);
  const api = exported.filter(({ module }) => module !== MODELS);
  const models = exported.filter(({ module }) => module === MODELS);
  const sandbox = readExports(SANDBOX_ENTRY);
  const chapters: Chapter[] = [
    {
      path: 'client/index.html',
      title: 'lddpay',
      lead: '<p class="lead">The client: everything that <code>import … from \'lddpay\'</code> can name, except the types of bodies.</p>',
      groups: byTopic(api, TOPICS),
    },
    {
      path: 'client/models.html',
      title: 'Models of lddpay',
      lead: '<p class="lead">The types of request and response bodies, generated from the description. Enums in responses are open: new values can turn up.</p>',
      groups: [{ title: 'Models', exports: models }],
    },
    {
      path: 'client/sandbox.html',
      title: 'lddpay-sandbox',
      lead: '<p class="lead">The sandbox: everything that <code>import … from \'lddpay-sandbox\'</code> can name.</p>',
      groups: byTopic(sandbox, SANDBOX_TOPICS),
    },
  ];
  const shared = { highlight, models: modelSources(), methodSignature: createMethodSignature(document) };
  return chapters.map((chapter) => {
    // A name that both packages export means that of the page it stands on.
    const pages = new Map([...chapters, chapter].flatMap(placesOf));
    return chapterPage(chapter, chapters, { ...shared, pages });
  });
}

/** The page of each export of a chapter. */
function placesOf({ path, groups }: Chapter): [name: string, path: string][] {
  return groups.flatMap((group) => group.exports.map(({ name }): [string, string] => [name, path]));
}

function byTopic(exports: readonly Exported[], topics: typeof TOPICS): Group[] {
  return topics.map(([title, ...modules]) => ({
    title,
    exports: callablesFirst(modules.flatMap((module) => exports.filter((one) => one.module === module))),
  }));
}

/** What one begins with before the types that it takes and gives. */
function callablesFirst(exports: readonly Exported[]): Exported[] {
  const callable = ({ declarations }: Exported) => declarations.some(ts.isFunctionDeclaration);
  return [...exports.filter(callable), ...exports.filter((one) => !callable(one))];
}
