import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { listUnreferencedFiles } from './testing/unreferenced-files.js';

const DESCRIPTION = fileURLToPath(new URL('../openapi/', import.meta.url));

/** What is read by its name: the description, the facts of the page, the workflows, and the rules for these. */
const ROOTS = /^(?:openapi\.yaml|facts\.yaml|workflows\/(?:.*\.arazzo|redocly)\.yaml)$/;

it('every file of the description is reached from the document or a workflow', async () => {
  expect(await listUnreferencedFiles(DESCRIPTION, (file) => ROOTS.test(file))).toEqual([]);
});

it('a file is unreferenced when nothing leads to it from the document', async () => {
  const files = {
    'openapi.yaml': 'paths: { /a: { $ref: "paths/a.yaml" } }',
    'paths/a.yaml': 'get: [{ $ref: "../schemas/Used.yaml" }]',
    'schemas/Used.yaml': 'anyOf: [{ $ref: "./Part.yaml#/types/one" }, { $ref: "#/anyOf/0" }]',
    'schemas/Part.yaml': 'types: { one: { type: string } }',
    'schemas/Unused.yaml': 'anyOf: [{ $ref: Used.yaml }, { $ref: OnlyOfUnused.yaml }]',
    'schemas/OnlyOfUnused.yaml': 'type: string',
    'schemas/Itself.yml': 'anyOf: [{ $ref: Itself.yml }]',
    'schemas/notes.md': 'No YAML.',
  };
  const folder = await mkdtemp(join(tmpdir(), 'lddpay-unreferenced-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }

  expect(await listUnreferencedFiles(folder, (file) => file === 'openapi.yaml')).toEqual([
    'schemas/Itself.yml',
    'schemas/OnlyOfUnused.yaml',
    'schemas/Unused.yaml',
  ]);
});
