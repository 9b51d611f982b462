import { escapeHtml, slugify } from '../rendering/html.js';
import { renderDoc } from '../rendering/markdown.js';
import { renderOrigin } from './render-origin.js';
import { renderModelLink, renderType } from './render-type.js';
import { type Limit, listLimits } from './schema/list-limits.js';
import { type Field, listEnumValues, type SchemaNode } from './schema/schema-node.js';

/** How the fields of a value are rendered. */
export interface FieldsOptions {
  /** What the id of each field begins with, such as `field-` or `response-201.`. */
  readonly prefix: string;
  /** Whether models within the value are only linked. */
  readonly linkModels?: boolean;
}

/** A field of a page, for the search. */
export interface FieldAnchor {
  readonly id: string;
  /** The path of the field, such as `customer.email`. */
  readonly name: string;
  readonly field: Field;
}

/** Renders the fields of a value and of everything in it. */
export function renderFields(node: SchemaNode, options: FieldsOptions): string {
  return renderContent(node, createLocation(options));
}

/** Lists the fields that `renderFields` renders. */
export function listFields(node: SchemaNode, options: FieldsOptions): FieldAnchor[] {
  return listBelow(node, createLocation(options));
}

/** Where the fields of an object are. */
interface Location {
  /** What the ids of the fields begin with. */
  readonly prefix: string;
  /** The path of the object, with a dot at its end; empty for the value itself. */
  readonly path: string;
  readonly linkModels: boolean;
}

function createLocation({ prefix, linkModels = false }: FieldsOptions): Location {
  return { prefix, path: '', linkModels };
}

function enterField(location: Location, { name }: Field): Location {
  return {
    ...location,
    prefix: `${location.prefix}${name}.`,
    path: `${location.path}${name}.`,
  };
}

/** Keeps the ids of fields of the same name in several forms apart: `data.id` of a payout is `data-payout.id`. */
function enterForm(location: Location, form: SchemaNode): Location {
  const prefix = location.prefix.replace(/[.-]$/, '');
  return { ...location, prefix: `${prefix}-${slugify(readFormName(form))}.` };
}

function listBelow(node: SchemaNode, location: Location): FieldAnchor[] {
  return [
    ...node.fields.flatMap((field) => [
      { id: `${location.prefix}${field.name}`, name: `${location.path}${field.name}`, field },
      ...(isLinked(field, location) ? [] : listBelow(field, enterField(location, field))),
    ]),
    ...(node.items && !isLinked(node.items, location) ? listBelow(node.items, location) : []),
    ...node.forms.flatMap((form) =>
      isLinked(form, location) ? [] : listBelow(form, enterForm(location, form)),
    ),
  ];
}

function renderContent(node: SchemaNode, location: Location): string {
  const fields = node.fields.map((field) => renderField(field, location));
  return [
    fields.length > 0 ? `<ul class="fields">${fields.join('\n')}</ul>` : '',
    node.items ? renderNested(node.items, location) : '',
    ...node.forms.map((form) => renderForm(form, location)),
  ].join('');
}

/** Renders what is in the items of an array, which share the path of the array. */
function renderNested(items: SchemaNode, location: Location): string {
  return isLinked(items, location) ? '' : renderContent(items, location);
}

function renderField(field: Field, location: Location): string {
  const id = `${location.prefix}${field.name}`;
  const parent = location.path === '' ? '' : `<span class="parent">${escapeHtml(location.path)}</span>`;
  const content = isLinked(field, location) ? '' : renderContent(field, enterField(location, field));
  return `<li id="${id}" class="field"><p class="head"><a href="#${id}"><code>${parent}${escapeHtml(field.name)}</code></a> <span class="type">${renderType(field)}</span>${renderRequired(field)}</p>
${renderFacts(field)}${content && renderDetails(field, content)}</li>`;
}

/** Renders what is known of a value: its text, limits, values, example and origin. */
export function renderFacts(node: SchemaNode): string {
  const { description, origin, items } = node;
  // The text of the items is that of their model.
  const marks = (items?.origin.keywords ?? []).filter(({ keyword }) => keyword !== 'description');
  const keywords = [...origin.keywords, ...marks];
  return [
    description && renderDoc(description),
    renderLimits(node),
    renderOrigin({ ...origin, keywords }),
  ].join('');
}

function renderRequired({ required, requiredWith }: Field): string {
  if (required) return ' <span class="tag open">required</span>';
  const names = requiredWith.map((name) => `<code>${escapeHtml(name)}</code>`).join(', ');
  return names && ` <span class="tag open">required with ${names}</span>`;
}

/** Renders the limits, values and examples of a value. */
export function renderLimits(node: SchemaNode): string {
  const { examples, 'x-secret': isSecret } = node.keywords;
  const values = listEnumValues(node);
  const items = node.items
    ? listLimits(node.items).map((limit) => ({ ...limit, text: `each ${limit.text}` }))
    : [];
  const limits = [...(isSecret ? [{ text: 'secret' }] : []), ...listLimits(node), ...items].map(renderLimit);
  return [
    limits.length > 0 ? `<p class="limits">${limits.join(' · ')}</p>` : '',
    values.length > 0 ? `<p class="limits">One of ${values.map(renderValue).join(', ')}</p>` : '',
    Array.isArray(examples) ? `<p class="limits">Example ${examples.map(renderValue).join(', ')}</p>` : '',
  ].join('');
}

function renderLimit({ text, code }: Limit): string {
  return code === undefined ? escapeHtml(text) : `${escapeHtml(text)} <code>${escapeHtml(code)}</code>`;
}

function renderValue(value: unknown): string {
  return `<code>${escapeHtml(typeof value === 'string' ? value : JSON.stringify(value))}</code>`;
}

function renderDetails(field: Field, content: string): string {
  const { length } = field.fields.length > 0 ? field.fields : (field.items?.fields ?? []);
  const summary = length > 0 ? `${length} field${length === 1 ? '' : 's'}` : 'Forms';
  return `<details><summary>${summary} of <code>${escapeHtml(field.name)}</code></summary>${content}</details>`;
}

function renderForm(form: SchemaNode, location: Location): string {
  const name = escapeHtml(readFormName(form));
  if (isLinked(form, location))
    return `<p class="form">${form.model ? renderModelLink(form.model) : name}</p>`;
  const content = renderContent(form, enterForm(location, form));
  return `<details class="form" open><summary>${name}</summary><p class="limits">${renderType(form)}</p>${renderFacts(form)}${content}</details>`;
}

function readFormName({ title, model }: SchemaNode): string {
  return title ?? model ?? 'Other form';
}

function isLinked({ model }: SchemaNode, { linkModels }: Location): boolean {
  return linkModels && model !== undefined;
}
