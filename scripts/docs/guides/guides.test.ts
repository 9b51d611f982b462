import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { renderMarkdown, replaceLinks } from '../rendering/markdown.js';
import { GUIDES } from './guides.js';

const root = new URL('../../../', import.meta.url);
const FILES = [
  'README.md',
  'CONTRIBUTING.md',
  'sandbox/README.md',
  'examples/react/README.md',
  ...GUIDES.map((name) => `docs/guides/${name}.md`),
];

const readMarkdown = (file: URL) => readFile(file, 'utf8');

describe.each(FILES)('%s on GitHub', (name) => {
  it('links to files of the repository, and to headings', async () => {
    const file = new URL(name, root);
    const dead: string[] = [];
    for (const href of listLinks(await readMarkdown(file))) {
      if (/^https?:/.test(href)) continue;
      const url = new URL(href, file);
      const anchor = decodeURIComponent(url.hash.slice(1));
      url.hash = '';
      const isThere = url.protocol === 'file:' && existsSync(url);
      const hasAnchor = !anchor || !url.pathname.endsWith('.md') || (await listAnchors(url)).includes(anchor);
      if (!isThere || !hasAnchor) dead.push(href);
    }
    expect(dead).toEqual([]);
  });
});

describe('the stores of the guide journal-stores', () => {
  /** How long a journal waits for one try, in ms: `src/journal/records/store.ts` says so too. */
  const TRY_MS = 2_000;

  it.each([
    { store: 'PostgreSQL', limits: ['connectionTimeoutMillis', 'query_timeout'] },
    { store: 'Redis', limits: ['commandTimeout'] },
  ])('let $store fail before the journal gives up a try', async ({ limits }) => {
    const guide = await readMarkdown(new URL('docs/guides/journal-stores.md', root));
    const read = (limit: string) => Number(new RegExp(`\\b${limit}: (\\d+)`).exec(guide)?.[1]);

    expect(limits.map(read).reduce((sum, ms) => sum + ms)).toBeLessThan(TRY_MS);
    const journal = await readMarkdown(new URL('src/journal/records/store.ts', root));
    expect(journal).toContain('TRY_MS = 2_000;');
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

const anchors = new Map<string, Promise<string[]>>();

/** Lists the anchors of a file, which many links lead to. */
function listAnchors(file: URL): Promise<string[]> {
  const known = anchors.get(file.href) ?? readAnchors(file);
  anchors.set(file.href, known);
  return known;
}

async function readAnchors(file: URL): Promise<string[]> {
  const { headings } = renderMarkdown(
    await readMarkdown(file),
    (code) => code,
    (href) => href,
  );
  return headings.map(({ id }) => id);
}
