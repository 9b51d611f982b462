import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, tsc, work } from '../processes/run.js';
import type { Subject } from './subjects.js';

const COMPILER = {
  target: 'ES2022',
  module: 'NodeNext',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/** How long the compiler takes for the subject's program, in milliseconds. Throws when it finds a mistake. */
export function typeCheck({ name, program }: Subject): number {
  const folder = join(work, 'types', name.replaceAll(' ', '-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: COMPILER, files: ['program.ts'] }),
  );
  writeFileSync(join(folder, 'program.ts'), program);
  const started = performance.now();
  tsc(['-p', '.'], folder);
  return performance.now() - started;
}
