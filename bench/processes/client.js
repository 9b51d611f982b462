import { PAYMENT_ID } from '../contenders/payment.js';
import { countAllocated, make, measureHeap, time } from './make-calls.js';
import { serveTasks } from './serve-tasks.js';

// Runs one client, which makes calls on request of the parent process and reports their costs.

const [contender, url] = process.argv.slice(2);
const { connect } = await import(`../contenders/${contender}.js`);
const operations = connect(url);

for (const [operation, call] of Object.entries(operations)) {
  // A client that ignores the response would have an unfair advantage.
  const { id } = await call();
  if (id !== PAYMENT_ID) throw new Error(`${contender} reads ${id} from the response to ${operation}.`);
}

const TASKS = { make, time, countAllocated, measureHeap };

serveTasks(({ task, operation, calls, inFlight }) => TASKS[task](operations[operation], calls, inFlight));
