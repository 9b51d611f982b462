import { describe, expect, it } from 'vitest';
import { convertHtml, linkToCopy } from './convert-html.js';

const convert = (html: string, isTarget?: (id: string) => boolean) =>
  convertHtml(`<nav>Menu</nav><main>${html}</main><footer>Footer</footer>`, isTarget);

describe('convertHtml', () => {
  it('converts the main part of a page, without its controls', () => {
    const heading = '<h2 id="a">Part <a class="anchor" href="#a">#</a></h2>';
    expect(convert(`${heading}<p>Text</p><button>Run</button><nav class="turn">Next</nav>`)).toBe(
      '## Part\n\nText\n',
    );
  });

  it('converts code with its language', () => {
    expect(convert('<figure class="code"><pre><span>let a;</span>\n</pre></figure>')).toBe(
      '```ts\nlet a;\n```\n',
    );
    expect(convert('<figure class="code output"><pre>1</pre></figure>')).toBe('```output\n1\n```\n');
    expect(convert('<figure class="code" data-language="curl"><pre>curl</pre></figure>')).toBe(
      '```sh\ncurl\n```\n',
    );
    expect(convert('<figure class="code"><pre>{\n  "a": 1\n}</pre></figure>')).toContain('```json\n{');
  });

  it('converts what is closed on the page, and lists of facts', () => {
    expect(convert('<details><summary>2 fields</summary><p>More</p></details>')).toBe(
      '**2 fields**\n\nMore\n',
    );
    expect(convert('<dl><div><dt>Key</dt><dd>none</dd></div></dl>')).toBe('- Key: none\n');
  });

  it('converts tables', () => {
    const table = '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>';
    expect(convert(table)).toBe('| a   |\n| --- |\n| 1   |\n');
  });

  it('links to the copies of other pages, and to nothing on the same page', () => {
    expect(convert('<a href="../guides/tokens.html#x">Tokens</a> <a href="#y"><code>y</code></a>')).toBe(
      '[Tokens](../guides/tokens.md#x) `y`\n',
    );
  });

  it('adds an anchor to each part that other pages link to', () => {
    const html =
      '<h2 id="a">A</h2><div id="b"><p>B</p></div><details id="c"><summary>C</summary></details><p id="d">D</p>';
    expect(convert(html, (id) => id !== 'd')).toBe(
      '## <a id="a"></a>A\n\n<a id="b"></a>B\n\n**<a id="c"></a>C**\n\nD\n',
    );
  });
});

describe('linkToCopy', () => {
  it('keeps the URLs of other sites', () => {
    expect(linkToCopy('https://example.com/a.html')).toBe('https://example.com/a.html');
    expect(linkToCopy('a.html')).toBe('a.md');
  });
});
