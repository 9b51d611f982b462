import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { CONTENDERS } from '../lib/contenders.js';
import { summarizeCalls } from './call-figures.js';
import { renderChart } from './chart.js';
import type { Results } from './results.js';
import { createSamples } from './testing/samples.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

const results = JSON.parse(read('../results/latest.json')) as Results;
const calls = results.calls ?? [];

describe('the chart', () => {
  it('in the docs shows the figures in latest.json', () => {
    expect(read('../../docs/assets/speed.svg')).toBe(renderChart(calls, results));
  });

  it('shows every client twice, for creating and for getting a payment, but our own only by its methods', () => {
    const all = summarizeCalls(createSamples({}));
    const $ = load(renderChart(all, results), { xml: true });
    const labels = $('text:not(.quiet):not(.title)')
      .toArray()
      .map((one) => $(one).text());

    const names = Object.values(CONTENDERS).filter((name) => !name.startsWith('lddpay/openapi-fetch'));
    expect(labels).toEqual([...names, ...names]);
  });

  it('draws nothing outside its area', () => {
    const $ = load(renderChart(calls, results), { xml: true });
    const width = Number($('svg').attr('width'));
    const ends = $('rect')
      .toArray()
      .map(({ attribs }) => Number(attribs['x']) + Number(attribs['width']));

    expect(Math.max(...ends)).toBeLessThan(width);
    expect(Math.min(...ends)).toBeGreaterThan(0);
    expect(width).toBeLessThanOrEqual(400);
  });
});
