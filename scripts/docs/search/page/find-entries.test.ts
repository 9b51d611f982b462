import { describe, expect, it } from 'vitest';
import { createSearch } from './find-entries.js';
import type { IndexedEntry } from './indexed-entry.js';

const entry = (href: string, name: string, text = '', more: Partial<IndexedEntry> = {}): IndexedEntry => ({
  name,
  page: 'Page',
  href,
  text,
  ...more,
});

const find = createSearch([
  entry('api/refundPayment.html', 'Refund a payment', 'Returns money.', { alias: 'refundPayment' }),
  entry('api/refundPayment.html#field-amount', 'refund_amount', 'The money of the refund.'),
  entry('api/models.html#Refund.amount', 'refund_amount', 'The money of the refund.'),
  entry('api/models.html#Status', 'Status', '', { values: ['Partially Captured', 'Returned'] }),
  entry('guides/returned.html', 'What is returned', 'returned returned'),
  entry('guides/wait.html', 'Wait', 'Read it until it is done.', {
    phrases: ['webhook', 'is it done'],
    note: 'There are no webhooks.',
  }),
]);
const list = (query: string) => find(query).results.map((result) => result.entry.href);

describe('createSearch', () => {
  it('finds pages before their parts, and fields of operations before those of models', () => {
    expect(list('refund')).toEqual([
      'api/refundPayment.html',
      'api/refundPayment.html#field-amount',
      'api/models.html#Refund.amount',
    ]);
  });

  it('finds the entry first whose name or alias is the query', () => {
    expect(list('refund_amount')[0]).toBe('api/refundPayment.html#field-amount');
    expect(list('REFUNDPAYMENT')[0]).toBe('api/refundPayment.html');
  });

  it('finds an entry by its phrases, and shows its note for them only', () => {
    expect(find('webhook').results[0]?.snippet).toEqual([{ text: 'There are no webhooks.', marked: false }]);
    expect(find('until').results[0]?.snippet[1]).toEqual({ text: 'until', marked: true });
  });

  it('finds an entry by a value of its enum, after entries with that name', () => {
    expect(list('partially captured')).toEqual(['api/models.html#Status']);
    const snippet = find('partially captured').results[0]?.snippet.map(({ text }) => text);
    expect(snippet?.join('')).toContain('Partially Captured, Returned');
    expect(list('returned')).toEqual(['api/models.html#Status', 'guides/returned.html']);
  });

  it('ignores words that say nothing', () => {
    expect(list('is the refund in it')[0]).toBe('api/refundPayment.html');
  });

  it('tolerates typos, and suggests the right word', () => {
    expect(list('refund payemnt')[0]).toBe('api/refundPayment.html');
    expect(find('refund payemnt').suggestion).toBe('refund payment');
    expect(find('refnud').suggestion).toBe('refund');
    expect(find('refund').suggestion).toBeUndefined();
  });

  it('finds some of the words when no entry has all of them', () => {
    expect(list('refund elephants')[0]).toBe('api/refundPayment.html');
  });

  it('prefers entries with more of the words, and with whole phrases', () => {
    expect(list('return of the money until then')[0]).toBe('api/refundPayment.html');
    expect(list('webhook refund')[0]).toBe('guides/wait.html');
    expect(list('How is it done?')[0]).toBe('guides/wait.html');
  });

  it('suggests nothing for words that it has or that are no typos', () => {
    for (const query of ['refund elephants', 'money local', 'zzzz refund', 'partial REFUND', ' refund '])
      expect(find(query).suggestion, query).toBeUndefined();
  });

  it('finds nothing for other words', () => {
    expect(find('zzzz')).toEqual({ results: [] });
    expect(find('the')).toEqual({ results: [] });
  });
});
