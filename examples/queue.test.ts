import { describe, expect, it } from 'vitest';
import { redisInstalled } from '../src/testing/redis.js';
import { runQueue } from './testing/queue-run.js';

const MISSING = 'skipped without redis-server: apt-get install redis-server';
// So that skipped tests are noticed.
if (!redisInstalled) process.stderr.write(`The queue: ${MISSING}\n`);

describe.skipIf(!redisInstalled)(`the queue${redisInstalled ? '' : ` (${MISSING})`}`, () => {
  it('carries out each job once while workers, Redis and connections die', { timeout: 120_000 }, async () => {
    const run = await runQueue(200);

    expect(run).toMatchObject({ done: 180, refused: 20, unclaimed: [], wrong: [] });
    expect(run.repeated).toBeGreaterThan(0);
  });
});
