import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { createPageRenderer, readRoot, renderArticle } from './site-page.js';

const page = {
  path: 'guides/tokens.html',
  title: 'Tokens',
  description: 'About tokens.',
  section: 'guides',
  source: 'docs/guides/tokens.md',
  body: '<main id="content"></main>',
} as const;
const addresses = { base: 'https://docs.example.com/pay/', repository: 'https://git.example.com/pay' };

describe('createPageRenderer', () => {
  it('links to the source of a page where the repository is known, and to its copy', async () => {
    const renderPage = await createPageRenderer({ version: '1.0.0', ...addresses });
    const $ = load(renderPage(page));
    expect($('footer a:contains("Edit")').attr('href')).toBe(
      'https://git.example.com/pay/edit/main/docs/guides/tokens.md',
    );
    expect($('footer a:contains("Markdown")').attr('href')).toBe('tokens.md');
    const withoutAddresses = await createPageRenderer({ version: '1.0.0' });
    expect(load(withoutAddresses(page))('footer a:contains("Edit")')).toHaveLength(0);
  });

  it('marks the section of a page, and shows the version', async () => {
    const renderPage = await createPageRenderer({ version: '1.2.3' });
    const $ = load(renderPage(page));
    expect($('[aria-label="Site"] [aria-current]').text()).toBe('Guides');
    expect($('.version').text()).toBe('1.2.3');
    expect($('.version').attr('href')).toBe('../changelog.html');
  });
});

describe('readRoot', () => {
  it('is relative, apart from pages that are shown at any path of a site with an address', () => {
    expect(readRoot(page, { version: '1.0.0', ...addresses })).toBe('../');
    const unlisted = { path: '404.html', unlisted: true };
    expect(readRoot(unlisted, { version: '1.0.0', ...addresses })).toBe('/pay/');
    expect(readRoot(unlisted, { version: '1.0.0' })).toBe('');
  });
});

describe('renderArticle', () => {
  it('lists the sections before the text, closed, for phones', () => {
    const $ = load(renderArticle('Text', { sidebar: '', headings: [{ level: 2, id: 'a', html: 'A' }] }));
    expect($('.contents').next().is('main')).toBe(true);
    expect($('details.contents[open]')).toHaveLength(0);
    expect($('.contents a').attr('href')).toBe('#a');
    expect(load(renderArticle('Text', { sidebar: '', headings: [] }))('.contents')).toHaveLength(0);
  });
});
