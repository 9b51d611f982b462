import { createClient } from 'lddpay';
import { createJournal } from 'lddpay/journal';
import { CREDENTIALS } from './lddpay.js';
import { PAYMENT, PAYMENT_ID } from './payment.js';

const SIGNING = { siteIdentifier: 'S0000000001', secret: 'bench-signing-secret' };
const REFUND = { refund_amount: 1, refund_currency: 'USD', pnm_payment_identifier: '3141592653' };

/**
 * The writes that are measured, by the client alone or through a journal.
 *
 * @param {'plain' | 'journal' | 'exclusive'} way
 * @param {string} url The URL of the server of the benchmark.
 * @param {import('lddpay').Fetch} fetch
 * @param {import('lddpay/journal').JournalStore} store Not used by the client alone.
 */
export function createWrites(way, url, fetch, store) {
  const client = createClient({ baseUrl: `${url}/numbered`, ...CREDENTIALS, signing: SIGNING, fetch });
  if (way === 'plain') {
    return {
      requestPayment: () => client.requestPayment(PAYMENT),
      refundPayment: () => client.refundPayment(PAYMENT_ID, REFUND),
    };
  }
  const journal = createJournal(client, { store, exclusive: way === 'exclusive' });
  let names = 0;
  const settle = async (settling) => {
    const { state, error } = await settling;
    if (state !== 'done') throw new Error(`A healthy write is ${state}.`, { cause: error });
  };
  return {
    requestPayment: () => settle(journal.requestPayment(`charge-${names++}`, PAYMENT)),
    refundPayment: () => settle(journal.refundPayment(`refund-${names++}`, PAYMENT_ID, REFUND)),
  };
}
