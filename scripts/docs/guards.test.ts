import { describe, expect, it } from 'vitest';
import { mend } from './reference/make-offline.js';
import { fillIn } from './rendering/html.js';
import { createLinks } from './rendering/links.js';

describe('the build of the site stops', () => {
  it('at a place of a template that nobody fills in', () => {
    expect(fillIn('{{a}} {{{later}}}', { a: '{{b}}', later: '-' })).toBe('{{b}} {-}');
    expect(() => fillIn('{{a}} {{b}}', { a: '1' })).toThrow('{{b}}');
  });

  it('at a link to an operation that is not there', () => {
    const links = createLinks([]);
    expect(links.resolve('tokens.md#renewal', '../')).toBe('tokens.html#renewal');
    expect(links.resolve('client:Client', '../')).toBe('../client/index.html#Client');
    expect(links.resolve('https://example.com/a.html', '../')).toBe('https://example.com/a.html');
    expect(() => links.resolve('operation:payTwice', '../')).toThrow('payTwice');
  });

  it('when Redocly builds the reference in another way, which might load something', () => {
    const logo = 'https://cdn.redoc.ly/redoc/logo-mini-full.svg';
    const page = `<a class="x" href="/payments">P</a><script type="module">"${logo}"</script>`;
    expect(mend(page)).toContain('href="#/payments"');
    expect(mend(page)).not.toContain('redoc.ly');
    expect(() => mend(page.replace(logo, ''))).toThrow('mend.ts');
    expect(() => mend(page.replace('href="/', 'href="#/'))).toThrow('mend.ts');
  });
});
