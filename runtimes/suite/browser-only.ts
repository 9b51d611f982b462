import { createClient } from 'lddpay';
import type { Behaviour } from './lib/behaviour.js';
import { catchError, expectMatch, expectTrue, failureOf } from './lib/expect.js';
import { CHARGED_ONCE, charge } from './lib/orders.js';

/** The behaviours of a client in a web page, where a secret is not safe. */
export const browserOnly: readonly Behaviour[] = [
  {
    name: 'a client secret is rejected in a browser',
    async run({ settings: { baseUrl, credentials } }) {
      const error = await catchError(() => createClient({ baseUrl, ...credentials }));

      expectMatch(error, { kind: 'config', outcome: 'not_sent' });
      expectTrue(error.message.includes('tokenProvider'), 'the message does not name the remedy');
      expectTrue(!error.message.includes(credentials.clientSecret), 'the message contains the secret');
    },
  },
  {
    name: 'a signing secret is rejected in a browser',
    async run({ settings: { baseUrl, signing } }) {
      const tokenProvider = () => Promise.reject(new Error('not called'));

      const error = await catchError(() => createClient({ baseUrl, tokenProvider, signing }));

      expectMatch(error, { kind: 'config', outcome: 'not_sent' });
      expectTrue(!error.message.includes(signing.secret), 'the message contains the secret');
    },
  },
  {
    name: 'a client secret is accepted in a browser that allows it explicitly',
    async run({ sandbox, settings: { baseUrl, credentials } }) {
      await charge(createClient({ baseUrl, ...credentials, dangerouslyAllowBrowser: true }));

      expectMatch(await sandbox.effects(), CHARGED_ONCE);
    },
  },
  {
    name: 'a backend that returns no token is an auth error, and nothing is sent',
    async run({ sandbox, settings: { baseUrl } }) {
      const tokenProvider = () => Promise.reject(new Error('signed out'));

      const error = await failureOf(charge(createClient({ baseUrl, tokenProvider })));

      expectMatch(error, { kind: 'auth', outcome: 'not_sent' });
      expectMatch(await sandbox.requests('requestPayment'), []);
    },
  },
];
