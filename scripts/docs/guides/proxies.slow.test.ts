import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { createSandbox, type Server as SandboxServer } from 'lddpay-sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runProcess } from '../../lib/run-process.js';
import { listCodeBlocks } from '../rendering/markdown.js';
import { createEnvironment } from '../runner/sandbox-environment.js';
import { runProgram } from '../testing/run-program.js';
import { readGuide } from './guides.js';

const [withVariables = '', withCredentials = '', withCertificate = ''] = listCodeBlocks(
  await readGuide('proxies'),
  'js',
);
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'lddpay-proxies-'));
const certificate = join(folder, 'ca.pem');
const sandbox = createSandbox();
const requests: (string | undefined)[][] = [];

let server: SandboxServer;
let secure: ReturnType<typeof createTlsServer>;
let proxy: Server;

const getPort = (one: { address(): unknown }) => (one.address() as AddressInfo).port;
const getUrl = () => `https://localhost:${getPort(secure)}`;
const getProxyUrl = () => `http://127.0.0.1:${getPort(proxy)}`;
const program = (source: string) =>
  source
    .replace('http://proxy.example.com:8080', getProxyUrl())
    .replace('/etc/ssl/corporate-ca.pem', certificate);

beforeAll(async () => {
  const key = join(folder, 'key.pem');
  execFileSync(
    'openssl',
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost
      -addext subjectAltName=DNS:localhost -keyout ${key} -out ${certificate}`.split(/\s+/),
    { stdio: 'ignore' },
  );
  server = await sandbox.listen();
  secure = createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (socket) => {
    const target = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket
      .on('error', () => {})
      .pipe(target)
      .on('error', () => {})
      .pipe(socket);
  }).on('tlsClientError', () => {});
  proxy = createServer().on('connect', ({ url = '', headers }, socket) => {
    requests.push([url, headers['proxy-authorization']]);
    const [host, port] = url.split(':');
    const target = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    target.on('error', () => {});
    socket.on('error', () => {});
  });
  for (const one of [secure, proxy]) {
    await new Promise<void>((resolve) => one.listen(0, 'localhost', resolve));
  }
});
afterAll(async () => {
  proxy.close();
  secure.close();
  await server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  requests.length = 0;
});

describe('the guide to proxies', () => {
  it('has a program that uses the proxy of the environment variables', async () => {
    process.env['HTTP_PROXY'] = getProxyUrl();
    onTestFinished(() => {
      delete process.env['HTTP_PROXY'];
    });

    const env = createEnvironment(sandbox, server.url);
    expect(await runProgram(program(withVariables), env)).toBe('0\n');
    expect(requests).not.toEqual([]);
  });

  it('has a program that sends credentials to a proxy', async () => {
    expect(await runProgram(program(withCredentials), createEnvironment(sandbox, server.url))).toBe('0\n');
    expect(requests[0]?.[1]).toBe(`Basic ${Buffer.from('user:password').toString('base64')}`);
  });

  it('has a program that trusts the certificate of an authority, which fails without it', async () => {
    const env = createEnvironment(sandbox, getUrl());
    expect(await runProgram(program(withCertificate), env)).toBe('0\n');
    expect(requests[0]?.[0]).toBe(new URL(getUrl()).host);

    const without = program(withCertificate).replace(/^ {2}requestTls.*\n/m, '');
    await expect(runProgram(without, env)).rejects.toMatchObject({ kind: 'auth', outcome: 'not_sent' });
  });

  it.each([
    ['the global fetch', '{}'],
    ['undici', '{ fetch: undiciTransport() }'],
  ])('says how %s trusts a certificate', async (_, options) => {
    const code = `import { createClient, optionsFromEnv } from './src/index.ts';
      import { undiciTransport } from './src/undici.ts';
      const lddpay = createClient({ ...optionsFromEnv(process.env), maxRetries: 0, ...${options} });
      const page = await lddpay.getPaymentsList({ reference: 'ORD-17' });
      console.log(page.total_count);`;
    const run = (variables: object) =>
      runProcess(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
        cwd: ROOT,
        env: { ...process.env, ...createEnvironment(sandbox, getUrl()), ...variables },
      });
    const [trusting, doubting] = await Promise.all([run({ NODE_EXTRA_CA_CERTS: certificate }), run({})]);

    expect(trusting.stdout, trusting.stderr).toBe('0\n');
    expect(doubting.stderr).toContain('SELF_SIGNED_CERT');
  });
});
