// Fails each test during which a secret of the fixtures is printed, by whatever code.
import { format } from 'node:util';
import { afterEach, expect } from 'vitest';
import { findSecrets } from './secrets.js';

const METHODS = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

/** The functions that are searched already: files share a process. */
const searched = new WeakSet<object>();
const found: string[] = [];

for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
  if (searched.has(stream)) continue;
  searched.add(stream);
  stream.write = (...args: unknown[]) => {
    found.push(...findSecrets(String(args[0])));
    return write(...args);
  };
}

for (const method of METHODS) {
  const { console } = globalThis;
  const print = console[method];
  const search = (...args: unknown[]) => {
    found.push(...findSecrets(format(...args)));
    print(...args);
  };
  console[method] = search;
}

afterEach(() => {
  // An assertion after each of thousands of tests takes a second, so there is none where nothing was found.
  if (found.length > 0) expect(found.splice(0), 'secrets that were printed').toEqual([]);
});
