import { describe, expect, it } from 'vitest';
import { renderMarkdown, replaceLinks } from './markdown.js';

describe('renderMarkdown', () => {
  it('gives headings the ids that they have on GitHub', () => {
    const source = '# T\n\n## The unit of `refund_amount`\n\n### Client\n\n### Client\n\n## Bun, Deno\n';
    const { headings } = renderMarkdown(
      source,
      (code) => code,
      (href) => href,
    );
    expect(headings.map(({ id }) => id)).toEqual([
      'the-unit-of-refund_amount',
      'client',
      'client-1',
      'bun-deno',
    ]);
  });
});

describe('replaceLinks', () => {
  it('changes links and images, and no code', () => {
    const source = 'See [`a`](a.md) and ![b](b.svg), not `[c](c.md)`.\n\n```ts\nlist[0](d);\n```\n';
    expect(replaceLinks(source, (href) => `../${href}`)).toBe(
      'See [`a`](../a.md) and ![b](../b.svg), not `[c](c.md)`.\n\n```ts\nlist[0](d);\n```\n',
    );
  });
});
