import type { Client } from 'lddpay';
import { UNKNOWN_ID } from '../conformance/payments.js';
import { type Ask, statusOf } from './asking.js';
import { fieldOf, idsOf, itemsOf } from './bodies.js';
import type { Clients } from './clients.js';

/** A search may be forbidden to these credentials, which is documented. */
const SEARCHED = [202, 403];

/** Whatever a search takes, not this. */
const NO_QUERY = "no-such-field is 'unfinished";

/** States that some payment of a merchant is in. */
const COMMON_STATUSES = ['Captured', 'Authorized', 'Refunded', 'Voided'];

/** Asks what a stranger may not know, for what is not there, and what cannot be asked. */
export async function probeRefusals(ask: Ask, { member, stranger }: Clients, nothing: string): Promise<void> {
  const query = `reference:'${nothing}'`;
  const unissued = { what: 'with a token that nobody issued', expected: [401] };
  const unknown = { what: 'of a payment that is not there', expected: [404] };
  const tooLarge = { what: 'with a page that is too large', expected: [422] };
  await ask({ operationId: 'getPaymentsList', ...unissued }, () =>
    stranger.getPaymentsList({ reference: nothing }),
  );
  await ask({ operationId: 'searchPayments', ...unissued }, () => stranger.searchPayments({ query }));
  await ask({ operationId: 'getPaymentDetails', ...unissued }, () => stranger.getPaymentDetails(UNKNOWN_ID));
  await ask({ operationId: 'getPaymentActions', ...unissued }, () => stranger.getPaymentActions(UNKNOWN_ID));
  await ask({ operationId: 'getPaymentDetails', ...unknown }, () => member.getPaymentDetails(UNKNOWN_ID));
  await ask({ operationId: 'getPaymentActions', ...unknown }, () => member.getPaymentActions(UNKNOWN_ID));
  await ask({ operationId: 'getPaymentsList', ...tooLarge }, () =>
    member.getPaymentsList({ reference: nothing, limit: 101 }),
  );
  await ask({ operationId: 'searchPayments', ...tooLarge, expected: [422, 403] }, () =>
    member.searchPayments({ query, limit: 1001 }),
  );
  await ask(
    { operationId: 'searchPayments', what: 'with a query that is none', expected: [400, 422, 403] },
    () => member.searchPayments({ query: NO_QUERY }),
  );
}

/** Asks for payments that nobody has made. */
export async function probeNothing(ask: Ask, client: Client, nothing: string): Promise<void> {
  await ask(
    { operationId: 'getPaymentsList', what: 'by a reference that nothing has', expected: [202] },
    () => client.getPaymentsList({ reference: nothing }),
  );
  await ask(
    { operationId: 'searchPayments', what: 'for a reference that nothing has', expected: SEARCHED },
    () => client.searchPayments({ query: `reference:'${nothing}'` }),
  );
}

/**
 * Reads a payment in every way there is.
 *
 * @param given Its identifier; undefined to search for one.
 * @returns What the reader of a report should know.
 */
export async function probePayment(ask: Ask, client: Client, given: string | undefined): Promise<string[]> {
  const id = given ?? (await findPayment(ask, client));
  if (id === undefined) {
    return [
      'No payment was found, so nothing is known of details, actions and lists of payments. LDDPAY_LIVE_PAYMENT_ID can name one.',
    ];
  }
  const details = await ask({ operationId: 'getPaymentDetails', what: 'of a payment', expected: [200] }, () =>
    client.getPaymentDetails(id),
  );
  await ask({ operationId: 'getPaymentActions', what: 'of a payment', expected: [200] }, () =>
    client.getPaymentActions(id),
  );
  await ask({ operationId: 'searchPayments', what: 'for a payment', expected: SEARCHED }, () =>
    client.searchPayments({ query: `id:'${id}'` }),
  );
  const reference = fieldOf(details, 'reference');
  if (typeof reference !== 'string' || reference === '') return [];
  await ask({ operationId: 'getPaymentsList', what: 'by the reference of a payment', expected: [202] }, () =>
    client.getPaymentsList({ reference, limit: 1 }),
  );
  return [];
}

async function findPayment(ask: Ask, client: Client): Promise<string | undefined> {
  for (const status of COMMON_STATUSES) {
    const found = await ask(
      { operationId: 'searchPayments', what: `for payments that are ${status}`, expected: SEARCHED },
      () => client.searchPayments({ query: `status:'${status}'`, limit: 1 }),
    );
    if (statusOf(found) === 403) return undefined;
    const [id] = idsOf(itemsOf(found));
    if (id !== undefined) return id;
  }
  return undefined;
}
