import type { Client } from 'lddpay';
import { CARD } from '../conformance/payments.js';
import type { PaymentSession } from '../payments/session.js';

/** What all sessions of a test have, with one client for each purpose. */
export function createSessionOf(client: Client) {
  return {
    card: { ...CARD, type: 'card' },
    currency: 'USD',
    facilitatorId: undefined,
    client,
    unawareClient: client,
    badSignatureClient: client,
    run: '1',
  } satisfies Partial<PaymentSession>;
}
