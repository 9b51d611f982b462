import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { CARD, CREDENTIALS } from '../orders/secrets.js';
import { findSecrets, findSecretsInFile } from './find-secrets.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');

it.each([
  ['card number', `the card ${CARD.number} was declined`],
  ['security code', inspect({ cvv: CARD.cvv })],
  ['security code', JSON.stringify({ cvv: CARD.cvv })],
  ['client secret', new URLSearchParams({ client_secret: CREDENTIALS.clientSecret }).toString()],
  ['signing secret', `secret: ${CREDENTIALS.signingSecret}`],
  ['token', 'Authorization: Bearer sandbox_mbabizu24mvu3mela5njyhpit4'],
  ['card number', '4929 8374 6501 9284'],
  ['card number', '4929-8374-6501-9284'],
  ['card number', encodeURIComponent('4929 8374 6501 9284')],
  ['card number', base64(JSON.stringify({ number: CARD.number }))],
  ['security code', encodeURIComponent(JSON.stringify({ cvv: CARD.cvv }))],
  ['security code', base64(JSON.stringify({ type: 'card', cvv: CARD.cvv }))],
  ['client secret', `Basic ${base64(`${CREDENTIALS.clientId}:${CREDENTIALS.clientSecret}`)}`],
  ['client secret', base64(CREDENTIALS.clientSecret)],
  ['signing secret', base64(`a ${CREDENTIALS.signingSecret}`)],
  ['token', base64('Bearer sandbox_mbabizu24mvu3mela5njyhpit4')],
])('finds the %s in %s', (secret, text) => {
  expect(findSecrets(text, 'output')).toEqual([{ secret, location: 'output' }]);
});

it('finds nothing in masked data, ids and times that contain the digits of the security code', () => {
  const text = `{"last4":"9284","requestId":"${CARD.cvv}d659-6f5f-48fd","ms":46.${CARD.cvv},"cvv_check":"Y"}`;

  expect(findSecrets(text, 'output')).toEqual([]);
});

it('finds each secret of a file once, also where one read of it ends and the next begins', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'secrets-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'output.log');
  await writeFile(path, `${'-'.repeat((1 << 20) - 8)}${CARD.number}\n${'-'.repeat(1 << 20)}${CARD.number}`);

  expect(await findSecretsInFile(path, 'output')).toEqual([{ secret: 'card number', location: 'output' }]);
});
