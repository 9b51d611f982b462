import { describe, expect, it } from 'vitest';
import { type Document, resolve } from '../../lib/description.js';
import { readDescription } from '../description/read-description.js';
import type { Facts } from '../model/facts.js';
import { readFacts } from '../model/facts-file.js';
import { readTerms } from '../model/terms.js';
import { readBundle } from '../testing/read-bundle.js';
import { checkProse } from './check-prose.js';

const facts = await readFacts();
const bundle = (await readBundle()) as Document;

/** What the page says of one field. */
const page: Facts = {
  source: facts.source,
  operations: { buy: { operation: {}, request: {}, 'request.size': { type: 'string', enum: ['S', 'M'] } } },
  texts: { buy: { operation: '1', request: '2', 'request.size': '3' } },
  terms: { buy: { 'request.size': ['UTC'] } },
};

function checkTexts(size: object, other: object = {}): string[] {
  const schema = { type: 'object', properties: { size: { type: 'string', ...size }, ...other } };
  const post = { operationId: 'buy', requestBody: { content: { 'application/json': { schema } } } };
  return checkProse(page, readDescription({ paths: { '/buy': { 'x-inferred': 'guessed', post } } }));
}

describe('checkProse', () => {
  it('accepts what the page says of an element, and the names that it states anywhere', () => {
    expect(checkTexts({ description: 'The `size`, such as `S`, in UTC.' })).toEqual([]);
  });

  it('reports claims, numbers and names that the page does not have, with the pointer', () => {
    expect(checkTexts({ description: 'In minor units, 24 hours, as `gone`.' })).toEqual([
      'buy  request.size: the page does not say minor unit, hours, 24, gone: mark the text or change it' +
        '  (#/paths/~1buy/post/requestBody/content/application~1json/schema/properties/size/description)',
    ]);
  });

  it('reports a text for an element that has none on the page', () => {
    expect(checkTexts({}, { age: { description: 'The age.' } })).toEqual([
      expect.stringContaining('buy  request.age: the page has no text for it: mark its text with x-inferred'),
    ]);
  });

  it('accepts any text that carries a mark', () => {
    const mark = { 'x-inferred': { description: 'guessed' } };
    expect(checkTexts({ description: 'In minor units.', ...mark })).toEqual([]);
    expect(checkTexts({}, { age: { description: 'The age.', ...mark } })).toEqual([]);
  });
});

describe('the description', () => {
  const { prose } = readDescription(bundle);
  const texts = Object.values(prose).flatMap((elements) => Object.values(elements).flatMap(Object.keys));

  it('makes no claim without a mark that the page does not make', () => {
    expect(texts.length).toBeGreaterThan(100);
    expect(checkProse(facts, readDescription(bundle))).toEqual([]);
  });

  it.each(['In major units.', 'A hundred times as much.', 'See `undocumented_name`.', 'Within 97 minutes.'])(
    'is reported wherever an unmarked text also says %j',
    (claim) => {
      const terms = readTerms(claim);
      expect(terms).not.toEqual([]);
      const copy = structuredClone(bundle);
      for (const pointer of new Set(texts)) edit(copy, pointer, (text) => `${text} ${claim}`);
      const lines = checkProse(facts, readDescription(copy));
      for (const pointer of texts) {
        const reported = lines.filter((line) => line.includes(`(${pointer})`));
        expect(reported, pointer).not.toEqual([]);
        for (const line of reported) expect(terms.filter((term) => !line.includes(term))).toEqual([]);
      }
    },
  );

  it('is reported wherever the mark of a unit is gone', () => {
    const copy = JSON.parse(JSON.stringify(bundle), (key, value: unknown) =>
      key === 'description' && typeof value === 'string' && value.startsWith('the page states the unit once')
        ? undefined
        : value,
    ) as Document;
    const reported = checkProse(facts, readDescription(copy)).filter((line) => line.includes('minor unit'));
    const places = ['IncrementRequest', 'CaptureRequest', 'Payment', 'Payout', 'SearchedPayout', 'Balances'];
    for (const place of places) expect(reported.join('\n')).toContain(`#/components/schemas/${place}/`);
  });
});

/** Changes the text at a pointer. */
function edit(document: Document, pointer: string, change: (text: string) => string): void {
  const parent = resolve<Record<string, string>>(document, {
    $ref: pointer.slice(0, pointer.lastIndexOf('/')),
  });
  const key = pointer.slice(pointer.lastIndexOf('/') + 1);
  parent[key] = change(parent[key] ?? '');
}
