import { createJournal, type JournalStore } from 'lddpay/journal';
import type { Behaviour } from './lib/behaviour.js';
import { expectMatch } from './lib/expect.js';
import { authorize, CHARGED_ONCE, ORDER } from './lib/orders.js';

/** Creates a store in memory, and the list of the keys that were written. */
function createStore(): { store: Required<JournalStore>; written: string[] } {
  const entries = new Map<string, string>();
  const written: string[] = [];
  const store = {
    getItem: (key: string) => entries.get(key),
    setItem: (key: string, value: string) => {
      written.push(key);
      entries.set(key, value);
    },
    removeItem: (key: string) => entries.delete(key),
    getKeys: () => [...entries.keys()],
  };
  return { store, written };
}

/** The journal: what depends on the fetch, the cryptography and the timers of the runtime. */
export const journal: readonly Behaviour[] = [
  {
    name: 'journal: a payment is done with four writes to the store, and never made again',
    async run({ connect, sandbox }) {
      const { store, written } = createStore();

      const first = await createJournal(connect(), { store }).requestPayment('ORD-17', ORDER);
      const again = await createJournal(connect(), { store }).requestPayment('ORD-17', ORDER);

      expectMatch(first, { state: 'done', approved: true, data: { amount: 1000 } });
      expectMatch(again, { state: 'done', approved: true, id: first.state === 'done' && first.id });
      expectMatch(written.length, 4, 'the number of writes');
      expectMatch((await sandbox.requests('requestPayment')).length, 1, 'the number of requests');
      expectMatch(await sandbox.effects(), CHARGED_ONCE);
    },
  },
  {
    name: 'journal: a payment whose response was lost is found',
    async run({ connect, sandbox }) {
      await sandbox.inject({ operationId: 'requestPayment', effect: 'truncate-body' });
      const { store } = createStore();
      // The reference is then the name, which no other intent has.
      const { reference: _, ...order } = ORDER;

      const settlement = await createJournal(connect({ maxRetries: 0 }), { store }).requestPayment(
        'ORD-17',
        order,
      );

      expectMatch(settlement, { state: 'done', approved: true, payment: { reference: 'ORD-17' } });
      expectMatch(await sandbox.effects(), CHARGED_ONCE);
    },
  },
  {
    name: 'journal: a capture that is open is done after a restart, with the same key',
    async run({ connect, sandbox }) {
      const id = await authorize(connect());
      await sandbox.inject({ operationId: 'capturePayment', effect: 'status', status: 503 });
      const { store } = createStore();

      const open = await createJournal(connect({ maxRetries: 0 }), { store }).capturePayment('ORD-17', id);
      const resumed = [];
      for await (const one of createJournal(connect(), { store }).resume()) resumed.push(one);

      expectMatch(open, { state: 'open', error: { status: 503 } });
      expectMatch(resumed, [{ name: 'ORD-17', settlement: { state: 'done' } }]);
      const keys = (await sandbox.requests('capturePayment')).map(({ idempotencyKey }) => idempotencyKey);
      expectMatch(typeof keys[0], 'string');
      expectMatch(keys, [keys[0], keys[0]], 'the keys');
      expectMatch(await sandbox.effects(), CHARGED_ONCE);
    },
  },
  {
    name: 'journal: a payment is open when the store fails, and nothing is sent',
    async run({ connect, sandbox }) {
      const { store } = createStore();
      const setItem = () => Promise.reject(new Error('the disk is full'));

      const settlement = await createJournal(connect(), { store: { ...store, setItem } }).requestPayment(
        'ORD-17',
        ORDER,
      );

      expectMatch(settlement, { state: 'open', error: { kind: 'network', outcome: 'not_sent' } });
      expectMatch(await sandbox.requests('requestPayment'), []);
    },
  },
];
