import { describe, expect, it } from 'vitest';
import { noteSecrets } from './note-secrets.js';

function secretsIn(fields: unknown, paths: readonly string[]): string[] {
  const secrets: string[] = [];
  noteSecrets(paths, fields, secrets);
  return secrets;
}

describe('noteSecrets', () => {
  it('notes strings and numbers as what an API can print of them', () => {
    expect(
      secretsIn({ source: { number: 4242424242424242, cvv: '100' } }, ['source.number', 'source.cvv']),
    ).toEqual(['4242424242424242', '100']);
  });

  it.each([[''], [true], [null], [{}], [undefined]])('notes nothing for %j, which hides nothing', (cvv) => {
    expect(secretsIn({ source: { cvv } }, ['source.cvv'])).toEqual([]);
  });
});
