import { describe, expect, it } from 'vitest';
import { assembleClient } from '../../../src/client.js';
import type { Platform } from '../../../src/lib/platform.js';
import { eager } from '../../../src/testing/platform.js';
import { createSandbox, type FaultEffect } from '../index.js';
import { PAYMENT } from './fault-counting.js';
import type { TRANSPORTS } from './transports.js';

/** Retries at once: back-offs are shorter than 20 s, and time limits of attempts are not. */
const withoutBackOff: Platform = {
  ...eager,
  setTimeout: (callback, ms) => setTimeout(callback, ms < 20_000 ? 0 : ms),
};

/** Tests a client that lives longer than the state of a sandbox with faults, over some transports. */
export function testResets(transports: typeof TRANSPORTS): void {
  describe.each(transports)('a client that is created once, %s,', (_, open) => {
    it.each<FaultEffect>([
      'drop-before',
      'drop-after',
      'status',
      'status-after',
      'late',
      'truncate-body',
      'in-flight',
    ])('sees the same after each reset with %s, up to the identifiers', async (effect) => {
      const sandbox = createSandbox({ seed: 1 });
      const { origin: baseUrl, fetch } = await open(sandbox);
      const client = assembleClient({ ...sandbox.credentials, baseUrl, fetch }, withoutBackOff);
      const runTest = async () => {
        sandbox.reset();
        sandbox.faults.inject({ operationId: 'requestPayment', effect });
        const response = await client.requestPayment(PAYMENT, { idempotencyKey: 'key-1' }).withResponse();
        const { data, attempts, requestId } = response;
        const statuses = attempts.map(({ status, errorCode }) => status ?? errorCode);
        return { data: { ...data, _links: undefined }, statuses, requestId, ledger: sandbox.ledger() };
      };

      const first = await runTest();

      expect(first.statuses).toHaveLength(2);
      expect(await runTest()).toEqual(first);
      sandbox.tokens.revokeAll();
      expect((await runTest()).ledger).toEqual(first.ledger);
      expect(await runTest()).toEqual(first);
    });
  });
}
