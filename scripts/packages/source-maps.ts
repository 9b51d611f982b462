import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { filesBelow } from './project.js';

/** What is read of a source map, of code as of declarations. */
interface SourceMap {
  readonly sources: readonly string[];
}

/** The compiled files and declarations of a package that lead to no source map, or to one without its source. */
export async function sourceless(folder: string): Promise<string[]> {
  const files = (await filesBelow(folder)).filter((file) => /^dist\/.*\.(js|d\.ts)$/.test(file));
  const opened = await Promise.all(files.map((file) => opensSource(folder, file)));
  return files.filter((_, index) => !opened[index]);
}

async function opensSource(folder: string, file: string): Promise<boolean> {
  const map = join(folder, `${file}.map`);
  // What was not compiled but carried along is its own source.
  if (!existsSync(map)) return existsSync(join(folder, relative('dist', file)));
  const { sources }: SourceMap = JSON.parse(await readFile(map, 'utf8'));
  return sources.every((source) => {
    const path = join(dirname(map), source);
    return !relative(folder, path).startsWith('..') && existsSync(path);
  });
}
