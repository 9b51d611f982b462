import { escapeHtml } from '../rendering/html.js';
import { renderDoc } from '../rendering/markdown.js';
import { renderLimits } from './render-fields.js';
import { renderOrigin } from './render-origin.js';
import { renderType } from './render-type.js';
import type { ParameterPart } from './schema/operation-parts.js';

/**
 * Renders parameters of a request, or headers of a response.
 *
 * @param prefix What the id of each one begins with.
 */
export function renderParameters(parameters: readonly ParameterPart[], prefix: string): string {
  if (parameters.length === 0) return '';
  return `<ul class="fields">${parameters.map((one) => renderParameter(one, prefix)).join('\n')}</ul>`;
}

function renderParameter(parameter: ParameterPart, prefix: string): string {
  const { name, required, description, example, schema, origin } = parameter;
  const id = `${prefix}${name}`;
  const keywords = {
    ...schema.keywords,
    ...(example === undefined ? {} : { examples: [example] }),
  };
  return `<li id="${id}" class="field"><p class="head"><a href="#${id}"><code>${escapeHtml(name)}</code></a> <span class="type">${renderType(schema)}, ${parameter.in}</span>${required ? ' <span class="tag open">required</span>' : ''}</p>
${renderDoc(description)}${renderLimits({ ...schema, keywords })}${renderOrigin({ ...origin, keywords: [...origin.keywords, ...schema.origin.keywords] })}</li>`;
}
