import { isBelow, type OperationFacts } from '../model/facts.js';
import { renderStatement } from './render-statement.js';

/** A heading of the page. */
export function heading(text: string, level = 5): string {
  return `<h${level} class="wp-block-heading">${text}</h${level}>`;
}

function table(rows: readonly string[]): string {
  const body = rows.map((cells) => `<tr>${cells}</tr>`).join('');
  return `<figure class="wp-block-table"><table><tbody>${body}</tbody></table></figure>`;
}

/** A collapsible section of the page. */
export function section(summary: string, ...content: readonly string[]): string {
  const style = 'wp-block-details is-layout-flow wp-block-details-is-layout-flow';
  return `<details class="${style}"><summary>${summary}</summary>\n${content.join('\n\n\n\n')}\n</details>`;
}

/**
 * Renders what stands directly below a prefix: a table of fields, broken up by a section for each field that
 * has fields of its own or takes any.
 */
export function renderFields(facts: OperationFacts, prefix: string): string[] {
  const blocks: string[] = [];
  let rows: string[] = [];
  for (const [element, fact] of Object.entries(facts)) {
    const name = element.slice(prefix.length);
    if (!element.startsWith(prefix) || !/^[\w-]+$/.test(name)) continue;
    const hasFields = Object.keys(facts).some((other) => isBelow(other, element));
    if (!hasFields && fact['additionalProperties'] === undefined) {
      rows.push(`<td>${marked(name, fact, '')}</td><td>${renderStatement(fact, name)}</td>`);
      continue;
    }
    if (rows.length > 0) blocks.push(table(rows));
    rows = [];
    blocks.push(renderSection(facts, element, name));
  }
  return rows.length > 0 ? [...blocks, table(rows)] : blocks;
}

/** The page titles a section by the name of the field, with a capital and a statement where it is an object. */
function renderSection(facts: OperationFacts, element: string, name: string): string {
  const { [element]: fact = {} } = facts;
  if (fact['additionalProperties'] !== undefined) {
    const any = '<td colspan="2">property name*additional property any</td>';
    return section(marked(name, fact, ' '), table([`<td>${renderStatement(fact, name)}</td>`, any]));
  }
  if (fact['type'] === 'array')
    return section(marked(name, fact, ' '), '<p>Array</p>', ...renderFields(facts, `${element}[].`));
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const summary = `${marked(title, fact, ' ')} &#8211; ${renderStatement(fact, name)}`;
  return section(summary, ...renderFields(facts, `${element}.`));
}

function marked(name: string, fact: OperationFacts[string], gap: string): string {
  return fact['required'] === true ? `${name}${gap}required` : name;
}
