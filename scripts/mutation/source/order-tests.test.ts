import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../runner/scratch-copy.js';
import { orderTests } from './order-tests.js';
import { listGroups } from './targets.js';

describe('orderTests', () => {
  it('begins with the tests of the module, and leaves out those of others and slow ones', () => {
    const tests = [
      'src/b/x.test.ts',
      'src/a/b.browser.test.ts',
      'src/a/b.redis.test.ts',
      'src/a/b.slow.test.ts',
      'src/a/m.test.ts',
      'src/a/b.test.ts',
      'src/a/m.edge.test.ts',
    ];
    const group = { modules: ['src/a/m.ts'], tests: ['src/a/'] };
    expect(orderTests('src/a/m.ts', group, tests)).toEqual([
      'src/a/m.edge.test.ts',
      'src/a/m.test.ts',
      'src/a/b.test.ts',
    ]);
  });
});

describe('the groups', () => {
  it('name modules that exist, each once', async () => {
    const modules = listGroups().flatMap((group) => group.modules);
    expect(new Set(modules).size).toBe(modules.length);
    await Promise.all(modules.map((module) => access(join(ROOT, module))));
  });
});
