import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { formatFacts, parseFacts } from './facts-file.js';

describe('formatFacts', () => {
  it('writes one line for each element, which parseFacts reads again', () => {
    const source = { url: 'https://docs.example/', id: 7, modified: '2024-02-03T04:05:06' };
    const facts = {
      source,
      operations: { buy: { operation: {}, 'query a': { type: 'string', enum: ['1', 'x'], maxLength: 9 } } },
      texts: { buy: { 'query a': '0123456789ab' } },
      terms: { buy: { 'query a': ['minor unit', '80'] } },
    };
    const text = formatFacts(facts);
    expect(text).toContain('\n    query a: { type: string, enum: [ "1", x ], maxLength: 9 }\n');
    expect(text).toContain('\n    query a: 0123456789ab\n');
    expect(parseFacts(text)).toEqual(facts);
  });

  it('writes the committed facts unchanged', async () => {
    const text = await readFile(new URL('../../../openapi/facts.yaml', import.meta.url), 'utf8');
    expect(formatFacts(parseFacts(text))).toBe(text);
  });
});

describe('parseFacts', () => {
  it.each(['', '[]', 'source: {}', 'operations: {}', 'source: {}\noperations: {}'])(
    'rejects a file without facts: %j',
    (text) => {
      expect(() => parseFacts(text)).toThrow('it contains no facts');
    },
  );
});
