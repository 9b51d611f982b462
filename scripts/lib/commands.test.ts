import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runModule } from './testing/run-module.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** The modules that `npm run` starts, each with the name of a script that does so. */
const MODULES = new Map(
  Object.entries(scripts).flatMap(([name, script]) =>
    [...script.matchAll(/tsx (\S+\.ts)/g)].map(([, file = '']) => [file, name] as const),
  ),
);
const commands = [...MODULES].map(([file, name]) => ({ file, name }));

it('finds the commands of the project', () => {
  expect(commands.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['scripts/generate/main.ts', 'bench/main.ts', 'runtimes/main.ts']),
  );
  expect(commands.length).toBeGreaterThanOrEqual(13);
});

it('writes no file for --help', { timeout: 60_000 }, async () => {
  const { mtimeMs } = statSync(`${ROOT}generated/openapi.json`);

  await runModule('scripts/generate/main.ts', ['--help']);

  expect(statSync(`${ROOT}generated/openapi.json`).mtimeMs).toBe(mtimeMs);
});

// Most of the time is the start of processes.
describe.concurrent.each(commands)('npm run $name', { timeout: 60_000 }, ({ file }) => {
  it('prints its usage for --help and ends with 0', async () => {
    const { status, stdout, stderr } = await runModule(file, ['--help']);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: /);
  });

  it('rejects an unknown option in one line, with its usage and status 2', async () => {
    const { status, stdout, stderr } = await runModule(file, ['--no-such-option']);
    const [message, ...rest] = stderr.split('\n');

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(message).toContain("'--no-such-option'");
    expect(rest.join('\n')).toMatch(/^\n?Usage: |^Run .* --help/);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});
