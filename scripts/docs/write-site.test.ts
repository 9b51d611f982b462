import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeSite } from './write-site.js';

let root: string;
const site = () => pathToFileURL(join(root, 'site/'));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lddpay-site-'));
  writeSite(new Map([['index.html', 'old']]), site());
});
afterEach(() => rmSync(root, { recursive: true }));

it('replaces a site, and leaves nothing beside it', () => {
  writeSite(new Map([['api/index.html', 'new']]), site());

  expect(readdirSync(root, { recursive: true }).sort()).toEqual(['site', 'site/api', 'site/api/index.html']);
  expect(readFileSync(new URL('api/index.html', site()), 'utf8')).toBe('new');
});

it('leaves the site as it was when a file cannot be written, and names the file', () => {
  const files = new Map([
    ['index.html', 'new'],
    ['assets/site.js', 'new'],
    ['assets', 'no folder'],
  ]);

  expect(() => writeSite(files, site())).toThrow(`${join(root, 'site/assets')} cannot be written: EISDIR`);
  expect(readdirSync(root, { recursive: true }).sort()).toEqual(['site', 'site/index.html']);
  expect(readFileSync(new URL('index.html', site()), 'utf8')).toBe('old');
});
