import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createClient } from './client.js';
import { type ErrorKind, isLddPayError, LddPayError } from './errors.js';
import type { ClientOptions } from './options.js';
import {
  CREDENTIALS,
  failureOf,
  PAYMENT,
  PAYMENT_ID,
  REFUND,
  SECRETS,
  SIGNING,
  startApi,
  TOKEN_PATH,
} from './testing/client.js';
import { type Handler, refusingUrl, startServer } from './testing/server.js';

describe('LddPayError', () => {
  it('is an Error with a name, a message, a stack and its cause', () => {
    const cause = new Error('below');
    const error = new LddPayError('above', { kind: 'network', outcome: 'unknown', cause });

    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(LddPayError);
    expect(String(error)).toBe('LddPayError: above');
    expect(error.stack).toContain('above');
    expect(error.cause).toBe(cause);
  });

  it('has no cause and no error codes where there are none', () => {
    const error = new LddPayError('above', { kind: 'config', outcome: 'not_sent' });

    expect('cause' in error).toBe(false);
    expect(error.errorCodes).toEqual([]);
  });
});

describe('isLddPayError', () => {
  it('knows an error of another copy of the package', async () => {
    const specifier = './errors.js?copy';
    const copy: typeof import('./errors.js') = await import(specifier);
    const error = new copy.LddPayError('copied', { kind: 'api', outcome: 'rejected' });

    expect(error).not.toBeInstanceOf(LddPayError);
    expect(isLddPayError(error)).toBe(true);
    expect(copy.isLddPayError(new LddPayError('own', { kind: 'api', outcome: 'rejected' }))).toBe(true);
  });

  it.each([
    { name: 'another error', value: new Error('LddPayError') },
    { name: 'an error of the same name', value: Object.assign(new Error('x'), { name: 'LddPayError' }) },
    { name: 'an object of the same form', value: { kind: 'api', outcome: 'rejected' } },
    { name: 'a text', value: 'LddPayError' },
    { name: 'null', value: null },
    { name: 'undefined', value: undefined },
  ])('does not take $name for one', ({ value }) => {
    expect(isLddPayError(value)).toBe(false);
  });
});

/** A way to fail, of one kind, with every secret at hand. */
interface Failure {
  readonly name: string;
  readonly kind: ErrorKind;
  /** What the API answers; the request is sent back, as a careless server would. */
  readonly handler?: Handler;
  readonly options?: () => Promise<Partial<ClientOptions>>;
  readonly attemptTimeout?: number;
  readonly call?: (client: ReturnType<typeof clientOf>) => PromiseLike<unknown>;
}

function clientOf(options: Partial<ClientOptions>) {
  return createClient({ ...CREDENTIALS, ...options, signing: SIGNING });
}

const reset: Handler = (_, response) => {
  response.socket?.resetAndDestroy();
  return undefined;
};

const FAILURES: readonly Failure[] = [
  {
    name: 'an id that is malformed',
    kind: 'config',
    call: (client) => client.capturePayment(SECRETS.cardNumber),
  },
  {
    name: 'a body that is cyclic',
    kind: 'config',
    call: (client) => {
      const body: Record<string, unknown> = { ...PAYMENT, token: SECRETS.token };
      body['self'] = body;
      return client.requestPayment(body as unknown as typeof PAYMENT);
    },
  },
  {
    name: 'a value that cannot be signed',
    kind: 'config',
    call: (client) =>
      client.refundPayment(PAYMENT_ID, { ...REFUND, refund_currency: [SECRETS.token] as unknown as string }),
  },
  {
    name: 'a header that cannot be sent',
    kind: 'config',
    call: (client) => client.requestPayment(PAYMENT, { headers: { 'X-Note': `${SECRETS.token}\n1` } }),
  },
  {
    name: 'an idempotency key that cannot be sent',
    kind: 'config',
    call: (client) => client.requestPayment(PAYMENT, { idempotencyKey: `${SECRETS.cardNumber} 1` }),
  },
  {
    name: 'a token that is refused',
    kind: 'auth',
    options: async () => {
      const identity = await startServer(({ body }) => ({
        status: 400,
        body: { error: 'invalid_client', error_description: body },
      }));
      return { tokenUrl: identity.url };
    },
  },
  {
    name: 'a token endpoint that answers with HTML',
    kind: 'auth',
    options: async () => {
      const identity = await startServer(({ body }) => ({ body: `<h1>${body}</h1>` }));
      return { tokenUrl: identity.url };
    },
  },
  {
    name: 'a token answer without a lifetime',
    kind: 'auth',
    options: async () => {
      const identity = await startServer(() => ({ body: { access_token: SECRETS.token } }));
      return { tokenUrl: identity.url };
    },
  },
  {
    name: 'a token endpoint that refuses connections',
    kind: 'auth',
    options: async () => ({ tokenUrl: await refusingUrl() }),
  },
  {
    name: 'a token endpoint that breaks the connection',
    kind: 'auth',
    options: async () => ({ tokenUrl: (await startServer(reset)).url }),
  },
  { name: '401', kind: 'auth', handler: ({ headers, body }) => ({ status: 401, body: { headers, body } }) },
  { name: '422', kind: 'api', handler: ({ headers, body }) => ({ status: 422, body: { headers, body } }) },
  { name: '422 with a text', kind: 'api', handler: ({ body }) => ({ status: 422, body }) },
  { name: '502 with HTML', kind: 'api', handler: ({ body }) => ({ status: 502, body: `<h1>${body}</h1>` }) },
  {
    name: 'a redirect',
    kind: 'api',
    handler: ({ body }) => ({ status: 302, headers: { Location: '/elsewhere' }, body }),
  },
  { name: 'a success with HTML', kind: 'decode', handler: ({ body }) => ({ body: `<h1>${body}</h1>` }) },
  {
    name: 'a success that ends early',
    kind: 'decode',
    handler: ({ body }) => ({ body: body.slice(0, -1) }),
  },
  {
    name: 'a refused connection',
    kind: 'network',
    options: async () => {
      const api = await startApi();
      return { baseUrl: await refusingUrl(), tokenUrl: `${api.url}${TOKEN_PATH}` };
    },
  },
  { name: 'a broken connection', kind: 'network', handler: reset },
  {
    name: 'an answer that is no HTTP',
    kind: 'network',
    handler: (_, response) => {
      response.socket?.end('HELLO\r\n\r\n');
      return undefined;
    },
  },
  { name: 'headers that never come', kind: 'timeout', attemptTimeout: 50, handler: () => undefined },
  {
    name: 'a body that stalls',
    kind: 'timeout',
    attemptTimeout: 50,
    handler: ({ body }, response) => {
      response.writeHead(200).write(body);
      return undefined;
    },
  },
  {
    name: 'an abort before sending',
    kind: 'aborted',
    call: (client) => client.requestPayment(PAYMENT, { signal: AbortSignal.abort() }),
  },
  {
    name: 'an abort while waiting',
    kind: 'aborted',
    handler: () => undefined,
    call: (client) => client.requestPayment(PAYMENT, { signal: AbortSignal.timeout(50) }),
  },
];

/** Calls that carry every secret: the first has the card, the second the signature. */
const CARRYING: readonly NonNullable<Failure['call']>[] = [
  (client) => client.requestPayment(PAYMENT),
  (client) => client.refundPayment(PAYMENT_ID, REFUND),
];

describe('no secret is shown by the error of', () => {
  it.each(FAILURES)('$name', async ({ kind, handler, options, attemptTimeout, call }) => {
    for (const make of call ? [call] : CARRYING) {
      const api = await startApi(handler);
      const client = clientOf({ baseUrl: api.url, attemptTimeout, ...(await options?.()) });

      const error = await failureOf(make(client));

      expect(error.kind).toBe(kind);
      const shown = [
        inspect(error, { depth: null }),
        JSON.stringify(error),
        String(error),
        error.message,
        error.stack,
        ...Object.values(error).map((value) => inspect(value, { depth: null })),
      ].join('\n');
      for (const [name, secret] of Object.entries(SECRETS)) {
        expect(shown.includes(secret), `${name} in ${shown}`).toBe(false);
      }
    }
  });

  it('any kind: each is among the failures', () => {
    const kinds: Record<ErrorKind, true> = {
      config: true,
      auth: true,
      api: true,
      timeout: true,
      aborted: true,
      network: true,
      decode: true,
    };

    expect(new Set(FAILURES.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
  });
});
