import { gfm } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';

/** What is on a page for people with a screen only. */
const CONTROLS = '.anchor, .turn, .hidden, .letter, fieldset, button, input, script, style, svg';

/** Converts the main part of a page to Markdown. Links lead to the copies of other pages. */
export function convertHtml(html: string): string {
  const main = html.slice(html.indexOf('<main'), html.lastIndexOf('</main>'));
  // The anchor of a heading leaves its space.
  return `${turndown.turndown(main).replaceAll(/^(#+ .*?) +$/gm, '$1')}\n`;
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

// The last rule that fits counts.
turndown.addRule('controls', { filter: (node) => node.matches(CONTROLS), replacement: () => '' });

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
