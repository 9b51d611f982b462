import { describe, expect, it } from 'vitest';
import { fillTemplate } from './html.js';

describe('fillTemplate', () => {
  it('replaces names and does not search their values for further names', () => {
    expect(fillTemplate('{{a}} {{{later}}}', { a: '{{b}}', later: '-' })).toBe('{{b}} {-}');
  });

  it('throws for a name without a value', () => {
    expect(() => fillTemplate('{{a}} {{b}}', { a: '1' })).toThrow('{{b}}');
  });
});
