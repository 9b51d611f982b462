import { readFileSync } from 'node:fs';
import { type CheerioAPI, load } from 'cheerio';
import { paymentStatusValues } from 'lddpay/operations';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderDecisions } from './outcome-tree.js';
import { renderTransitions } from './payment-states.js';
import { drawPictures, observeProduct, type PictureData } from './pictures.js';
import { FONT_SIZE, MAX_WIDTH } from './svg-picture.js';
import { renderTokenSequences } from './token-sequence.js';

const docs = (path: string) => readFileSync(new URL(`../../../docs/${path}`, import.meta.url), 'utf8');

const FILES = ['payment-statuses.svg', 'outcomes.svg', 'tokens.svg'];

let pictures: Map<string, string>;
let data: PictureData;
beforeAll(async () => {
  data = await observeProduct();
  pictures = await drawPictures(data);
  // It takes a third of a minute where nothing else runs.
});

describe.each(FILES)('docs/assets/%s', (file) => {
  const read = (): CheerioAPI => load(pictures.get(file) ?? '', { xml: true });

  it('shows what the client and the sandbox do now', () => {
    expect(docs(`assets/${file}`), 'npm run pictures draws it again').toBe(pictures.get(file));
  });

  it('is narrow enough for its text to have 11 px on a phone', () => {
    expect(Number(read()('svg').attr('width'))).toBeLessThanOrEqual(MAX_WIDTH);
    expect((FONT_SIZE * 320) / MAX_WIDTH).toBeGreaterThanOrEqual(11);
  });

  it('has a title and a description in words', () => {
    expect(read()('svg > title').text()).not.toBe('');
    expect(read()('svg > desc').text().length).toBeGreaterThan(100);
  });
});

describe('the picture of statuses', () => {
  it('shows every documented status', () => {
    const shown = new Set(data.transitions.flatMap(({ from, to }) => [from, to]));
    expect(paymentStatusValues.filter((status) => !shown.has(status))).toEqual([]);
  });

  it('is in words in the guide to triggers', () => {
    expect(docs('guides/triggers.md')).toContain(renderTransitions(data.transitions));
  });
});

describe('the picture of outcomes', () => {
  it('is in words in the guide to retries', () => {
    expect(docs('guides/idempotency.md')).toContain(renderDecisions(data.decisions));
  });
});

describe('the picture of tokens', () => {
  it('is in words in the guide to tokens', () => {
    expect(docs('guides/tokens.md')).toContain(renderTokenSequences(data.sequences));
  });
});
