import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { renderNeighbors } from './render-neighbors.js';

const pages = ['a', 'b', 'c'].map((name) => ({ href: `${name}.html`, title: name }));
const links = (current: number) => {
  const $ = load(renderNeighbors(pages, current, 'Other pages'));
  return $('a')
    .toArray()
    .map(({ attribs }) => `${attribs['rel']} ${attribs['href']}`);
};

describe('renderNeighbors', () => {
  it('links to the pages before and after one', () => {
    expect(links(1)).toEqual(['prev a.html', 'next c.html']);
    expect(links(0)).toEqual(['next b.html']);
    expect(links(2)).toEqual(['prev b.html']);
  });
});
