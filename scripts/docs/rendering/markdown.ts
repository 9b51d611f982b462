import { Marked, type Renderer, type Tokens } from 'marked';
import type { Highlight } from './highlight.js';
import { escapeHtml } from './html.js';

export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly html: string;
}

/** A Markdown document rendered as HTML. */
export interface RenderedMarkdown {
  /** The heading of the first level, as plain text. */
  readonly title: string;
  /** The first paragraph, as plain text. */
  readonly lead: string;
  /** The HTML without the heading of the first level. */
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** What to add to the figure of a code block. */
export interface CodeMarkup {
  /** Attributes of the `figure`, with a space before each. */
  readonly attributes: string;
  /** HTML behind the code. */
  readonly controls: string;
}

/** Returns what to add to the figure of a code block. */
export type DecorateCode = (code: string, language: string) => CodeMarkup;

const UNDECORATED: CodeMarkup = { attributes: '', controls: '' };

/** Resolves a link of a Markdown document to a link on the site. */
export type ResolveLink = (href: string) => string;

/** Renders Markdown. A code block of the language `output` is shown as the output of the block before it. */
export function renderMarkdown(
  source: string,
  highlight: Highlight,
  resolveLink: ResolveLink,
  decorate: DecorateCode = () => UNDECORATED,
): RenderedMarkdown {
  const headings: Heading[] = [];
  const createId = createUniqueIds();
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const html = this.parser.parseInline(tokens);
        if (depth === 1) return '';
        const id = createId(text.replaceAll('`', ''));
        headings.push({ level: depth, id, html });
        return `<h${depth} id="${id}">${html}${anchor(id)}</h${depth}>\n`;
      },
      code: ({ text, lang = '' }) => codeBlock(text, lang, highlight, decorate),
      link({ href, tokens }) {
        return `<a href="${escapeHtml(resolveLink(href))}">${this.parser.parseInline(tokens)}</a>`;
      },
      // A box that cannot be ticked is no control.
      checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
      table,
    },
  });
  const tokens = marked.lexer(source);
  const plain = (type: string) => {
    const token = tokens.find((one) => one.type === type);
    return token && 'text' in token ? plainText(String(token.text)) : '';
  };
  return { title: plain('heading'), lead: plain('paragraph'), html: marked.parser(tokens), headings };
}

/**
 * Creates the ids of headings as GitHub does: without punctuation, with a hyphen for each space, and with `-1` at
 * the end of the second one of the same text.
 */
function createUniqueIds(): (text: string) => string {
  const counts = new Map<string, number>();
  return (text) => {
    const words = text.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '');
    const id = words.replaceAll(/\s/g, '-');
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return count === 0 ? id : `${id}-${count}`;
  };
}

/** Changes the links of a Markdown document; code stays as it is. */
export function replaceLinks(source: string, resolveLink: ResolveLink): string {
  return source.replaceAll(/(```[\s\S]*?```|`[^`]*`)|\]\(([^)\s]+)\)/g, (all, code, href) =>
    code === undefined ? `](${resolveLink(href)})` : all,
  );
}

/** Lists the code blocks of a language in their order. */
export function listCodeBlocks(source: string, language: string): string[] {
  return new Marked()
    .lexer(source)
    .filter((token): token is Tokens.Code => token.type === 'code' && token['lang'] === language)
    .map(({ text }) => text);
}

/** Renders a docstring. */
export function renderDoc(text: string): string {
  const code = ({ text }: Tokens.Code) => `<pre><code>${escapeHtml(text)}</code></pre>`;
  return new Marked({ renderer: { code, table } }).parse(text, { async: false });
}

/** Renders a table that scrolls by itself where it is too wide. */
export function wideTable(head: string, rows: readonly string[]): string {
  const body = rows.map((row) => `<tr>${row}</tr>`).join('\n');
  return `<div class="wide" tabindex="0" role="group" aria-label="Table">
<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>\n`;
}

function table(this: Renderer, { header, rows }: Tokens.Table): string {
  const cells = (row: Tokens.TableCell[], tag: string) =>
    row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('');
  return wideTable(
    cells(header, 'th'),
    rows.map((row) => cells(row, 'td')),
  );
}

/** Renders the link from a heading to itself. */
export function anchor(id: string): string {
  return ` <a class="anchor" href="#${id}" aria-label="Link to this section">#</a>`;
}

function codeBlock(code: string, language: string, highlight: Highlight, decorate: DecorateCode): string {
  if (language === 'output') {
    return `<figure class="code output"><figcaption>Output</figcaption><pre tabindex="0"><code>${escapeHtml(code)}</code></pre></figure>\n`;
  }
  const { attributes, controls } = decorate(code, language);
  return `<figure class="code"${attributes}>${highlight(code, language)}${controls}</figure>\n`;
}

function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
