import { createClient, isPayment } from 'lddpay';
import {
  authorized,
  captured,
  retryScheduled,
  type State,
} from '../../../../contract/src/conformance/payments.js';
import type { PaymentLine, PaymentState } from '../messages.js';
import type { WatchedSandbox } from './recorder.js';
import { SANDBOX_URL } from './sandbox-url.js';

const STATES: Readonly<Record<PaymentState, State>> = { authorized, captured, retryScheduled };

/** Makes a payment in a state, unrecorded, and returns its id. */
export function makePayment(watched: WatchedSandbox, state: PaymentState): Promise<string> {
  return STATES[state](createUnrecordedClient(watched));
}

/** Reads the last payments of a sandbox, unrecorded. It removes the faults that are pending. */
export async function readPayments(watched: WatchedSandbox, limit: number): Promise<PaymentLine[]> {
  const { sandbox, paymentIds } = watched;
  sandbox.faults.clear();
  const client = createUnrecordedClient(watched);
  const ids = new Set([...paymentIds, ...sandbox.ledger().map(({ paymentId }) => paymentId)]);
  const results = await Promise.allSettled(
    [...ids].slice(-limit).map(async (id) => {
      const details = await client.getPaymentDetails(id);
      const { status, amount, currency } = details;
      return { id, status, amount, currency, balances: isPayment(details) ? { ...details.balances } : {} };
    }),
  );
  // A payment that was removed by a reset is not found.
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

function createUnrecordedClient({ sandbox, fetch }: WatchedSandbox) {
  return createClient({ baseUrl: SANDBOX_URL, ...sandbox.credentials, fetch, dangerouslyAllowBrowser: true });
}
