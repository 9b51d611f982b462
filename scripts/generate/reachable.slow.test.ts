import { expect, it } from 'vitest';
import { bundle } from './bundle.js';
import { listSchemasByUse } from './reachable.js';

it('finds an example for each string of a response that a mock cannot invent from its pattern', async () => {
  const { responses } = listSchemasByUse(await bundle());
  const strings = [...responses].filter(({ type, pattern }) => type === 'string' && pattern !== undefined);
  expect(strings.length).toBeGreaterThan(10);
  expect(strings.filter(({ examples, enum: members }) => !examples && !members)).toEqual([]);
});
