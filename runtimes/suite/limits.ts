import type { LddPayEvent } from 'lddpay';
import type { Behaviour } from './lib/behaviour.js';
import { expectMatch, expectTrue, failureOf, measureTime } from './lib/expect.js';
import { charge, ORDER } from './lib/orders.js';
import type { SandboxControls } from './lib/sandbox-controls.js';

/** How long the sandbox delays a response that the client must not wait for, in ms. */
export const SLOW = 8_000;

/** By when such a call has to be over, in ms. It leaves room for a busy machine. */
export const SOON = 5_000;

/** Waits until some requests of an operation have arrived. */
export async function waitForRequests(
  sandbox: SandboxControls,
  operationId: string,
  count = 1,
): Promise<void> {
  while ((await sandbox.requests(operationId)).length < count);
}

/** Timeouts, the deadline and the signal of the caller. */
export const limits: readonly Behaviour[] = [
  {
    name: 'an attempt without a response in time is a timeout',
    async run({ connect, sandbox }) {
      await sandbox.inject({ operationId: 'requestPayment', effect: 'delay', ms: SLOW });

      const error = await failureOf(
        connect({ maxRetries: 0 }).requestPayment(ORDER, { attemptTimeout: 200 }),
      );

      expectMatch(error, { kind: 'timeout', outcome: 'unknown', attempts: [{}] });
    },
  },
  {
    name: 'an attempt whose body does not end in time is a timeout',
    async run({ connect, sandbox }) {
      await sandbox.inject({ operationId: 'requestPayment', effect: 'stall-body' });

      const error = await failureOf(
        connect({ maxRetries: 0 }).requestPayment(ORDER, { attemptTimeout: 500 }),
      );

      expectMatch(error, { kind: 'timeout', outcome: 'unknown', attempts: [{}] });
    },
  },
  {
    name: 'the deadline ends the whole call',
    async run({ connect, sandbox }) {
      await sandbox.inject({ operationId: 'requestPayment', effect: 'delay', ms: SLOW });
      const failure = failureOf(connect().requestPayment(ORDER, { deadline: 500 }));

      expectTrue((await measureTime(failure)) < SOON, 'the call went on');
      expectMatch(await failure, { kind: 'timeout', outcome: 'unknown' });
    },
  },
  {
    name: 'a call with an aborted signal is not sent',
    async run({ connect, sandbox }) {
      const error = await failureOf(connect().requestPayment(ORDER, { signal: AbortSignal.abort() }));

      expectMatch(error, { kind: 'aborted', outcome: 'not_sent', attempts: [] });
      expectMatch(await sandbox.requests('requestPayment'), []);
    },
  },
  {
    name: 'an abort ends a request in flight',
    async run({ connect, sandbox }) {
      await sandbox.inject({ operationId: 'requestPayment', effect: 'delay', ms: SLOW });
      const controller = new AbortController();
      const client = connect();
      await client.getToken();
      const failure = failureOf(client.requestPayment(ORDER, { signal: controller.signal }));
      await waitForRequests(sandbox, 'requestPayment');
      controller.abort();

      expectTrue((await measureTime(failure)) < SOON, 'the call went on');
      expectMatch(await failure, { kind: 'aborted', outcome: 'unknown' });
    },
  },
  {
    name: 'an abort ends only its own call, not those before, at the same time or after',
    async run({ connect, sandbox }) {
      const client = connect({ maxRetries: 0 });
      const id = await charge(client);
      const get = () => client.getPaymentDetails(id);
      await Promise.all([get(), get(), get()]);
      await sandbox.inject({ operationId: 'requestPayment', effect: 'delay', ms: SLOW });
      await sandbox.inject({ operationId: 'getPaymentDetails', effect: 'delay', ms: 500 });
      const controller = new AbortController();
      const failure = failureOf(client.requestPayment(ORDER, { signal: controller.signal }));
      const beside = get();
      await waitForRequests(sandbox, 'requestPayment', 2);
      controller.abort();

      expectMatch(await failure, { kind: 'aborted', outcome: 'unknown' });
      for (const payment of [await beside, await get(), await get()]) expectMatch(payment, { id });
    },
  },
  {
    name: 'an abort ends the wait for a retry',
    async run({ connect, sandbox }) {
      const headers = { 'Retry-After': '20' };
      await sandbox.inject({ operationId: 'requestPayment', effect: 'status', status: 503, headers });
      const controller = new AbortController();
      const onEvent = ({ type }: LddPayEvent) => type === 'retry' && controller.abort();
      const failure = failureOf(connect({ onEvent }).requestPayment(ORDER, { signal: controller.signal }));

      expectTrue((await measureTime(failure)) < SOON, 'the call went on');
      expectMatch(await failure, { kind: 'aborted', outcome: 'unknown', attempts: [{ status: 503 }] });
    },
  },
];
