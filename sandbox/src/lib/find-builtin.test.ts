import { afterEach, expect, it, vi } from 'vitest';
import { findBuiltin } from './find-builtin.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('a module of Node.js is found where there are some', () => {
  expect(findBuiltin('node:crypto')?.createHash).toBeTypeOf('function');
});

it.each([
  ['there are none', {}],
  [
    'the platform refuses them, as the Edge runtime of Next.js does',
    {
      getBuiltinModule() {
        throw new Error('A Node.js API is used which is not supported in the Edge Runtime.');
      },
    },
  ],
])('no module of Node.js is found where %s', (_, process) => {
  vi.stubGlobal('process', process);

  expect(findBuiltin('node:http')).toBeUndefined();
});
