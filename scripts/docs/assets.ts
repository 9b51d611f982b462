import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const docs = new URL('../../docs/', import.meta.url);
// The form that a classic script needs is in the package, but not among its exports.
const miniSearch = join(createRequire(import.meta.url).resolve('minisearch'), '../../umd/index.js');

/** The style sheets in their parts: of what all pages share, of texts, and of what Redocly draws. */
const STYLES = {
  frame: ['theme', 'base', 'header', 'search'],
  text: ['columns', 'prose', 'code', 'home', 'elements'],
  reference: ['reference'],
};

/** What pages load besides themselves, by its path in the site. */
export async function assets(): Promise<Map<string, string>> {
  const read = (path: string) => readFile(new URL(path, docs), 'utf8');
  const styles = Object.entries(STYLES).map(async ([name, parts]) => {
    const texts = await Promise.all(parts.map((part) => read(`styles/${part}.css`)));
    return [`assets/${name}.css`, texts.join('\n')] as const;
  });
  const search = await readFile(miniSearch, 'utf8');
  return new Map([
    ...(await Promise.all(styles)),
    ['assets/site.js', await read('assets/site.js')],
    ['assets/reference.js', await read('assets/reference.js')],
    ['assets/speed.svg', await read('assets/speed.svg')],
    // Its map is not part of the site.
    ['assets/minisearch.js', search.replace(/\/\/# sourceMappingURL=.*/, '')],
  ]);
}
