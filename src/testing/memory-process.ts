// A program that makes one call and reports what it took: its memory is its own, so that its peak says something.
// Arguments: the URL of the API, and the options of the client as JSON.
import { readFileSync } from 'node:fs';
import { createClient } from '../client.js';
import { isLddPayError } from '../errors.js';
import { CREDENTIALS, PAYMENT_ID } from './fixtures.js';

/** What a call took. */
export interface CallUsage {
  readonly kind: string;
  readonly attempts: number;
  readonly ms: number;
  /** How much the memory of the process grew at its peak, in MB. */
  readonly grownBy: number;
}

const [baseUrl = '', options = '{}'] = process.argv.slice(2);
const client = createClient({ ...CREDENTIALS, baseUrl, ...JSON.parse(options) });
// Loads everything that the first call loads, however long that takes on a busy machine.
await client.getToken({ deadline: 60_000 });
const before = process.memoryUsage().rss;
const startedAt = performance.now();
const error = await client.getPaymentDetails(PAYMENT_ID).then(
  () => undefined,
  (reason: unknown) => reason,
);
const ms = performance.now() - startedAt;
const usage: CallUsage = {
  kind: isLddPayError(error) ? error.kind : String(error),
  attempts: isLddPayError(error) ? error.attempts.length : 1,
  ms,
  grownBy: (peakMemory() - before) / 1e6,
};
process.stdout.write(JSON.stringify(usage));
process.exit();

/** Returns the peak in bytes. On Linux not by `maxRSS`, which begins with the memory of the parent process. */
function peakMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;
}
