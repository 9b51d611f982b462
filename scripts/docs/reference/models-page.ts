import { operationsByComponent } from '../provenance/component-operations.js';
import { breakName } from '../rendering/html.js';
import { anchor } from '../rendering/markdown.js';
import { renderArticle, type SearchEntry, type SitePage } from '../rendering/site-page.js';
import { type ReferenceContext, renderSidebar } from './reference-frame.js';
import { type FieldsOptions, listFields, renderFacts, renderFields } from './render-fields.js';
import { CERTAINTY_LEGEND } from './render-origin.js';
import { renderType } from './render-type.js';
import { listEnumValues, readSchema, type SchemaNode } from './schema/schema-node.js';

export const MODELS_PATH = 'api/models.html';

/** Renders the page of all schemas that have a name, each with its own fields. */
export function renderModelsPage({ source, groups, links }: ReferenceContext): SitePage {
  const { document } = source;
  const users = operationsByComponent(document);
  const models = Object.keys(document.components.schemas)
    .sort()
    .map((name) => {
      const pointer = `#/components/schemas/${name}`;
      return { name, operationIds: users.get(pointer) ?? [], node: readModel(source, name, pointer) };
    });
  const sections = models.map(({ name, operationIds, node }) => {
    const uses = operationIds.map((id) => `<a href="${links.operation(id).replace('api/', '')}">${id}</a>`);
    return `<section><h2 id="${name}"><code>${name}</code>${anchor(name)}</h2>
<p class="limits">${renderType({ ...node, model: undefined })} · in ${uses.join(', ')}</p>
${renderFacts(node)}${renderFields(node, fieldsOptions(name))}</section>`;
  });
  return {
    path: MODELS_PATH,
    title: 'Models',
    description: `The ${models.length} models of request and response bodies, each with its fields, limits and sources.`,
    section: 'api',
    body: renderArticle(
      `<h1>Models</h1>
<p class="lead">The parts of request and response bodies that have names. <code>lddpay</code> exports a TypeScript type for each: <code>import type { Payment } from 'lddpay'</code>. Enums of responses are open: a response can contain new values.</p>
${CERTAINTY_LEGEND}
${sections.join('\n')}`,
      {
        sidebar: renderSidebar(groups, 'models.html'),
        headings: models.map(({ name }) => ({ level: 2, id: name, html: breakName(name) })),
      },
    ),
    entries: models.flatMap(({ name, node }) => listEntries(name, node)),
    source: 'openapi/schemas/',
  };
}

function readModel(source: ReferenceContext['source'], name: string, pointer: string): SchemaNode {
  return readSchema(source, source.document.components.schemas[name] ?? {}, pointer);
}

function fieldsOptions(model: string): FieldsOptions {
  return { prefix: `${model}.`, linkModels: true };
}

function listEntries(model: string, node: SchemaNode): SearchEntry[] {
  const page = 'API · Models';
  return [
    {
      name: model,
      page,
      href: `${MODELS_PATH}#${model}`,
      text: node.description,
      values: listEnumValues(node).map(String),
    },
    ...listFields(node, fieldsOptions(model)).map(({ id, field }) => ({
      name: id,
      page,
      href: `${MODELS_PATH}#${id}`,
      text: field.description,
      // The values of a model are found there.
      values: field.model ? [] : listEnumValues(field).map(String),
    })),
  ];
}
