import { CONFIDENCE_LABELS } from '../../facts/description/reasons.js';
import { createElementId } from '../provenance/element-id.js';
import type { InferredElement } from '../provenance/inferred-parts.js';
import { escapeHtml } from '../rendering/html.js';
import type { KeywordMark, Origin } from './schema/origin.js';

/** The words for keywords whose names do not say what they are about. */
const KEYWORDS: Readonly<Record<string, string>> = {
  description: 'text',
  content: 'body',
  properties: 'fields',
  additionalProperties: 'other fields',
  required: 'required fields',
  multipleOf: 'no fraction',
  minLength: 'minimum length',
  maxLength: 'maximum length',
  minItems: 'minimum number of items',
  enum: 'values',
};

/** The mark of what is documented. */
export const STATED = "stated by LDDPay's page";

/** One line that says what the marks mean. */
export const CERTAINTY_LEGEND = `<p class="origin">Each part is <span class="tag">${STATED}</span> or inferred: <a href="index.html#certainty">what the marks mean</a>.</p>`;

/** Renders how sure an element is, with links to the provenance page. */
export function renderOrigin({ whole, inherited, keywords }: Origin): string {
  const marks = keywords.map(renderKeyword);
  if (!whole) {
    const stated = marks.length === 0 ? STATED : `${STATED}, apart from`;
    return renderLines([`<span class="tag">${stated}</span>`, ...marks]);
  }
  const reason = inherited ? 'with the object that it belongs to' : renderReason(whole);
  return renderLines([`${renderTag(whole)} ${reason}`, ...marks]);
}

/** Renders the marks of the keywords of an element that is no part of the page, such as a group of operations. */
export function renderKeywords({ keywords }: Origin): string {
  return keywords.length > 0 ? renderLines(keywords.map(renderKeyword)) : '';
}

/** Renders the mark of an element that is inferred by its nature, such as a path. */
export function renderMark(name: string, element: InferredElement | undefined): string {
  return element ? renderLines([`${renderTag(element)} ${escapeHtml(name)}: ${renderReason(element)}`]) : '';
}

function renderKeyword({ keyword, element }: KeywordMark): string {
  return `${renderTag(element)} ${KEYWORDS[keyword] ?? keyword}: ${renderReason(element)}`;
}

function renderLines(lines: readonly string[]): string {
  return `<p class="origin">${lines.join('<br>')}</p>`;
}

function renderTag({ pointer, reasonKind: { confidence } }: InferredElement): string {
  const label = `inferred, ${CONFIDENCE_LABELS[confidence]}`;
  return `<a class="tag ${confidence}" href="../provenance.html#${createElementId(pointer)}">${label}</a>`;
}

function renderReason({ reason }: InferredElement): string {
  return escapeHtml(reason);
}
