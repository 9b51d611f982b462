import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { CONTENDERS } from '../contenders.js';
import type { Results } from '../results.js';
import { chartOf } from './chart.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

const results = JSON.parse(read('../results/latest.json')) as Results;
const calls = results.calls ?? [];

describe('the chart', () => {
  it('in the docs is of the figures that are kept', () => {
    expect(read('../../docs/assets/speed.svg')).toBe(chartOf(calls, results));
  });

  it('shows every client twice: creating and getting', () => {
    const $ = load(chartOf(calls, results), { xml: true });
    const labels = $('text:not(.quiet):not(.title)')
      .toArray()
      .map((one) => $(one).text());

    expect(labels).toEqual([...Object.values(CONTENDERS), ...Object.values(CONTENDERS)]);
  });

  it('draws nothing outside itself', () => {
    const $ = load(chartOf(calls, results), { xml: true });
    const width = Number($('svg').attr('width'));
    const ends = $('rect')
      .toArray()
      .map(({ attribs }) => Number(attribs['x']) + Number(attribs['width']));

    expect(Math.max(...ends)).toBeLessThan(width);
    expect(Math.min(...ends)).toBeGreaterThan(0);
  });
});
