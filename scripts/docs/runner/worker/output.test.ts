import { expect, it } from 'vitest';
import { Output } from './output.js';

function printAll(texts: readonly string[]): string {
  let shown = '';
  const output = new Output((text) => {
    shown += text;
  });
  output.isShown = true;
  for (const text of texts) output.print(text);
  return shown;
}

it('cuts the output of a program that prints much at once', () => {
  const shown = printAll(['first\n', 'x'.repeat(2e7), 'later']);
  expect(shown).toMatch(/^first\nx+\n… The rest of the output is not shown\.\n$/);
  expect(shown.length).toBeLessThan(101_000);
});

it('cuts the output of a program that prints often', () => {
  const shown = printAll(Array.from({ length: 2000 }, () => 'a\n'));
  expect(shown).toMatch(/^(?:a\n){1000}… The rest of the output is not shown\.\n$/);
});
