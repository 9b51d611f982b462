import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { type Client, createClient } from 'lddpay';
import { expect, it } from 'vitest';
import { listCodeBlocks } from '../rendering/markdown.js';
import { readGuide } from './guides.js';

it('the guide to traces shows the code of the example', async () => {
  const example = readFileSync(new URL('../../../examples/opentelemetry.ts', import.meta.url), 'utf8');
  const [, code = 'none'] = listCodeBlocks(await readGuide('tracing'), 'tsx');

  expect(example).toContain(code);
});

it('the code of a network error is where the guides say: in an attempt, and in the message when there is no token', async () => {
  const code = Object.assign(new Error('connect failed'), { code: 'ECONNREFUSED' });
  const options = {
    baseUrl: 'http://127.0.0.1:4010',
    maxRetries: 0,
    fetch: () => Promise.reject(new TypeError('fetch failed', { cause: code })),
  };
  const credentials = { clientId: 'ack_example', clientSecret: 'example-client-secret', scope: 'gateway' };
  const tokenProvider = async () => ({ access_token: 'example-token' });
  const fail = (client: Client) =>
    client.getPaymentsList({ reference: 'ORD-17' }).catch((error: unknown) => error);

  const withToken = await fail(createClient({ ...options, tokenProvider }));
  const withoutToken = await fail(createClient({ ...options, ...credentials }));

  expect(JSON.stringify(withToken)).toContain('"errorCode":"ECONNREFUSED"');
  expect(JSON.stringify(withToken)).toContain(
    'The connection to http://127.0.0.1:4010 failed: ECONNREFUSED.',
  );
  expect(JSON.stringify(withoutToken)).toContain(
    'The token endpoint at http://127.0.0.1:4010 failed: ECONNREFUSED.',
  );
  expect(JSON.stringify(withoutToken)).not.toContain('connect failed');
  expect(inspect(withoutToken, { depth: null })).toContain('connect failed');
  for (const guide of ['tracing', 'proxies'])
    expect(await readGuide(guide)).toContain('`console.dir(error, { depth: null })`');
});
