import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { LddPayError } from '../errors.js';
import { catchError } from './catch-error.js';
import { SECRETS } from './secrets.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

it('a test fails that prints a secret, by whatever function', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'printing-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await mkdir(join(folder, 'src'));
  const statements = [
    `console.log({ token: '${SECRETS.token}' })`,
    `console.error(new Error('${SECRETS.cardNumber}'))`,
    `process.stdout.write('${SECRETS.clientSecret}\\n')`,
    `process.stderr.write('${SECRETS.cvv}\\n')`,
    `console.log('Basic ${btoa(`ack_id:${SECRETS.clientSecret}`)}')`,
    `console.log('4242 4242 4242 4242')`,
    `console.log('nothing')`,
  ];
  const tests = statements.map((statement, index) => `it('${index}', () => { ${statement}; });`);
  await writeFile(
    join(folder, 'src/printing.test.ts'),
    ["import { it } from 'vitest';", ...tests].join('\n'),
  );

  const { status, stdout } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...['--root', folder, '--config', join(ROOT, 'vitest.config.ts')],
      ...['--project', 'fetch', '--reporter', 'json'],
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );

  expect(status).toBe(1);
  const report = JSON.parse(stdout.slice(stdout.indexOf('{"num')));
  expect(report).toMatchObject({ numFailedTests: 6, numPassedTests: 1 });
});

it('catchError rejects an error that shows a secret', async () => {
  const details = { kind: 'api', outcome: 'rejected' } as const;
  const cause = Object.assign(new Error('around'), { request: { headers: [SECRETS.token] } });

  for (const error of [
    new LddPayError(`of ${SECRETS.cardNumber}`, details),
    new LddPayError('of a request', { ...details, cause }),
    new LddPayError('of a code', { ...details, errorCodes: [SECRETS.cvv] }),
  ])
    await expect(catchError(Promise.reject(error))).rejects.toThrow('shows a secret');
});
