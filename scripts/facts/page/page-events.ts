import { type CheerioAPI, load } from 'cheerio';
import { isLikeStatement } from './read-statement.js';

/** The page is not the documentation, or a part of it cannot be read; the message names the part. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

/** A part of the page without its markup; the events of a page are in its order. */
export type PageEvent =
  | { readonly kind: 'operation'; readonly id: string; readonly level: number }
  /** The level is that of a heading, from 1 to 6; undefined for any other line. */
  | { readonly kind: 'line'; readonly text: string; readonly level?: number }
  | { readonly kind: 'open'; readonly summary: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'row'; readonly cells: readonly string[] };

type Node = ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number];

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

const BLOCKS = new Set([
  ...['table', 'details', 'p', ...HEADINGS, 'ul', 'ol', 'li', 'div', 'section', 'article', 'figure'],
]);

/** Elements without an end tag, and those whose end tag may be missing, which do not nest by that. */
const OPEN_ENDED = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'],
  ...['p', 'li', 'dt', 'dd', 'option', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'colgroup'],
]);

/** The titles of columns, which state nothing. */
const COLUMN_TITLE = /^(?:(?:name|field|parameter|property|header|type|value|description):?)?$/i;

/** Far beyond any page. The parser takes minutes for 200,000. */
const MAX_DEPTH = 1_000;

/** A line separator: unlike a newline, it does not occur in HTML where a line is wrapped. */
const BREAK = '\u2028';

/**
 * Flattens the page into events, so that wrappers and inline markup cannot change what is read.
 *
 * @throws PageError if the page is cut off, nested too deeply, or has text that is hidden or misplaced.
 */
export function readPageEvents(html: string): PageEvent[] {
  refuseDeepNesting(html);
  const $ = loadComplete(html);
  $('script, style, template').remove();
  refuseHiddenText($);
  $('br').replaceWith(BREAK);
  // What is struck out is stated no longer, which no other text says.
  $('s, del, strike').prepend('[struck out: ').append(']');
  for (const link of $('a[href^="http"]')) {
    const href = $(link).attr('href') ?? '';
    // A link may state what its text does not, such as a host.
    if (!readOperationId(href) && $(link).text().trim() !== href) $(link).append(` ${href}`);
  }
  return [...walk($, $.root().contents())];
}

/** Counts tags before they are parsed, since parsing is what takes long. */
function refuseDeepNesting(html: string): void {
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (OPEN_ENDED.has(name.toLowerCase())) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) throw new PageError(`its elements are nested more than ${MAX_DEPTH} deep`);
  }
}

/** It is not certain whether what readers do not see is stated. */
function refuseHiddenText($: CheerioAPI): void {
  for (const element of $('[hidden], [style*="display" i]')) {
    const { hidden, style = '' } = element.attribs;
    if (hidden === undefined && !/display\s*:\s*none/i.test(style)) continue;
    const text = normalizeText($(element).text());
    if (text !== '') throw new PageError(`the text "${text}" is hidden`);
  }
}

/** A page that is cut off ends inside a tag or comment, or leaves its last block open. */
function loadComplete(html: string): CheerioAPI {
  let isComplete = true;
  const onParseError = ({ code }: { code: string }) => {
    if (code.startsWith('eof-')) isComplete = false;
  };
  const $ = load(html, { sourceCodeLocationInfo: true, onParseError }, false);
  let last = $.root().children().last();
  // An inline element without an end tag extends to the end of the page; it has no meaning.
  while (last.length > 0 && !BLOCKS.has(last[0]?.name ?? '')) last = last.children().last();
  const isOpen = last.length > 0 && !last[0]?.sourceCodeLocation?.endTag;
  if (!isComplete || isOpen) throw new PageError('the page is cut off before its end');
  return $;
}

function* walk($: CheerioAPI, nodes: Iterable<Node>): Generator<PageEvent> {
  for (const node of nodes) {
    const name = nameElement(node);
    if (name === 'table') {
      yield* walkTable($, node);
    } else if (name === 'details') {
      const children = listChildren(node);
      const isSummary = (child: Node) => nameElement(child) === 'summary';
      yield { kind: 'open', summary: normalizeText($(children.filter(isSummary)).text()) };
      yield* walk(
        $,
        children.filter((child) => !isSummary(child)),
      );
      yield { kind: 'close' };
    } else if (!HEADINGS.includes(name) && containsBlock(node)) {
      yield* walk($, listChildren(node));
    } else {
      const level = HEADINGS.includes(name) ? Number(name.slice(1)) : undefined;
      const id = level !== undefined && readOperationId($(node).find('a').attr('href'));
      if (id) yield { kind: 'operation', id, level };
      for (const line of $(node).text().split(BREAK)) {
        const text = normalizeText(line);
        if (text !== '') yield { kind: 'line', text, ...(level !== undefined && { level }) };
      }
    }
  }
}

function* walkTable($: CheerioAPI, node: Node, isHead = false): Generator<PageEvent> {
  for (const child of listChildren(node)) {
    const name = nameElement(child);
    if (name === 'caption') yield* walk($, [child]);
    if (name === 'tr') {
      const cells = listChildren(child).filter((cell) => ['td', 'th'].includes(nameElement(cell)));
      const texts = cells.map((cell) => normalizeText($(cell).text()));
      if (isHead) yield* readHeadRow(texts);
      else yield { kind: 'row', cells: texts };
    }
    yield* walkTable($, child, isHead || name === 'thead');
  }
}

/** Text beside the titles of columns is prose. */
function readHeadRow(cells: readonly string[]): PageEvent[] {
  if (cells.some(isLikeStatement))
    throw new PageError(`the row "${cells.join(' | ')}" in the head of a table reads as a field`);
  const text = cells.filter((cell) => !COLUMN_TITLE.test(cell)).join(' ');
  return text === '' ? [] : [{ kind: 'line', text }];
}

/**
 * The name of an element in lower case; empty for text and comments. Elements are found by their names, because a
 * selector would be compiled for each node, which takes most of the time.
 */
function nameElement(node: Node): string {
  return 'name' in node ? node.name : '';
}

function listChildren(node: Node): readonly Node[] {
  return 'name' in node && 'children' in node ? node.children : [];
}

function containsBlock(node: Node): boolean {
  return listChildren(node).some((child) => BLOCKS.has(nameElement(child)) || containsBlock(child));
}

function readOperationId(href = ''): string | undefined {
  return /\/operation\/(?:[^/]*Controller_)?([\w-]+)/.exec(href)?.[1];
}

/**
 * The publishing system changes quotes and adds spaces and invisible characters; none of them has a meaning. Nor has
 * the width of a character: `：` is a colon.
 */
function normalizeText(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => character.normalize('NFKC'))
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2018-\u201b\u2032]/g, "'")
    .replace(/[\u2264\u2266\u2a7d]/g, '<=')
    .replace(/[\u2265\u2267\u2a7e]/g, '>=')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
}
