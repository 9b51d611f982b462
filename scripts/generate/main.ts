import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { generateFiles } from './generate-files.js';

const target = new URL('../../generated/', import.meta.url);

const started = performance.now();
const files = await generateFiles();
await mkdir(target, { recursive: true });
for (const name of await readdir(target)) {
  if (!files.has(name)) await rm(new URL(name, target), { recursive: true });
}
for (const [name, content] of files) await writeFile(new URL(name, target), content);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`generated/: ${[...files.keys()].join(', ')} (${seconds} s)`);
