import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

describe('npm run check:diff', () => {
  const run = (...args: string[]) =>
    new Promise<{ code: number | null; output: string }>((resolve) => {
      const main = fileURLToPath(new URL('main.ts', import.meta.url));
      const child = execFile(process.execPath, ['--import', 'tsx', main, ...args], (_, stdout, stderr) =>
        resolve({ code: child.exitCode, output: stdout + stderr }),
      );
    });

  it('reports an unknown revision in one line', async () => {
    const { code, output } = await run('no-such-revision');
    expect(code).toBe(2);
    expect(output).toMatch(/^Could not read the description at no-such-revision\. .*\n$/);
  });

  it('prints its usage when the revision is missing', async () => {
    const { code, output } = await run();
    expect(code).toBe(2);
    expect(output).toContain('Usage: npm run check:diff -- BASE');
  });
});
