import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { renderHead } from './render-head.js';

const page = { path: 'guides/index.html', title: 'A "title"', description: 'One & two.' };

describe('renderHead', () => {
  it('describes the page for previews, and names its copy in Markdown', () => {
    const $ = load(renderHead(page, {}));
    expect($('[property="og:title"]').attr('content')).toBe('A "title"');
    expect($('[property="og:description"]').attr('content')).toBe('One & two.');
    expect($('[rel="alternate"]').attr('href')).toBe('index.md');
  });

  it('names the URL of the page where the site has one, and invents none', () => {
    const $ = load(renderHead(page, { base: 'https://docs.example.com/pay/' }));
    expect($('[rel="canonical"]').attr('href')).toBe('https://docs.example.com/pay/guides/');
    expect($('[property="og:url"]').attr('content')).toBe('https://docs.example.com/pay/guides/');
    expect(renderHead(page, {})).not.toContain('http');
  });

  it('keeps search engines from an unlisted page', () => {
    const settings = { base: 'https://docs.example.com/' };
    const $ = load(renderHead({ ...page, unlisted: true }, settings));
    expect($('[name="robots"]').attr('content')).toBe('noindex');
    expect($('[rel="canonical"], [rel="alternate"]')).toHaveLength(0);
  });
});
