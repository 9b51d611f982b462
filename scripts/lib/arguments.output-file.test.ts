import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { readOutputFile, UsageError } from './arguments.js';

const OWN = fileURLToPath(import.meta.url);

const folder = mkdtempSync(join(tmpdir(), 'lddpay-output-'));
afterAll(() => rmSync(folder, { recursive: true }));
const missing = join(folder, 'missing');

it('readOutputFile returns the path of a file that can be written, and undefined without one', () => {
  expect(readOutputFile('--json', join(tmpdir(), 'a-report.json'))).toBe(join(tmpdir(), 'a-report.json'));
  expect(readOutputFile('--json', OWN)).toBe(OWN);
  expect(readOutputFile('--json', undefined)).toBeUndefined();
});

it.each([
  ['in a folder that does not exist', join(missing, 'report.json'), `--json: there is no folder ${missing}.`],
  ['below a file', `${OWN}/report.json`, `--json: there is no folder ${OWN}.`],
  ['that is a folder', tmpdir(), `--json: ${tmpdir()} is a folder.`],
  ['without a name', '', 'is a folder'],
])('readOutputFile rejects a path %s', (_what, path, message) => {
  const read = () => readOutputFile('--json', path);

  expect(read).toThrow(UsageError);
  expect(read).toThrow(message);
});
