import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { formatRegressions, readRegressions } from './regressions.js';

const one = {
  check: 'accepts valid data',
  operation: 'getToken',
  case: { a: 1 },
  problems: ['old'],
} as const;

describe('formatRegressions', () => {
  it('formats the kept cases as they are in the file', async () => {
    const text = await readFile(new URL('regressions.json', import.meta.url), 'utf8');
    expect(await formatRegressions(await readRegressions())).toBe(text);
  });

  it('breaks a case that is longer than a line, and keeps what it says', async () => {
    const long = { ...one, case: { text: 'x'.repeat(120), list: [1, { a: '{' }] } };
    const text = await formatRegressions([one, long]);
    expect(text).toContain('    "case": { "a": 1 },\n');
    expect(text).toContain('    "case": {\n      "text": "xxx');
    expect(JSON.parse(text)).toEqual([one, long]);
  });
});
