import { createClient } from 'lddpay';
import type { Behaviour } from './behaviour.js';
import { expectMatch, expectTrue, failureOf, thrownBy } from './expect.js';
import { CHARGED_ONCE, charge } from './orders.js';

/** What is different where everybody can read along. */
export const pageOnly: readonly Behaviour[] = [
  {
    name: 'a client secret is refused in a page',
    async run({ settings: { baseUrl, credentials } }) {
      const error = await thrownBy(() => createClient({ baseUrl, ...credentials }));

      expectMatch(error, { kind: 'config', outcome: 'not_sent' });
      expectTrue(error.message.includes('tokenProvider'), 'the message does not name the way out');
      expectTrue(!error.message.includes(credentials.clientSecret), 'the message holds the secret');
    },
  },
  {
    name: 'a signing secret is refused in a page',
    async run({ settings: { baseUrl, signing } }) {
      const tokenProvider = () => Promise.reject(new Error('not asked'));

      const error = await thrownBy(() => createClient({ baseUrl, tokenProvider, signing }));

      expectMatch(error, { kind: 'config', outcome: 'not_sent' });
      expectTrue(!error.message.includes(signing.secret), 'the message holds the secret');
    },
  },
  {
    name: 'a client secret is taken in a page that says so explicitly',
    async run({ sandbox, settings: { baseUrl, credentials } }) {
      await charge(createClient({ baseUrl, ...credentials, dangerouslyAllowBrowser: true }));

      expectMatch(await sandbox.effects(), CHARGED_ONCE);
    },
  },
  {
    name: 'a backend that gives no token is an auth error, and nothing is sent',
    async run({ sandbox, settings: { baseUrl } }) {
      const tokenProvider = () => Promise.reject(new Error('signed out'));

      const error = await failureOf(charge(createClient({ baseUrl, tokenProvider })));

      expectMatch(error, { kind: 'auth', outcome: 'not_sent' });
      expectMatch(await sandbox.requests('requestPayment'), []);
    },
  },
];
