import { describe, expect, it } from 'vitest';
import { createSearchIndex, renderSearchIndex } from './search-index.js';
import { runSearchIndex } from './testing/run-search-index.js';

const page = {
  path: 'guides/a.html',
  title: 'Guide',
  description: '',
  section: 'guides',
  body: `<main><h1>Guide</h1><p>First <code>words</code>.</p><pre>let program;</pre>
<h2 id="part">A part <a class="anchor" href="#part">#</a></h2><ul><li>Point</li></ul>
<h4 id="Client.get">get <span class="signature">(id: string)</span></h4><p>Reads.</p></main>`,
} as const;

describe('createSearchIndex', () => {
  it('has an entry for a page, each of its sections and each member', () => {
    const index = createSearchIndex([page], [], new Map());
    expect(index).toEqual([
      { name: 'Guide', page: 'Guides', href: 'guides/a.html', text: 'First words.' },
      { name: 'A part', page: 'Guide', href: 'guides/a.html#part', text: 'Point' },
      { name: 'Client.get', page: 'Guide', href: 'guides/a.html#Client.get', text: 'Reads.' },
    ]);
  });

  it('has the entries of a page in place of its sections, without Markdown', () => {
    const text = 'See [`a`](b.md):\n\n| x | y |\n| --- | --- |\n| **1** | 2 |';
    const entries = [{ name: 'field', page: 'Page', href: 'guides/a.html#field', text }];
    const [first, second] = createSearchIndex([{ ...page, entries }], [], new Map());
    expect(first).toEqual({ ...entries[0], text: 'See a: x y 1 2' });
    expect(second).toBeUndefined();
  });

  it('adds the phrases and the note of a place', () => {
    const terms = new Map([['guides/a.html#part', { phrases: ['piece'], note: 'Here.' }]]);
    expect(createSearchIndex([page], [], terms)[1]).toMatchObject({ phrases: ['piece'], note: 'Here.' });
  });

  it('throws for phrases of a place that does not exist', () => {
    const terms = new Map([['guides/b.html', { phrases: [] }]]);
    expect(() => createSearchIndex([page], [], terms)).toThrow('guides/b.html');
  });
});

describe('renderSearchIndex', () => {
  it('renders a script, which a page from disk can load, with each text once', () => {
    const entries = ['a', 'b', 'a'].map((text) => ({ name: 'name', page: 'Page', href: 'href', text }));
    expect(runSearchIndex(renderSearchIndex(entries))).toEqual(entries);
    expect(renderSearchIndex(entries)).toContain('["a","b"]');
  });
});
