import { expect, it } from 'vitest';
import { requireName } from './intent.js';

it.each([17, '', 'ORD-\ud83d'])('requireName says what a name must be, for %j', (name) => {
  expect(() => requireName(name)).toThrow('must be a non-empty, well-formed string.');
});
