import { isSecret } from '../findings/redact.js';
import { describeHeldPayments, type HeldPayments, type Report } from '../report/report.js';
import { cleanUp } from './clean-up.js';
import { MAX_AMOUNT, runPaymentFlows } from './payment-flows.js';
import type { PaymentSession } from './session.js';

/** The findings about payments that do not follow from single observations. */
export interface PaymentFindings extends Pick<Report, 'notes' | 'held'> {
  /** The ids of the payments that were made. */
  readonly paymentIds: readonly string[];
}

/**
 * Makes payments, and releases them even when a step fails.
 *
 * @param progress Receives a line before the first payment, and another one when money may still be held.
 * @param listSecrets Returns the strings that must not be shown.
 */
export async function makePayments(
  given: Omit<PaymentSession, 'paymentIds' | 'lost' | 'notes'>,
  progress: (line: string) => void,
  listSecrets: () => readonly string[],
): Promise<PaymentFindings> {
  const session: PaymentSession = {
    ...given,
    paymentIds: new Set(),
    lost: [],
    notes: [],
  };
  progress(
    `LDDPAY_LIVE_WRITES=1: making payments of at most ${MAX_AMOUNT} minor units of ${given.currency} on the test card; they are released again.`,
  );
  let held: HeldPayments | null = null;
  try {
    await runPaymentFlows(session);
  } finally {
    held = withoutSecrets(await cleanUp(session), listSecrets());
    if (held) progress(describeHeldPayments(held));
  }
  return { notes: session.notes, held, paymentIds: [...session.paymentIds] };
}

/** Drops ids that contain a secret, because the provider chooses them. */
function withoutSecrets(held: HeldPayments | null, secrets: readonly string[]): HeldPayments | null {
  return held && { ...held, paymentIds: held.paymentIds.filter((id) => !isSecret(id, secrets)) };
}
