import { readFile } from 'node:fs/promises';
import { CONFIDENCE_LABELS, REASON_KINDS, type ReasonKind } from '../../facts/description/reasons.js';
import type { Document } from '../../lib/description.js';
import type { Highlight } from '../rendering/highlight.js';
import { escapeHtml, fillTemplate, slugify } from '../rendering/html.js';
import type { Links } from '../rendering/links.js';
import { anchor, type Heading, renderMarkdown, wideTable } from '../rendering/markdown.js';
import { renderArticle, type SitePage } from '../rendering/site-page.js';
import { createElementId } from './element-id.js';
import { type DescriptionPart, KINDS, listInferredParts } from './inferred-parts.js';

const FILE = 'docs/provenance.md';
const introduction = new URL(`../../../${FILE}`, import.meta.url);

/** Renders the page that lists everything that is inferred. */
export async function renderProvenance(
  document: Document,
  highlight: Highlight,
  links: Links,
): Promise<SitePage> {
  const kinds = [...listInferredParts(document)].filter(([, parts]) => parts.length > 0);
  const elements = kinds.flatMap(([, parts]) => parts.flatMap((part) => part.elements));
  const resolveLink = (href: string) => links.resolve(href, FILE, '');
  const { title, html } = renderMarkdown(await readFile(introduction, 'utf8'), highlight, resolveLink);
  const headings = [
    createHeading('Confidence'),
    ...kinds.map(([kind]) => createHeading(KINDS[kind] ?? kind)),
  ];
  const sections = [
    `<h1>${escapeHtml(title)}</h1>`,
    fillTemplate(html, { inferred: String(elements.length) }),
    renderHeading('Confidence'),
    renderSummary(elements.map(({ reasonKind }) => reasonKind)),
    ...kinds.flatMap(([kind, parts]) => [
      renderHeading(KINDS[kind] ?? kind),
      // Parts that are inferred as a whole share one table.
      ...(parts.every(isWhole)
        ? [renderWholeParts(parts, links)]
        : parts.map((part) => renderPart(part, links))),
    ]),
  ];
  return {
    path: 'provenance.html',
    title: 'Provenance',
    description: `The ${elements.length} inferred elements of the description, each with its reason.`,
    section: 'provenance',
    body: renderArticle(sections.join('\n'), { sidebar: '<div></div>', headings }),
    source: FILE,
  };
}

/** Renders a table that counts the elements of each kind of reason. */
function renderSummary(given: readonly ReasonKind[]): string {
  const rows = REASON_KINDS.map((reasonKind) => {
    const count = given.filter((one) => one === reasonKind).length;
    return `<td><strong>${escapeHtml(reasonKind.name)}</strong><br>${escapeHtml(reasonKind.why)}</td><td>${renderConfidence(reasonKind)}</td><td>${count}</td>`;
  });
  return wideTable('<th>kind of reason</th><th>confidence</th><th>elements</th>', rows);
}

function isWhole({ elements: [first, second] }: DescriptionPart): boolean {
  return first?.place === '' && second === undefined;
}

function renderWholeParts(parts: readonly DescriptionPart[], links: Links): string {
  const rows = parts.flatMap((part) =>
    part.elements.map(
      ({ pointer, reason, reasonKind }) =>
        `<td id="${createElementId(pointer)}"><code>${escapeHtml(part.name)}</code><br><span class="quiet">${renderUsers(part, links)}</span></td>${renderReason(reason, reasonKind)}`,
    ),
  );
  return wideTable('<th>element</th><th>reason</th><th>confidence</th>', rows);
}

function renderPart(part: DescriptionPart, links: Links): string {
  const { name, file, elements } = part;
  const rows = elements.map(({ pointer, place, reason, reasonKind }) => {
    const element = place === '' ? 'the whole part' : `<code>${escapeHtml(place)}</code>`;
    return `<td id="${createElementId(pointer)}">${element}</td>${renderReason(reason, reasonKind)}`;
  });
  // Several parts are in the root file.
  const id = slugify(file === 'openapi.yaml' ? `openapi ${name}` : file.replace('.yaml', ''));
  return `<h3 id="${id}"><code>${escapeHtml(name)}</code>${anchor(id)}</h3>
<p class="quiet">openapi/${escapeHtml(file)} · ${renderUsers(part, links)}</p>
${wideTable('<th>element</th><th>reason</th><th>confidence</th>', rows)}`;
}

/** Renders links to the operations that a part belongs to. */
function renderUsers({ operationIds }: DescriptionPart, links: Links): string {
  if (operationIds.length === 0) return 'all operations';
  return operationIds.map((id) => `<a href="${links.operation(id)}">${id}</a>`).join(', ');
}

function renderReason(reason: string, reasonKind: ReasonKind): string {
  return `<td>${escapeHtml(reason)}</td><td>${renderConfidence(reasonKind)}</td>`;
}

/** Renders how certain a kind of reason is. */
function renderConfidence({ confidence }: ReasonKind): string {
  return `<span class="tag ${confidence}">${CONFIDENCE_LABELS[confidence]}</span>`;
}

function createHeading(text: string): Heading {
  return { level: 2, id: slugify(text), html: text };
}

function renderHeading(text: string): string {
  const id = slugify(text);
  return `<h2 id="${id}">${text}${anchor(id)}</h2>`;
}
