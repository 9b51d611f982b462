import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runModule } from '../lib/testing/run-module.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const COMMAND = 'scripts/start/main.ts';

describe.concurrent('npm start', () => {
  it('calls every operation, in lines that fit 80 columns', async () => {
    const { status, stdout, stderr } = await runModule(COMMAND, []);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('took effect once. 12 operations');
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('shows the balances that a step has changed, and no others', async () => {
    const { stdout } = await runModule(COMMAND, []);

    expect(stdout).toContain('   Authorized · authorized 10.00 · can capture 10.00\n');
    expect(stdout).toContain('   Partially Captured · captured 4.00 · can capture 8.50 · can refund 4.00\n');
    expect(stdout).toContain('   Refunded · no balance has changed\n');
  });

  it('prints no colors where its output is no terminal, also on continuous integration', async () => {
    const { stdout } = await runModule(COMMAND, [], { env: { ...process.env, CI: 'true' } });

    expect(stripVTControlCharacters(stdout)).toBe(stdout);
  });

  it('goes on without a stack trace when its reader has gone', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', COMMAND], { cwd: ROOT });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [status] = await once(child, 'close');

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
