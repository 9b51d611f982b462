import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PrismServer, startMockServer } from '../scripts/lib/prism.js';
import { listTypeErrors } from '../scripts/lib/testing/list-type-errors.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

let mock: PrismServer;
beforeAll(async () => {
  mock = await startMockServer();
});
afterAll(() => mock.close());

const PRINTS: Record<string, string> = {
  'quick-start.ts': 'Authorized pay_mbabizu24mvu3mela5njyhpit4\n',
  'charge-once.ts': 'Authorized pay_mbabizu24mvu3mela5njyhpit4\n',
  'errors.ts': 'rejected, nothing happened: 422 card_number_invalid, cvv_invalid\n',
  'opentelemetry.ts': 'POST /connect/token 200\nPOST /payments 201\nPOST /payments/{id}/captures 202\n',
};

describe('the examples', () => {
  it.each(Object.entries(PRINTS))('%s prints the expected lines', async (name, expected) => {
    const args = ['--import', 'tsx', new URL(name, import.meta.url).pathname];
    const env = {
      ...process.env,
      LDDPAY_BASE_URL: mock.url,
      LDDPAY_CLIENT_ID: 'ack_example',
      LDDPAY_CLIENT_SECRET: 'example-client-secret',
      LDDPAY_SCOPE: 'gateway',
      LDDPAY_SITE_IDENTIFIER: 'S0000000001',
      LDDPAY_SIGNING_SECRET: 'example-signing-secret',
    };
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    expect(stdout).toBe(expected);
  });

  it('have an expectation above or a test of their own', () => {
    const names = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'examples.slow.test.ts')
      .map(({ name }) => name);
    const programs = names.filter((name) => !name.endsWith('.test.ts'));
    const isTested = (name: string) =>
      name in PRINTS ||
      names.some((test) => test.startsWith(name.replace(/ts$/, '')) && test.endsWith('.test.ts'));
    expect(Object.keys(PRINTS).every((name) => programs.includes(name))).toBe(true);
    expect(programs.filter((name) => !isTested(name))).toEqual([]);
  });

  it('opens the README with quick-start.ts, verbatim', () => {
    const [, first] = /```ts\n([\s\S]*?)```/.exec(read('../README.md')) ?? [];
    expect(first).toBe(read('quick-start.ts'));
  });

  it.each([
    ['openapi-fetch', ['react/api.ts', 'react/main.tsx', 'react/payment.tsx', 'react/backend.ts']],
    ['journal-stores', ['redis-store.ts', 'postgres-store.ts']],
    ['queues', ['queue.ts', 'outbox.ts']],
  ])('are shown in the guide %s, verbatim', (guide, names) => {
    const files = names.map(read);
    const blocks = [...read(`../docs/guides/${guide}.md`).matchAll(/```tsx\n([\s\S]*?)```/g)];
    expect(blocks.length).toBeGreaterThan(0);
    for (const [, code = ''] of blocks)
      expect(
        files.find((file) => file.includes(code)),
        code,
      ).toBeDefined();
  });

  it.each([
    ['with the DOM', ['ES2023', 'DOM', 'DOM.Iterable']],
    ['with the types of Node alone', ['ES2023']],
  ])('compiles the other snippets of the README %s', async (_environment, lib) => {
    const snippets = [...read('../README.md').matchAll(/```ts\n([\s\S]*?)```/g)]
      .slice(1)
      .map(([, code]) => code);
    expect(snippets.length).toBeGreaterThan(0);
    const errors = await listTypeErrors(new Map([['README', composeProgram(snippets)]]), { lib });
    // The sources of the packages need the DOM. Their declarations do not: `scripts/packages/` compiles them.
    expect(errors.filter((error) => error.startsWith('README'))).toEqual([]);
  });
});

/** Composes a program from snippets that continue the first example. */
function composeProgram(snippets: readonly (string | undefined)[]): string {
  // Imports are only allowed outside of blocks.
  const imports = /^import .*\n/gm;
  const blocks = snippets.map((code = '') => `{\n${code.replace(imports, '')}\n}`).join('\n');
  const imported = snippets.flatMap((code = '') => code.match(imports) ?? []).join('');
  return `${imported}${read('quick-start.ts')}\n${blocks}`;
}
