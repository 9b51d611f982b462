// The program of a worker, see workers.ts.
import { createClient } from '../client.js';
import { isLddPayError } from '../errors.js';
import { CREDENTIALS, PAYMENT_ID } from './fixtures.js';
import { connectRedisStore } from './redis-store.js';
import type { WorkerResult, WorkerTask } from './workers.js';

/** Makes the calls of a task at the same instant, with a new client and a new connection. */
async function runTask({ baseUrl, redisUrl, kind, calls }: WorkerTask): Promise<WorkerResult> {
  const problems: string[] = [];
  const { store, close } = connectRedisStore(redisUrl, kind);
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

process.on('message', async (task: WorkerTask) => {
  process.send?.(await runTask(task));
});
process.send?.('ready');
