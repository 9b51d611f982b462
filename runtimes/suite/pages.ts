import type { Client } from 'lddpay';
import type { Behaviour } from './lib/behaviour.js';
import { expectMatch } from './lib/expect.js';
import { charge, ORDER } from './lib/orders.js';

const LIST = { reference: ORDER.reference, limit: 2 };
const SEARCH = { query: `reference:'${ORDER.reference}'`, limit: 2 };

/** Requests five payments and returns their identifiers in the order of pages: newest first. */
async function chargeFive(client: Client): Promise<string[]> {
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) ids.unshift(await charge(client));
  return ids;
}

/** Pagination of lists and searches. */
export const pages: readonly Behaviour[] = [
  {
    name: 'for await iterates over all pages of a list',
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
    name: 'for await follows the links of a search',
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
    name: 'break ends the iteration without fetching another page',
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
