// Checked by the compiler and never run: each wrong use must be an error, and no correct use may be one.
import { expectTypeOf } from 'vitest';
import {
  type AcceptedAction,
  type AcceptedReversal,
  type ApiPromise,
  type ApiResponse,
  type Client,
  type ClientOptions,
  createClient,
  type ErrorKind,
  type IntentFacts,
  isKnownPaymentStatus,
  isLddPayError,
  KNOWN_PAYMENT_STATUSES,
  type KnownPaymentStatus,
  keyFrom,
  type LddPayError,
  type LddPayEvent,
  type Outcome,
  optionsFromEnv,
  type Page,
  type PagePromise,
  type Payment,
  type PaymentAction,
  type PaymentDetails,
  type PaymentResult,
  type PaymentStatus,
  type PaymentsPage,
  type Reconciliation,
  type SearchItem,
  type SearchResult,
  type SignableValue,
  type SigningOptions,
  signRequest,
  type TokenCallOptions,
  type TokenResponse,
  type TokenStore,
  type WaitOptions,
} from './index.js';
import { rawRequest } from './raw-request.js';

declare const options: ClientOptions;
declare const id: string;
declare const text: string;

const client = createClient(options);
const signing = createClient({ ...options, signing: { siteIdentifier: 'S1', secret: text } });

// The type of the client
expectTypeOf(client).toEqualTypeOf<Client<false>>();
expectTypeOf(signing).toEqualTypeOf<Client<true>>();
// A type for clients of both kinds
expectTypeOf<ReturnType<typeof createClient>>().toEqualTypeOf<Client>();
expectTypeOf(client).toExtend<ReturnType<typeof createClient>>();
expectTypeOf(signing).toExtend<ReturnType<typeof createClient>>();
// @ts-expect-error: an option that does not exist
createClient({ ...options, timeout: 1000 });
// @ts-expect-error: a required option is missing
createClient({ clientId: text, clientSecret: text, scope: text });
// @ts-expect-error: an unknown format
createClient({ ...options, tokenFormat: 'xml' });
// @ts-expect-error: a secret without a site
createClient({ ...options, signing: { secret: text } });
createClient({ ...options, tokenUrl: undefined, tokenFormat: undefined, fetch: undefined });
createClient({ ...options, fetch: globalThis.fetch });
createClient({ ...options, attemptTimeout: 1000, deadline: 5000, maxRetries: 0 });
createClient({ ...options, attemptTimeout: undefined, deadline: undefined, maxRetries: undefined });
// @ts-expect-error: a time that is a string
createClient({ ...options, deadline: '5 s' });
// @ts-expect-error: a number of retries that is a boolean
createClient({ ...options, maxRetries: true });

// Stores: synchronous or asynchronous, with any return value
declare const store: TokenStore;
createClient({ ...options, store });
createClient({ ...options, store: undefined });
createClient({
  ...options,
  store: { getItem: async () => null, setItem: async () => {}, removeItem: async () => {} },
});
const map = new Map<string, string>();
createClient({
  ...options,
  store: {
    getItem: (key) => map.get(key),
    setItem: (key, value, { ttl }) => (ttl > 0 ? map.set(key, value) : undefined),
    removeItem: (key) => map.delete(key),
  },
});
// @ts-expect-error: a store that cannot be read
createClient({ ...options, store: { setItem: () => {}, removeItem: () => {} } });
// @ts-expect-error: a Map has other methods
createClient({ ...options, store: map });

// Events
createClient({ ...options, onEvent: undefined });
createClient({ ...options, onEvent: () => {} });
createClient({
  ...options,
  onEvent: (event) => {
    expectTypeOf(event).toEqualTypeOf<LddPayEvent>();
    expectTypeOf(event.type).toEqualTypeOf<'request' | 'response' | 'retry' | 'token' | 'error'>();
    expectTypeOf(event.callId).toEqualTypeOf<number>();
    expectTypeOf(event.idempotencyKey).toEqualTypeOf<string | undefined>();
    expectTypeOf(event.kind).toEqualTypeOf<ErrorKind | undefined>();
    // @ts-expect-error: an event has no body
    event.body;
    // @ts-expect-error: an event cannot be changed
    event.attempt = 0;
  },
});
createClient({ ...options, onEvent: async () => {} });
// @ts-expect-error: not a function
createClient({ ...options, onEvent: 'log' });

// Required bodies
const source = { type: 'card', number: text, expiry_month: 6, expiry_year: 2030, cvv: text };
client.requestPayment({ currency: 'USD', source, amount: 10, payment_type: 'MOTO', capture: false });
client.requestPayment({ currency: 'USD', source: { type: 'card' } });
// @ts-expect-error: the body is missing
client.requestPayment();
// @ts-expect-error: currency is missing
client.requestPayment({ source });
// @ts-expect-error: source is missing
client.requestPayment({ currency: 'USD' });
// @ts-expect-error: source.type is missing
client.requestPayment({ currency: 'USD', source: { number: text } });
// @ts-expect-error: a misspelt field
client.requestPayment({ currency: 'USD', source, ammount: 10 });
// @ts-expect-error: a misspelt field inside source
client.requestPayment({ currency: 'USD', source: { type: 'card', numbre: text } });
// @ts-expect-error: a misspelt field inside an address
client.capturePayment(id, { shipping: { address: { adress_line1: text } } });
// @ts-expect-error: an amount that is a string
client.requestPayment({ currency: 'USD', source, amount: '10' });
// @ts-expect-error: an unknown payment type
client.requestPayment({ currency: 'USD', source, payment_type: 'Foo' });
// @ts-expect-error: an unknown authorization type
client.requestPayment({ currency: 'USD', source, authorization_type: 'estimated' });
// @ts-expect-error: an optional field that is null
client.requestPayment({ currency: 'USD', source, reference: null });

client.searchPayments({ query: "status:'Captured'", limit: 20 });
// @ts-expect-error: the body is missing
client.searchPayments();
// @ts-expect-error: query is missing
client.searchPayments({});
// @ts-expect-error: a misspelt field
client.searchPayments({ query: text, limits: 20 });

client.getPaymentsList({ reference: text, limit: 20, skip: 40 });
// @ts-expect-error: the query is missing
client.getPaymentsList();
// @ts-expect-error: reference is missing
client.getPaymentsList({ limit: 20 });
// @ts-expect-error: a misspelt parameter
client.getPaymentsList({ reference: text, offset: 20 });

// Ids
client.getPaymentDetails(id);
// @ts-expect-error: the id is missing
client.getPaymentDetails();
// @ts-expect-error: the id is missing
client.getPaymentActions();
// @ts-expect-error: the id is a number
client.getPaymentDetails(1);
// @ts-expect-error: the body in place of the id
client.capturePayment({ amount: 10 });

// Optional bodies
client.voidPayment(id);
client.capturePayment(id);
client.incrementAuthorization(id);
client.cancelScheduledRetry(id);
client.voidPayment(id, undefined, { idempotencyKey: text });
client.capturePayment(id, { amount: 10, capture_type: 'NonFinal' });
// @ts-expect-error: an unknown capture type
client.capturePayment(id, { capture_type: 'final' });
// @ts-expect-error: a misspelt field
client.capturePayment(id, { amout: 10 });
// @ts-expect-error: an amount that is a string
client.incrementAuthorization(id, { amount: '10' });
// @ts-expect-error: a void has no amount
client.voidPayment(id, { amount: 10 });
// @ts-expect-error: a misspelt field
client.cancelScheduledRetry(id, { refernce: text });
// @ts-expect-error: options in place of the body
client.voidPayment(id, { idempotencyKey: text });

// Options of a call
const { signal } = new AbortController();
client.getPaymentDetails(id, { signal, attemptTimeout: 1000, headers: { 'X-Trace': text } });
client.getPaymentDetails(id, { signal: undefined });
client.getPaymentDetails(id, { deadline: 5000, maxRetries: 0 });
client.voidPayment(id, {}, { idempotencyKey: await keyFrom('order-17', 'void') });
// @ts-expect-error: a deadline that is a date
client.getPaymentDetails(id, { deadline: new Date() });
// @ts-expect-error: only the client has an event listener
client.getPaymentDetails(id, { onEvent: () => {} });
// @ts-expect-error: the parts of a key are strings
keyFrom('order', 17);
// @ts-expect-error: an option that does not exist
client.getPaymentDetails(id, { timeout: 1000 });
// @ts-expect-error: a misspelt option
client.voidPayment(id, {}, { idempotencykey: text });
client.voidPayment(id, {}, { headers: new Headers({ 'X-Trace': text }) });
// @ts-expect-error: a header that is not a string
client.voidPayment(id, {}, { headers: { 'X-Trace': 1 } });

// Fields and requests that the description does not have
client.requestPayment({ currency: 'USD', source }, { extraFields: { processing_channel_id: text } });
client.getPaymentDetails(id, { extraFields: { expand: true } });
client.voidPayment(id, {}, { extraFields: undefined });
// @ts-expect-error: extra fields are an object
client.voidPayment(id, {}, { extraFields: text });
expectTypeOf(rawRequest(client, 'GET', '/reviews')).toEqualTypeOf<ApiPromise<unknown>>();
rawRequest(client, 'GET', '/reviews', { query: { limit: 5, cursor: undefined }, signal, deadline: 5000 });
rawRequest(client, 'POST', '/reviews', {
  body: { priority: 'high' },
  idempotencyKey: text,
  headers: new Headers(),
});
// @ts-expect-error: the path is missing
rawRequest(client, 'POST');
// @ts-expect-error: a method in lowercase
rawRequest(client, 'get', '/reviews');
// @ts-expect-error: a body that is a string
rawRequest(client, 'POST', '/reviews', { body: text });
// @ts-expect-error: the body of a raw request has no extra fields
rawRequest(client, 'POST', '/reviews', { extraFields: {} });
// @ts-expect-error: nothing describes the data
rawRequest(client, 'GET', '/reviews').then((data) => data.id);

// getToken takes only options
expectTypeOf(client.getToken).parameters.toEqualTypeOf<Parameters<(options?: TokenCallOptions) => void>>();
expectTypeOf(client.getToken).returns.toEqualTypeOf<ApiPromise<TokenResponse>>();
client.getToken({ signal });
client.getToken({ refusedToken: text });
// @ts-expect-error: only getToken has a token to replace
client.voidPayment(id, {}, { refusedToken: text });
// @ts-expect-error: a token request takes no key
client.getToken({ idempotencyKey: text });
// @ts-expect-error: a token request takes no fields
client.getToken({ extraFields: {} });

// A provider may take the token that was refused
createClient({ baseUrl: text, tokenProvider: client.getToken });
createClient({ baseUrl: text, tokenProvider: () => client.getToken() });
createClient({
  baseUrl: text,
  signing: { siteIdentifier: 'S1', secret: text },
  async tokenProvider({ refusedToken }) {
    expectTypeOf(refusedToken).toEqualTypeOf<string | undefined>();
    return { access_token: text };
  },
});
// @ts-expect-error: a provider of numbers
createClient({ baseUrl: text, tokenProvider: async () => ({ access_token: 17 }) });
// @ts-expect-error: a raw request has no token to replace
rawRequest(client, 'GET', '/reviews', { refusedToken: text });
// @ts-expect-error: the client holds the credentials
client.getToken({ grant_type: 'client_credentials', client_id: text, client_secret: text, scope: text });

// Signatures: all four fields without `signing`, none of them with it
const refund = { pnm_payment_identifier: text };
const signature = { site_identifier: text, timestamp: text, version: text, signature: text };
client.refundPayment(id, { ...signature, ...refund });
client.reversePayment(id, { ...signature, ...refund });
signing.refundPayment(id, refund);
signing.reversePayment(id, { ...refund, void_if_not_settled: 'true' });
signing.refundPayment(id, { ...refund, timestamp: text });
signing.reversePayment(id, { ...signature, ...refund });
// @ts-expect-error: not signed
client.refundPayment(id, refund);
// @ts-expect-error: not signed
client.reversePayment(id, refund);
// @ts-expect-error: site_identifier is missing
client.refundPayment(id, { ...refund, timestamp: text, version: text, signature: text });
// @ts-expect-error: timestamp is missing
client.refundPayment(id, { ...refund, site_identifier: text, version: text, signature: text });
// @ts-expect-error: version is missing
client.refundPayment(id, { ...refund, site_identifier: text, timestamp: text, signature: text });
// @ts-expect-error: signature is missing
client.refundPayment(id, { ...refund, site_identifier: text, timestamp: text, version: text });
// @ts-expect-error: pnm_payment_identifier is missing
client.refundPayment(id, { ...signature });
// @ts-expect-error: pnm_payment_identifier is missing
signing.refundPayment(id, {});
// @ts-expect-error: pnm_payment_identifier is missing
signing.reversePayment(id, {});
// @ts-expect-error: the body is missing
signing.refundPayment(id);
// @ts-expect-error: the body is missing
signing.reversePayment(id);
// @ts-expect-error: a misspelt field
signing.refundPayment(id, { ...refund, refund_amout: 10 });
// @ts-expect-error: a boolean instead of a string
signing.reversePayment(id, { ...refund, void_if_not_settled: true });
// @ts-expect-error: a timestamp that is a number
signing.refundPayment(id, { ...refund, timestamp: 1_700_000_000 });

// Results
expectTypeOf(await client.requestPayment({ currency: 'USD', source })).toEqualTypeOf<PaymentResult>();
expectTypeOf(await client.getPaymentDetails(id)).toEqualTypeOf<PaymentDetails>();
expectTypeOf(await client.capturePayment(id)).toEqualTypeOf<AcceptedAction>();
expectTypeOf(await signing.reversePayment(id, refund)).toEqualTypeOf<AcceptedReversal | undefined>();
expectTypeOf(client.capturePayment(id).withResponse()).resolves.toEqualTypeOf<ApiResponse<AcceptedAction>>();
expectTypeOf((await client.voidPayment(id).withResponse()).requestId).toEqualTypeOf<string | undefined>();
// @ts-expect-error: the result is undefined when nothing was left to reverse
(await signing.reversePayment(id, refund)).action_id;

// Enums of responses are open: known members are suggested, and others are allowed
declare const payment: Payment;
expectTypeOf(payment.status).toEqualTypeOf<PaymentStatus>();
expectTypeOf(payment.status).toExtend<string>();
expectTypeOf<string>().toExtend<PaymentStatus>();
expectTypeOf<Extract<PaymentStatus, KnownPaymentStatus>>().toEqualTypeOf<KnownPaymentStatus>();
if (payment.status === 'Captured') expectTypeOf(payment.status).toExtend<string>();
if (payment.status === 'A status of tomorrow') expectTypeOf(payment.status).toExtend<string>();
if (payment.payment_type === 'A type of tomorrow') expectTypeOf(payment.payment_type).toExtend<string>();
if (isKnownPaymentStatus(payment.status)) expectTypeOf(payment.status).toExtend<KnownPaymentStatus>();

// Pages
const search = client.searchPayments({ query: text });
const list = client.getPaymentsList({ reference: text });
expectTypeOf(search).toEqualTypeOf<PagePromise<SearchResult, SearchItem>>();
expectTypeOf(list).toEqualTypeOf<PagePromise<PaymentsPage, PaymentDetails>>();
expectTypeOf(signing.searchPayments).returns.toEqualTypeOf<PagePromise<SearchResult, SearchItem>>();
expectTypeOf(await search).toEqualTypeOf<SearchResult>();
expectTypeOf(await list).toEqualTypeOf<PaymentsPage>();
expectTypeOf(list.withResponse()).resolves.toEqualTypeOf<ApiResponse<PaymentsPage>>();
for await (const item of search) expectTypeOf(item).toEqualTypeOf<SearchItem>();
for await (const item of list) {
  expectTypeOf(item).toEqualTypeOf<PaymentDetails>();
  expectTypeOf(item.id).toEqualTypeOf<string>();
}
for await (const page of list.pages()) {
  expectTypeOf(page).toEqualTypeOf<Page<PaymentsPage, PaymentDetails>>();
  expectTypeOf(page.items).toEqualTypeOf<readonly PaymentDetails[]>();
  expectTypeOf(page.response).toEqualTypeOf<ApiResponse<PaymentsPage>>();
}
for await (const { items, response } of search.pages()) {
  expectTypeOf(items).toEqualTypeOf<readonly SearchItem[]>();
  expectTypeOf(response.data).toEqualTypeOf<SearchResult>();
}
// @ts-expect-error: pages can only be iterated asynchronously
for (const _ of list);
// @ts-expect-error: a payment has no pages
for await (const _ of client.getPaymentDetails(id));
// @ts-expect-error: actions have no pages
client.getPaymentActions(id).pages();

// Errors
declare const caught: unknown;
if (isLddPayError(caught)) {
  expectTypeOf(caught).toEqualTypeOf<LddPayError>();
  expectTypeOf(caught.outcome).toEqualTypeOf<Outcome>();
  expectTypeOf(caught.body).toEqualTypeOf<unknown>();
  expectTypeOf(caught.retryAfterMs).toEqualTypeOf<number | undefined>();
  // @ts-expect-error: an unknown kind
  if (caught.kind === 'http') throw caught;
  // @ts-expect-error: an unknown outcome
  if (caught.outcome === 'failed') throw caught;
  // @ts-expect-error: an error cannot be changed
  caught.outcome = 'rejected';
}
client.voidPayment(id).catch((error) => expectTypeOf(error.kind).toEqualTypeOf<ErrorKind>());
client.voidPayment(id).then(undefined, (error) => expectTypeOf(error).toEqualTypeOf<LddPayError>());
search.catch((error) => expectTypeOf(error.outcome).toEqualTypeOf<Outcome>());

declare const failure: LddPayError;

/** Handles every kind. With a new kind, it does not compile. */
function adviceFor(error: LddPayError): string {
  switch (error.kind) {
    case 'config':
      return 'fix the call';
    case 'auth':
      return 'check the credentials';
    case 'api':
      return 'look at the error codes';
    case 'timeout':
    case 'network':
    case 'decode':
      return 'reconcile';
    case 'aborted':
      return 'nothing';
    default: {
      const never: never = error.kind;
      return never;
    }
  }
}
expectTypeOf(adviceFor).returns.toEqualTypeOf<string>();

/** Does not handle every kind, which the compiler reports. */
function incompleteAdviceFor(error: LddPayError): string {
  switch (error.kind) {
    case 'config':
      return 'fix the call';
    default: {
      // @ts-expect-error: six kinds are left
      const never: never = error.kind;
      return never;
    }
  }
}
expectTypeOf(incompleteAdviceFor).returns.toEqualTypeOf<string>();

// Reconciling
const reconciliation = await client.reconcile(failure);
expectTypeOf(reconciliation).toEqualTypeOf<Reconciliation>();
expectTypeOf(reconciliation.result).toEqualTypeOf<'found' | 'not_found' | 'unknown'>();
if (reconciliation.result === 'found') {
  expectTypeOf(reconciliation.payment).toEqualTypeOf<PaymentDetails | undefined>();
  expectTypeOf(reconciliation.action).toEqualTypeOf<PaymentAction | undefined>();
} else {
  expectTypeOf(reconciliation.result).toEqualTypeOf<'not_found' | 'unknown'>();
  if (reconciliation.result === 'unknown') {
    expectTypeOf(reconciliation.payments).toEqualTypeOf<readonly PaymentDetails[] | undefined>();
    expectTypeOf(reconciliation.actions).toEqualTypeOf<readonly PaymentAction[] | undefined>();
  }
  // @ts-expect-error: nothing was found
  reconciliation.payment;
}
// @ts-expect-error: not an error of this package
client.reconcile(new Error('x'));

// Reconciling from facts
const facts: IntentFacts = { operationId: 'requestPayment', reference: text, amount: 10, currency: 'USD' };
expectTypeOf(client.reconcile(facts)).resolves.toEqualTypeOf<Reconciliation>();
for (const since of [new Date(), Date.now(), text, undefined]) client.reconcile({ ...facts, since });
client.reconcile({ operationId: 'capturePayment', paymentId: id, except: [id], currency: undefined });
expectTypeOf<IntentFacts['operationId']>().toEqualTypeOf<
  | 'requestPayment'
  | 'incrementAuthorization'
  | 'cancelScheduledRetry'
  | 'capturePayment'
  | 'refundPayment'
  | 'reversePayment'
  | 'voidPayment'
>();
// @ts-expect-error: the operation is missing
client.reconcile({ reference: text });
// @ts-expect-error: a read takes no effect
client.reconcile({ operationId: 'getPaymentDetails', paymentId: id });
// @ts-expect-error: the token endpoint has no payments
client.reconcile({ operationId: 'getToken' });
// @ts-expect-error: a misspelt field
client.reconcile({ ...facts, refernce: text });
// @ts-expect-error: an amount that is a string
client.reconcile({ ...facts, amount: '10' });
// @ts-expect-error: a time that is a boolean
client.reconcile({ ...facts, since: true });
// @ts-expect-error: one id that is not in a list
client.reconcile({ ...facts, except: id });

// Waiting
expectTypeOf(client.waitForPayment(id, { until: 'Captured' })).toEqualTypeOf<Promise<PaymentDetails>>();
expectTypeOf<Parameters<typeof client.waitForPayment>[1]>().toEqualTypeOf<WaitOptions>();
client.waitForPayment(id, { until: 'A status of tomorrow', timeout: 1000, signal });
client.waitForPayment(id, { until: ['Captured', 'Declined'] as const, timeout: undefined });
client.waitForPayment(id, { until: KNOWN_PAYMENT_STATUSES });
client.waitForPayment(id, {
  until: (payment) => {
    expectTypeOf(payment).toEqualTypeOf<PaymentDetails>();
    return payment.status !== 'Pending';
  },
});
// @ts-expect-error: what to wait for is missing
client.waitForPayment(id);
// @ts-expect-error: what to wait for is missing
client.waitForPayment(id, { timeout: 1000 });
// @ts-expect-error: a predicate that is asynchronous
client.waitForPayment(id, { until: async () => true });
// @ts-expect-error: a timeout that is a string
client.waitForPayment(id, { until: 'Captured', timeout: '5 s' });
// @ts-expect-error: an option of a call
client.waitForPayment(id, { until: 'Captured', deadline: 1000 });

// Where the payer goes for 3D Secure
const challenged = await client.requestPayment({ currency: 'USD', source: { type: 'card' } });
expectTypeOf(challenged._links?.redirect?.href).toEqualTypeOf<string | undefined>();

// Options of an environment: refunds compile without the signature fields when its variables can be set.
const fromEnv = createClient(optionsFromEnv(process.env));
expectTypeOf(fromEnv).toEqualTypeOf<Client<true>>();
fromEnv.refundPayment(id, refund);
const SIGNING_ENV = { LDDPAY_SITE_IDENTIFIER: 'S1', LDDPAY_SIGNING_SECRET: 'hush' };
expectTypeOf(optionsFromEnv(SIGNING_ENV).signing).toEqualTypeOf<SigningOptions>();
createClient(optionsFromEnv(SIGNING_ENV)).refundPayment(id, refund);
expectTypeOf(createClient(optionsFromEnv({ LDDPAY_SCOPE: 'payments' }))).toEqualTypeOf<Client<false>>();

// Signing a request yourself
expectTypeOf(signRequest).parameters.toEqualTypeOf<[Readonly<Record<string, SignableValue>>, string]>();
expectTypeOf(signRequest({ amount: 5, all: true, note: undefined }, text)).resolves.toEqualTypeOf<string>();
// @ts-expect-error: null cannot be signed
signRequest({ note: null }, text);

// What passes through JSON, as in typed calls of a backend, keeps the types of an error.
expectTypeOf<ReturnType<LddPayError['toJSON']>['outcome']>().toEqualTypeOf<Outcome>();
expectTypeOf<ReturnType<LddPayError['toJSON']>['errorCodes']>().toEqualTypeOf<readonly string[]>();
expectTypeOf<ReturnType<LddPayError['toJSON']>>().not.toHaveProperty('body');
