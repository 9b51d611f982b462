import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox } from 'lddpay-sandbox';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { listCodeBlocks } from '../docs/rendering/markdown.js';
import { startInterceptingProxy } from '../docs/testing/intercepting-proxy.js';
import { runProcess } from '../lib/run-process.js';
import { readGuideCommands } from './guide-commands.js';
import { type LocalRegistry, startRegistry } from './local-registry.js';
import { type PackedPackages, packPackages } from './packed-packages.js';
import { canInstall } from './project.js';
import { type SandboxProcess, startSandbox } from './sandbox-process.js';

const TIMEOUT_MS = 300_000;

const folder = new URL('../../docs/guides/', import.meta.url);
const guides = new Map(
  readdirSync(folder).map((file) => [file.replace('.md', ''), readFileSync(new URL(file, folder), 'utf8')]),
);
const WITH_COMMANDS = [...guides].flatMap(([name, guide]) => (/^```sh$/m.test(guide) ? [name] : []));

/** Guides whose commands run elsewhere. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'your-project': 'the projects of packed-packages.matrix.test.ts',
  proxies: 'the test below, behind a proxy',
  speed: 'a checkout',
};
const TESTED = WITH_COMMANDS.filter((name) => !(name in ELSEWHERE));

const skipped = (await canInstall()) ? '' : ' (skipped: npm cannot reach the registry)';

describe.skipIf(skipped !== '')(`the commands of the guides, in an empty folder${skipped}`, () => {
  let packages: PackedPackages;
  let registry: LocalRegistry;
  let sandbox: SandboxProcess;
  beforeAll(async () => {
    packages = await packPackages();
    registry = await startRegistry(packages.tarballs);
    sandbox = await startSandbox(packages.everything);
  }, TIMEOUT_MS);
  afterAll(async () => {
    registry?.close();
    await sandbox?.stop();
    await packages?.remove();
  });

  /** Runs commands in a shell that ends at the first one that fails. */
  function run(commands: string, cwd: string, variables: NodeJS.ProcessEnv) {
    const env = {
      ...process.env,
      ...variables,
      npm_config_registry: registry.url,
      npm_config_cache: join(cwd, '.npm'),
      npm_config_yes: 'true',
    };
    return runProcess('bash', ['-e', '-o', 'pipefail'], { cwd, env, input: commands });
  }

  /** Puts the sandbox of the test, which is at a free port, in the place of the API. */
  function useSandbox(script: string): string {
    const url = sandbox.env['LDDPAY_BASE_URL'] ?? '';
    return script
      .replaceAll('http://127.0.0.1:4010', url)
      .replaceAll('https://api.example.com', url)
      .replaceAll('ack_example', sandbox.env['LDDPAY_CLIENT_ID'] ?? '')
      .replaceAll('example-client-secret', sandbox.env['LDDPAY_CLIENT_SECRET'] ?? '');
  }

  it.each(TESTED)('of %s work as they are written', { timeout: TIMEOUT_MS }, async (name) => {
    const guide = guides.get(name) ?? expect.unreachable();
    const { script, program } = readGuideCommands(guide);
    const cwd = await mkdtemp(join(tmpdir(), `lddpay-guide-${name}-`));
    onTestFinished(() => rm(cwd, { recursive: true, force: true }));
    if (program) {
      const [, code = ''] = /Save this as.*?^```ts\n(.*?)^```$/ms.exec(guide) ?? [];
      await writeFile(join(cwd, program.file), code);
    }
    const { status, stdout, stderr } = await run(
      useSandbox(`${script}\n${program?.run ?? ''}\n`),
      cwd,
      sandbox.env,
    );

    expect(status, stdout + stderr).toBe(0);
    if (program) {
      const [, output = 'none'] = /^```output\n(.*?)^```$/ms.exec(guide) ?? [];
      expect(stdout.endsWith(output), stdout).toBe(true);
    }
    if (name === 'signing') {
      const [, signature = 'none'] = /^```output\n([0-9a-f]{64})$/m.exec(guide) ?? [];
      expect(stdout).toContain(signature);
    }
  });

  it('of proxies work as they are written, behind a proxy that opens TLS', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const guide = guides.get('proxies') ?? '';
    const { script, program } = readGuideCommands(guide);
    const [, code = ''] = /Save this as.*?^```js\n(.*?)^```$/ms.exec(guide) ?? [];
    const api = createSandbox();
    const server = await api.listen({ allowedHosts: ['api.example.com'] });
    const proxy = await startInterceptingProxy(server.url);
    const cwd = await mkdtemp(join(tmpdir(), 'lddpay-guide-proxies-'));
    onTestFinished(async () => {
      proxy.close();
      await server.close();
      await rm(cwd, { recursive: true, force: true });
    });
    await writeFile(join(cwd, program?.file ?? 'none'), code);
    await copyFile(proxy.certificate, join(cwd, 'corporate-ca.pem'));
    const variables = { ...sandbox.env, LDDPAY_BASE_URL: 'https://api.example.com' };
    const commands = script.replace('http://proxy.example.com:8080', proxy.url);
    const trusting = await run(commands, cwd, variables);

    expect(trusting.status, trusting.stdout + trusting.stderr).toBe(0);
    // Before it are the lines of npm, of which there are none after `npm run --silent`.
    expect(`\n${trusting.stdout}`.endsWith('\n0\n'), trusting.stdout).toBe(true);
    expect(proxy.requests.at(0)?.target).toBe('api.example.com:443');

    const doubting = await run(program?.run ?? '', cwd, { ...variables, HTTPS_PROXY: proxy.url });
    expect(doubting.stderr).toContain('SELF_SIGNED_CERT_IN_CHAIN');
  });

  describe('and their programs, pasted block after block into the folder of the quick start', () => {
    const programs = [...guides].flatMap(([name, guide]) => {
      const code = listCodeBlocks(guide, 'ts').join('\n\n');
      return code ? [{ name, code, output: listCodeBlocks(guide, 'output').join('\n') }] : [];
    });
    let cwd: string;
    beforeAll(async () => {
      cwd = await mkdtemp(join(tmpdir(), 'lddpay-guide-programs-'));
      const { script } = readGuideCommands(guides.get('quick-start') ?? '');
      const { status, stderr } = await run(`${script}\nnpm install unstorage undici\n`, cwd, {});
      expect(status, stderr).toBe(0);
    }, TIMEOUT_MS);
    afterAll(() => rm(cwd, { recursive: true, force: true }));

    it.each(programs)('print what $name shows', { timeout: TIMEOUT_MS }, async ({ name, code, output }) => {
      await writeFile(join(cwd, `${name}.mts`), code);
      const { stdout, stderr } = await run(`npx tsx ${name}.mts\n`, cwd, sandbox.env);

      expect(stdout, stderr).toBe(`${output}\n`);
    });
  });

  it('include a program that the reader saves', () => {
    expect(WITH_COMMANDS.filter((name) => readGuideCommands(guides.get(name) ?? '').program)).toEqual([
      'proxies',
      'quick-start',
    ]);
  });
});
