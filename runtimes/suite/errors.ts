import { LddPayError } from 'lddpay';
import type { Behaviour, Context } from './behaviour.js';
import { expectMatch, expectTrue, failureOf } from './expect.js';
import { CARD_NUMBER, charge, ORDER, UNKNOWN_ID } from './orders.js';
import { printed } from './printed.js';

/** What is thrown, and what it tells. */
export const errors: readonly Behaviour[] = [
  {
    name: 'a request that breaks a rule is an api error with its codes',
    async run({ connect }) {
      const source = { ...ORDER.source, number: '4242424242424241' };

      const error = await failureOf(connect().requestPayment({ ...ORDER, source }));

      expectMatch(error, {
        kind: 'api',
        status: 422,
        outcome: 'rejected',
        errorCodes: ['card_number_invalid'],
      });
      expectTrue(error instanceof LddPayError && error instanceof Error, 'the error is of another class');
      expectTrue(typeof error.requestId === 'string', 'the error has no requestId');
    },
  },
  {
    name: 'an unknown payment is an api error with its status',
    async run({ connect }) {
      const error = await failureOf(connect().getPaymentDetails(UNKNOWN_ID));

      expectMatch(error, { kind: 'api', status: 404, outcome: 'rejected', operationId: 'getPaymentDetails' });
    },
  },
  {
    name: 'a wrong argument is a config error, and nothing is sent',
    async run({ connect, sandbox }) {
      const error = await failureOf(connect().requestPayment(ORDER, { idempotencyKey: 'two words' }));

      expectMatch(error, { kind: 'config', outcome: 'not_sent' });
      expectMatch(await sandbox.requests('requestPayment'), []);
    },
  },
  {
    name: 'a connection that is refused is a network error',
    async run({ connect, settings }) {
      const error = await failureOf(refused(connect, settings.refusingUrl));

      expectMatch(error, { kind: 'network', attempts: [{}] });
      expectTrue(error.outcome !== 'rejected', 'the outcome is rejected');
    },
  },
  {
    name: 'a connection that is refused was not sent',
    async run({ connect, settings }) {
      const error = await failureOf(refused(connect, settings.refusingUrl));

      expectMatch(error, { kind: 'network', outcome: 'not_sent' });
    },
  },
  {
    name: 'a success that is no JSON is a decode error',
    async run({ connect, sandbox }) {
      const fault = { effect: 'status', status: 201 } as const;
      await sandbox.inject({ operationId: 'requestPayment', ...fault });

      const error = await failureOf(connect().requestPayment(ORDER));

      expectMatch(error, { kind: 'decode', outcome: 'unknown', status: 201 });
    },
  },
  {
    name: 'a redirect is an error and is not followed',
    async run({ connect, sandbox, settings }) {
      const headers = { Location: `${settings.baseUrl}/payments` };
      await sandbox.inject({ operationId: 'requestPayment', effect: 'status', status: 307, headers });

      const error = await failureOf(connect({ maxRetries: 0 }).requestPayment(ORDER));

      expectMatch(error, { kind: 'api', outcome: 'unknown' });
      expectMatch(await sandbox.effects(), []);
    },
  },
  {
    name: 'a redirect is an error with its status',
    async run({ connect, sandbox, settings }) {
      const headers = { Location: `${settings.baseUrl}/payments` };
      await sandbox.inject({ operationId: 'requestPayment', effect: 'status', status: 307, headers });

      const error = await failureOf(connect({ maxRetries: 0 }).requestPayment(ORDER));

      expectMatch(error, { status: 307 });
    },
  },
  {
    name: 'no printed form of an error holds a secret or the card',
    async run({ connectSigning, sandbox, settings }) {
      const body = { error_codes: [CARD_NUMBER], error_type: settings.signing.secret };
      await sandbox.inject({ operationId: 'requestPayment', effect: 'status', status: 422, body });
      await sandbox.inject({ operationId: 'requestPayment', effect: 'truncate-body' });
      const client = connectSigning({ maxRetries: 0 });
      const { access_token } = await client.getToken();

      const failures = [
        await failureOf(client.requestPayment(ORDER)),
        await failureOf(client.requestPayment(ORDER)),
      ];

      const { credentials, signing } = settings;
      const secrets = [access_token, credentials.clientSecret, signing.secret, CARD_NUMBER];
      for (const text of failures.flatMap(printed)) {
        expectTrue(!secrets.some((secret) => text.includes(secret)), `a secret is in ${text}`);
      }
    },
  },
  {
    name: 'events tell what happens, without a secret',
    async run({ connect, sandbox, settings }) {
      await sandbox.inject({ operationId: 'requestPayment', effect: 'status', status: 503 });
      const told: string[] = [];
      const texts: string[] = [];

      await charge(
        connect({
          onEvent: (event) => {
            if (event.operationId === 'requestPayment') told.push(event.type);
            texts.push(JSON.stringify(event));
          },
        }),
      );

      expectMatch(told, ['request', 'response', 'retry', 'request', 'response']);
      expectTrue(
        texts.some((text) => text.includes('"type":"token"')),
        'no event of the token',
      );
      const { clientSecret } = settings.credentials;
      for (const secret of [CARD_NUMBER, clientSecret]) {
        expectTrue(!texts.join().includes(secret), 'a secret is in an event');
      }
    },
  },
];

/** A payment where nobody listens; the token is had from where it always is. */
function refused(connect: Context['connect'], baseUrl: string): PromiseLike<unknown> {
  return connect({ baseUrl, maxRetries: 0 }).requestPayment(ORDER);
}
