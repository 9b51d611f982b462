import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';

const workflow = parse(readFileSync(new URL('../../.github/workflows/release.yml', import.meta.url), 'utf8'));
const publish: string = workflow.jobs.publish.steps.at(-1).run;

const TARBALLS = ['lddpay-1.2.3.tgz', 'lddpay-contract-1.2.3.tgz', 'lddpay-sandbox-1.2.3.tgz'];

/** Keeps what is published in files, and refuses what is there already and while there is a file `down`. */
const NPM = `#!/bin/bash
if [ "$1" = view ]; then
  file="registry/\${2/@/-}.tgz"
  [ -e "$file" ] || exit 1
  echo "sha512-$(openssl dgst -sha512 -binary "$file" | openssl base64 -A)"
else
  file="registry/$(basename "$2")"
  if [ -e "$file" ] || [ "$(cat down)" = "$(basename "$2")" ]; then exit 1; fi
  cp "$2" "$file"
  echo "$2" >> published
fi
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lddpay-publish-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['bin', 'registry', 'release']) mkdirSync(join(folder, name));
  for (const name of TARBALLS) writeFileSync(join(folder, 'release', name), name);
  writeFileSync(join(folder, 'bin/npm'), NPM);
  chmodSync(join(folder, 'bin/npm'), 0o755);
  writeFileSync(join(folder, 'down'), '');
});

/** Runs the step of the workflow, as GitHub does, and returns its exit status. */
function run(): number | null {
  const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH']}` };
  return spawnSync('bash', ['-e', '-c', publish], { cwd: folder, env }).status;
}

it('publishes the packages, those that are left when it is run again', () => {
  writeFileSync(join(folder, 'down'), 'lddpay-contract-1.2.3.tgz');
  expect(run()).toBe(1);
  writeFileSync(join(folder, 'down'), '');
  expect(run()).toBe(0);
  const published = readFileSync(join(folder, 'published'), 'utf8').trim().split('\n');
  expect(published).toEqual(TARBALLS.map((name) => `./release/${name}`));
});

it('fails when another tarball of the version is published', () => {
  writeFileSync(join(folder, 'registry/lddpay-1.2.3.tgz'), 'another');
  expect(run()).toBe(1);
  expect(existsSync(join(folder, 'published'))).toBe(false);
});
