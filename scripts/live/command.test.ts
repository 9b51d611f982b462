import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createSandbox } from 'lddpay-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusingUrl } from '../../src/testing/server.js';
import { replacing } from './testing/alterations.js';
import { environment } from './testing/line.js';
import { type Provider, startProvider } from './testing/provider.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

let keeping: Provider;
let deviating: Provider;
beforeAll(async () => {
  keeping = await startProvider(createSandbox());
  deviating = await startProvider(createSandbox());
  deviating.alter(replacing('getPaymentsList', 202, { status: 200 }));
});
afterAll(async () => {
  await keeping.close();
  await deviating.close();
});

/** Runs the command. It has nothing of this process's environment but where programs are. */
async function run(variables: Readonly<Record<string, string>>, ...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, '--pause', '0', ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...variables },
  });
  const [[code], out, err] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, out, err };
}

// Most of a run is the start of its process, which others need not wait for.
describe.concurrent('the command', { timeout: 60_000 }, () => {
  it('a server that keeps to the description is told in plain sections, and ends with 0', async () => {
    const { code, out, err } = await run(environment(keeping));
    expect(code).toBe(0);
    expect(out.split('\n').filter((text) => /^\S/.test(text))).toEqual([
      'What answered',
      'Deviations: 0',
      expect.stringMatching(/^What the description infers: 0 refuted, \d+ confirmed, \d+ not exercised$/),
      'Notes',
      'The server keeps to the description, as far as was seen.',
    ]);
    expect(err.split('\n')[0]).toBe('200  getToken with the credentials');
    expect(err).not.toContain('Deviations');
    expect(keeping.sandbox.ledger()).toEqual([]);
  });

  it('a server that deviates is told as the body of an issue, and ends with 1', async () => {
    const { code, out } = await run(environment(deviating), '--markdown');
    expect(code).toBe(1);
    expect(out).toMatch(/^# The live server deviates from the description\n\n## Deviations: 1\n/);
    expect(out).toContain(
      '- [ ] **getPaymentsList 200**: `status` 200 is not documented; 202, 401, 422 are\n',
    );
  });

  it('variables that are missing are each named, and end with 2', async () => {
    const { code, out, err } = await run({ LDDPAY_BASE_URL: keeping.url });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^LDDPAY_CLIENT_ID is not set: /),
      expect.stringMatching(/^LDDPAY_CLIENT_SECRET is not set: /),
      expect.stringMatching(/^LDDPAY_SCOPE is not set: /),
    ]);
  });

  it('a host that cannot be reached is told in a sentence, in place of the report too, and ends with 2', async () => {
    const env = { ...environment(keeping), LDDPAY_BASE_URL: await refusingUrl() };
    const { code, out, err } = await run(env, '--markdown');
    const sentence = 'The host of LDDPAY_BASE_URL cannot be reached (ECONNREFUSED).';
    expect(code).toBe(2);
    expect(err).toBe(`unreachable  getToken with the credentials\n${sentence}\n`);
    expect(out).toBe(`# The live server could not be checked\n\n${sentence}\n`);
  });

  it('credentials that are wrong are told with the reason, and end with 2', async () => {
    const env = { ...environment(keeping), LDDPAY_CLIENT_SECRET: 'another-secret' };
    const { code, out, err } = await run(env, '--json');
    const reason = expect.stringMatching(
      /^No token was issued: the token endpoint answered 400, invalid_client\. Check /,
    );
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toEqual(['400  getToken with the credentials', reason]);
    expect(JSON.parse(out)).toEqual({ reason });
  });

  it('help names every variable, and a mistake of use ends with 2', async () => {
    const [help, mistake] = await Promise.all([run({}, '--help'), run({}, '--pause', 'long')]);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('LDDPAY_LIVE_WRITES');
    expect(mistake).toMatchObject({ code: 2, out: '' });
    expect(mistake.err).toMatch(/^--pause must be an integer from 0 to 5000\.\n\nUsage: /);
  });
});
