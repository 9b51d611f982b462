import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { slugify } from '../rendering/html.js';
import { replaceLinks } from '../rendering/markdown.js';
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

  it('has the anchors that it has on the site', async () => {
    const headings = listHeadings(await readGuide(name));
    expect(headings.map(slugify)).toEqual(headings.map(slugifyLikeGitHub));
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
  return listHeadings(await readGuide(name)).map(slugifyLikeGitHub);
}

function listHeadings(source: string): string[] {
  return [...source.matchAll(/^#{2,6} (.*)$/gm)].map(([, text = '']) => text.replaceAll('`', ''));
}

/** Creates the anchor of a heading as GitHub does: without punctuation, and with a hyphen for each space. */
function slugifyLikeGitHub(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}
