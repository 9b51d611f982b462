import { readdir, readFile } from 'node:fs/promises';
import { bundleScript } from './rendering/bundle-script.js';
import { buildRunner } from './runner/build-runner.js';

const docs = new URL('../../docs/', import.meta.url);

/** The style sheets and their parts: for the frame of a page, and for what is in it. */
const STYLES = {
  frame: ['theme', 'base', 'header', 'search'],
  text: ['columns', 'prose', 'code', 'runner', 'home', 'elements', 'reference'],
};

/** Reads the style sheets, scripts and images of the site, by path. */
export async function readAssets(): Promise<Map<string, string>> {
  const read = (path: string) => readFile(new URL(path, docs), 'utf8');
  const styles = Object.entries(STYLES).map(async ([name, parts]) => {
    const texts = await Promise.all(parts.map((part) => read(`styles/${part}.css`)));
    return [`assets/${name}.css`, texts.join('\n')] as const;
  });
  const files = (await readdir(new URL('assets/', docs))).filter((file) => file.endsWith('.svg'));
  const pictures = files.map(async (file) => [`assets/${file}`, await read(`assets/${file}`)] as const);
  return new Map([
    ...(await Promise.all(styles)),
    ['assets/site.js', await read('assets/site.js')],
    ['assets/versions.js', await read('assets/versions.js')],
    ...(await Promise.all(pictures)),
    ...(await buildRunner()),
    ['assets/search.js', await bundleScript(new URL('search/page/main.ts', import.meta.url))],
  ]);
}
