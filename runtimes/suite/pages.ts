import type { Client } from 'lddpay';
import type { Behaviour } from './behaviour.js';
import { expectMatch } from './expect.js';
import { charge, ORDER } from './orders.js';

const LIST = { reference: ORDER.reference, limit: 2 };
const SEARCH = { query: `reference:'${ORDER.reference}'`, limit: 2 };

/** Makes five payments, and gives their identifiers as pages show them: newest first. */
async function chargeFive(client: Client): Promise<string[]> {
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) ids.unshift(await charge(client));
  return ids;
}

/** Results that go on over pages. */
export const pages: readonly Behaviour[] = [
  {
    name: 'for await walks a list over all its pages',
    async run({ connect, sandbox }) {
      const client = connect();
      const ids = await chargeFive(client);
      const seen: string[] = [];

      for await (const { id } of client.getPaymentsList(LIST)) seen.push(id);

      expectMatch(seen, ids);
      expectMatch((await sandbox.requests('getPaymentsList')).length, 3);
    },
  },
  {
    name: 'for await walks a search along its links',
    async run({ connect, sandbox }) {
      const client = connect();
      const ids = await chargeFive(client);
      const seen: (string | undefined)[] = [];

      for await (const { id } of client.searchPayments(SEARCH)) seen.push(id);

      expectMatch(seen, ids);
      expectMatch((await sandbox.requests('searchPayments')).length, 3);
    },
  },
  {
    name: 'break fetches no further page',
    async run({ connect, sandbox }) {
      const client = connect();
      await chargeFive(client);

      for await (const _ of client.searchPayments(SEARCH)) break;

      expectMatch((await sandbox.requests('searchPayments')).length, 1);
    },
  },
  {
    name: 'pages come with their responses',
    async run({ connect }) {
      const client = connect();
      await chargeFive(client);
      const sizes: number[] = [];

      for await (const { items, response } of client.getPaymentsList(LIST).pages()) {
        expectMatch(response.status, 202);
        sizes.push(items.length);
      }

      expectMatch(sizes, [2, 2, 1]);
    },
  },
];
