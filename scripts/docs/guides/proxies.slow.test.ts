import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { createClient } from 'lddpay';
import { undiciTransport } from 'lddpay/undici';
import { createSandbox, type Server } from 'lddpay-sandbox';
import { Agent } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runProcess } from '../../lib/run-process.js';
import { listCodeBlocks } from '../rendering/markdown.js';
import { createEnvironment } from '../runner/sandbox-environment.js';
import { type InterceptingProxy, startInterceptingProxy } from '../testing/intercepting-proxy.js';
import { runProgram } from '../testing/run-program.js';
import { readGuide } from './guides.js';

const [withVariables = '', withCredentials = '', withCertificate = ''] = listCodeBlocks(
  await readGuide('proxies'),
  'js',
);
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const sandbox = createSandbox();
let server: Server;
let proxy: InterceptingProxy;
beforeAll(async () => {
  server = await sandbox.listen({ allowedHosts: ['api.example.com'] });
  proxy = await startInterceptingProxy(server.url);
});
afterAll(async () => {
  proxy.close();
  await server.close();
});
beforeEach(() => {
  proxy.requests.length = 0;
});

/** Puts the proxy of the test in the place of the one that the guide names. */
const program = (source: string) =>
  source.replace('http://proxy.example.com:8080', proxy.url).replace('corporate-ca.pem', proxy.certificate);

describe('the guide to proxies', () => {
  it('has a program that uses the proxy of the environment variables', async () => {
    process.env['HTTP_PROXY'] = proxy.url;
    onTestFinished(() => {
      delete process.env['HTTP_PROXY'];
    });

    const env = createEnvironment(sandbox, server.url);
    expect(await runProgram(program(withVariables), env)).toBe('0\n');
    expect(proxy.requests).not.toEqual([]);
  });

  it('has a program that sends credentials to a proxy', async () => {
    expect(await runProgram(program(withCredentials), createEnvironment(sandbox, server.url))).toBe('0\n');
    expect(proxy.requests[0]?.authorization).toBe(`Basic ${Buffer.from('user:password').toString('base64')}`);
  });

  it('has a program that trusts the certificate of an authority, which fails without it', async () => {
    const env = createEnvironment(sandbox, 'https://api.example.com');
    expect(await runProgram(program(withCertificate), env)).toBe('0\n');
    expect(proxy.requests[0]?.target).toBe('api.example.com:443');

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
        env: { ...process.env, ...createEnvironment(sandbox, proxy.transparentUrl), ...variables },
      });
    const [trusting, doubting] = await Promise.all([
      run({ NODE_EXTRA_CA_CERTS: proxy.certificate }),
      run({}),
    ]);

    expect(trusting.stdout, trusting.stderr).toBe('0\n');
    expect(doubting.stderr).toContain('SELF_SIGNED_CERT');
  });

  it('says how a dispatcher trusts a certificate without a proxy', async () => {
    const ca = readFileSync(proxy.certificate);
    const fetch = undiciTransport({ dispatcher: new Agent({ connect: { ca } }) });
    const options = { baseUrl: proxy.transparentUrl, ...sandbox.credentials, maxRetries: 0 };

    await expect(createClient({ ...options, fetch }).getToken()).resolves.toBeDefined();
    const error = await createClient({ ...options, fetch: undiciTransport() })
      .getToken()
      .catch((e) => e);
    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent' });
    expect(inspect(error, { depth: null })).toContain('SELF_SIGNED_CERT_IN_CHAIN');
  });
});
