import { createClient } from 'lddpay';
import { createJournal } from 'lddpay/journal';
import { createSandbox } from 'lddpay-sandbox';
import { expect, it } from 'vitest';
import type { StoreServer } from './store-servers.js';

const CARD = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030, cvv: '100' };
const CHARGE = { amount: 1000, currency: 'USD', source: CARD, capture: false };
const CAPTURE = { amount: 400, capture_type: 'NonFinal' } as const;
const REFUND = { refund_amount: 300, refund_currency: 'USD', pnm_payment_identifier: '3141592653' };

/** Tests a short payment lifecycle whose store dies while the API captures, on a real store. */
export function testJournalLife(getServer: () => StoreServer): void {
  it.each([
    ['arrives', undefined],
    ['is lost too', 'drop-after'],
  ] as const)(
    'keeps a journal when it dies in the middle of a request whose response %s',
    async (_, fault) => {
      const server = getServer();
      const sandbox = createSandbox();
      /** Starts a process: its own connection to the store, client and journal. */
      const start = async (fetch: typeof sandbox.fetch) => {
        const { store, close } = await server.connect();
        const options = { baseUrl: 'http://sandbox.test', ...sandbox.credentials, maxRetries: 0 };
        const journal = createJournal(createClient({ ...options, fetch }), {
          store,
          prefix: `life:${fault}`,
        });
        return { journal, close };
      };

      const first = await start(async (input, init) => {
        if (String(input).endsWith('/captures')) await server.kill();
        return sandbox.fetch(input, init);
      });
      const charge = await first.journal.requestPayment('ORD-1/charge', CHARGE);
      const { id = '' } = charge.state === 'done' ? charge : {};
      if (fault) sandbox.faults.inject({ operationId: 'capturePayment', effect: fault });
      const capture = await first.journal.capturePayment('ORD-1/capture-1', id, CAPTURE);
      const refund = await first.journal.refundPayment('ORD-1/refund-1', id, REFUND);
      expect([charge.state, capture.state, refund.state]).toEqual(['done', fault ? 'open' : 'done', 'open']);
      await first.close();
      await server.restart();

      const { journal, close } = await start(sandbox.fetch);
      const resumed = [];
      for await (const { name, settlement } of journal.resume()) resumed.push([name, settlement.state]);
      expect(resumed).toEqual([['ORD-1/capture-1', 'done']]);
      expect(await journal.requestPayment('ORD-1/charge', CHARGE)).toMatchObject({ state: 'done', id });
      expect(await journal.capturePayment('ORD-1/capture-1', id, CAPTURE)).toMatchObject({ state: 'done' });
      expect(await journal.refundPayment('ORD-1/refund-1', id, REFUND)).toMatchObject({ state: 'done' });
      await close();

      expect(sandbox.ledger().map(({ type, amount }) => `${type} ${amount}`)).toEqual([
        'Authorization 1000',
        'Capture 400',
        'Refund 300',
      ]);
    },
  );
}
