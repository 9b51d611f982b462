import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import type { Format, Platform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { createSandbox } from './index.js';
import { bundleProgram } from './testing/bundle.js';

/** Charges a payment in the process and one over HTTP, and prints what happened. */
const PROGRAM = `
  import { createSandbox } from 'lddpay-sandbox';
  const sandbox = createSandbox();
  const { clientId: client_id, clientSecret: client_secret, scope } = sandbox.credentials;
  const post = async (fetch, url, body, token) => {
    const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer ' + token };
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const charge = async (fetch, url) => {
    const grant = { grant_type: 'client_credentials', client_id, client_secret, scope };
    const { access_token } = await post(fetch, url + '/connect/token', grant);
    const source = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2099 };
    return (await post(fetch, url + '/payments', { amount: 1000, currency: 'USD', source }, access_token)).status;
  };
  async function run() {
    const first = await charge(sandbox.fetch, 'http://sandbox.test');
    const server = await sandbox.listen();
    const second = await charge(fetch, server.url);
    await server.close();
    console.log([first, second, ...sandbox.ledger().map(({ type }) => type)].join(' '));
  }
  run();
`;

const OUTPUT = 'Authorized Authorized Authorization Capture Authorization Capture\n';

/** Runs a program without its source files around it, and returns what it prints. */
async function run(code: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [...args, '-'], { cwd: '/', stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(code);
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return output;
}

describe('a program that imports the sandbox', () => {
  it.each<[Format, Platform]>([
    ['esm', 'node'],
    ['esm', 'browser'],
    ['esm', 'neutral'],
    ['cjs', 'node'],
    ['iife', 'browser'],
  ])('runs when it is bundled as %s for the platform %s', async (format, platform) => {
    const code = await bundleProgram(PROGRAM, { format, platform });

    expect(await run(code, [`--input-type=${format === 'esm' ? 'module' : 'commonjs'}`])).toBe(OUTPUT);
  });

  it('runs where code must not be made from strings', async () => {
    const code = await bundleProgram(PROGRAM, { format: 'cjs' });

    expect(await run(code, ['--disallow-code-generation-from-strings'])).toBe(OUTPUT);
  });

  it('has the page of the sandbox in the same file, which a bundler need not split', async () => {
    const code = await bundleProgram(`
      import { createSandbox } from 'lddpay-sandbox';
      createSandbox().fetch('http://sandbox.test/_sandbox/').then(({ status }) => console.log(status));
    `);

    expect(code).not.toMatch(/\bimport\(/);
    expect(await run(code, ['--input-type=module'])).toBe('200\n');
  });

  it('serves the same page when it is minified with the names of functions', async () => {
    const program = `
      import { createSandbox } from 'lddpay-sandbox';
      createSandbox().fetch('http://sandbox.test/_sandbox/').then((response) => response.text()).then(console.log);
    `;
    const code = await bundleProgram(program, { minify: true, keepNames: true });

    const page = await createSandbox().fetch('http://sandbox.test/_sandbox/');
    expect(await run(code, ['--input-type=module'])).toBe(`${await page.text()}\n`);
  });

  it('imports no module of Node.js and has less than 52 KB after gzip', async () => {
    const code = await bundleProgram(`export * from 'lddpay-sandbox';`, { minify: true });

    expect(code).not.toMatch(/(from|import|require)\s*\(?\s*["'](node:|fs|http|crypto)/);
    expect(gzipSync(code).length).toBeLessThan(52 * 1024);
  });
});
