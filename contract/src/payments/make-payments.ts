import type { ProviderExchange } from '../connection/connection.js';
import { isSecret } from '../findings/redact.js';
import { DISTINCTIVE_LENGTH } from '../findings/secrets.js';
import { readField, readStatus } from '../probes/response-fields.js';
import type { SettingProblem } from '../probes/setting-problem.js';
import { describeHeldPayments, type HeldPayments, type Report } from '../report/report.js';
import { cleanUp } from './clean-up.js';
import { MAX_AMOUNT, runPaymentFlows } from './payment-flows.js';
import type { PaymentSession } from './session.js';

/** The findings about payments that do not follow from single observations. */
export interface PaymentFindings extends Pick<Report, 'notes' | 'held'> {
  readonly settings: readonly SettingProblem[];
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
  given: Omit<PaymentSession, 'paymentIds' | 'lost' | 'notes' | 'orders' | 'settings'>,
  progress: (line: string) => void,
  listSecrets: () => readonly string[],
): Promise<PaymentFindings> {
  const session: PaymentSession = {
    ...given,
    paymentIds: new Set(),
    lost: [],
    notes: [],
    orders: [],
    settings: [],
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
  return {
    notes: session.notes,
    settings: [...session.settings, ...findCardProblem(session.orders)],
    held,
    paymentIds: [...session.paymentIds],
  };
}

/**
 * Drops ids that contain a secret, because the provider chooses them. A short secret, such as a security code,
 * is in an id by chance.
 */
function withoutSecrets(held: HeldPayments | null, secrets: readonly string[]): HeldPayments | null {
  const distinctive = secrets.filter(({ length }) => length >= DISTINCTIVE_LENGTH);
  return held && { ...held, paymentIds: held.paymentIds.filter((id) => !isSecret(id, distinctive)) };
}

/** A card or a currency that the provider refuses: no request for a payment succeeded or was approved. */
function findCardProblem(orders: readonly ProviderExchange[]): SettingProblem[] {
  const rejected = orders.filter((order) => readStatus(order) === 422);
  const isDeclined = (order: ProviderExchange) => readField(order, 'approved') === false;
  const problem =
    'Check LDDPAY_LIVE_CARD_NUMBER, LDDPAY_LIVE_CARD_EXPIRY, LDDPAY_LIVE_CARD_CVV and LDDPAY_LIVE_CURRENCY.';
  if (orders.length > 0 && rejected.length === orders.length) {
    const text = `The provider rejected every payment request (422), so payments were not checked. ${problem}`;
    return [{ text, explains: rejected }];
  }
  if (orders.length > 0 && orders.every(isDeclined)) {
    return [
      { text: `Every payment was declined, so nothing else was done with one. ${problem}`, explains: [] },
    ];
  }
  return [];
}
