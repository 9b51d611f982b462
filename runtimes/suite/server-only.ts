import { createClient, optionsFromEnv, type TokenStore } from 'lddpay';
import type { Behaviour } from './lib/behaviour.js';
import { catchError, expectMatch, expectTrue, failureOf } from './lib/expect.js';
import { CHARGED_ONCE, charge } from './lib/orders.js';

/** The behaviours that need a client secret, which belongs on a server. */
export const serverOnly: readonly Behaviour[] = [
  {
    name: 'optionsFromEnv returns the options of a client',
    async run({ sandbox, settings: { baseUrl, credentials, signing } }) {
      const options = optionsFromEnv({
        LDDPAY_BASE_URL: baseUrl,
        LDDPAY_CLIENT_ID: credentials.clientId,
        LDDPAY_CLIENT_SECRET: credentials.clientSecret,
        LDDPAY_SCOPE: credentials.scope,
        LDDPAY_SITE_IDENTIFIER: signing.siteIdentifier,
        LDDPAY_SIGNING_SECRET: signing.secret,
      });

      await charge(createClient(options));

      expectMatch(await sandbox.effects(), CHARGED_ONCE);
    },
  },
  {
    name: 'optionsFromEnv names the variable that is missing',
    async run() {
      const error = await catchError(() => optionsFromEnv({ LDDPAY_BASE_URL: 'https://api.test' }));

      expectMatch(error, { kind: 'config' });
      expectTrue(String(error).includes('`LDDPAY_CLIENT_ID`'), `the message is ${error}`);
    },
  },
  {
    name: 'a wrong client secret is an auth error, and nothing is sent',
    async run({ sandbox, settings: { baseUrl, credentials } }) {
      const client = createClient({ baseUrl, ...credentials, clientSecret: 'wrong-secret' });

      const error = await failureOf(charge(client));

      expectMatch(error, { kind: 'auth', outcome: 'not_sent', errorCodes: ['invalid_client'] });
      expectMatch(await sandbox.requests('requestPayment'), []);
    },
  },
  {
    // Not in a browser, which sends to the origin of its page alone.
    name: 'a payment may have happened when its connection breaks and the next one is refused',
    async run({ connect, sandbox, settings: { vanishingUrl } }) {
      const client = connect({ baseUrl: vanishingUrl, maxRetries: 0 });
      // Leaves a connection that is reused.
      await charge(client);

      const error = await failureOf(charge(client));

      expectMatch(error, { kind: 'network', outcome: 'unknown', attempts: [{}] });
      expectMatch(await sandbox.effects(), [...CHARGED_ONCE, ...CHARGED_ONCE]);
    },
  },
  {
    name: 'a token request can be sent as a form',
    async run({ settings: { baseUrl, credentials } }) {
      const { token_type } = await createClient({ baseUrl, ...credentials, tokenFormat: 'form' }).getToken();

      expectMatch(token_type, 'Bearer');
    },
  },
  {
    name: 'clients with the same store share a token',
    async run({ sandbox, settings: { baseUrl, credentials } }) {
      const items = new Map<string, string>();
      const store: TokenStore = {
        getItem: (key) => items.get(key) ?? null,
        setItem: (key, value) => void items.set(key, value),
      };

      await charge(createClient({ baseUrl, ...credentials, store }));
      await charge(createClient({ baseUrl, ...credentials, store }));

      expectMatch((await sandbox.requests('getToken')).length, 1);
    },
  },
];
