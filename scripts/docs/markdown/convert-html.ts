import { gfm } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';

/** What is on a page for people with a screen only, by its element. */
const CONTROL_ELEMENTS = new Set(['fieldset', 'button', 'input', 'script', 'style', 'svg']);
/** What is on a page for people with a screen only, by its class. */
const CONTROL_CLASSES = new Set(['anchor', 'turn', 'hidden', 'letter']);

/**
 * Converts the main part of a page to Markdown. Links lead to the copies of other pages.
 *
 * @param isTarget Returns whether another page links to the part with an id. Markdown has no ids apart from those of
 *   headings, so these parts get an anchor.
 */
export function convertHtml(html: string, isTarget: (id: string) => boolean = () => false): string {
  const main = addAnchors(html.slice(html.indexOf('<main'), html.lastIndexOf('</main>')), isTarget);
  // The anchor of a heading leaves its space.
  return `${turndown.turndown(main).replaceAll(/^(#+ .*?) +$/gm, '$1')}\n`;
}

/** Adds an anchor to the first line of each target. */
function addAnchors(html: string, isTarget: (id: string) => boolean): string {
  return html.replaceAll(/<[a-z][^>]* id="([^"]*)"[^>]*>(?:<(?:p|summary)\b[^>]*>)?/g, (start, id: string) =>
    isTarget(id) ? `${start}<a id="${id}"></a>` : start,
  );
}

const turndown = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
});
turndown.use(gfm);

turndown.addRule('code', {
  filter: (node) => node.nodeName === 'FIGURE' && node.querySelector('pre') !== null,
  replacement: (_, node) => {
    const figure = node as HTMLElement;
    const code = figure.querySelector('pre')?.textContent?.trimEnd() ?? '';
    return `\n\n\`\`\`${readLanguage(figure, code)}\n${code}\n\`\`\`\n\n`;
  },
});

// Sections that open.
turndown.addRule('summary', {
  filter: (node) => node.nodeName === 'SUMMARY',
  replacement: (content) => `\n\n**${content.trim()}**\n\n`,
});
turndown.addRule('details', {
  filter: (node) => node.nodeName === 'DETAILS',
  replacement: (content) => `\n\n${content.trim()}\n\n`,
});

// Lists of facts.
turndown.addRule('term', {
  filter: ['dt'],
  replacement: (content) => `\n- ${content.trim()}: `,
});
turndown.addRule('fact', {
  filter: ['dd'],
  replacement: (content) => content.trim(),
});

turndown.addRule('link', {
  filter: (node) => node.nodeName === 'A' && node.hasAttribute('href'),
  replacement: (content, node) => {
    const href = (node as HTMLElement).getAttribute('href') ?? '';
    // Fields and parts have no anchors in Markdown.
    return href.startsWith('#') ? content : `[${content}](${linkToCopy(href)})`;
  },
});

turndown.addRule('target', {
  filter: (node) => node.nodeName === 'A' && node.hasAttribute('id'),
  replacement: (content, node) => `<a id="${(node as HTMLElement).id}"></a>${content}`,
});

// The last rule that fits counts.
turndown.addRule('controls', { filter: isControl, replacement: () => '' });

/** Compares names, because `matches` compiles its selector for each node. */
function isControl(node: HTMLElement): boolean {
  const classes = node.getAttribute('class')?.split(' ') ?? [];
  return (
    CONTROL_ELEMENTS.has(node.nodeName.toLowerCase()) || classes.some((name) => CONTROL_CLASSES.has(name))
  );
}

/** Changes a link to a page of the site to its copy in Markdown. */
export function linkToCopy(href: string): string {
  return /^https?:/.test(href) ? href : href.replace(/\.html(?=#|$)/, '.md');
}

function readLanguage(figure: HTMLElement, code: string): string {
  if (figure.classList.contains('output')) return 'output';
  const language = figure.getAttribute('data-language');
  if (language === 'curl') return 'sh';
  return language === 'json' || /^[{[]\s/.test(code) ? 'json' : 'ts';
}
