import type { Behaviour } from './lib/behaviour.js';
import { expectMatch, expectTrue, failureOf } from './lib/expect.js';
import { authorize, charge, ORDER, UNKNOWN_ID } from './lib/orders.js';

/** Waits for a promise as a platform does, which does not call the methods of the promise. */
function settleNatively<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    Reflect.apply(Promise.prototype.then, promise, [resolve, reject]);
  });
}

/** The promises of methods. */
export const promises: readonly Behaviour[] = [
  {
    name: 'the promise of a call is fulfilled for code that does not call its methods',
    async run({ connect }) {
      const payment = await settleNatively(connect().requestPayment(ORDER));

      expectTrue(payment.id.startsWith('pay_'), `the payment is ${JSON.stringify(payment)}`);
    },
  },
  {
    name: 'the promise of a call is rejected for code that does not call its methods',
    async run({ connect }) {
      const error = await failureOf(settleNatively(connect().getPaymentDetails(UNKNOWN_ID)));

      expectMatch(error, { status: 404 });
    },
  },
  {
    name: 'streams wait for a call that pull and transform return',
    async run({ connect }) {
      const client = connect();
      const id = await authorize(client);
      const call = () => client.getPaymentDetails(id) as Promise<unknown> as Promise<void>;
      const source = new ReadableStream<string>({
        pull(controller) {
          controller.enqueue('chunk');
          return call();
        },
      });
      const transform = new TransformStream<string, string>({
        transform(chunk, controller) {
          controller.enqueue(`${chunk}!`);
          return call();
        },
      });

      const reader = source.pipeThrough(transform).getReader();

      expectMatch(await reader.read(), { done: false, value: 'chunk!' });
      expectMatch(await reader.read(), { done: false, value: 'chunk!' });
      await reader.cancel();
    },
  },
  {
    name: 'then, catch and finally return plain promises',
    async run({ connect }) {
      const call = connect().requestPayment(ORDER);

      for (const derived of [call.then(), call.catch(() => undefined), call.finally(() => {})]) {
        expectTrue(derived.constructor === Promise, 'the derived promise has another class');
        await derived;
      }
    },
  },
  {
    name: 'the stack of an error contains the function that made the call',
    async run({ connect }) {
      async function functionOfTheCaller() {
        await connect().getPaymentDetails(UNKNOWN_ID);
      }

      const error = await failureOf(functionOfTheCaller());

      const stack = String(error.stack);
      expectTrue(stack.includes('functionOfTheCaller'), `the stack is ${stack}`);
    },
  },
  {
    name: 'one of a call and its response can be left alone when both fail',
    async run({ connect }) {
      const call = connect().getPaymentDetails(UNKNOWN_ID);
      const other = connect().getPaymentDetails(UNKNOWN_ID);

      expectMatch(await failureOf(call.withResponse()), { status: 404 });
      expectMatch(await failureOf(other), { status: 404 });
    },
  },
  {
    name: 'the test runner and the printer of the platform see whether a call is settled',
    async run({ connect }) {
      const client = connect();
      const call = client.requestPayment(ORDER);
      const { Bun } = globalThis as { Bun?: { peek: { status(promise: unknown): string } } };
      expectMatch(Bun?.peek.status(call) ?? 'pending', 'pending');

      await charge(client);
      await call;

      expectMatch(Bun?.peek.status(call) ?? 'fulfilled', 'fulfilled');
    },
  },
];
