import { describe, expect, it } from 'vitest';
import { parseOpenQuestions } from './open-questions.js';

describe('parseOpenQuestions', () => {
  it('returns the numbered questions, then the bold beginnings of lists, without links', () => {
    const guide = [
      '- **The colour.** Only your\n  provider knows.',
      '- Plain text. **Not a question.**',
      '',
      '1. In which [size](sizes.md) is\n   it sold? **Ask first.**',
      '2. And `when`?',
    ].join('\n');
    expect(parseOpenQuestions(guide)).toEqual(['In which size is it sold?', 'And `when`?', 'The colour']);
  });
});
