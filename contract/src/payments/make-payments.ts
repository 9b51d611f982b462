import type { Deviation } from '../findings/deviations.js';
import { isSecret } from '../findings/redact.js';
import { describeHeldPayments, type HeldPayments, type Report } from '../report/report.js';
import { cleanUp } from './clean-up.js';
import { MAX_AMOUNT, runPaymentFlows } from './payment-flows.js';
import type { PaymentSession, Replay } from './session.js';

/** The findings about payments that do not follow from single observations. */
export type PaymentFindings = Pick<Report, 'notes' | 'held' | 'deviations'>;

/**
 * Makes payments, and releases them even when a step fails.
 *
 * @param progress Receives a line before the first payment, and another one when money may still be held.
 * @param listSecrets Returns the strings that must not be shown.
 */
export async function makePayments(
  given: Omit<PaymentSession, 'paymentIds' | 'lost' | 'replays' | 'notes'>,
  progress: (line: string) => void,
  listSecrets: () => readonly string[],
): Promise<PaymentFindings> {
  const session: PaymentSession = {
    ...given,
    paymentIds: new Set(),
    lost: [],
    replays: [],
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
  const { notes, replays } = session;
  return { notes, held, deviations: replays.filter(({ same }) => !same).map(toDeviation) };
}

/** Drops ids that contain a secret, because the provider chooses them. */
function withoutSecrets(held: HeldPayments | null, secrets: readonly string[]): HeldPayments | null {
  return held && { ...held, paymentIds: held.paymentIds.filter((id) => !isSecret(id, secrets)) };
}

function toDeviation({ operationId, field }: Replay): Deviation {
  return {
    operationId,
    status: null,
    place: `body.${field}`,
    problem: 'differs when the request is repeated with its idempotency key',
    judges: [],
    probes: ['repeated with its key'],
  };
}
