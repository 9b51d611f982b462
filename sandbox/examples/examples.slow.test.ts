import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createSandbox, FAULT_EFFECTS } from 'lddpay-sandbox';
import { describe, expect, it } from 'vitest';
import { USAGE } from '../src/command/arguments.js';
import { CHALLENGE_TRIGGER, DECLINES } from '../src/payments/processor.js';

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

  it('lists amounts as the sandbox treats them', () => {
    const declines = [...readme.matchAll(/^\| …(\d\d) \| declined, (\d+): /gm)];
    expect(declines.length).toBeGreaterThan(0);
    for (const [, ending = '', code] of declines) {
      expect(DECLINES[ending as keyof typeof DECLINES]?.code).toBe(code);
    }
    expect(readme).toContain(`| …${CHALLENGE_TRIGGER} | \`202 Pending\``);
  });

  it.each(USAGE.match(/^ {2}--[\w-]+/gm) ?? [])('documents the flag%s', (flag) => {
    expect(readme).toContain(`\`${flag.trim()}\``);
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
