import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

function runDocs(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', main, ...args], { encoding: 'utf8' });
}

describe('npm run docs', () => {
  it('prints its usage with --help', () => {
    const { status, stdout } = runDocs('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('site/index.html');
  });

  it('names an unknown option, prints its usage and exits with 2', () => {
    const { status, stderr } = runDocs('--watch');
    expect(status).toBe(2);
    expect(stderr).toContain('--watch');
    expect(stderr).toContain('Usage');
  });

  it.each(['docs.example.com', 'https://docs.example.com/#start'])(
    'rejects the address %s, to which no path can be added',
    (base) => {
      // A second mistake, so that nothing is built where the first one is accepted.
      const { status, stderr } = runDocs('--base', base, '--repository', 'none');
      expect(status).toBe(2);
      expect(stderr).toContain(
        '--base must be an absolute http or https URL without a query, a fragment or credentials.',
      );
    },
  );

  it('rejects an option that is given twice', () => {
    const { status, stderr } = runDocs('--base', 'https://a.example', '--base=https://b.example');
    expect(status).toBe(2);
    expect(stderr).toContain('--base must be given once.');
  });
});
