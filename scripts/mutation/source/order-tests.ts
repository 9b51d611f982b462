import { basename, dirname } from 'node:path';
import type { SourceGroup } from './targets.js';

/**
 * Lists the tests that have to notice a mutant, those of the module first, since they are quick and mostly do. Tests
 * in a browser, of processes that share a Redis, and other slow ones are left out.
 *
 * @param tests All test files of the project.
 */
export function orderTests(file: string, group: SourceGroup, tests: readonly string[]): string[] {
  const stem = basename(file, '.ts');
  const own = `${dirname(file)}/${stem}.`;
  const found = [own, ...group.tests].flatMap((path) => tests.filter((test) => test.startsWith(path)).sort());
  return [...new Set(found)].filter((test) => !/\.(browser|redis|slow)\./.test(test));
}
