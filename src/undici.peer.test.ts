import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer } from './testing/server.js';

const execute = promisify(execFile);
const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../', import.meta.url));

// Outside the project, so that nothing else is installed there.
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lddpay-undici-'));
  const bare = join(folder, 'bare');
  const project = join(root, 'tsconfig.build.json');
  const tsc = require.resolve('typescript/bin/tsc');
  await execute(process.execPath, [
    tsc,
    '-p',
    project,
    '--outDir',
    bare,
    '--noCheck',
    '--emitDeclarationOnly',
    'false',
  ]);
  await writeFile(join(bare, 'package.json'), '{"type":"module"}');
  const complete = join(folder, 'complete');
  await cp(bare, complete, { recursive: true });
  await mkdir(join(complete, 'node_modules'));
  const undici = dirname(require.resolve('undici/package.json'));
  await symlink(undici, join(complete, 'node_modules/undici'), 'junction');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a program beside the built package and returns its output. */
async function runProgram(beside: 'bare' | 'complete', program: string): Promise<string> {
  const cwd = join(folder, beside);
  const { stdout } = await execute(process.execPath, ['--input-type=module', '-e', program], { cwd });
  return stdout.trim();
}

it('lddpay/undici throws an error that says what to install when undici is missing', async () => {
  const output = await runProgram(
    'bare',
    `import('./src/undici.js').catch(({ message, cause }) => console.log(message, cause.code));`,
  );

  expect(output).toBe('lddpay/undici requires undici: npm install undici ERR_MODULE_NOT_FOUND');
});

it('lddpay/undici lets a program end when its calls are done', async () => {
  const { url } = await startServer(() => ({ body: 'done' }));

  const output = await runProgram(
    'complete',
    `import { undiciTransport } from './src/undici.js';
    const transport = undiciTransport();
    console.log(await (await transport('${url}', {})).text());
    const doneAt = performance.now();
    process.on('exit', () => console.log(performance.now() - doneAt < 1500 ? 'at once' : 'late'));`,
  );

  expect(output).toBe('done\nat once');
});

it('lddpay/undici does not change the dispatcher of the global fetch', async () => {
  const output = await runProgram(
    'complete',
    `import './src/undici.js';
    import { Agent } from 'undici';
    console.log(globalThis[Symbol.for('undici.globalDispatcher.1')] instanceof Agent);`,
  );

  expect(output).toBe('false');
});
