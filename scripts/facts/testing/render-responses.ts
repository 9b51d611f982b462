import type { OperationFacts } from '../model/facts.js';
import { renderFields, renderHeading, renderSection } from './render-fields.js';

/** Renders the responses of an operation; those without content share a paragraph. */
export function renderResponses(facts: OperationFacts): string[] {
  const blocks: string[] = [];
  let bare: string[] = [];
  for (const [element, { content }] of Object.entries(facts)) {
    const [, status] = /^response (\w+)$/.exec(element) ?? [];
    if (status === undefined) continue;
    const title = `${status} A response`;
    const headers = renderFields(facts, `${element} header `);
    if (headers.length === 0 && content === undefined) {
      bare.push(title);
      continue;
    }
    blocks.push(...paragraph(bare), ...renderResponse(facts, element, title, headers));
    bare = [];
  }
  return [...blocks, ...paragraph(bare)];
}

function paragraph(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`<p>${lines.join('<br>')}</p>`];
}

/** The page puts a response into a section, or into a paragraph followed by its variants. */
function renderResponse(
  facts: OperationFacts,
  element: string,
  title: string,
  headers: readonly string[],
): string[] {
  const { type, content } = facts[element] ?? {};
  const schema = `Response Schema: ${content}`;
  const variants = Object.keys(facts).filter(
    (other) => other.startsWith(element) && /^(?:\[\])?\(\d+\)$/.test(other.slice(element.length)),
  );
  const array = type === 'array' ? ['<p>Array</p>'] : [];
  const sections = variants.map((one) =>
    renderSection('Object', ...array, ...renderFields(facts, `${one}.`)),
  );
  if (sections.length > 0 && headers.length === 0)
    return [`<p>${title}<br>${schema}</p>`, renderHeading('One of'), ...sections];
  const body = sections.length > 0 ? sections : renderBody(facts, element);
  return [
    renderSection(title, ...headers, ...(content === undefined ? [] : [renderHeading(schema), ...body])),
  ];
}

function renderBody(facts: OperationFacts, element: string): string[] {
  if (facts[element]?.['type'] !== 'array') return renderFields(facts, `${element}.`);
  return ['<p>One of</p>', renderSection('ItemDto', '<p>Array</p>', ...renderFields(facts, `${element}[].`))];
}
