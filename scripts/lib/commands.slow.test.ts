import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createScriptCommand, PACKAGE_SCRIPTS } from './npm.js';
import { type ProcessResult, runProcess } from './run-process.js';
import type { CommandRun } from './testing/run-here.js';
import { runModule } from './testing/run-module.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const WORKFLOWS = `${ROOT}.github/workflows/`;
const workflows = readdirSync(WORKFLOWS).map(
  (name) => [name, readFileSync(WORKFLOWS + name, 'utf8')] as const,
);

/** The modules that `npm run` and workflows start, each with a name of what does so. */
const MODULES = new Map(
  [
    ...workflows,
    ...Object.entries(PACKAGE_SCRIPTS).map(([name, script]) => [`npm run ${name}`, script] as const),
  ].flatMap(([name, text]) =>
    [...text.matchAll(/tsx (\S+\.ts)/g)].map(([, file = '']) => [file, name] as const),
  ),
);
const commands = [...MODULES].map(([file, name]) => ({ file, name }));

/** The scripts that start a tool of others, which reads all arguments. */
const TOOLS =
  /^(?:biome|depcruise|prism|vitest) |^node node_modules\/typescript-7\/bin\/tsc |^tsx scripts\/redocly\/main\.ts \w/;
/** The name of a script of each tool. */
const tools = [
  ...new Map(
    Object.entries(PACKAGE_SCRIPTS).flatMap(([name, script]) => {
      const [tool] = TOOLS.exec(script) ?? [];
      return tool === undefined ? [] : [[tool, name] as const];
    }),
  ).values(),
];

it('lets npm pass arguments to each script as a whole: to one command of this project or to one tool', () => {
  const others = Object.entries(PACKAGE_SCRIPTS).filter(
    ([, script]) => !TOOLS.test(script) && !/^tsx \S+\.ts(?: --[a-z]+ \w+)*$/.test(script),
  );

  expect(others).toEqual([]);
  expect(Object.values(PACKAGE_SCRIPTS).filter((script) => /[;&|]/.test(script))).toEqual([]);
});

it('finds the commands of the project', () => {
  expect(commands.map(({ file }) => file)).toEqual(
    expect.arrayContaining([
      ...['scripts/generate/main.ts', 'bench/main.ts', 'runtimes/main.ts'],
      'scripts/release/main.ts',
    ]),
  );
  expect(commands.length).toBeGreaterThanOrEqual(13);
});

describe('a command', () => {
  const runs = commands.flatMap(({ file }) =>
    ['--help', '--no-such-option'].map((option): CommandRun => ({ file, args: [option] })),
  );
  let results: readonly ProcessResult[];
  const readGeneratedTime = () => statSync(`${ROOT}generated/openapi.json`).mtimeMs;
  const generatedTime = readGeneratedTime();
  beforeAll(async () => {
    const host = 'scripts/lib/testing/command-host.ts';
    const { status, stdout, stderr } = await runModule(host, [JSON.stringify(runs)]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    results = JSON.parse(stdout);
  });

  const getResult = (file: string, option: string) =>
    results[runs.findIndex((run) => run.file === file && run.args[0] === option)];

  it('writes no file for --help', () => {
    expect(getResult('scripts/generate/main.ts', '--help')?.status).toBe(0);
    expect(readGeneratedTime()).toBe(generatedTime);
  });

  describe.each(commands)('of $name', ({ file }) => {
    it('prints its usage for --help and ends with 0', () => {
      expect(getResult(file, '--help')).toEqual({
        status: 0,
        stdout: expect.stringMatching(/^Usage: /),
        stderr: '',
      });
    });

    it('rejects an unknown option in one line, with its usage and status 2', () => {
      const { status, stdout, stderr = '' } = getResult(file, '--no-such-option') ?? {};
      const [message, ...rest] = stderr.split('\n');

      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(message).toContain("'--no-such-option'");
      expect(rest.join('\n')).toMatch(/^\n?Usage: |^Run .* --help/);
      expect(stderr).not.toMatch(/^ {4}at /m);
    });
  });
});

describe.concurrent('a tool of others', () => {
  const run = (script: string, argument: string) => {
    const [file, ...args] = createScriptCommand(script, argument);
    return runProcess(file, args, { cwd: ROOT });
  };

  it.each(tools)('npm run %s prints its options for --help', async (script) => {
    const { status, stdout, stderr } = await run(script, '--help');

    expect(status, stderr).toBe(0);
    expect(stdout + stderr).toMatch(/--\w/);
  });

  it.each(tools)('npm run %s rejects an unknown option', async (script) => {
    const { status, stdout, stderr } = await run(script, '--bogus');

    expect(status).not.toBe(0);
    expect(stdout + stderr).toMatch(/bogus/);
  });
});
