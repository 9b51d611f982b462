import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { PAGE_ASSETS, renderPageAssets } from './page-assets.js';

it('renders the assets that are committed', async () => {
  expect(await readFile(PAGE_ASSETS, 'utf8')).toBe(await renderPageAssets());
});

it('renders one script that imports nothing, and that fits into an element', async () => {
  const [, literal = ''] = /^export const SCRIPT = (.*);$/m.exec(await renderPageAssets()) ?? [];
  const script: string = JSON.parse(literal);

  expect(() => new Function(script)).not.toThrow();
  expect(script).not.toMatch(/\b(import|require|export)\b|<\/script/);
  expect(script.length).toBeLessThan(10_000);
});
