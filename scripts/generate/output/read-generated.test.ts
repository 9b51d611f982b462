import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { findStale } from './find-stale.js';
import { readGenerated } from './read-generated.js';

const EXPECTED = new Map([['types.ts', 'new']]);

function createRoot(): URL {
  const root = mkdtempSync(join(tmpdir(), 'lddpay-generated-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  return pathToFileURL(`${root}/`);
}

it('reads a folder that is missing as an empty one', () => {
  const missing = new URL('generated/', createRoot());

  expect(findStale(EXPECTED, readGenerated(missing))).toEqual(['types.ts: missing']);
});

it('reads a folder within it as one that is not generated', () => {
  const folder = createRoot();
  mkdirSync(new URL('tmp', folder));
  writeFileSync(new URL('types.ts', folder), 'new');

  expect(findStale(EXPECTED, readGenerated(folder))).toEqual(['tmp: not generated']);
});
