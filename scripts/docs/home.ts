import { readFile } from 'node:fs/promises';
import type { Operation } from '../lib/description.js';
import { type Guide, readGuide } from './guides/guides.js';
import type { Highlight } from './rendering/highlight.js';
import { escapeHtml, fillIn } from './rendering/html.js';
import type { Links } from './rendering/links.js';
import { codeBlocks, wideTable } from './rendering/markdown.js';
import type { Page } from './rendering/site-page.js';

const template = new URL('../../docs/home.html', import.meta.url);

/** What the start page shows of the rest of the site. */
export interface Contents {
  readonly guides: readonly Guide[];
  readonly operations: readonly Operation[];
  /** How many facts of the documentation the description holds. */
  readonly facts: number;
  /** How many of its elements are inferred. */
  readonly inferred: number;
}

/** The start page. */
export async function homePage(contents: Contents, highlight: Highlight, links: Links): Promise<Page> {
  const { operations, facts, inferred } = contents;
  const [example = ''] = codeBlocks(await readGuide('quick-start'), 'ts');
  return {
    path: 'index.html',
    title: 'LDDPay for developers',
    description: 'Guides and references for the LDDPay payments API, its client and its sandbox. Unofficial.',
    body: fillIn(await readFile(template, 'utf8'), {
      example: highlight(example, 'ts'),
      guides: contents.guides.map(card).join('\n'),
      operations: wideTable(
        '<th>operation</th><th>request</th><th>method of the client</th>',
        operations.map((operation) => row(operation, links)),
      ),
      count: String(operations.length),
      facts: String(facts),
      inferred: String(inferred),
    }),
  };
}

function card({ page, title, lead }: Guide): string {
  return `<li><a href="${page.path}"><strong>${escapeHtml(title)}</strong><span>${escapeHtml(lead)}</span></a></li>`;
}

function row({ operationId, summary, method, path }: Operation, links: Links): string {
  return `<td><a href="${links.operation(operationId)}">${escapeHtml(summary)}</a></td><td><span class="method">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code></td><td><code>${operationId}</code></td>`;
}
