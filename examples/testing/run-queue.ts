// Runs jobs on the queue and prints the result as JSON: `npx tsx examples/testing/run-queue.ts 2000`.
import { runQueue } from './queue-run.js';

const result = await runQueue(Number(process.argv[2] ?? 2000));
console.log(JSON.stringify(result, undefined, 2));
process.exitCode = result.unclaimed.length + result.wrong.length > 0 ? 1 : 0;
