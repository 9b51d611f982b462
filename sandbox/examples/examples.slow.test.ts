import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createSandbox, FAULT_EFFECTS } from 'lddpay-sandbox';
import { describe, expect, it } from 'vitest';
import { USAGE } from '../src/command/arguments.js';
import { CHALLENGE_TRIGGER, DECLINED_CARD, DECLINES, RETURN_TRIGGER } from '../src/payments/processor.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const readme = read('../README.md');
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe('the README of the sandbox', () => {
  it.each(['checkout.test.ts', 'checkout.py'])('contains %s word for word', (name) => {
    expect(readme).toContain(`\n${read(name)}\`\`\``);
  });

  it.each([...FAULT_EFFECTS])('documents the fault %s', (effect) => {
    expect(readme).toContain(`| \`${effect}\` |`);
  });

  it.each(Object.entries(DECLINES))(
    'documents amounts that end in %s, with their code',
    (ending, { code }) => {
      expect(readme).toMatch(new RegExp(`\\| …${ending} \\| .*${code}`));
    },
  );

  it.each(USAGE.match(/^ {2}--[\w-]+/gm) ?? [])('documents the flag%s', (flag) => {
    expect(readme).toContain(`\`${flag.trim()}\``);
  });

  it('documents the other triggers', () => {
    for (const trigger of [`…${CHALLENGE_TRIGGER}`, `…${RETURN_TRIGGER}`, DECLINED_CARD])
      expect(readme).toContain(trigger);
  });
});

it.skipIf(!hasPython)('the Python example makes a payment over HTTP (skipped without python3)', async () => {
  const server = await createSandbox().listen();
  const script = fileURLToPath(new URL('checkout.py', import.meta.url));
  const env = { ...process.env, SANDBOX_URL: server.url, no_proxy: '*' };
  const { stdout } = await promisify(execFile)('python3', [script], { env });
  await server.close();
  expect(stdout).toBe('Authorized\nAuthorization 1000 USD\nCapture 1000 USD\n');
});
