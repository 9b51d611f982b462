import { UNKNOWN_ID } from '../conformance/payments.js';
import type { Clients } from '../connection/clients.js';
import type { SendProbe } from './probe.js';

/** Sends writes with a bad token. They name a payment that does not exist, so they have no effect if it is accepted. */
export async function probeRejectedWrites(sendProbe: SendProbe, { badToken }: Clients): Promise<void> {
  const withBadToken = { what: 'with a token that was not issued', expected: [401] };
  await sendProbe({ operationId: 'incrementAuthorization', ...withBadToken }, () =>
    badToken.incrementAuthorization(UNKNOWN_ID, { amount: 1 }),
  );
  await sendProbe({ operationId: 'capturePayment', ...withBadToken }, () =>
    badToken.capturePayment(UNKNOWN_ID, { amount: 1 }),
  );
  await sendProbe({ operationId: 'voidPayment', ...withBadToken }, () => badToken.voidPayment(UNKNOWN_ID));
}
