import { readFile } from 'node:fs/promises';
import type { Operation } from '../lib/description.js';
import { type Guide, readGuide } from './guides/guides.js';
import type { Highlight } from './rendering/highlight.js';
import { escapeHtml, fillTemplate } from './rendering/html.js';
import type { Links } from './rendering/links.js';
import { listCodeBlocks, wideTable } from './rendering/markdown.js';
import type { SitePage } from './rendering/site-page.js';
import { renderExample, renderProgram } from './runner/render-program.js';

/** The name of the program that the example is. */
const PROGRAM = 'start';

const template = new URL('../../docs/home.html', import.meta.url);

/** The content of the start page. */
export interface HomeContents {
  readonly guides: readonly Guide[];
  readonly operations: readonly Operation[];
  /** The number of documented facts in the description. */
  readonly facts: number;
  /** The number of inferred elements in the description. */
  readonly inferred: number;
}

/** Renders the start page. */
export async function renderHome(
  contents: HomeContents,
  highlight: Highlight,
  links: Links,
): Promise<SitePage> {
  const { operations, facts, inferred } = contents;
  const [example = ''] = listCodeBlocks(await readGuide('quick-start'), 'ts');
  return {
    path: 'index.html',
    source: 'docs/home.html',
    title: 'LDDPay for developers',
    description: 'Guides and references for the LDDPay payments API, its client and its sandbox. Unofficial.',
    body: fillTemplate(await readFile(template, 'utf8'), {
      example: renderFirstExample(example, highlight),
      guides: contents.guides.map(renderCard).join('\n'),
      operations: wideTable(
        '<th>operation</th><th>request</th><th>client method</th>',
        operations.map((operation) => renderRow(operation, links)),
      ),
      count: String(operations.length),
      facts: String(facts),
      inferred: String(inferred),
    }),
  };
}

function renderFirstExample(code: string, highlight: Highlight): string {
  const { attributes, controls } = renderExample(PROGRAM, code, 'ts');
  return `<figure class="code"${attributes}>${highlight(code, 'ts')}${controls}</figure>${renderProgram(PROGRAM, [code])}`;
}

function renderCard({ page, title, lead }: Guide): string {
  return `<li><a href="${page.path}"><strong>${escapeHtml(title)}</strong><span>${escapeHtml(lead)}</span></a></li>`;
}

function renderRow({ operationId, summary, method, path }: Operation, links: Links): string {
  return `<td><a href="${links.operation(operationId)}">${escapeHtml(summary)}</a></td><td><span class="method">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code></td><td><code>${operationId}</code></td>`;
}
