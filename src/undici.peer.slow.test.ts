import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TYPESCRIPT } from '../scripts/lib/typescript.js';
import { startServer } from './testing/server.js';

const execute = promisify(execFile);
const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../', import.meta.url));

/** Gives a module of a bundle the function that CommonJS modules in it call. */
const REQUIRE =
  "import { createRequire as create } from 'node:module'; const require = create(import.meta.url);";

// Outside the project, so that nothing else is installed there.
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lddpay-undici-'));
  const bare = join(folder, 'bare');
  const project = join(root, 'tsconfig.build.json');
  await execute(process.execPath, [
    TYPESCRIPT,
    '-p',
    project,
    '--outDir',
    bare,
    '--singleThreaded',
    '--noCheck',
    '--emitDeclarationOnly',
    'false',
  ]);
  await writeFile(join(bare, 'package.json'), '{"type":"module","sideEffects":false}');
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

it('lddpay/undici cannot be imported without undici, and the error names it', async () => {
  const output = await runProgram(
    'bare',
    `import('./src/undici.js').catch(({ message, code }) => console.log(code, message));`,
  );

  expect(output).toMatch(
    /^ERR_MODULE_NOT_FOUND Cannot find package 'undici' imported from .*\/src\/undici\.js/,
  );
});

it('lddpay/undici can be required by a CommonJS module', async () => {
  const { url } = await startServer(() => ({ body: 'done' }));

  const output = await runProgram(
    'complete',
    `import { createRequire } from 'node:module';
    const { undiciTransport } = createRequire(process.cwd() + '/program.cjs')('./src/undici.js');
    console.log(await (await undiciTransport()('${url}', {})).text());`,
  );

  expect(output).toBe('done');
});

it.each(['esm', 'cjs'] as const)(
  'lddpay/undici does not change the dispatcher of the global fetch in a bundle (%s)',
  async (format) => {
    const outfile = join(folder, 'complete', format === 'esm' ? 'bundle.mjs' : 'bundle.cjs');
    await build({
      stdin: {
        contents: `import { undiciTransport } from './src/undici.js';
          import { Agent } from 'undici';
          undiciTransport();
          console.log(globalThis[Symbol.for('undici.globalDispatcher.1')] instanceof Agent);`,
        resolveDir: join(folder, 'complete'),
      },
      bundle: true,
      minify: true,
      platform: 'node',
      format,
      outfile,
      // Undici is CommonJS.
      banner: format === 'esm' ? { js: REQUIRE } : {},
    });

    const { stdout } = await execute(process.execPath, [outfile]);

    expect(stdout.trim()).toBe('false');
  },
);

it('lddpay/undici lets a program end when its calls are done', async () => {
  const { url } = await startServer(() => ({ body: 'done' }));

  const output = await runProgram(
    'complete',
    `import { undiciTransport } from './src/undici.js';
    const transport = undiciTransport();
    console.log(await (await transport('${url}', {})).text());
    const doneAt = performance.now();
    // A connection that held the program would do so for four seconds.
    process.on('exit', () => console.log(performance.now() - doneAt < 3500 ? 'at once' : 'late'));`,
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
