import { describe, expect, it } from 'vitest';
import type { Operation } from '../../lib/description.js';
import { createLinks } from './links.js';

describe('createLinks', () => {
  const links = createLinks([]);

  it('resolves links to guides, to exports and to other sites', () => {
    expect(links.resolve('tokens.md#renewal', '../')).toBe('tokens.html#renewal');
    expect(links.resolve('client:Client', '../')).toBe('../client/index.html#Client');
    expect(links.resolve('journal:Settlement', '../')).toBe('../client/journal.html#Settlement');
    expect(links.resolve('observe:Observer', '../')).toBe('../client/observe.html#Observer');
    expect(links.resolve('sandbox:Fault', '../')).toBe('../client/sandbox.html#Fault');
    expect(links.resolve('https://example.com/a.html', '../')).toBe('https://example.com/a.html');
  });

  it('resolves an operation to its page', () => {
    const payment = { operationId: 'requestPayment' } as Operation;
    expect(createLinks([payment]).operation('requestPayment')).toBe('api/requestPayment.html');
    expect(createLinks([payment]).resolve('operation:requestPayment', '../')).toBe(
      '../api/requestPayment.html',
    );
  });

  it('throws for a link to an operation that does not exist', () => {
    expect(() => links.resolve('operation:payTwice', '../')).toThrow('payTwice');
  });
});
