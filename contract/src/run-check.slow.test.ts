import { createSandbox } from 'lddpay-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findUnreachableUrl } from './conformance/testing/test-server.js';
import { runCheck } from './run-check.js';
import { type Provider, startProvider } from './testing/provider.js';
import { providerEnvironment } from './testing/test-run.js';
import type { Arguments } from './usage.js';

let provider: Provider;
beforeAll(async () => {
  provider = await startProvider(createSandbox());
});
afterAll(() => provider.close());

async function run(env: NodeJS.ProcessEnv, format: Arguments['format'] = 'text') {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCheck({ format, pause: 0 }, env, {
    print: (text) => out.push(text),
    progress: (line) => err.push(line),
  });
  return { code, out, err };
}

describe('runCheck', () => {
  it('prints the reason in place of the report and ends with 2 when the host cannot be reached', async () => {
    const env = { ...providerEnvironment(provider), LDDPAY_BASE_URL: await findUnreachableUrl() };
    const { code, out, err } = await run(env, 'markdown');
    const sentence =
      'The host of LDDPAY_BASE_URL refuses the connection: nothing listens on its port (ECONNREFUSED).';
    expect(code).toBe(2);
    expect(err).toEqual(['refused  getToken with the credentials', sentence]);
    expect(out).toEqual([`# The live server could not be checked\n\n${sentence}`]);
  });

  it('prints the reason as JSON and ends with 2 when the credentials are wrong', async () => {
    const env = { ...providerEnvironment(provider), LDDPAY_CLIENT_SECRET: 'another-secret' };
    const { code, out, err } = await run(env, 'json');
    const reason = expect.stringMatching(
      /^No token was issued: the token endpoint returned 400, invalid_client\. Check /,
    );
    expect(code).toBe(2);
    expect(err).toEqual(['400  getToken with the credentials', reason]);
    expect(out.map((text) => JSON.parse(text))).toEqual([{ reason }]);
  });
});
