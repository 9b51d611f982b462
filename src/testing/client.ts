import { onTestFinished } from 'vitest';
import { type OperationId, operations } from '../../generated/operations.js';
import type { Client } from '../client.js';
import { isLddPayError, type LddPayError } from '../errors.js';
import type { CallOptions, ClientOptions, Fetch } from '../options.js';
import type { ApiPromise } from '../results/api-promise.js';
import { type Handler, type Reply, startServer, type TestServer } from './server.js';
import './transport.js';

export const TOKEN_PATH = operations.getToken.path;
export const PAYMENT_ID = 'pay_mbabizu24mvu3mela5njyhpit4';

/** What must never turn up anywhere but in a request. */
export const SECRETS = {
  clientSecret: 'hush-client-secret',
  token: 'hush-access-token',
  signingSecret: 'hush-signing-secret',
  cardNumber: '4242424242424242',
  // Letters: five digits turn up by chance in durations and random ids.
  cvv: 'hush-cvv',
};

export const CREDENTIALS = {
  baseUrl: 'http://api.test',
  clientId: 'client-1',
  clientSecret: SECRETS.clientSecret,
  scope: 'payments',
} satisfies ClientOptions;

export const SIGNING = { siteIdentifier: 'S1', secret: SECRETS.signingSecret };

export const PAYMENT = {
  amount: 1000,
  currency: 'USD',
  source: {
    type: 'card',
    number: SECRETS.cardNumber,
    cvv: SECRETS.cvv,
    expiry_month: 6,
    expiry_year: 2030,
  },
};

export const REFUND = { pnm_payment_identifier: '3141592653' };

/** One call of every operation, the way a user would make it. */
export const calls: Readonly<
  Record<OperationId, (client: Client<true>, options?: CallOptions) => ApiPromise<unknown>>
> = {
  getToken: (client, options) => client.getToken(options),
  getPaymentsList: (client, options) => client.getPaymentsList({ reference: 'ORD-1' }, options),
  requestPayment: (client, options) => client.requestPayment(PAYMENT, options),
  searchPayments: (client, options) => client.searchPayments({ query: "reference:'ORD-1'" }, options),
  getPaymentDetails: (client, options) => client.getPaymentDetails(PAYMENT_ID, options),
  getPaymentActions: (client, options) => client.getPaymentActions(PAYMENT_ID, options),
  incrementAuthorization: (client, options) =>
    client.incrementAuthorization(PAYMENT_ID, { amount: 5 }, options),
  cancelScheduledRetry: (client, options) => client.cancelScheduledRetry(PAYMENT_ID, {}, options),
  capturePayment: (client, options) => client.capturePayment(PAYMENT_ID, { amount: 5 }, options),
  refundPayment: (client, options) => client.refundPayment(PAYMENT_ID, REFUND, options),
  reversePayment: (client, options) => client.reversePayment(PAYMENT_ID, REFUND, options),
  voidPayment: (client, options) => client.voidPayment(PAYMENT_ID, {}, options),
};

export const operationIds = Object.keys(operations) as OperationId[];

/** The operations that are called with a token. */
export const securedIds = operationIds.filter((id) => operations[id].secured);

/** What the token endpoint answers; the token is numbered from the second on. */
export function tokenReply(number = 1): Reply {
  const suffix = number > 1 ? `-${number}` : '';
  return {
    body: { access_token: `${SECRETS.token}${suffix}`, token_type: 'Bearer', expires_in: 3600 },
  };
}

export interface TestApi extends TestServer {
  readonly tokenRequests: TestServer['requests'];
  readonly operationRequests: TestServer['requests'];
}

/** A server that issues tokens and leaves the other requests to the handler. */
export async function startApi(handler: Handler = () => ({ body: {} })): Promise<TestApi> {
  const issued = (url: string) => url === TOKEN_PATH;
  let tokens = 0;
  const server = await startServer((request, response) => {
    if (!issued(request.url)) return handler(request, response);
    tokens += 1;
    return tokenReply(tokens);
  });
  return {
    ...server,
    get tokenRequests() {
      return server.requests.filter(({ url }) => issued(url));
    },
    get operationRequests() {
      return server.requests.filter(({ url }) => !issued(url));
    },
  };
}

/** A request as a transport is given it. */
export interface SentRequest {
  readonly url: string;
  readonly method: string | undefined;
  readonly headers: Headers;
  readonly body: string;
  readonly signal: AbortSignal | null | undefined;
}

export interface TestFetch {
  readonly fetch: Fetch;
  readonly tokenRequests: readonly SentRequest[];
  readonly operationRequests: readonly SentRequest[];
}

/** A transport without sockets that issues tokens and leaves the other requests to `answer`. */
export function testFetch(
  answer: (request: SentRequest) => Response | Promise<Response> = () => Response.json({}),
): TestFetch {
  const tokenRequests: SentRequest[] = [];
  const operationRequests: SentRequest[] = [];
  return {
    tokenRequests,
    operationRequests,
    fetch: async (url, init) => {
      const request = {
        url,
        method: init.method,
        headers: new Headers(init.headers),
        body: String(init.body ?? ''),
        signal: init.signal,
      };
      if (url.endsWith(TOKEN_PATH)) {
        tokenRequests.push(request);
        return Response.json(tokenReply(tokenRequests.length).body);
      }
      operationRequests.push(request);
      return answer(request);
    },
  };
}

/** The error that a call fails with; fails the test when it does not, or with an error of another kind. */
export async function failureOf(call: PromiseLike<unknown> | (() => unknown)): Promise<LddPayError> {
  try {
    await (typeof call === 'function' ? call() : call);
  } catch (error) {
    if (isLddPayError(error)) return error;
    throw new Error('Failed with something else than an LddPayError.', { cause: error });
  }
  throw new Error('Did not fail.');
}

export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

/** A promise that the test settles. */
export function deferred<T>(): Deferred<T> {
  let resolve: Deferred<T>['resolve'] = () => {};
  let reject: Deferred<T>['reject'] = () => {};
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

/** Lets everything that is already due happen. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Watches for unhandled rejections until the test is over; gives those that there were so far. */
export function unhandledRejections(): () => Promise<readonly unknown[]> {
  const reasons: unknown[] = [];
  const listener = (reason: unknown) => reasons.push(reason);
  process.on('unhandledRejection', listener);
  onTestFinished(() => void process.off('unhandledRejection', listener));
  return async () => {
    // Rejections are reported once the microtasks are done.
    await settled();
    await settled();
    return reasons;
  };
}
