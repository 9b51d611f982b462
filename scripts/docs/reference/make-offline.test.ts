import { describe, expect, it } from 'vitest';
import { makeOffline } from './make-offline.js';

describe('makeOffline', () => {
  const logo = 'https://cdn.redoc.ly/redoc/logo-mini-full.svg';
  const page = `<a class="x" href="/payments">P</a><script type="module">"${logo}"</script>`;

  it('makes links work from disk and removes the logo that the page would load', () => {
    expect(makeOffline(page)).toContain('href="#/payments"');
    expect(makeOffline(page)).not.toContain('redoc.ly');
  });

  it('throws when Redocly has changed its output', () => {
    expect(() => makeOffline(page.replace(logo, ''))).toThrow('make-offline.ts');
    expect(() => makeOffline(page.replace('href="/', 'href="#/'))).toThrow('make-offline.ts');
  });
});
