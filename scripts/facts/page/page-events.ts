import { type CheerioAPI, load } from 'cheerio';

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

type Nodes = ReturnType<ReturnType<CheerioAPI['root']>['contents']>;

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

const BLOCKS = `table, details, p, ${HEADINGS}, ul, ol, li, div, section, article, figure`;

/** A line separator: unlike a newline, it does not occur in HTML where a line is wrapped. */
const BREAK = '\u2028';

/**
 * Flattens the page into events, so that wrappers and inline markup cannot change what is read.
 *
 * @throws PageError if the page is cut off.
 */
export function readPageEvents(html: string): PageEvent[] {
  const $ = loadComplete(html);
  $('script, style').remove();
  $('br').replaceWith(BREAK);
  for (const link of $('a[href^="http"]')) {
    const href = $(link).attr('href') ?? '';
    // A link may state what its text does not, such as a host.
    if (!readOperationId(href) && $(link).text().trim() !== href) $(link).append(` ${href}`);
  }
  return [...walk($, $.root().contents())];
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
  while (last.length > 0 && !last.is(BLOCKS)) last = last.children().last();
  const isOpen = last.length > 0 && !last[0]?.sourceCodeLocation?.endTag;
  if (!isComplete || isOpen) throw new PageError('the page is cut off before its end');
  return $;
}

function* walk($: CheerioAPI, nodes: Nodes): Generator<PageEvent> {
  for (const node of nodes) {
    const here = $(node);
    if (here.is('table')) {
      for (const row of here.find('tr').not('thead tr')) {
        const cells = $(row).children('td, th');
        yield { kind: 'row', cells: [...cells].map((cell) => normalizeText($(cell).text())) };
      }
    } else if (here.is('details')) {
      yield { kind: 'open', summary: normalizeText(here.children('summary').text()) };
      yield* walk($, here.contents().not('summary'));
      yield { kind: 'close' };
    } else if (here.find(BLOCKS).length > 0 && !here.is(HEADINGS)) {
      yield* walk($, here.contents());
    } else {
      const level = here.is(HEADINGS) ? Number(here.prop('tagName')?.slice(1)) : undefined;
      const id = level !== undefined && readOperationId(here.find('a').attr('href'));
      if (id) yield { kind: 'operation', id, level };
      for (const line of here.text().split(BREAK)) {
        const text = normalizeText(line);
        if (text !== '') yield { kind: 'line', text, ...(level !== undefined && { level }) };
      }
    }
  }
}

function readOperationId(href = ''): string | undefined {
  return /\/operation\/(?:[^/]*Controller_)?([\w-]+)/.exec(href)?.[1];
}

/** The publishing system changes quotes and adds spaces and invisible characters; none of them has a meaning. */
function normalizeText(text: string): string {
  return text
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2018-\u201b\u2032]/g, "'")
    .replace(/\u2264/g, '<=')
    .replace(/\u2265/g, '>=')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
}
