import { type CheerioAPI, load } from 'cheerio';

/** What a reader meets on the page, from top to bottom, freed of the markup. */
export type PageEvent =
  | { readonly kind: 'operation'; readonly id: string }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'open'; readonly summary: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'row'; readonly cells: readonly string[] };

type Nodes = ReturnType<ReturnType<CheerioAPI['root']>['contents']>;

const BLOCKS = 'table, details, p, h1, h2, h3, h4, h5, h6, ul, ol, li, div, section, article, figure';

/** Unlike a newline, this one cannot stand in the source of a page just to wrap a line. */
const BREAK = '\u2028';

/** Flattens the page into events, so that wrappers and inline markup cannot change what is read. */
export function pageEvents(html: string): PageEvent[] {
  const $ = load(html, null, false);
  $('script, style').remove();
  $('br').replaceWith(BREAK);
  return [...walk($, $.root().contents())];
}

function* walk($: CheerioAPI, nodes: Nodes): Generator<PageEvent> {
  for (const node of nodes) {
    const here = $(node);
    if (here.is('table')) {
      for (const row of here.find('tr')) {
        const cells = $(row).children('td, th');
        yield { kind: 'row', cells: [...cells].map((cell) => plainText($(cell).text())) };
      }
    } else if (here.is('details')) {
      yield { kind: 'open', summary: plainText(here.children('summary').text()) };
      yield* walk($, here.contents().not('summary'));
      yield { kind: 'close' };
    } else if (here.find(BLOCKS).length > 0) {
      yield* walk($, here.contents());
    } else {
      const id = here.is('h1, h2, h3, h4, h5, h6') && operationId(here.find('a').attr('href'));
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

/** The publishing system curls quotes and scatters spaces as it likes: neither means anything. */
function plainText(text: string): string {
  return text
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2018-\u201b\u2032]/g, "'")
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
