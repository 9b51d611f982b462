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

const settings = { version: '1.2.3', descriptionVersion: '4.5.6', isVersioned: false };

describe('createPageRenderer', () => {
  it('links to the source of a page where the repository is known, and to its copy', async () => {
    const renderPage = await createPageRenderer({ ...settings, ...addresses });
    const $ = load(renderPage(page));
    expect($('footer a:contains("Edit")').attr('href')).toBe(
      'https://git.example.com/pay/edit/main/docs/guides/tokens.md',
    );
    const folder = load(renderPage({ ...page, source: 'openapi/schemas/' }));
    expect(folder('footer a:contains("Edit")').attr('href')).toBe(
      'https://git.example.com/pay/tree/main/openapi/schemas/',
    );
    expect($('footer a:contains("Markdown")').attr('href')).toBe('tokens.md');
    const withoutAddresses = await createPageRenderer(settings);
    expect(load(withoutAddresses(page))('footer a:contains("Edit")')).toHaveLength(0);
  });

  it('says in the footer which versions the site is about, with a link to the changelog', async () => {
    const $ = load((await createPageRenderer(settings))(page));
    expect($('footer').text()).toContain('lddpay 1.2.3 and version 4.5.6 of the description');
    expect($('footer a:contains("changelog")').attr('href')).toBe('../changelog.html');
  });

  it('loads what offers other versions only on a site that is published beside them', async () => {
    const renderScripts = async (isVersioned: boolean) => {
      const $ = load((await createPageRenderer({ ...settings, isVersioned }))(page));
      return $('script[src]')
        .toArray()
        .map(({ attribs }) => attribs['src']);
    };
    expect(await renderScripts(false)).toEqual(['../assets/site.js']);
    expect(await renderScripts(true)).toEqual(['../assets/site.js', '../assets/versions.js']);
  });

  it('marks the section of a page, and shows the version', async () => {
    const renderPage = await createPageRenderer(settings);
    const $ = load(renderPage(page));
    expect($('[aria-label="Site"] [aria-current]').text()).toBe('Guides');
    expect($('.version').text()).toBe('1.2.3');
    expect($('.version').attr('href')).toBe('../changelog.html');
  });
});

describe('readRoot', () => {
  it('is relative, apart from pages that are shown at any path of a site with an address', () => {
    expect(readRoot(page, addresses)).toBe('../');
    const unlisted = { path: '404.html', unlisted: true };
    expect(readRoot(unlisted, addresses)).toBe('/pay/');
    expect(readRoot(unlisted, {})).toBe('');
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
