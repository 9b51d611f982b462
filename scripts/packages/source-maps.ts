import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { listFiles } from '../lib/files.js';

/** The part of a source map that is checked. */
interface SourceMap {
  readonly sources: readonly string[];
}

/** Lists the compiled files and declarations of a package whose source map or sources are missing. */
export async function findUnmappedFiles(folder: string): Promise<string[]> {
  const files = (await listFiles(folder)).filter((file) => /^dist\/.*\.(js|d\.ts)$/.test(file));
  const mapped = await Promise.all(files.map((file) => hasSource(folder, file)));
  return files.filter((_, index) => !mapped[index]);
}

async function hasSource(folder: string, file: string): Promise<boolean> {
  const map = join(folder, `${file}.map`);
  // What was copied and not compiled is its own source, as is code that was generated as JavaScript.
  if (!existsSync(map)) {
    const source = file.replace(/^dist\/(cjs\/)?/, '');
    return existsSync(join(folder, source)) || /^generated\/.*\.js$/.test(source);
  }
  const { sources }: SourceMap = JSON.parse(await readFile(map, 'utf8'));
  return sources.every((source) => {
    // Code of a dependency that was bundled is readable in the bundle.
    if (source.includes('/node_modules/')) return true;
    const path = join(dirname(map), source);
    return !relative(folder, path).startsWith('..') && existsSync(path);
  });
}
