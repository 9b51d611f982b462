import { createServer } from 'node:net';
import { inspect } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { safeCause } from './cause.js';
import { createClient } from './client.js';
import { CREDENTIALS, failureOf, PAYMENT, SECRETS, testFetch } from './testing/client.js';

/** Everything that a logger could print of a value. */
function printed(value: unknown): string {
  const error = value as Error;
  return [
    inspect(value, { depth: null, showHidden: true }),
    JSON.stringify(value),
    String(value),
    error.stack,
  ].join('\n');
}

it('does not show a token that cannot be sent', async () => {
  const fetch = async () =>
    Response.json({ access_token: 'hush\ntoken', token_type: 'Bearer', expires_in: 60 });
  const error = await failureOf(
    createClient({ ...CREDENTIALS, fetch }).voidPayment('pay_mbabizu24mvu3mela5njyhpit4'),
  );
  expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent' });
  expect(printed(error)).not.toContain('hush');
});

it('does not show what a server echoes in an answer that is not HTTP', async () => {
  const server = createServer((socket) => {
    socket.on('data', (bytes) => socket.end(`HTTP/1.1 ${bytes}`));
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const { fetch: tokens } = testFetch();
  const client = createClient({
    ...CREDENTIALS,
    fetch: (url, init) =>
      url.endsWith('/payments') ? fetch(`http://127.0.0.1:${port}/`, init) : tokens(url, init),
  });

  const error = await failureOf(client.requestPayment(PAYMENT));

  expect(error).toMatchObject({ kind: 'network', outcome: 'unknown' });
  for (const secret of Object.values(SECRETS)) expect(printed(error)).not.toContain(secret);
});

it('keeps name, message, code and causes of a transport error, and nothing else', () => {
  const socket = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET', request: SECRETS });
  const cause = safeCause(new TypeError('fetch failed', { cause: socket })) as Error;
  expect(cause).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
  expect(cause.cause).toMatchObject({ message: 'other side closed', code: 'UND_ERR_SOCKET' });
  expect(printed(cause)).not.toContain('hush');
});

it.each(['https://:hush@host', 'https://user@host', 'https://host/?', 'https://host/#'])(
  'refuses the base URL %s without showing it',
  (baseUrl) => {
    for (const option of ['baseUrl', 'tokenUrl']) {
      const create = () => createClient({ ...CREDENTIALS, [option]: baseUrl });
      expect(create).toThrow(`\`${option}\` must be an absolute http or https URL`);
      expect(create).not.toThrow('hush');
    }
  },
);
