// A process of an application that shares its tokens: carries out the orders of the test, see sharing.ts.
import { createClient } from '../client.js';
import { isLddPayError } from '../errors.js';
import { CREDENTIALS, PAYMENT_ID } from './client.js';
import { redisStore } from './redis-store.js';
import type { Order, Report } from './sharing.js';

/** Makes the calls of an order at the same instant, with a client and a connection that are new. */
async function carryOut({ baseUrl, redisUrl, kind, calls }: Order): Promise<Report> {
  const problems: string[] = [];
  const { store, close } = redisStore(redisUrl, kind);
  const client = createClient({
    ...CREDENTIALS,
    baseUrl,
    store,
    onEvent: ({ problem }) => problem && problems.push(problem),
  });
  const results = await Promise.allSettled(
    Array.from({ length: calls }, () => client.getPaymentDetails(PAYMENT_ID)),
  );
  await close();
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  return {
    succeeded: calls - failures.length,
    failures: failures.map((error) =>
      isLddPayError(error) ? `${error.kind}: ${error.message}` : String(error),
    ),
    problems,
  };
}

process.on('message', async (order: Order) => {
  process.send?.(await carryOut(order));
});
process.send?.('ready');
