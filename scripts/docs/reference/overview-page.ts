import type { Document } from '../../lib/description.js';
import { escapeHtml } from '../rendering/html.js';
import { renderDoc, wideTable } from '../rendering/markdown.js';
import { renderArticle, SECTIONS, type SitePage } from '../rendering/site-page.js';
import {
  type OperationGroup,
  type ReferenceContext,
  renderRequestLine,
  renderSections,
  renderSidebar,
} from './reference-frame.js';
import { renderKeywords, renderMark, STATED } from './render-origin.js';
import { renderStatusDrivers } from './render-status-drivers.js';
import { readOrigin } from './schema/origin.js';

interface OverviewDocument extends Document {
  readonly info: {
    readonly version: string;
    readonly title: string;
    readonly summary: string;
    readonly description: string;
  };
  readonly servers: readonly { readonly url: string; readonly description?: string }[];
  readonly components: Document['components'] & {
    readonly securitySchemes: Readonly<Record<string, { readonly description: string }>>;
  };
}

/** Renders the first page of the API reference. */
export function renderOverviewPage(context: ReferenceContext): SitePage {
  const { source, groups } = context;
  const { info } = source.document as OverviewDocument;
  const origin = readOrigin([{ value: info, pointer: '#/info' }], source.elements);
  const { html, headings } = renderSections([
    {
      id: 'operations',
      title: 'Operations',
      html: groups.map((group) => renderGroup(group, context)).join('\n'),
    },
    { id: 'authorization', title: 'Authorization', html: renderAuthorization(context) },
    { id: 'host', title: 'Host', html: renderHost(context) },
    { id: 'errors', title: 'Errors', html: renderErrors(context) },
    {
      id: 'drivers',
      title: 'What drives each status',
      html: renderStatusDrivers(groups, context.drivers),
    },
    { id: 'certainty', title: 'How sure this reference is', html: CERTAINTY },
  ]);
  return {
    path: SECTIONS.api.path,
    title: 'API reference',
    description: 'Every operation of the LDDPay payments API with its fields, responses and samples.',
    section: 'api',
    body: renderArticle(
      `<h1>API reference</h1>
<p class="lead">${escapeHtml(info.summary)} Version ${escapeHtml(info.version)} of the description, which npm packages as <code>lddpay/openapi.json</code>.</p>
${renderDoc(info.description)}${renderKeywords(origin)}
${html}`,
      { sidebar: renderSidebar(groups, 'index.html'), headings },
    ),
    source: 'openapi/openapi.yaml',
  };
}

const CERTAINTY = `<p>LDDPay documents its API on one page. Each field and each status here says whether that page states it:</p>
<ul>
<li><span class="tag">${STATED}</span> The page states it.</li>
<li><span class="tag sure">inferred, certain</span> The page does not state it, but leaves no other choice.</li>
<li><span class="tag likely">inferred, likely</span> It comes from a source that matches the page, such as the API that LDDPay mirrors.</li>
<li><span class="tag open">inferred, open</span> There is no source. Ask your provider.</li>
</ul>
<p>Each mark leads to its place on the page <a href="../provenance.html">Provenance</a>. <a href="../guides/certainty.html">What the page documents</a> says what to ask.</p>`;

function renderGroup(group: OperationGroup, { links, source }: ReferenceContext): string {
  const { name, description, pointer, operations } = group;
  const rows = operations.map((operation) => {
    const { operationId, summary } = operation;
    const file = links.operation(operationId).replace('api/', '');
    const beta = operation['x-beta'] ? ' <span class="tag open">beta</span>' : '';
    return `<td id="${createFormerAnchor(group, operationId)}"><a href="${file}">${escapeHtml(summary)}</a>${beta}</td><td>${renderRequestLine(operation)}</td>`;
  });
  const origin = readOrigin([{ value: readTag(source.document, name), pointer }], source.elements);
  return `<h3>${escapeHtml(name)}</h3>
<p>${escapeHtml(description)}</p>${renderKeywords(origin)}
${wideTable('<th>operation</th><th>request</th>', rows)}`;
}

/** Creates the anchor that the operation had when the reference was a single page, so that old links still work. */
function createFormerAnchor({ name }: OperationGroup, operationId: string): string {
  return `/${name.toLowerCase().replaceAll(' ', '-')}/${operationId.toLowerCase()}`;
}

function readTag(document: Document, name: string): Readonly<Record<string, unknown>> {
  const { tags } = document as Document & { readonly tags: readonly Readonly<Record<string, unknown>>[] };
  return tags.find((tag) => tag['name'] === name) ?? {};
}

function renderAuthorization({ source }: ReferenceContext): string {
  const { securitySchemes } = (source.document as OverviewDocument).components;
  return Object.entries(securitySchemes)
    .map(([name, scheme]) => {
      const pointer = `#/components/securitySchemes/${name}`;
      const origin = readOrigin([{ value: scheme, pointer }], source.elements);
      return `${renderDoc(scheme.description)}${renderKeywords(origin)}`;
    })
    .join('')
    .concat(
      '<p>The client obtains, shares and renews tokens by itself: see <a href="../guides/tokens.html">the guide</a>. Only <a href="getToken.html">the request for a token</a> needs none.</p>',
    );
}

function renderHost({ source }: ReferenceContext): string {
  const { servers } = source.document as OverviewDocument;
  const items = servers.map(({ url, description = '' }, index) => {
    const mark = renderMark('host', source.elements.get(`#/servers/${index}`));
    return `<li><code>${escapeHtml(url)}</code> ${escapeHtml(description)}${mark}</li>`;
  });
  return `<ul>${items.join('\n')}</ul>`;
}

/** Renders a table of the statuses of errors and the operations that have them. */
function renderErrors({ groups }: ReferenceContext): string {
  const operations = groups.flatMap((group) => group.operations);
  const statuses = new Map<number, string[]>();
  for (const { operationId, responses } of operations) {
    for (const { status } of responses.filter((response) => response.status >= 400)) {
      const link = `<a href="${operationId}.html#response-${status}">${operationId}</a>`;
      statuses.set(status, [...(statuses.get(status) ?? []), link]);
    }
  }
  const rows = [...statuses]
    .sort(([left], [right]) => left - right)
    .map(([status, links]) => `<td><code>${status}</code></td><td>${links.join(', ')}</td>`);
  return `<p>A <code>422</code> has <a href="models.html#ErrorResponse">a body with error codes</a>. What an error says about whether the request took effect is in <a href="../guides/errors.html">the guide</a>.</p>
${wideTable('<th>status</th><th>operations</th>', rows)}`;
}
