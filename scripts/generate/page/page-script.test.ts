import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { PAGE_SCRIPT, renderPageScript } from './page-script.js';

it('renders the script that is committed', async () => {
  expect(await readFile(PAGE_SCRIPT, 'utf8')).toBe(await renderPageScript());
});

it('renders one script that imports nothing, and that fits into an element', async () => {
  const [, literal = ''] = /^export const SCRIPT = (.*);$/m.exec(await renderPageScript()) ?? [];
  const script: string = JSON.parse(literal);

  expect(() => new Function(script)).not.toThrow();
  expect(script).not.toMatch(/\b(import|require|export)\b|<\/script/);
  expect(script.length).toBeLessThan(10_000);
});
