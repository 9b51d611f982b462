import { describe, expect, it } from 'vitest';
import { noteSecrets } from '../lib/note-secrets.js';
import { containsGrouped } from '../lib/redact.js';
import { listSecrets, SECRETS_ANYWHERE } from './secrets.js';

function secretsIn(fields: unknown): string[] {
  const secrets: string[] = [];
  noteSecrets(SECRETS_ANYWHERE, fields, secrets);
  return secrets;
}

describe('SECRETS_ANYWHERE', () => {
  it('finds the secret fields of every operation at any depth', () => {
    expect(secretsIn({ a: [{ number: '4111111111111111' }], b: { c: { cvv: 123 } } })).toEqual(
      expect.arrayContaining(['4111111111111111', '123']),
    );
    expect(secretsIn({ a: { note: 'number' } })).toEqual([]);
  });
});

describe('listSecrets', () => {
  const body = { source: { number: '4242 4242 4242 4242', cvv: '100' } };
  const contains = (text: string, fields: unknown = body) =>
    containsGrouped(text, listSecrets(['source.number', 'source.cvv'], fields));

  it.each(['4242424242424242', 'A1-4242.4242_4242-4242', 'a4242424242424242b'])('finds one in %s', (text) => {
    expect(contains(text)).toBe(true);
    expect(contains(text, { source: { number: 4242424242424242 } })).toBe(true);
  });

  it.each(['ORD-1001', '5436031030606378', '', '42424242'])('finds none in %s', (text) => {
    expect(contains(text)).toBe(false);
  });

  it('finds a card number that the body has in another place', () => {
    expect(contains('A1-4242424242424242', { backup: [{ number: '4242 4242 4242 4242' }] })).toBe(true);
  });

  it.each(['2079460000', 'ORD-20260001'])(
    'finds none in %s, the number of a phone or of an order',
    (number) => {
      expect(contains(`A1-${number}`, { source: { phone: { number } }, order: { number } })).toBe(false);
    },
  );

  it('finds none where the body has none', () => {
    expect(contains('4242424242424242', null)).toBe(false);
    expect(contains('a', { source: { number: '' } })).toBe(false);
  });
});
