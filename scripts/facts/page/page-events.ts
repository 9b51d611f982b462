import { type CheerioAPI, load } from 'cheerio';

/** The page is not the documentation, or says something that cannot be read; the message names what. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

/** What a reader meets on the page, from top to bottom, freed of the markup. */
export type PageEvent =
  | { readonly kind: 'operation'; readonly id: string }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'open'; readonly summary: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'row'; readonly cells: readonly string[] };

type Nodes = ReturnType<ReturnType<CheerioAPI['root']>['contents']>;

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

const BLOCKS = `table, details, p, ${HEADINGS}, ul, ol, li, div, section, article, figure`;

/** Unlike a newline, this one cannot stand in the source of a page just to wrap a line. */
const BREAK = '\u2028';

/**
 * Flattens the page into events, so that wrappers and inline markup cannot change what is read.
 *
 * @throws PageError when the page breaks off.
 */
export function pageEvents(html: string): PageEvent[] {
  const $ = loadWhole(html);
  $('script, style').remove();
  $('br').replaceWith(BREAK);
  return [...walk($, $.root().contents())];
}

/** A page that was cut off ends inside of a tag or a comment, or leaves its last block open. */
function loadWhole(html: string): CheerioAPI {
  let whole = true;
  const onParseError = ({ code }: { code: string }) => {
    if (code.startsWith('eof-')) whole = false;
  };
  const $ = load(html, { sourceCodeLocationInfo: true, onParseError }, false);
  let last = $.root().children().last();
  // An inline element that nobody closed runs on to the end of the page, and means nothing.
  while (last.length > 0 && !last.is(BLOCKS)) last = last.children().last();
  const isOpen = last.length > 0 && !last[0]?.sourceCodeLocation?.endTag;
  if (!whole || isOpen) throw new PageError('the page breaks off before its end');
  return $;
}

function* walk($: CheerioAPI, nodes: Nodes): Generator<PageEvent> {
  for (const node of nodes) {
    const here = $(node);
    if (here.is('table')) {
      for (const row of here.find('tr').not('thead tr')) {
        const cells = $(row).children('td, th');
        yield { kind: 'row', cells: [...cells].map((cell) => plainText($(cell).text())) };
      }
    } else if (here.is('details')) {
      yield { kind: 'open', summary: plainText(here.children('summary').text()) };
      yield* walk($, here.contents().not('summary'));
      yield { kind: 'close' };
    } else if (here.find(BLOCKS).length > 0 && !here.is(HEADINGS)) {
      yield* walk($, here.contents());
    } else {
      const id = here.is(HEADINGS) && operationId(here.find('a').attr('href'));
      if (id) yield { kind: 'operation', id };
      for (const line of here.text().split(BREAK)) {
        const text = plainText(line);
        if (text !== '') yield { kind: 'line', text };
      }
    }
  }
}

function operationId(href = ''): string | undefined {
  return /\/operation\/(?:[^/]*Controller_)?([\w-]+)/.exec(href)?.[1];
}

/** The publishing system curls quotes and scatters spaces and invisible signs as it likes: none means anything. */
function plainText(text: string): string {
  return text
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2018-\u201b\u2032]/g, "'")
    .replace(/\u2264/g, '<=')
    .replace(/\u2265/g, '>=')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
}
