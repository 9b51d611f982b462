import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createTemporaryFolder } from '../lib/interruption.js';

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

const PROGRAM = `
import { bundleValidators, compileSchemas } from './bundle-validators.ts';
const schemas = { name: { type: 'string', minLength: 2 } };
const rules = compileSchemas({ components: {} }, schemas, {});
console.log(await bundleValidators("export { name } from 'rules';", { rules }));
`;

it('bundleValidators writes the same where node_modules is a link out of the checkout', async () => {
  const checkout = createTemporaryFolder('linked-modules-');
  onTestFinished(() => checkout.remove());
  const at = (path: string) => join(checkout.path, path);
  await mkdir(at('scripts/generate'), { recursive: true });
  await symlink(MODULES, at('node_modules'));
  await writeFile(at('package.json'), '{ "type": "module" }');
  await copyFile(
    new URL('bundle-validators.ts', import.meta.url),
    at('scripts/generate/bundle-validators.ts'),
  );
  await writeFile(at('scripts/generate/program.ts'), PROGRAM);

  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/generate/program.ts'], {
    cwd: checkout.path,
    encoding: 'utf8',
  });

  expect(stderr).toBe('');
  expect(stdout).toContain('// node_modules/ajv/dist/runtime/ucs2length.js');
  expect(stdout).not.toContain('../');
});
