import { expect, it } from 'vitest';
import { findCrypto } from './hash.js';

it('the hashes of Node.js are found where there are some', () => {
  expect(findCrypto()?.createHash).toBeTypeOf('function');
  expect(findCrypto({})).toBeUndefined();
});

it('the hashes of Node.js are not used where the platform refuses them, as the Edge runtime of Next.js does', () => {
  const getBuiltinModule = () => {
    throw new Error('A Node.js API is used which is not supported in the Edge Runtime.');
  };

  expect(findCrypto({ getBuiltinModule })).toBeUndefined();
});
