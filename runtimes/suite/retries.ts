import type { Fault } from 'lddpay-sandbox';
import type { Behaviour } from './lib/behaviour.js';
import { expectMatch, expectTrue, failureOf } from './lib/expect.js';
import { CHARGED_ONCE, charge, ORDER } from './lib/orders.js';

/** Expects a payment to be charged once despite a fault. */
function chargedOnce(name: string, fault: Omit<Fault, 'operationId'>): Behaviour {
  return {
    name,
    async run({ connect, sandbox }) {
      await sandbox.inject({ operationId: 'requestPayment', ...fault });

      const { data, idempotencyKey } = await connect()
        .requestPayment(ORDER, { attemptTimeout: 1000 })
        .withResponse();

      expectTrue(data.approved === true, 'the payment was not approved');
      expectMatch(await sandbox.effects(), CHARGED_ONCE);
      const requests = await sandbox.requests('requestPayment');
      expectMatch(requests, [{ idempotencyKey }, { idempotencyKey }], 'the requests');
    },
  };
}

/** Retries, and their effects on money. */
export const retries: readonly Behaviour[] = [
  chargedOnce('a payment is retried after a 503', { effect: 'status', status: 503 }),
  chargedOnce('a payment whose request is lost is retried', { effect: 'drop-before' }),
  chargedOnce('a payment whose response is lost is charged once', { effect: 'drop-after' }),
  chargedOnce('a payment whose response is cut short is charged once', { effect: 'truncate-body' }),
  chargedOnce('a payment whose response stalls is charged once', { effect: 'stall-body' }),
  {
    name: 'a search is retried, although it is a POST without a key',
    async run({ connect, sandbox }) {
      await sandbox.inject({ operationId: 'searchPayments', effect: 'status', status: 502 });

      const result = await connect().searchPayments({ query: "status:'Captured'" });

      expectMatch(result, { data: [] });
    },
  },
  {
    name: 'a Retry-After beyond the deadline ends the call',
    async run({ connect, sandbox }) {
      const headers = { 'Retry-After': '120' };
      await sandbox.inject({ operationId: 'requestPayment', effect: 'status', status: 503, headers });

      const error = await failureOf(connect().requestPayment(ORDER));

      expectMatch(error, { kind: 'api', status: 503, outcome: 'unknown', retryAfterMs: 120_000 });
    },
  },
  {
    name: 'a key that is in use by a request in flight leaves the outcome unknown',
    async run({ connect, sandbox }) {
      await sandbox.inject({ operationId: 'requestPayment', effect: 'in-flight' });

      const error = await failureOf(connect({ maxRetries: 0 }).requestPayment(ORDER));

      expectMatch(error, { kind: 'api', status: 429, outcome: 'unknown', errorCodes: ['duplicate_request'] });
    },
  },
  {
    name: 'a request is sent once when retries are turned off',
    async run({ connect, sandbox }) {
      const client = connect({ maxRetries: 0 });
      // Leaves a connection that could be reused.
      await charge(client);
      await sandbox.inject({ operationId: 'requestPayment', effect: 'drop-before' });

      const error = await failureOf(client.requestPayment(ORDER));

      expectMatch(error, { kind: 'network', outcome: 'unknown', attempts: [{}] });
      expectMatch((await sandbox.requests('requestPayment')).length, 2);
    },
  },
  {
    name: 'reconcile finds the payment whose response was lost',
    async run({ connect, sandbox }) {
      const client = connect({ maxRetries: 0 });
      await charge(client);
      await sandbox.inject({ operationId: 'requestPayment', effect: 'truncate-body' });
      const order = { ...ORDER, reference: 'ORD-LOST' };

      const error = await failureOf(client.requestPayment(order));

      expectMatch(error, { kind: 'network', outcome: 'unknown' });
      expectMatch(await client.reconcile(error), { result: 'found', payment: { reference: 'ORD-LOST' } });
    },
  },
];
