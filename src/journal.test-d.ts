// Checked by the compiler and never run: each wrong use must be an error, and no correct use may be one.
import { createStorage, type Driver, type Storage } from 'unstorage';
import fsDriver from 'unstorage/drivers/fs';
import fsLiteDriver from 'unstorage/drivers/fs-lite';
import httpDriver from 'unstorage/drivers/http';
import localStorageDriver from 'unstorage/drivers/localstorage';
import lruCacheDriver from 'unstorage/drivers/lru-cache';
import memoryDriver from 'unstorage/drivers/memory';
import redisDriver from 'unstorage/drivers/redis';
import { expectTypeOf } from 'vitest';
import {
  type AcceptedAction,
  type AcceptedReversal,
  type ClientOptions,
  createClient,
  type LddPayError,
  type PaymentAction,
  type PaymentDetails,
  type PaymentResult,
  type WriteId,
} from './index.js';
import {
  createJournal,
  type Done,
  type Journal,
  type JournalCallOptions,
  type JournalOptions,
  type JournalStore,
  type Open,
  type Refused,
  type Resumed,
  type Settlement,
} from './journal.js';

declare const options: ClientOptions;
declare const store: JournalStore;
declare const id: string;
declare const text: string;
declare const signal: AbortSignal;

const client = createClient(options);
const journal = createJournal(client, { store });
const signing = createJournal(createClient({ ...options, signing: { siteIdentifier: 'S1', secret: text } }), {
  store,
});

// The type of the journal
expectTypeOf(journal).toEqualTypeOf<Journal<false>>();
expectTypeOf(signing).toEqualTypeOf<Journal<true>>();
expectTypeOf(signing).toExtend<Journal>();
// @ts-expect-error: no client
createJournal(options, { store });
// @ts-expect-error: no options
createJournal(client);
// @ts-expect-error: the store is missing
createJournal(client, {});

// Options
createJournal(client, { store, keyLifetime: 1000, margin: 0, quiet: 0, exclusive: true, prefix: text });
createJournal(client, {
  store,
  keyLifetime: undefined,
  margin: undefined,
  quiet: undefined,
  exclusive: undefined,
  prefix: undefined,
  body: undefined,
});
createJournal(client, {
  store,
  body: (name, operationId) => {
    expectTypeOf(name).toEqualTypeOf<string>();
    expectTypeOf(operationId).toEqualTypeOf<WriteId>();
    return undefined;
  },
});
createJournal(client, { store, body: async () => ({ currency: 'USD', source: { type: 'card' } }) });
// @ts-expect-error: an option that does not exist
createJournal(client, { store, ttl: 1000 });
// @ts-expect-error: a time that is a string
createJournal(client, { store, quiet: '5 min' });
// @ts-expect-error: not a function
createJournal(client, { store, body: {} });

// Stores: every driver of unstorage and every storage, and anything with its methods
const drivers = [
  fsDriver({ base: text }),
  fsLiteDriver({ base: text }),
  httpDriver({ base: text }),
  localStorageDriver({}),
  lruCacheDriver({}),
  memoryDriver(),
  redisDriver({ url: text }),
] as const;
expectTypeOf<(typeof drivers)[number]>().toExtend<JournalStore>();
expectTypeOf<Driver>().toExtend<JournalStore>();
expectTypeOf<Storage>().toExtend<JournalStore>();
for (const driver of drivers) {
  createJournal(client, { store: driver });
  createJournal(client, { store: createStorage({ driver }) });
}
createJournal(client, { store: createStorage() });
createJournal(client, { store: createStorage<string>() });
const map = new Map<string, string>();
createJournal(client, {
  store: {
    getItem: (key) => map.get(key),
    setItem: (key, value) => map.set(key, value),
    removeItem: (key) => map.delete(key),
    getKeys: () => [...map.keys()],
  },
});
createJournal(client, {
  store: {
    getItem: async () => null,
    setItem: async (_key: string, _value: string) => {},
    removeItem: async () => {},
    getKeys: async (base) => (base ? [] : [text]),
  },
});
// @ts-expect-error: a store whose keys cannot be listed
createJournal(client, { store: { getItem: () => null, setItem: () => {}, removeItem: () => {} } });
// @ts-expect-error: a store that cannot be read
createJournal(client, { store: { setItem: () => {}, removeItem: () => {}, getKeys: () => [] } });
// @ts-expect-error: a Map has other methods
createJournal(client, { store: map });

// The methods are the writes: the name of the intent, and then the arguments of the client
expectTypeOf<WriteId>().toEqualTypeOf<
  | 'requestPayment'
  | 'incrementAuthorization'
  | 'cancelScheduledRetry'
  | 'capturePayment'
  | 'refundPayment'
  | 'reversePayment'
  | 'voidPayment'
>();
expectTypeOf<keyof Journal>().toEqualTypeOf<WriteId | 'resume' | 'look' | 'forget'>();
const source = { type: 'card', number: text, expiry_month: 6, expiry_year: 2030, cvv: text };
journal.requestPayment('ORD-17', { amount: 10, currency: 'USD', source, capture: false });
journal.capturePayment('ORD-17/capture', id);
journal.capturePayment('ORD-17/capture', id, { amount: 10, capture_type: 'NonFinal' }, { signal });
journal.voidPayment('ORD-17/void', id, undefined, { deadline: 5000, maxRetries: 0 });
journal.incrementAuthorization('ORD-17/increment', id, { amount: 10 });
journal.cancelScheduledRetry('ORD-17/cancel', id, { reference: text });
// @ts-expect-error: a read has no intent
journal.getPaymentDetails;
// @ts-expect-error: a search changes nothing, although it is a POST
journal.searchPayments;
// @ts-expect-error: a token is no intent
journal.getToken;
// @ts-expect-error: the name is missing
journal.requestPayment({ amount: 10, currency: 'USD', source });
// @ts-expect-error: the name is missing
journal.capturePayment(id, { amount: 10 });
// @ts-expect-error: the id is missing
journal.voidPayment('ORD-17/void');
// @ts-expect-error: a name that is a number
journal.voidPayment(17, id);
// @ts-expect-error: the body is missing
journal.requestPayment('ORD-17');
// @ts-expect-error: a misspelt field
journal.capturePayment('ORD-17/capture', id, { amout: 10 });
// @ts-expect-error: an unknown capture type
journal.capturePayment('ORD-17/capture', id, { capture_type: 'final' });
// @ts-expect-error: options in place of the body
journal.voidPayment('ORD-17/void', id, { signal });

// Options of a call: those of the client without the key, which belongs to the name, and the headers
expectTypeOf<keyof JournalCallOptions>().toEqualTypeOf<
  'signal' | 'attemptTimeout' | 'deadline' | 'maxRetries' | 'extraFields'
>();
journal.voidPayment('ORD-17/void', id, {}, { extraFields: { reason: text } });
// @ts-expect-error: a request is repeated without the call
journal.voidPayment('ORD-17/void', id, {}, { headers: { 'X-Account': text } });
// @ts-expect-error: the journal has the key
journal.voidPayment('ORD-17/void', id, {}, { idempotencyKey: text });
// @ts-expect-error: the journal has the key
journal.requestPayment('ORD-17', { currency: 'USD', source }, { idempotencyKey: text });

// Signatures: all four fields without `signing`, none of them with it
const refund = { pnm_payment_identifier: text };
const signature = { site_identifier: text, timestamp: text, version: text, signature: text };
journal.refundPayment('ORD-17/refund', id, { ...signature, ...refund });
journal.reversePayment('ORD-17/reverse', id, { ...signature, ...refund });
signing.refundPayment('ORD-17/refund', id, refund);
signing.reversePayment('ORD-17/reverse', id, { ...refund, void_if_not_settled: 'true' });
signing.refundPayment('ORD-17/refund', id, { ...signature, ...refund });
// @ts-expect-error: not signed
journal.refundPayment('ORD-17/refund', id, refund);
// @ts-expect-error: not signed
journal.reversePayment('ORD-17/reverse', id, refund);
// @ts-expect-error: the body is missing
signing.refundPayment('ORD-17/refund', id);

// Settlements
const payment = await journal.requestPayment('ORD-17', { currency: 'USD', source });
const reversal = await signing.reversePayment('ORD-17/reverse', id, refund);
expectTypeOf(payment).toEqualTypeOf<Settlement<PaymentResult>>();
expectTypeOf(await journal.voidPayment('ORD-17/void', id)).toEqualTypeOf<Settlement<AcceptedAction>>();
expectTypeOf(reversal).toEqualTypeOf<Settlement<AcceptedReversal | undefined>>();
expectTypeOf(payment).toExtend<Settlement>();
expectTypeOf(payment.state).toEqualTypeOf<'done' | 'refused' | 'open'>();
// @ts-expect-error: only what is done has an id
payment.id;
// @ts-expect-error: what is done has no error
payment.error;
if (payment.state === 'done') {
  expectTypeOf(payment).toEqualTypeOf<Done<PaymentResult>>();
  expectTypeOf(payment.id).toEqualTypeOf<string>();
  expectTypeOf(payment.approved).toEqualTypeOf<boolean | undefined>();
  expectTypeOf(payment.empty).toEqualTypeOf<boolean | undefined>();
  expectTypeOf(payment.data).toEqualTypeOf<PaymentResult | undefined>();
  expectTypeOf(payment.payment).toEqualTypeOf<PaymentDetails | undefined>();
  expectTypeOf(payment.action).toEqualTypeOf<PaymentAction | undefined>();
  // @ts-expect-error: a settlement cannot be changed
  payment.id = text;
} else if (payment.state === 'refused') {
  expectTypeOf(payment).toEqualTypeOf<Refused>();
  expectTypeOf(payment.error).toEqualTypeOf<LddPayError>();
} else {
  expectTypeOf(payment).toEqualTypeOf<Open>();
  expectTypeOf(payment.error).toEqualTypeOf<LddPayError | undefined>();
  expectTypeOf(payment.since).toEqualTypeOf<number>();
  expectTypeOf(payment.tryAfterMs).toEqualTypeOf<number>();
}

// Resuming, looking and forgetting
for await (const resumed of journal.resume()) {
  expectTypeOf(resumed).toEqualTypeOf<Resumed>();
  expectTypeOf(resumed.name).toEqualTypeOf<string>();
  expectTypeOf(resumed.operationId).toEqualTypeOf<WriteId>();
  expectTypeOf(resumed.settlement).toEqualTypeOf<Settlement>();
  // The operation is not known, and so the data neither
  if (resumed.settlement.state === 'done') expectTypeOf(resumed.settlement.data).toBeUnknown();
}
// @ts-expect-error: it can only be iterated asynchronously
for (const _ of journal.resume());
expectTypeOf(journal.look).parameters.toEqualTypeOf<[name: string]>();
expectTypeOf(journal.look(text)).resolves.toEqualTypeOf<Settlement | undefined>();
expectTypeOf(journal.forget).parameters.toEqualTypeOf<[name: string]>();
expectTypeOf(journal.forget(text)).resolves.toBeVoid();
// @ts-expect-error: there may be no intent of this name
(await journal.look(text)).state;

// The options, to pass them on
expectTypeOf<JournalOptions['store']>().toEqualTypeOf<JournalStore>();
// @ts-expect-error: the store cannot be left out
export const incomplete: JournalOptions = { exclusive: true };
