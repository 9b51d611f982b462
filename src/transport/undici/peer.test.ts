import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer } from '../../testing/server.js';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../../', import.meta.url));

// Outside the project, where nothing else is installed.
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lddpay-undici-'));
  const bare = join(folder, 'bare');
  const project = join(root, 'tsconfig.build.json');
  const tsc = require.resolve('typescript/bin/tsc');
  await run(process.execPath, [
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

/** What a program prints that is run beside the built package. */
async function outputOf(beside: 'bare' | 'complete', program: string): Promise<string> {
  const cwd = join(folder, beside);
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { cwd });
  return stdout.trim();
}

it('says what to install where undici is missing', async () => {
  const output = await outputOf(
    'bare',
    `import('./src/undici.js').catch(({ message, cause }) => console.log(message, cause.code));`,
  );

  expect(output).toBe('lddpay/undici requires undici: npm install undici ERR_MODULE_NOT_FOUND');
});

it('lets a program end by itself when its calls are done', async () => {
  const { url } = await startServer(() => ({ body: 'answered' }));

  const output = await outputOf(
    'complete',
    `import { undiciTransport } from './src/undici.js';
    const transport = undiciTransport();
    console.log(await (await transport('${url}', {})).text());
    const done = performance.now();
    process.on('exit', () => console.log(performance.now() - done < 1500 ? 'at once' : 'late'));`,
  );

  expect(output).toBe('answered\nat once');
});

it('leaves the global fetch what it was', async () => {
  const output = await outputOf(
    'complete',
    `import './src/undici.js';
    import { Agent } from 'undici';
    console.log(globalThis[Symbol.for('undici.globalDispatcher.1')] instanceof Agent);`,
  );

  expect(output).toBe('false');
});
