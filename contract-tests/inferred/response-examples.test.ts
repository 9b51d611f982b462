import { describe, expect, it } from 'vitest';
import { OTHERS, SCENARIOS } from './testing/example-scenarios.js';
import { examples, isPage, testResponseExamples } from './testing/response-examples.js';

describe('an example of a response', () => {
  it('has a scenario on the sandbox, or a reason why not', () => {
    const known = [...Object.keys(SCENARIOS), ...Object.keys(OTHERS)];
    expect(known.sort()).toEqual(examples.map(({ name }) => name).sort());
  });
});

// Those of pages are in `response-examples.slow.test.ts`.
testResponseExamples((name) => !isPage(name));
