import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const decisions = new URL('docs/decisions/', root);

/** Lists the files and folders of the repository that a text names as code. */
function listPaths(text: string): string[] {
  const names = [...text.matchAll(/`([\w./-]+)`/g)].map(([, name = '']) => name);
  return names.filter(
    (name) =>
      /\.(ts|md|json|ya?ml)$/.test(name) || (/^[\w.]+\//.test(name) && exists(`${name.split('/')[0]}/`)),
  );
}

function exists(path: string): boolean {
  return existsSync(new URL(path, root));
}

describe.each(readdirSync(decisions))('the decision record %s', (file) => {
  it('names only files that exist, by their whole path', () => {
    const paths = listPaths(readFileSync(new URL(file, decisions), 'utf8'));

    expect(paths.filter((path) => !exists(path))).toEqual([]);
  });
});
