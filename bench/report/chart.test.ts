import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { CONTENDERS } from '../lib/contenders.js';
import { renderChart } from './chart.js';
import type { Results } from './results.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

const results = JSON.parse(read('../results/latest.json')) as Results;
const calls = results.calls ?? [];

describe('the chart', () => {
  it('in the docs shows the figures in latest.json', () => {
    expect(read('../../docs/assets/speed.svg')).toBe(renderChart(calls, results));
  });

  it('shows every client twice: for creating and for getting a payment', () => {
    const $ = load(renderChart(calls, results), { xml: true });
    const labels = $('text:not(.quiet):not(.title)')
      .toArray()
      .map((one) => $(one).text());

    expect(labels).toEqual([...Object.values(CONTENDERS), ...Object.values(CONTENDERS)]);
  });

  it('draws nothing outside its area', () => {
    const $ = load(renderChart(calls, results), { xml: true });
    const width = Number($('svg').attr('width'));
    const ends = $('rect')
      .toArray()
      .map(({ attribs }) => Number(attribs['x']) + Number(attribs['width']));

    expect(Math.max(...ends)).toBeLessThan(width);
    expect(Math.min(...ends)).toBeGreaterThan(0);
  });
});
