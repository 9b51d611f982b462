import { describe, expect, it } from 'vitest';
import { containsSecretOf, noteSecrets, SECRETS_ANYWHERE } from './secrets.js';

function secretsIn(fields: unknown, paths: readonly string[] = SECRETS_ANYWHERE): string[] {
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

  it('finds the secret fields of every operation at any depth', () => {
    expect(secretsIn({ a: [{ number: '4111111111111111' }], b: { c: { cvv: 123 } } })).toEqual(
      expect.arrayContaining(['4111111111111111', '123']),
    );
    expect(secretsIn({ a: { note: 'number' } })).toEqual([]);
  });
});

describe('containsSecretOf', () => {
  const body = { source: { number: '4242 4242 4242 4242', cvv: '100' } };
  const contains = (text: string, fields: unknown = body) =>
    containsSecretOf(['source.number', 'source.cvv'], fields, text);

  it.each(['4242424242424242', 'A1-4242.4242_4242-4242', 'a4242424242424242b'])('finds one in %s', (text) => {
    expect(contains(text)).toBe(true);
    expect(contains(text, { source: { number: 4242424242424242 } })).toBe(true);
  });

  it.each(['ORD-1001', '5436031030606378', '', '42424242'])('finds none in %s', (text) => {
    expect(contains(text)).toBe(false);
  });

  it('finds none where the body has none', () => {
    expect(contains('4242424242424242', null)).toBe(false);
    expect(contains('a', { source: { number: '' } })).toBe(false);
  });
});
