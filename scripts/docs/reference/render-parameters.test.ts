import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../lib/description.js';
import { renderParameters } from './render-parameters.js';
import { readSchema } from './schema/schema-node.js';

const document = { components: { schemas: {} } } as unknown as Document;
const LIMIT = {
  name: 'limit',
  in: 'query',
  required: true,
  description: 'How many.',
  example: 10,
  schema: readSchema({ document, elements: new Map() }, { type: 'number', default: 5 }, '#/x'),
  origin: { whole: undefined, inherited: false, keywords: [] },
};

describe('renderParameters', () => {
  it('renders each parameter with an anchor, its place, its limits and its example', () => {
    const $ = load(renderParameters([LIMIT], 'parameter-'));
    const text = $('li#parameter-limit').text();
    for (const part of ['number, query', 'required', 'How many.', 'default 5', 'Example 10', 'stated'])
      expect(text).toContain(part);
  });

  it('renders nothing without parameters', () => {
    expect(renderParameters([], 'parameter-')).toBe('');
  });
});
