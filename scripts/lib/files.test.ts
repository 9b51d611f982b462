import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeFiles } from './files.js';

let folder: string;
const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lddpay-write-'));
  writeFiles(new Map([[at('a.txt'), 'old']]));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('writes files by path and by URL, and leaves no others', () => {
  writeFiles(
    new Map<string | URL, string>([
      [at('a.txt'), 'new'],
      [pathToFileURL(at('b c.txt')), 'more'],
    ]),
  );

  expect([read('a.txt'), read('b c.txt')]).toEqual(['new', 'more']);
  expect(readdirSync(folder)).toEqual(['a.txt', 'b c.txt']);
});

it.each([
  ['its folder is missing', 'missing/b.txt', 'ENOENT'],
  ['it is a folder', 'folder', 'EISDIR'],
])('changes no file when one cannot be written because %s', (_why, name, code) => {
  mkdirSync(at('folder'));
  const files = new Map([
    [at('a.txt'), 'new'],
    [at(name), 'more'],
  ]);

  expect(() => writeFiles(files)).toThrow(`${at(name)} cannot be written: ${code}`);
  expect(read('a.txt')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a.txt', 'folder']);
});

it('writes to what a link leads to', () => {
  symlinkSync('a.txt', at('link'));

  writeFiles(new Map([[at('link'), 'new']]));

  expect(read('a.txt')).toBe('new');
  expect(readdirSync(folder)).toEqual(['a.txt', 'link']);
});

it.runIf(existsSync('/dev/full'))('writes to a device, and names it when the disk is full', () => {
  expect(() => writeFiles(new Map([['/dev/full', 'new']]))).toThrow(
    '/dev/full cannot be written: ENOSPC: no space left on device, write. Nothing was changed.',
  );
});
