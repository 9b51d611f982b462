import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, WORK } from '../lib/paths.js';
import { tsc } from '../lib/tools.js';
import type { MeasuredPackage } from './measured-packages.js';

const compilerOptions = {
  target: 'ES2022',
  module: 'NodeNext',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  types: ['node'],
  typeRoots: [join(ROOT, 'node_modules/@types')],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/**
 * Measures how long the compiler takes for the program of a package, in ms.
 *
 * @throws Error with the output of the compiler when it finds a mistake.
 */
export async function measureTypeCheck({ name, program }: MeasuredPackage): Promise<number> {
  const folder = join(WORK, 'types', name.replaceAll(' ', '-'));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  await writeFile(join(folder, 'program.ts'), program);
  const started = performance.now();
  await tsc(['-p', '.'], folder);
  return performance.now() - started;
}
