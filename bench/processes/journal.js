import { undiciTransport } from 'lddpay/undici';
import { createStorage } from 'unstorage';
import { createWrites } from '../contenders/lddpay-journal.js';
import { countCosts } from './count-costs.js';
import { make, time } from './make-calls.js';
import { serveTasks } from './serve-tasks.js';

// Makes writes, by the client alone or through a journal, on request of the parent process and reports their costs.

const [way, url] = process.argv.slice(2);
const fetch = undiciTransport();
const writes = createWrites(way, url, fetch, createStorage());

const TASKS = {
  make: (operation, calls, inFlight) => make(writes[operation], calls, inFlight),
  time: (operation, calls, inFlight) => time(writes[operation], calls, inFlight),
  count: (operation, calls) => countCosts(way, url, fetch, operation, calls),
};

serveTasks(({ task, operation, calls, inFlight }) => TASKS[task](operation, calls, inFlight));
