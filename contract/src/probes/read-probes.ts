import type { Client } from 'lddpay';
import { UNKNOWN_ID } from '../conformance/payments.js';
import type { Clients } from '../connection/clients.js';
import type { SendProbe } from './probe.js';
import { readPages } from './read-pages.js';
import { readField, readPaymentIds, readPayments, readStatus } from './response-fields.js';
import type { SettingProblem } from './setting-problem.js';

/** These credentials may not be allowed to search, which is documented as 403. */
const SEARCHED = [202, 403];

/** A query that is invalid in any syntax. */
const INVALID_QUERY = "no-such-field is 'unfinished";

/** A period in which no payment was requested. */
const LONG_AGO = { from: '2000-01-01T00:00:00Z', to: '2000-01-02T00:00:00Z' };

/** Statuses that some payment of a merchant probably has. */
const COMMON_STATUSES = ['Captured', 'Authorized', 'Refunded', 'Voided'];

/**
 * Sends reads that the provider must reject: with a bad token or none, for a missing payment, with invalid input.
 *
 * @param unused A reference that no payment has.
 */
export async function probeRejections(
  sendProbe: SendProbe,
  { valid, badToken, noToken }: Clients,
  unused: string,
): Promise<void> {
  const query = `reference:'${unused}'`;
  const withBadToken = { what: 'with a token that was not issued', expected: [401] };
  const ofMissingPayment = { what: 'of a payment that does not exist', expected: [404] };
  const withLargePage = { what: 'with a page size above the limit', expected: [422] };
  await sendProbe({ operationId: 'getPaymentsList', ...withBadToken }, () =>
    badToken.getPaymentsList({ reference: unused }),
  );
  await sendProbe({ operationId: 'searchPayments', ...withBadToken }, () =>
    badToken.searchPayments({ query }),
  );
  await sendProbe({ operationId: 'getPaymentDetails', ...withBadToken }, () =>
    badToken.getPaymentDetails(UNKNOWN_ID),
  );
  await sendProbe({ operationId: 'getPaymentActions', ...withBadToken }, () =>
    badToken.getPaymentActions(UNKNOWN_ID),
  );
  await sendProbe({ operationId: 'getPaymentDetails', what: 'without a token', expected: [401] }, () =>
    noToken.getPaymentDetails(UNKNOWN_ID),
  );
  await sendProbe({ operationId: 'getPaymentDetails', ...ofMissingPayment }, () =>
    valid.getPaymentDetails(UNKNOWN_ID),
  );
  await sendProbe({ operationId: 'getPaymentActions', ...ofMissingPayment }, () =>
    valid.getPaymentActions(UNKNOWN_ID),
  );
  await sendProbe({ operationId: 'getPaymentsList', ...withLargePage }, () =>
    valid.getPaymentsList({ reference: unused, limit: 101 }),
  );
  await sendProbe({ operationId: 'searchPayments', ...withLargePage, expected: [422, 403] }, () =>
    valid.searchPayments({ query, limit: 1001 }),
  );
  await sendProbe(
    { operationId: 'searchPayments', what: 'with an invalid query', expected: [400, 422, 403] },
    () => valid.searchPayments({ query: INVALID_QUERY }),
  );
}

/**
 * Sends reads that find no payment.
 *
 * @param unused A reference that no payment has.
 */
export async function probeEmptyResults(sendProbe: SendProbe, client: Client, unused: string): Promise<void> {
  await sendProbe(
    { operationId: 'getPaymentsList', what: 'by a reference that no payment has', expected: [202] },
    () => client.getPaymentsList({ reference: unused }),
  );
  await sendProbe(
    { operationId: 'searchPayments', what: 'for a reference that no payment has', expected: SEARCHED },
    () => client.searchPayments({ query: `reference:'${unused}'` }),
  );
}

/** What the reads of a payment say apart from their responses. */
export interface PaymentReading {
  readonly notes: readonly string[];
  readonly settings: readonly SettingProblem[];
}

/**
 * Reads a payment with every operation that reads.
 *
 * @param given The id of the payment; undefined to search for one.
 * @param made The ids of the payments of this run, in case a search finds none.
 */
export async function probePayment(
  sendProbe: SendProbe,
  client: Client,
  given: string | undefined,
  made: readonly string[],
): Promise<PaymentReading> {
  const id = given ?? (await findPayment(sendProbe, client)) ?? made.at(-1);
  if (id === undefined) {
    return {
      notes: [
        'No payment was found, so details, actions and lists of payments were not checked. Set LDDPAY_LIVE_PAYMENT_ID to the id of one.',
      ],
      settings: [],
    };
  }
  const details = await sendProbe(
    { operationId: 'getPaymentDetails', what: 'of a payment', expected: [200] },
    () => client.getPaymentDetails(id),
  );
  if (given !== undefined && details && readStatus(details) === 404) {
    const text =
      'The provider knows no payment with the id in LDDPAY_LIVE_PAYMENT_ID (404), so details, actions and lists of payments were not checked. Set it to the id of a payment of this account.';
    return { notes: [], settings: [{ text, explains: [details] }] };
  }
  await sendProbe({ operationId: 'getPaymentActions', what: 'of a payment', expected: [200] }, () =>
    client.getPaymentActions(id),
  );
  await sendProbe({ operationId: 'searchPayments', what: 'for a payment', expected: SEARCHED }, () =>
    client.searchPayments({ query: `id:'${id}'` }),
  );
  await sendProbe(
    // How far back a period may lie is not documented, so it may be refused.
    {
      operationId: 'searchPayments',
      what: 'for a payment, in a period before it',
      expected: [202, 403, 422],
    },
    () => client.searchPayments({ query: `id:'${id}'`, ...LONG_AGO }),
  );
  // Only what two readings agree on can be compared with the actions in between.
  await sendProbe({ operationId: 'getPaymentDetails', what: 'of a payment, again', expected: [200] }, () =>
    client.getPaymentDetails(id),
  );
  const reference = readField(details, 'reference');
  const nothing = { notes: [], settings: [] };
  if (typeof reference !== 'string' || reference === '') return nothing;
  await sendProbe(
    { operationId: 'getPaymentsList', what: 'by the reference of a payment', expected: [202] },
    () => readPages(client.getPaymentsList({ reference, limit: 1 }), 2),
  );
  return nothing;
}

async function findPayment(sendProbe: SendProbe, client: Client): Promise<string | undefined> {
  for (const status of COMMON_STATUSES) {
    const found = await sendProbe(
      { operationId: 'searchPayments', what: `for payments with the status ${status}`, expected: SEARCHED },
      () => client.searchPayments({ query: `status:'${status}'`, limit: 1 }),
    );
    if (readStatus(found) === 403) return undefined;
    const [id] = readPaymentIds(readPayments(found));
    if (id === undefined) continue;
    await sendProbe(
      {
        operationId: 'searchPayments',
        what: `for two payments with the status ${status}`,
        expected: SEARCHED,
      },
      () => readPages(client.searchPayments({ query: `status:'${status}'`, limit: 1 }), 2),
    );
    return id;
  }
  return undefined;
}
