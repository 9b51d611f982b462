import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { CARD, CREDENTIALS } from '../orders/secrets.js';
import { findSecrets } from './find-secrets.js';

it.each([
  ['card number', `the card ${CARD.number} was declined`],
  ['security code', inspect({ cvv: CARD.cvv })],
  ['security code', JSON.stringify({ cvv: CARD.cvv })],
  ['client secret', new URLSearchParams({ client_secret: CREDENTIALS.clientSecret }).toString()],
  ['signing secret', `secret: ${CREDENTIALS.signingSecret}`],
  ['token', 'Authorization: Bearer sandbox_mbabizu24mvu3mela5njyhpit4'],
])('finds the %s in %s', (secret, text) => {
  expect(findSecrets(text, 'output')).toEqual([{ secret, location: 'output' }]);
});

it('finds nothing in masked data, ids and times that contain the digits of the security code', () => {
  const text = `{"last4":"9284","requestId":"${CARD.cvv}d659-6f5f-48fd","ms":46.${CARD.cvv},"cvv_check":"Y"}`;

  expect(findSecrets(text, 'output')).toEqual([]);
});
