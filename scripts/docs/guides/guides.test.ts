import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderMarkdown, replaceLinks } from '../rendering/markdown.js';
import { GUIDES, readGuide } from './guides.js';

const folder = new URL('../../../docs/guides/', import.meta.url);

describe.each(GUIDES)('the guide %s on GitHub', (name) => {
  it('links to files of the repository, and to headings', async () => {
    const dead: string[] = [];
    for (const href of listLinks(await readGuide(name))) {
      if (/^https?:/.test(href)) continue;
      const url = new URL(href, new URL(`${name}.md`, folder));
      const anchor = decodeURIComponent(url.hash.slice(1));
      const guide = url.href.startsWith(folder.href) ? url.pathname.split('/').at(-1) : undefined;
      url.hash = '';
      const isThere = url.protocol === 'file:' && existsSync(url);
      const hasAnchor = !guide || !anchor || (await listAnchors(guide.replace('.md', ''))).includes(anchor);
      if (!isThere || !hasAnchor) dead.push(href);
    }
    expect(dead).toEqual([]);
  });
});

function listLinks(source: string): string[] {
  const links: string[] = [];
  replaceLinks(source, (href) => {
    links.push(href);
    return href;
  });
  return links;
}

async function listAnchors(name: string): Promise<string[]> {
  const { headings } = renderMarkdown(
    await readGuide(name),
    (code) => code,
    (href) => href,
  );
  return headings.map(({ id }) => id);
}
