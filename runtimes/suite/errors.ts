import { LddPayError } from 'lddpay';
import type { Behaviour, Context } from './lib/behaviour.js';
import { expectMatch, expectTrue, failureOf } from './lib/expect.js';
import { CARD_NUMBER, charge, ORDER, UNKNOWN_ID } from './lib/orders.js';

/** The errors of the client, and what they report. */
export const errors: readonly Behaviour[] = [
  {
    name: 'a request that the API rejects is an api error with its codes',
    async run({ connect }) {
      const source = { ...ORDER.source, number: '4242424242424241' };

      const error = await failureOf(connect().requestPayment({ ...ORDER, source }));

      expectMatch(error, {
        kind: 'api',
        status: 422,
        outcome: 'rejected',
        errorCodes: ['card_number_invalid'],
      });
      expectTrue(error instanceof LddPayError && error instanceof Error, 'the error has the wrong class');
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
      const error = await failureOf(requestRefused(connect, settings.refusingUrl));

      expectMatch(error, { kind: 'network', attempts: [{}] });
      expectTrue(error.outcome !== 'rejected', 'the outcome is rejected');
    },
  },
  {
    name: 'a connection that is refused was not sent',
    async run({ connect, settings }) {
      const error = await failureOf(requestRefused(connect, settings.refusingUrl));

      expectMatch(error, { kind: 'network', outcome: 'not_sent' });
    },
  },
  {
    name: 'a success without JSON is a decode error',
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
    name: 'no printed form of an error contains a secret or the card number',
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
      for (const text of failures.flatMap(printError)) {
        expectTrue(!secrets.some((secret) => text.includes(secret)), `there is a secret in ${text}`);
      }
    },
  },
  {
    name: 'events report what happens, without a secret',
    async run({ connect, sandbox, settings }) {
      await sandbox.inject({ operationId: 'requestPayment', effect: 'status', status: 503 });
      const types: string[] = [];
      const texts: string[] = [];

      await charge(
        connect({
          onEvent: (event) => {
            if (event.operationId === 'requestPayment') types.push(event.type);
            texts.push(JSON.stringify(event));
          },
        }),
      );

      expectMatch(types, ['request', 'response', 'retry', 'request', 'response']);
      expectTrue(
        texts.some((text) => text.includes('"type":"token"')),
        'there is no token event',
      );
      const { clientSecret } = settings.credentials;
      for (const secret of [CARD_NUMBER, clientSecret]) {
        expectTrue(!texts.join().includes(secret), 'there is a secret in an event');
      }
    },
  },
];

/** Requests a payment from a URL that refuses connections. The token comes from the sandbox as always. */
function requestRefused(connect: Context['connect'], baseUrl: string): PromiseLike<unknown> {
  return connect({ baseUrl, maxRetries: 0 }).requestPayment(ORDER);
}

type Inspect = (value: unknown, options?: object) => string;

/** The inspectors that runtimes have apart from web standards. */
const RUNTIME_GLOBALS = globalThis as {
  readonly process?: { getBuiltinModule?(name: string): { readonly inspect: Inspect } };
  readonly Deno?: { readonly inspect: Inspect };
  readonly Bun?: { readonly inspect: Inspect };
};

/** Prints an error in every way the runtime has: as a string, as JSON, with its inspector, and with its causes. */
function printError(error: unknown): string[] {
  const { process, Deno, Bun } = RUNTIME_GLOBALS;
  const inspectors = [process?.getBuiltinModule?.('node:util').inspect, Deno?.inspect, Bun?.inspect];
  const texts = inspectors.flatMap((inspect) =>
    inspect ? [inspect(error), inspect(error, { depth: 20 })] : [],
  );
  const cause = error instanceof Error ? [String(error.stack), ...printError(error.cause)] : [];
  return [...texts, String(error), JSON.stringify(error) ?? '', ...cause];
}
