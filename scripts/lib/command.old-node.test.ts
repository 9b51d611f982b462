import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeOldNode } from './command.js';

it('describeOldNode names the oldest Node.js of the package', () => {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const oldest = engines.node.replace('>=', '').replace(/\.0$/, '');

  expect(describeOldNode({ node: '18.20.8' })).toBe(
    `This command needs Node.js ${oldest} or newer; this is 18.20.8.`,
  );
});

it.each([
  { node: '20.19.0' },
  { node: '22.1.0' },
  { node: '20.11.1', deno: '2.0.0' },
  { node: '18.0.0', bun: '1.0.0' },
])('describeOldNode accepts %o', (versions) => {
  expect(describeOldNode(versions)).toBeUndefined();
});
