import { isBelow, type OperationFacts } from '../model/facts.js';
import { renderStatement } from './render-statement.js';

/** Renders a heading of the page. */
export function renderHeading(text: string, level = 5): string {
  return `<h${level} class="wp-block-heading">${text}</h${level}>`;
}

function renderTable(rows: readonly string[]): string {
  const body = rows.map((cells) => `<tr>${cells}</tr>`).join('');
  return `<figure class="wp-block-table"><table><tbody>${body}</tbody></table></figure>`;
}

/** Renders a collapsible section of the page. */
export function renderSection(summary: string, ...content: readonly string[]): string {
  const style = 'wp-block-details is-layout-flow wp-block-details-is-layout-flow';
  return `<details class="${style}"><summary>${summary}</summary>\n${content.join('\n\n\n\n')}\n</details>`;
}

/**
 * Renders the fields directly below a prefix: a table, interrupted by a section for each field that has nested
 * or free properties.
 */
export function renderFields(facts: OperationFacts, prefix: string): string[] {
  const blocks: string[] = [];
  let rows: string[] = [];
  for (const [element, fact] of Object.entries(facts)) {
    const name = element.slice(prefix.length);
    if (!element.startsWith(prefix) || !/^[\w-]+$/.test(name)) continue;
    const hasFields = Object.keys(facts).some((other) => isBelow(other, element));
    if (!hasFields && fact['additionalProperties'] === undefined) {
      rows.push(`<td>${renderName(name, fact, '')}</td><td>${renderStatement(fact, name)}</td>`);
      continue;
    }
    if (rows.length > 0) blocks.push(renderTable(rows));
    rows = [];
    blocks.push(renderFieldSection(facts, element, name));
  }
  return rows.length > 0 ? [...blocks, renderTable(rows)] : blocks;
}

/** The page titles a section with the name of the field; for an object, also with a statement. */
function renderFieldSection(facts: OperationFacts, element: string, name: string): string {
  const { [element]: fact = {} } = facts;
  if (fact['additionalProperties'] !== undefined) {
    const any = '<td colspan="2">property name*additional property any</td>';
    return renderSection(
      renderName(name, fact, ' '),
      renderTable([`<td>${renderStatement(fact, name)}</td>`, any]),
    );
  }
  if (fact['type'] === 'array')
    return renderSection(
      renderName(name, fact, ' '),
      '<p>Array</p>',
      ...renderFields(facts, `${element}[].`),
    );
  const { spelling = name } = fact;
  const summary = `${renderName(String(spelling), fact, ' ')} &#8211; ${renderStatement(fact, name)}`;
  return renderSection(summary, ...renderFields(facts, `${element}.`));
}

function renderName(name: string, fact: OperationFacts[string], gap: string): string {
  return fact['required'] === true ? `${name}${gap}required` : name;
}
