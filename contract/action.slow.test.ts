import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSandbox } from 'lddpay-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { VARIABLES } from './src/settings/settings.js';
import { action, runStep, step } from './src/testing/action.js';
import { replaceParts } from './src/testing/alterations.js';
import { type Provider, startProvider } from './src/testing/provider.js';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** The name of the input that sets a variable. */
const inputOf = (variable: string) =>
  variable
    .replace(/^LDDPAY_(LIVE_)?/, '')
    .toLowerCase()
    .replaceAll('_', '-');

describe('the inputs of the action', () => {
  it.each(VARIABLES)('set $name, with its purpose', ({ name, purpose, required = false }) => {
    const input = action.inputs[inputOf(name)];
    expect(input).toMatchObject({ description: purpose });
    expect(input?.required ?? false).toBe(required);
    expect(step.env[name]).toBe(`\${{ inputs.${inputOf(name)} }}`);
  });

  it('set nothing else, apart from the pause', () => {
    const names = VARIABLES.map(({ name }) => name);
    expect(Object.keys(action.inputs).sort()).toEqual([...names.map(inputOf), 'pause'].sort());
    expect(Object.keys(step.env).sort()).toEqual([...names, 'PAUSE'].sort());
  });
});

describe('the action', () => {
  it('is composite, and has one step, into whose script no expression is written', () => {
    expect(action.runs).toMatchObject({ using: 'composite', steps: [{ shell: 'bash' }] });
    expect(action.runs.steps.length).toBe(1);
    expect(step.run).not.toContain('${{');
  });

  it('runs the command at the version of this package', () => {
    expect(step.run.match(/lddpay-contract@\S+/g)).toEqual([`lddpay-contract@${version}`]);
  });

  it('has the outputs that its step writes', () => {
    expect(Object.values(action.outputs).map(({ value }) => value)).toEqual(
      Object.keys(action.outputs).map((name) => `\${{ steps.check.outputs.${name} }}`),
    );
  });
});

describe('the guide', () => {
  const guide = readFileSync(new URL('../docs/guides/check-your-provider.md', import.meta.url), 'utf8');
  const { uses, with: inputs } = parse(/```yaml\n(.*?)```/s.exec(guide)?.[1] ?? '').jobs.contract.steps[0];

  it('uses the action at the version of this package', () => {
    expect(uses).toBe(`OWNER/REPOSITORY/contract@v${version}`);
  });

  it('sets the inputs that are required, and no secret in the clear', () => {
    const required = Object.keys(action.inputs).filter((name) => action.inputs[name]?.required);
    expect(Object.keys(inputs).sort()).toEqual(required.sort());
    for (const value of Object.values(inputs))
      expect(value).toMatch(/^\$\{\{ (vars|secrets)\.LDDPAY_\w+ \}\}$/);
  });

  it('names variables of the command alone', () => {
    const names = guide.match(/LDDPAY_\w+/g) ?? [];
    expect(names.filter((name) => !VARIABLES.some((variable) => variable.name === name))).toEqual([]);
  });
});

describe.concurrent('the step of the action', () => {
  let provider: Provider;
  let deviating: Provider;
  let temp: string;
  /** The folder with an `npx` that runs the command. */
  let command: string;
  beforeAll(async () => {
    provider = await startProvider(createSandbox());
    deviating = await startProvider(createSandbox());
    deviating.alter(replaceParts('getPaymentsList', 202, { status: 200 }));
    temp = await mkdtemp(join(tmpdir(), 'lddpay-runner-'));
    // In place of npm's registry, which has the package only once it is released: the command from its source.
    const main = fileURLToPath(new URL('src/main.ts', import.meta.url));
    const root = fileURLToPath(new URL('../', import.meta.url));
    command = await writeNpx(
      `[ "$1 $2" = "--yes lddpay-contract@${version}" ] || exit 1\nshift 2\ncd '${root}'\nexec '${process.execPath}' --import tsx/esm '${main}' "$@"`,
    );
  });
  afterAll(async () => {
    await provider.close();
    await deviating.close();
    await rm(temp, { recursive: true });
  });

  /** Writes a program `npx` with a script, and returns its folder. */
  async function writeNpx(script: string): Promise<string> {
    const folder = await mkdtemp(join(temp, 'npx-'));
    await writeFile(join(folder, 'npx'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return folder;
  }

  /** Runs the step with the inputs that are required, each in a temporary folder of its own. */
  async function run(
    { url, sandbox }: Provider,
    inputs: Readonly<Record<string, string>> = {},
    path = command,
  ) {
    const folder = await mkdtemp(join(temp, 'run-'));
    const { clientId, clientSecret, scope } = sandbox.credentials;
    const required = { 'base-url': url, 'client-id': clientId, 'client-secret': clientSecret, scope };
    const search = `${path}:/usr/bin:/bin`;
    return { folder, ...(await runStep({ ...required, pause: '0', ...inputs }, folder, search)) };
  }

  it.each([0, 2])(
    'writes the report of the command to the summary of the job, and ends with its status %s',
    async (code) => {
      const path = await writeNpx(`echo "# A report"\nexit ${code}`);
      const { status, summary, outputs, folder } = await run(provider, {}, path);
      expect(status).toBe(code);
      expect(summary).toBe('# A report\n');
      expect(outputs).toBe(`status=${code}\nreport=${join(folder, 'lddpay-contract.md')}\n`);
      expect(readFileSync(join(folder, 'lddpay-contract.md'), 'utf8')).toBe(summary);
    },
  );

  it('fails with 1 after a deviation, and prints no secret', async () => {
    const { status, summary, outputs, log } = await run(deviating);
    expect(status).toBe(1);
    expect(summary).toContain('- [ ] **getPaymentsList 200**: `status` 200 is not documented');
    expect(outputs).toMatch(/^status=1\n/);
    expect(summary + outputs + log).not.toContain(deviating.sandbox.credentials.clientSecret);
  });

  it('fails with 2 when npm cannot run the command, although npm fails with 1', async () => {
    const path = await writeNpx('echo "npm error 404" >&2\nexit 1');
    const { status, summary, outputs, log } = await run(provider, {}, path);
    expect(status).toBe(2);
    expect(summary).toContain('The log of this step has the reason.');
    expect(outputs).toMatch(/^status=2\n/);
    expect(log).toContain('npm error 404');
  });

  it('executes nothing that an input holds', async () => {
    const scope = `gateway"; touch injected; $(touch injected) \`touch injected\` '`;
    const { status, folder } = await run(provider, { scope, pause: '0$(touch injected)' });
    expect(status).toBe(2);
    expect(() => readFileSync(join(folder, 'injected'))).toThrow('ENOENT');
  });
});
