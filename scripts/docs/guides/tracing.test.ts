import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listCodeBlocks } from '../rendering/markdown.js';
import { readGuide } from './guides.js';

it('the guide to traces shows the code of the example', async () => {
  const example = readFileSync(new URL('../../../examples/opentelemetry.ts', import.meta.url), 'utf8');
  const [, code = 'none'] = listCodeBlocks(await readGuide('tracing'), 'tsx');

  expect(example).toContain(code);
});
