import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { writeGenerated } from './write-generated.js';

/** A folder with a file of an earlier run, and what is no longer generated. */
function createFolder() {
  const root = mkdtempSync(join(tmpdir(), 'lddpay-generated-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const folder = pathToFileURL(`${root}/generated/`);
  mkdirSync(new URL('tmp/', folder), { recursive: true });
  for (const name of ['types.ts', 'stale%23.ts']) writeFileSync(new URL(name, folder), 'old');
  return { folder, elsewhere: pathToFileURL(`${root}/assets.ts`) };
}

const files = new Map([
  ['types.ts', 'new'],
  ['methods.ts', 'new'],
]);

it('writes all files, and removes what is no longer generated', () => {
  const { folder, elsewhere } = createFolder();

  writeGenerated({ files, others: new Map([[elsewhere, 'assets']]) }, folder);

  expect(readdirSync(folder)).toEqual(['methods.ts', 'types.ts']);
  expect(readFileSync(new URL('types.ts', folder), 'utf8')).toBe('new');
  expect(readFileSync(elsewhere, 'utf8')).toBe('assets');
});

it('changes and removes nothing when a file elsewhere cannot be written', () => {
  const { folder, elsewhere } = createFolder();
  const missing = new URL('missing/assets.ts', elsewhere);

  expect(() => writeGenerated({ files, others: new Map([[missing, 'assets']]) }, folder)).toThrow(
    'missing/assets.ts cannot be written',
  );
  expect(readdirSync(folder)).toEqual(['stale#.ts', 'tmp', 'types.ts']);
  expect(readFileSync(new URL('types.ts', folder), 'utf8')).toBe('old');
});
