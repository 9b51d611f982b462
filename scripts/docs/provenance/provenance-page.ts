import { readFile } from 'node:fs/promises';
import type { Document } from '../../lib/description.js';
import type { Highlight } from '../rendering/highlight.js';
import { escapeHtml, fillIn, slugOf } from '../rendering/html.js';
import type { Links } from '../rendering/links.js';
import { anchor, type Heading, renderMarkdown, wideTable } from '../rendering/markdown.js';
import { article, type Page } from '../rendering/site-page.js';
import { KINDS, type Part, provenance } from './inferred-parts.js';
import { GROUNDS, type Grounds, LEVELS } from './reasons.js';

const introduction = new URL('../../../docs/provenance.md', import.meta.url);

/** The page of everything that is inferred. */
export async function provenancePage(document: Document, highlight: Highlight, links: Links): Promise<Page> {
  const kinds = [...provenance(document)].filter(([, parts]) => parts.length > 0);
  const elements = kinds.flatMap(([, parts]) => parts.flatMap((part) => part.elements));
  const resolveLink = (href: string) => links.resolve(href, '');
  const { title, html } = renderMarkdown(await readFile(introduction, 'utf8'), highlight, resolveLink);
  const headings = [heading('How sure'), ...kinds.map(([kind]) => heading(KINDS[kind] ?? kind))];
  const sections = [
    `<h1>${escapeHtml(title)}</h1>`,
    fillIn(html, { inferred: String(elements.length) }),
    section('How sure'),
    summary(elements.map(({ grounds }) => grounds)),
    ...kinds.flatMap(([kind, parts]) => [
      section(KINDS[kind] ?? kind),
      // What is inferred as a whole needs no table of its own.
      ...(parts.every(isWhole) ? [wholeParts(parts, links)] : parts.map((part) => partSection(part, links))),
    ]),
  ];
  return {
    path: 'provenance.html',
    title: 'Provenance',
    description: `The ${elements.length} elements of the description that the documentation does not state, each with its reason.`,
    section: 'provenance',
    body: article(sections.join('\n'), { sidebar: '<div></div>', headings }),
  };
}

/** How often each kind of reason is given. */
function summary(given: readonly Grounds[]): string {
  const rows = GROUNDS.map((grounds) => {
    const count = given.filter((one) => one === grounds).length;
    return `<td><strong>${escapeHtml(grounds.name)}</strong><br>${escapeHtml(grounds.why)}</td><td>${tag(grounds)}</td><td>${count}</td>`;
  });
  return wideTable('<th>grounds</th><th>how sure</th><th>elements</th>', rows);
}

function isWhole({ elements: [first, second] }: Part): boolean {
  return first?.place === '' && second === undefined;
}

function wholeParts(parts: readonly Part[], links: Links): string {
  const rows = parts.flatMap((part) =>
    part.elements.map(
      ({ reason, grounds }) =>
        `<td><code>${escapeHtml(nameOf(part))}</code><br><span class="quiet">${users(part, links)}</span></td>${judgement(reason, grounds)}`,
    ),
  );
  return wideTable('<th>what</th><th>reason</th><th>how sure</th>', rows);
}

function partSection(part: Part, links: Links): string {
  const { file, elements } = part;
  const rows = elements.map(({ place, reason, grounds }) => {
    const what = place === '' ? 'all of it' : `<code>${escapeHtml(place)}</code>`;
    return `<td>${what}</td>${judgement(reason, grounds)}`;
  });
  const id = slugOf(file.replace('.yaml', ''));
  return `<h3 id="${id}"><code>${escapeHtml(nameOf(part))}</code>${anchor(id)}</h3>
<p class="quiet">openapi/${escapeHtml(file)} · ${users(part, links)}</p>
${wideTable('<th>what</th><th>reason</th><th>how sure</th>', rows)}`;
}

function nameOf({ name }: Part): string {
  return /^\d+$/.test(name) ? 'baseUrl' : name;
}

/** The operations that a part belongs to, as links. */
function users({ operationIds }: Part, links: Links): string {
  if (operationIds.length === 0) return 'all operations';
  return operationIds.map((id) => `<a href="${links.operation(id)}">${id}</a>`).join(', ');
}

function judgement(reason: string, grounds: Grounds): string {
  return `<td>${escapeHtml(reason)}</td><td>${tag(grounds)}</td>`;
}

function tag({ level }: Grounds): string {
  return `<span class="tag ${level}">${LEVELS[level]}</span>`;
}

function heading(text: string): Heading {
  return { level: 2, id: slugOf(text), html: text };
}

function section(text: string): string {
  const id = slugOf(text);
  return `<h2 id="${id}">${text}${anchor(id)}</h2>`;
}
