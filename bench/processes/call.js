import { PAYMENT_ID } from '../contenders/payment.js';
import { allocated, make, time } from './measure.js';

// Measures one client in a process of its own, and tells the parent.

const { contender, url, inFlight, warmUp, calls, sampled } = JSON.parse(process.argv[2]);
const { connect } = await import(`../contenders/${contender}.js`);
const operations = Object.entries(connect(url));

for (const [operation, call] of operations) {
  // A client that ignores what it is answered would be fast for nothing.
  const { id } = await call();
  if (id !== PAYMENT_ID) throw new Error(`${contender} reads ${id} from the answer to ${operation}.`);
  await make(call, warmUp, inFlight);
}
const results = [];
for (const [operation, call] of operations) {
  const { wall, cpu } = await time(call, calls, inFlight);
  results.push({ operation, wall, cpu, bytes: await allocated(call, sampled, inFlight) });
}
process.send(results, () => process.exit());
