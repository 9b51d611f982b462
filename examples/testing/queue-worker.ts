// A worker of examples/queue.ts that is soon known to be dead: see queue-run.ts.
import { Redis } from 'ioredis';
import { createClient, optionsFromEnv } from 'lddpay';
import { createJournal } from 'lddpay/journal';
import { startWorker } from '../queue.js';
import { createRedisStore } from '../redis-store.js';

const url = process.env['REDIS_URL'] ?? '';
const redis = new Redis(url, {
  maxRetriesPerRequest: 1,
  commandTimeout: 1500,
  retryStrategy: () => 200,
  autoResendUnfulfilledCommands: false,
  enableOfflineQueue: false,
});
// Without listeners, both print each failure to connect.
redis.on('error', () => {});
// A refusal that may follow a lost request is known once deadline and quiet time are over.
const lddpay = createClient({ ...optionsFromEnv(process.env), deadline: 3000 });
const journal = createJournal(lddpay, { store: createRedisStore(redis), quiet: 1000 });
startWorker('payments', journal, {
  connection: { url },
  concurrency: 5,
  lockDuration: 2000,
  stalledInterval: 500,
}).on('error', () => {});
// So that an interrupted test run leaves no worker behind.
process.once('disconnect', () => process.exit());
