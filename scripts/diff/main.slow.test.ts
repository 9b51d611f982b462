import { beforeAll, describe, expect, it } from 'vitest';
import type { ProcessResult } from '../lib/run-process.js';
import type { CommandRun } from '../lib/testing/run-here.js';
import { runModule } from '../lib/testing/run-module.js';

describe('npm run check:diff', () => {
  let results: readonly ProcessResult[];
  beforeAll(async () => {
    const runs = [['no-such-revision'], [], [''], ['--', '--output=report.txt']].map(
      (args): CommandRun => ({ file: 'scripts/diff/main.ts', args }),
    );
    const { stdout } = await runModule('scripts/lib/testing/command-host.ts', [JSON.stringify(runs)]);
    results = JSON.parse(stdout);
  });

  it('reports an unknown revision in one line', () => {
    expect(results[0]).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Could not read the description at 'no-such-revision', .*\n$/),
    });
  });

  it('prints its usage when the revision is missing', () => {
    expect(results[1]).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('Usage: npm run check:diff -- BASE'),
    });
  });

  it.each([
    ['an empty revision, which git takes for the index', 2, ''],
    ['a revision that git takes for an option', 3, '--output=report.txt'],
  ])('refuses %s', (_name, index, base) => {
    expect(results[index]).toEqual({
      status: 2,
      stdout: '',
      stderr: `Could not read the description at '${base}', which is no revision of this repository.\n`,
    });
  });
});
