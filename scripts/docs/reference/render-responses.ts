import { STATUS_CODES } from 'node:http';
import { escapeHtml } from '../rendering/html.js';
import { anchor, type Heading, renderDoc } from '../rendering/markdown.js';
import type { ReferenceContext } from './reference-frame.js';
import { renderFields } from './render-fields.js';
import { renderOrigin } from './render-origin.js';
import { renderParameters } from './render-parameters.js';
import { renderExamples } from './render-samples.js';
import { renderType } from './render-type.js';
import type { BodyPart, LinkPart, OperationParts, ResponsePart } from './schema/operation-parts.js';

/** Renders each response with its headers, its body and its examples. */
export function renderResponses({ responses }: OperationParts, context: ReferenceContext): string {
  return responses.map((response) => renderResponse(response, context)).join('\n');
}

/** Lists the headings of the responses. */
export function listResponseHeadings({ responses }: OperationParts): Heading[] {
  return responses.map(({ status }) => ({
    level: 3,
    id: `response-${status}`,
    html: `${status} ${STATUS_CODES[status] ?? ''}`,
  }));
}

/** Renders the operations that can follow a response. */
export function renderNextOperations({ responses }: OperationParts, context: ReferenceContext): string {
  const items = responses.flatMap(({ status, links }) =>
    links.map((link) => renderLink(status, link, context)),
  );
  return items.length > 0 ? `<ul class="fields">${items.join('\n')}</ul>` : '';
}

function renderResponse(response: ResponsePart, { highlight }: ReferenceContext): string {
  const { status, description, origin, headers, body } = response;
  const id = `response-${status}`;
  return `<section class="response"><h3 id="${id}"><span class="status">${status}</span> ${STATUS_CODES[status] ?? ''}${anchor(id)}</h3>
${renderDoc(description)}${renderOrigin(origin)}
${headers.length > 0 ? `<details><summary>Headers</summary>${renderParameters(headers, `${id}.header.`)}</details>` : ''}
${body ? renderBody(body, id, Number(status) < 300) : '<p class="limits">No body</p>'}
${renderExamples(body?.examples ?? {}, id, highlight)}</section>`;
}

function renderBody({ schema }: BodyPart, id: string, isOpen: boolean): string {
  return `<details${isOpen ? ' open' : ''}><summary>Body${schema.model ? ` <code>${schema.model}</code>` : ''}</summary>
<p class="limits">${renderType(schema)}</p>
${schema.description && renderDoc(schema.description)}${renderOrigin(schema.origin)}${renderFields(schema, { prefix: `${id}.` })}</details>`;
}

function renderLink(status: string, link: LinkPart, { groups, links }: ReferenceContext): string {
  const { operationId, description, origin } = link;
  const operations = groups.flatMap((group) => group.operations);
  const summary = operations.find((one) => one.operationId === operationId)?.summary ?? operationId;
  const file = links.operation(operationId).replace('api/', '');
  return `<li class="field"><p class="head"><a href="${file}">${escapeHtml(summary)}</a> <span class="type">after <a href="#response-${status}">${status}</a></span></p>${renderDoc(description)}${renderOrigin(origin)}</li>`;
}
