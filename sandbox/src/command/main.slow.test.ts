import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { bundlePrograms } from '../../../scripts/lib/bundle-programs.js';
import { createTemporaryFolder } from '../../../scripts/lib/interruption.js';
import { createSandbox } from '../index.js';
import { connect } from '../testing/api.js';
import { CARD, UNKNOWN_ID } from '../testing/fixtures.js';
import { sendHttp } from '../testing/http-request.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MAIN = new URL('main.ts', import.meta.url);
const PACKAGE = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

const ESCAPE = '\u001b[';
const ANY_PORT = ['--port', '0'];

const programs = createTemporaryFolder('sandbox-command-');
let bundle = '';
beforeAll(async () => {
  [bundle] = await bundlePrograms([MAIN], programs.path);
});
afterAll(() => programs.remove());

/** Starts the command, without the environment of this process apart from PATH. */
function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [bundle, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...env },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const output = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    output.out += data;
  });
  child.stderr.on('data', (data) => {
    output.err += data;
  });
  const ended = once(child, 'close').then(([code]) => ({ code, ...output }));
  return { child, output, ended };
}

/** Finds a port that is free, at least for now. */
async function findFreePort(): Promise<string> {
  const server = await createSandbox().listen();
  await server.close();
  return new URL(server.url).port;
}

/** Starts the command and waits until it listens. */
async function serve(args: readonly string[] = ANY_PORT, env: Readonly<Record<string, string>> = {}) {
  const started = start(args, env);
  const shown = (text: string | RegExp) =>
    vi.waitFor(() => expect(started.output.out).toMatch(text), { timeout: 10_000, interval: 5 });
  await shown('Press Ctrl-C to stop.');
  const [url = ''] = /http:\/\/[\d.]+:\d+/.exec(started.output.out) ?? [];
  return { ...started, url, shown, api: () => connect(createSandbox(), url, fetch) };
}

it('prints its URL, credentials and triggers, and stops on Ctrl-C', async () => {
  const { child, ended, url } = await serve();

  expect((await fetch(`${url}/payments`)).status).toBe(401);
  child.kill('SIGINT');
  const { code, out, err } = await ended;

  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('Never send it a real card number');
  for (const credential of Object.values(createSandbox().credentials)) {
    for (const text of Object.values(Object(credential))) expect(out).toContain(String(text));
  }
  for (const trigger of [
    '4000000000000002',
    '…05',
    '…12',
    '…14',
    '…33',
    '…51',
    '…54',
    '…62',
    '…63',
    '…03',
    '…90',
    '10.05 USD (1005), 10.050 KWD (10050)',
    '5 JPY (5)',
  ])
    expect(out).toContain(trigger);
  expect(out).toContain(`${url}/_sandbox/ `);
  expect(out).not.toContain(ESCAPE);
});

it('prints a line for each request, without colours and secrets', async () => {
  const { child, ended, shown, api } = await serve();
  const client = await api();
  const number = '4111111111111111';
  await client.pay({ reference: 'ORD-17', source: { ...CARD, number } }, { key: 'order-17' });
  await client.pay({ amount: -1, currency: 'X' }, { key: `\u009b2J${'k'.repeat(60)}` });
  await client.request('POST', '/connect/token', {
    ...client.tokenRequest,
    client_secret: 'a secret of mine',
  });
  await client.get('/payments?reference=ORD-17');
  await client.get(`/payments/${UNKNOWN_ID}`);
  await client.request('POST', '/_sandbox/faults', { effect: 'drop-before' });
  await expect(client.get('/payments?reference=ORD-17')).rejects.toThrow('fetch failed');
  await shown(/ cut /);

  child.kill('SIGTERM');
  const { code, out } = await ended;

  expect(code).toBe(0);
  const lines = out.split('\n').filter((line) => /^\d\d:\d\d:\d\d {2}/.test(line));
  expect(lines.map((line) => line.replace(/^\S+ +| [\d.]+ ms$/g, ''))).toEqual([
    '200  POST   /connect/token',
    '201  POST   /payments key order-17',
    `422  POST   /payments currency_invalid amount_invalid key ?2J${'k'.repeat(37)}…`,
    '400  POST   /connect/token invalid_client',
    '202  GET    /payments',
    `404  GET    /payments/${UNKNOWN_ID}`,
    '204  POST   /_sandbox/faults',
    'cut  GET    /payments fault drop-before',
  ]);
  for (const secret of [ESCAPE, number, 'a secret of mine', 'ORD-17']) expect(out).not.toContain(secret);
  // The port and the durations can have these digits by chance.
  const printed = out.replace(/:\d+| [\d.]+ ms/g, '');
  expect(printed).not.toContain(CARD.cvv);
});

it('prints colours when FORCE_COLOR is set', async () => {
  const { output, url, shown } = await serve(ANY_PORT, { FORCE_COLOR: '1' });

  expect(output.out).toContain(`${ESCAPE}1mLDDPay sandbox${ESCAPE}22m`);
  await fetch(`${url}/payments`);
  await shown(`${ESCAPE}33m401${ESCAPE}39m`);
});

it('accepts --seed, with which time stands still, and --capture-delay', async () => {
  const { api, shown } = await serve([...ANY_PORT, '--seed', '7', '--capture-delay', '60000']);
  await shown('time stands still');
  const client = await api();
  const twin = await connect(createSandbox({ seed: 7 }));

  const id = await client.charge();

  expect(id).toBe(await twin.charge());
  expect(await client.details(id)).toMatchObject({
    status: 'Authorized',
    requested_on: '2026-01-01T00:00:00.000Z',
  });
  await client.request('POST', '/_sandbox/clock', { advance: 60_000 });
  expect(await client.details(id)).toMatchObject({ status: 'Captured' });
});

it('accepts all other options of the sandbox and its server', async () => {
  const options = [
    '--client-id',
    'a',
    '--client-secret',
    'b',
    '--token-lifetime',
    '60',
    '--signing-secret',
    'c',
  ];
  const server = ['--allowed-host', 'sandbox', '--cors', 'http://localhost:5173'];
  const keys = ['--key-lifetime', '1000', '--strict-keys'];
  const amounts = ['--refund-amount-unit', 'major'];
  const { output, url } = await serve([...ANY_PORT, ...options, ...server, ...keys, ...amounts]);

  const settings = await sendHttp('GET', `${url}/_sandbox/options`, { Host: 'sandbox:4010' });
  const { headers } = await sendHttp('GET', `${url}/payments`, { Origin: 'http://localhost:5173' });

  expect(JSON.parse(settings.body)).toMatchObject({
    clientId: 'a',
    clientSecret: 'b',
    tokenLifetime: 60,
    signingSecret: 'c',
    refundAmountUnit: 'major',
    keyLifetime: 1000,
    strictKeys: true,
  });
  expect(headers['access-control-allow-origin']).toBe('http://localhost:5173');
  expect(output.out).toMatch(/client id +a\n/);
});

it.each(['stdout', 'stderr'] as const)(
  'goes on serving when %s is closed, and stops on Ctrl-C',
  async (name) => {
    const { child, url, ended } = await serve();
    child[name].destroy();
    await once(child[name], 'close');

    for (let sent = 0; sent < 3; sent += 1) expect((await fetch(`${url}/payments`)).status).toBe(401);
    child.kill('SIGINT');

    expect((await ended).code).toBe(0);
  },
);

describe.runIf(existsSync('/dev/full'))('on a full disk', () => {
  const MESSAGE = /^The output cannot be written: ENOSPC.*\n$/;

  /** Starts the command while nothing can be written to its standard output. */
  function startOnFullDisk(args: readonly string[]) {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [bundle, ...args], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    const ended = Promise.all([once(child, 'close'), text(child.stderr as Readable)]).then(
      ([[code], err]) => ({
        code,
        err,
      }),
    );
    return { child, ended };
  }

  it.each(['--help', '--version'])('%s says that it cannot be written, and ends with 1', async (option) => {
    const { code, err } = await startOnFullDisk([option]).ended;

    expect(code).toBe(1);
    expect(err).toMatch(MESSAGE);
  });

  it('goes on serving, says once that its output is lost, and ends with 1', async () => {
    const port = await findFreePort();
    const { child, ended } = startOnFullDisk(['--port', port]);
    const request = () => fetch(`http://127.0.0.1:${port}/payments`).then(({ status }) => status);

    await vi.waitFor(async () => expect(await request()).toBe(401), { timeout: 10_000 });
    expect(await request()).toBe(401);
    child.kill('SIGINT');

    const { code, err } = await ended;
    expect(code).toBe(1);
    expect(err).toMatch(MESSAGE);
  });
});

it('goes on serving when its output is piped to a program that ends', async () => {
  const port = await findFreePort();
  const command = `exec "$0" --import tsx "$1" --port ${port} | head -n 3`;
  const shell = spawn('sh', ['-c', command, process.execPath, fileURLToPath(MAIN)], {
    cwd: ROOT,
    detached: true,
  });
  onTestFinished(() => {
    process.kill(-Number(shell.pid), 'SIGKILL');
  });
  const request = () => fetch(`http://127.0.0.1:${port}/payments`).then(({ status }) => status);

  await vi.waitFor(async () => expect(await request()).toBe(401), { timeout: 10_000 });
  for (let sent = 0; sent < 3; sent += 1) expect(await request()).toBe(401);
});

it('stops at once while a delayed response is pending', async () => {
  const { child, ended, url, api } = await serve();
  const client = await api();
  await client.request('POST', '/_sandbox/faults', { effect: 'delay', ms: 5000 });
  const request = expect(client.get('/payments?reference=a')).rejects.toThrow('fetch failed');
  await vi.waitFor(async () => {
    const seen = await fetch(`${url}/_sandbox/requests`);
    expect(await seen.json()).toHaveLength(2);
  });
  const stopped = performance.now();

  child.kill('SIGINT');

  expect(await ended).toMatchObject({ code: 0, err: '' });
  await request;
  expect(performance.now() - stopped).toBeLessThan(4000);
});

it('prints a warning when the host is not a loopback address', async () => {
  const { shown } = await serve([...ANY_PORT, '--host', '127.0.0.2']);

  await shown('Warning: everyone who can reach 127.0.0.2 can use this sandbox.');
});

it('opens its page in a browser with --open', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-open-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const opened = join(folder, 'opened');
  await writeFile(join(folder, 'xdg-open'), `#!/bin/sh\nprintf %s "$1" > '${opened}'\n`, { mode: 0o755 });

  const { url } = await serve([...ANY_PORT, '--open'], { PATH: folder });

  await vi.waitFor(async () => expect(await readFile(opened, 'utf8')).toBe(`${url}/_sandbox/`), 10_000);
  expect((await fetch(`${url}/_sandbox/`)).status).toBe(200);
});

it('says so and goes on serving when no browser can be opened', async () => {
  const { url, shown } = await serve([...ANY_PORT, '--open'], { PATH: '' });

  await shown(`No browser could be opened. Open ${url}/_sandbox/ yourself.`);
  expect((await fetch(`${url}/payments`)).status).toBe(401);
});

it('prints an error that names the remedy when the port is in use', async () => {
  const server = await createSandbox().listen();
  onTestFinished(() => server.close());
  const { port } = new URL(server.url);

  expect(await start(['--port', port]).ended).toEqual({
    code: 1,
    out: '',
    err: `Port ${port} is in use. Choose another port with --port.\n`,
  });
});

it.each(['host.invalid', '192.0.2.1', '[::1]', 'http://localhost', '127.0.0.1:4010'])(
  'prints an error that names the remedy when this machine has no address %s',
  async (host) => {
    expect(await start([...ANY_PORT, '--host', host]).ended).toEqual({
      code: 1,
      out: '',
      err: `This machine has no address '${host}'. Pass a host name or an IP address of it to --host, such as 127.0.0.1.\n`,
    });
  },
);

it('prints what is wrong with an option, without a stack trace', async () => {
  expect(await start(['--port', 'http']).ended).toEqual({
    code: 2,
    out: '',
    err: "--port must be an integer from 0 to 65535, not 'http'.\nRun lddpay-sandbox --help for all options.\n",
  });
});

it('says in one line that Node.js is too old', async () => {
  const versions = '{value:{node:%2218.20.8%22}}';
  const old = `--import=data:text/javascript,Object.defineProperty(process,%22versions%22,${versions})`;

  expect(await start(ANY_PORT, { NODE_OPTIONS: old }).ended).toEqual({
    code: 2,
    out: '',
    err: 'lddpay-sandbox needs Node.js 20.19 or newer; this is 18.20.8.\n',
  });
});

it('prints its usage with --help and its version with --version', async () => {
  const [usage, version] = await Promise.all([start(['--help']).ended, start(['--version']).ended]);

  expect(usage).toMatchObject({ code: 0, err: '' });
  expect(usage.out).toMatch(/^Usage: lddpay-sandbox \[options\]\n/);
  expect(version).toEqual({ code: 0, out: `${PACKAGE.version}\n`, err: '' });
});
