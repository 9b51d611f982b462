import { expect, it } from 'vitest';
import { renderSitemap } from './sitemap.js';

it('the sitemap has the URLs of all pages apart from unlisted ones', () => {
  const page = (path: string) => ({ path, title: '', description: '', body: '' });
  const pages = [page('index.html'), page('api/index.html'), page('a&b.html')];
  const sitemap = renderSitemap([...pages, { ...page('404.html'), unlisted: true }], 'https://example.com/');
  expect(sitemap.match(/(?<=<loc>).*(?=<\/loc>)/g)).toEqual([
    'https://example.com/',
    'https://example.com/api/',
    'https://example.com/a&amp;b.html',
  ]);
});
