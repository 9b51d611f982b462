import { PAYMENT_ID } from '../contenders/payment.js';
import { allocated, heap, make, time } from './measure.js';

// One client in a process of its own, which makes calls whenever the parent says so and tells what they took.

const [contender, url] = process.argv.slice(2);
const { connect } = await import(`../contenders/${contender}.js`);
const operations = connect(url);

for (const [operation, call] of Object.entries(operations)) {
  // A client that ignores what it is answered would be fast for nothing.
  const { id } = await call();
  if (id !== PAYMENT_ID) throw new Error(`${contender} reads ${id} from the answer to ${operation}.`);
}

const TASKS = { make, time, allocated, heap };

process.on('message', async ({ task, operation, calls, inFlight }) => {
  process.send((await TASKS[task](operations[operation], calls, inFlight)) ?? null);
});
process.on('disconnect', () => process.exit());
process.send('ready');
