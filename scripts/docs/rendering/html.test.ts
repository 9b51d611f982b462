import { describe, expect, it } from 'vitest';
import { breakName, fillTemplate } from './html.js';

describe('breakName', () => {
  it('lets a name break between its words only', () => {
    expect(breakName('PaymentRequestProcessing')).toBe('Payment<wbr>Request<wbr>Processing');
    expect(breakName('a<URL>')).toBe('a&lt;URL&gt;');
  });
});

describe('fillTemplate', () => {
  it('replaces names and does not search their values for further names', () => {
    expect(fillTemplate('{{a}} {{{later}}}', { a: '{{b}}', later: '-' })).toBe('{{b}} {-}');
  });

  it('throws for a name without a value', () => {
    expect(() => fillTemplate('{{a}} {{b}}', { a: '1' })).toThrow('{{b}}');
  });
});
