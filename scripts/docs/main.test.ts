import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

function docs(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', main, ...args], { encoding: 'utf8' });
}

describe('npm run docs', () => {
  it('says what it does when it is asked for help', () => {
    const { status, stdout } = docs('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('site/index.html');
  });

  it('says what is wrong with an option that it does not know, and ends with 2', () => {
    const { status, stderr } = docs('--watch');
    expect(status).toBe(2);
    expect(stderr).toContain('--watch');
    expect(stderr).toContain('Usage');
  });
});
