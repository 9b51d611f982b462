import type { Behaviour } from './lib/behaviour.js';
import { expectMatch, failureOf } from './lib/expect.js';
import { CHARGED_ONCE, charge, ORDER } from './lib/orders.js';

/** Tokens, and when they are replaced. */
export const tokens: readonly Behaviour[] = [
  {
    name: 'concurrent and later calls share one token',
    async run({ connect, sandbox }) {
      const client = connect();

      await Promise.all([charge(client), charge(client), charge(client)]);
      await charge(client);

      expectMatch((await sandbox.requests('getToken')).length, 1);
    },
  },
  {
    name: 'a revoked token is replaced and the request is sent again',
    async run({ connect, sandbox }) {
      const client = connect();
      await client.getToken();
      await sandbox.revokeTokens();

      const { attempts } = await client.requestPayment(ORDER).withResponse();

      expectMatch(attempts, [{ status: 401 }, { status: 201 }]);
      expectMatch((await sandbox.requests('getToken')).length, 2);
      expectMatch(await sandbox.effects(), CHARGED_ONCE);
    },
  },
  {
    name: 'a new token that is rejected as well ends the call',
    async run({ connect, sandbox }) {
      await sandbox.inject({ operationId: 'requestPayment', effect: 'status', status: 401, times: 9 });

      const error = await failureOf(connect().requestPayment(ORDER));

      expectMatch(error, { kind: 'auth', outcome: 'rejected', status: 401, attempts: [{}, {}] });
    },
  },
];
