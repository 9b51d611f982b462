import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeOldNode } from './node-version.js';

it.each(['16.20.2', '18.20.8', '20.18.3'])('names what is needed and what is there: Node.js %s', (node) => {
  expect(describeOldNode({ node })).toBe(`lddpay-sandbox needs Node.js 20.19 or newer; this is ${node}.`);
});

it.each([
  { node: '20.19.0' },
  { node: '22.1.0' },
  { node: '20.11.1', deno: '2.0.0' },
  { node: '18.0.0', bun: '1.0.0' },
])('accepts %o', (versions) => {
  expect(describeOldNode(versions)).toBeUndefined();
});

it('needs what the package says', () => {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

  expect(describeOldNode({ node: '18.20.8' })).toContain(engines.node.replace('>=', '').replace(/\.0$/, ''));
});
