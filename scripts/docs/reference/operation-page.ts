import type { Operation } from '../../lib/description.js';
import { escapeHtml } from '../rendering/html.js';
import { renderDoc } from '../rendering/markdown.js';
import { renderNeighbors } from '../rendering/render-neighbors.js';
import { renderArticle, type SearchEntry, type SitePage } from '../rendering/site-page.js';
import { getOperationFile } from '../rendering/source-pages.js';
import { listOperationGuides } from './operation-guides.js';
import {
  listPages,
  type ReferenceContext,
  renderRequestLine,
  renderSections,
  renderSidebar,
} from './reference-frame.js';
import { listFields, renderFields } from './render-fields.js';
import { CERTAINTY_LEGEND, renderMark, renderOrigin } from './render-origin.js';
import { renderParameters } from './render-parameters.js';
import { listResponseHeadings, renderNextOperations, renderResponses } from './render-responses.js';
import { renderSamples } from './render-samples.js';
import { renderStates } from './render-states.js';
import { renderType } from './render-type.js';
import { keyHeaderOf } from './samples/key-header.js';
import { createSamples } from './samples/samples.js';
import { type BodyPart, type OperationParts, readOperationParts } from './schema/operation-parts.js';
import { listEnumValues, type SchemaNode } from './schema/schema-node.js';
import type { FieldErrorCodes } from './trials/try-broken-fields.js';

const PARAMETER = 'parameter-';
const FIELD = 'field-';

/** Renders the page of an operation. */
export function renderOperationPage(operation: Operation, context: ReferenceContext): SitePage {
  const { source, groups, highlight, links } = context;
  const { states = [], examples = [] } = context.trials.get(operation.operationId) ?? {};
  const { operationId, summary, description } = operation;
  const parts = readOperationParts(source, operation);
  const path = links.operation(operationId);
  const { html, headings } = renderSections([
    {
      id: 'examples',
      title: 'Examples',
      html: renderSamples(operationId, createSamples(source.document, operation), examples, highlight),
    },
    { id: 'states', title: 'Allowed statuses of the payment', html: renderStates(states) },
    { id: 'parameters', title: 'Parameters', html: renderParameters(parts.parameters, PARAMETER) },
    { id: 'body', title: 'Request body', html: parts.body ? renderRequestBody(parts.body) : '' },
    {
      id: 'responses',
      title: 'Responses',
      html: renderResponses(parts, context),
      headings: listResponseHeadings(parts),
    },
    { id: 'next', title: 'What can be done next', html: renderNextOperations(parts, context) },
  ]);
  const series = groups.flatMap(({ operations }) => listPages(operations));
  const beta = operation['x-beta'] ? ' <span class="tag open">beta</span>' : '';
  return {
    path,
    title: summary,
    description: `${operation.method.toUpperCase()} ${operation.path}: ${readFirstSentence(description)}`,
    section: 'api',
    body: renderArticle(
      `<h1>${escapeHtml(summary)}${beta}</h1>
<p class="request">${renderRequestLine(operation)}</p>
${renderDoc(description)}
${CERTAINTY_LEGEND}
${renderOrigin(parts.origin)}${renderMark('path and method', parts.path)}
${renderOverview(operation, context)}
${html}
${renderNeighbors(
  series,
  series.findIndex(({ href }) => path.endsWith(`/${href}`)),
  'Other operations',
)}`,
      { sidebar: renderSidebar(groups, `${operationId}.html`), headings },
    ),
    entries: listEntries(operation, parts, path, context.errorCodes.get(operationId)),
    source: getOperationFile(operation),
  };
}

function renderRequestBody({ description, required, schema }: BodyPart): string {
  const tag = required ? '<span class="tag open">required</span>' : '<span class="tag">optional</span>';
  return `<p>${escapeHtml(description)} <span class="type">${renderType(schema)}</span> ${tag}</p>
${renderOrigin(schema.origin)}${renderFields(schema, { prefix: FIELD })}`;
}

/** Renders what is particular about an operation. */
function renderOverview(operation: Operation, { guides }: ReferenceContext): string {
  const { operationId, secured } = operation;
  const key = keyHeaderOf(operation);
  const actions = operation['x-actions'] ?? [];
  const rows: (readonly [name: string, html: string])[] = [
    [
      'Client',
      `<a href="../client/index.html#Client.${operationId}"><code>lddpay.${operationId}()</code></a>`,
    ],
    ['Authorization', secured ? '<a href="index.html#authorization">access token</a>' : 'none'],
    [
      'Repeat',
      key
        ? `with the same <a href="#${PARAMETER}${key}"><code>${key}</code></a>`
        : 'safe, because it changes nothing',
    ],
    ['Signature', operation['x-signature'] ? 'the body is signed' : ''],
    ['Pages', operation['x-pagination'] ? `by ${operation['x-pagination']['style']}` : ''],
    ['Adds actions', actions.map((action) => `<code>${escapeHtml(action)}</code>`).join(' or ')],
    [
      'Guides',
      listOperationGuides(operation)
        .map((name) => `<a href="../guides/${name}.html">${escapeHtml(guides.get(name) ?? name)}</a>`)
        .join(', '),
    ],
  ];
  const filled = rows.filter(([, html]) => html !== '');
  return `<dl class="facts">${filled.map(([name, html]) => `<div><dt>${name}</dt><dd>${html}</dd></div>`).join('')}</dl>`;
}

function readFirstSentence(markdown: string): string {
  const text = markdown.replaceAll(/[`*]/g, '').replaceAll(/\s+/g, ' ');
  return /^.+?[.:](?= |$)/.exec(text)?.[0].replace(/:$/, '.') ?? text;
}

/** Lists the entries of the search: the page, and each parameter and field of the request. */
function listEntries(
  operation: Operation,
  { parameters, body }: OperationParts,
  path: string,
  errorCodes: FieldErrorCodes = new Map(),
): SearchEntry[] {
  const { operationId, summary, description, method } = operation;
  const page = `API · ${summary}`;
  const listValues = (name: string, node: SchemaNode) => [
    ...listEnumValues(node).map(String),
    ...(errorCodes.get(name) ?? []),
  ];
  return [
    {
      name: summary,
      alias: operationId,
      page: `API · ${method.toUpperCase()} ${operation.path}`,
      href: path,
      text: description,
    },
    ...parameters.map(({ name, description: text, schema }) => ({
      name,
      page,
      href: `${path}#${PARAMETER}${name}`,
      text,
      values: listValues(name, schema),
    })),
    ...(body ? listFields(body.schema, { prefix: FIELD }) : []).map(({ id, name, field }) => ({
      name,
      page,
      href: `${path}#${id}`,
      text: field.description,
      values: listValues(name, field),
    })),
  ];
}
