import { describe, expect, it } from 'vitest';
import { CHARGE, setUpJournal, transports } from '../testing/journal-setup.js';
import { testHealthyWrites } from './testing/healthy-writes.js';

// Those on undici are in `journal.undici.slow.test.ts`.
testHealthyWrites(transports.slice(0, 1));

describe.each(transports)('a journal on $name', ({ transport }) => {
  describe('a lost response', () => {
    it.each([
      { effect: 'drop-after', name: 'lost with the connection' },
      { effect: 'status-after', name: 'replaced by a gateway' },
      { effect: 'truncate-body', name: 'cut' },
      { effect: 'short-body', name: 'complete but short' },
    ] as const)('is found by looking: $name', async ({ effect }) => {
      const { journal, inject, effects } = await setUpJournal(transport);
      inject({ operationId: 'requestPayment', effect });

      const charge = await journal.requestPayment('ORD-17/charge', CHARGE);

      expect(charge).toMatchObject({
        state: 'done',
        approved: true,
        payment: { reference: 'ORD-17/charge' },
      });
      expect(effects()).toHaveLength(2);
    });
  });
});
