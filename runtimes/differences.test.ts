import { expect, it } from 'vitest';
import { KNOWN_DIFFERENCES } from './differences.js';
import { RUNTIME_NAMES } from './runtimes.js';
import { browserOnly } from './suite/browser-only.js';
import { everywhere } from './suite/everywhere.js';
import { serverOnly } from './suite/server-only.js';

const names = [...everywhere, ...serverOnly, ...browserOnly].map(({ name }) => name);

it('the names of behaviours are unique', () => {
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('known differences name behaviours of the suite, on runtimes that are tested', () => {
  expect(RUNTIME_NAMES).toEqual(expect.arrayContaining(Object.keys(KNOWN_DIFFERENCES)));
  expect(names).toEqual(expect.arrayContaining(Object.values(KNOWN_DIFFERENCES).flatMap(Object.keys)));
});
