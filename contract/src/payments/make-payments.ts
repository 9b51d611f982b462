import type { ProviderExchange } from '../connection/connection.js';
import { isSecret } from '../findings/redact.js';
import { DISTINCTIVE_LENGTH } from '../findings/secrets.js';
import { isRejected, readField, readStatus } from '../probes/response-fields.js';
import type { SettingProblem } from '../probes/setting-problem.js';
import { describeHeldPayments, type HeldPayments, type Report } from '../report/report.js';
import { cleanUp } from './clean-up.js';
import { MAX_AMOUNT, runPaymentFlows } from './payment-flows.js';
import { isRefunded, isReleased, isUndecided, type PaymentSession, runReference } from './session.js';

/** The findings about payments that do not follow from single observations. */
export interface PaymentFindings extends Pick<Report, 'notes' | 'held'> {
  readonly unchecked: readonly string[];
  readonly settings: readonly SettingProblem[];
  /** The ids of the payments that were made. */
  readonly paymentIds: readonly string[];
}

/** The time for the release of payments when the run is interrupted, in ms. */
const RELEASE_TIME = 60_000;

/** The path of an action that changes what a payment holds. */
const ACTION = /\/(pay_\w+)\/(captures|refunds|reversals|voids)$/;

/**
 * Makes payments, and releases them even when a step fails or the run is interrupted.
 *
 * @param progress Receives a line before the first payment, and another one when money may still be held.
 * @param listSecrets Returns the strings that must not be shown.
 * @param onInterruption Registers what is done before a signal ends the run, and returns what removes it again.
 */
export async function makePayments(
  given: Omit<
    PaymentSession,
    'paymentIds' | 'acted' | 'returns' | 'lost' | 'notes' | 'unchecked' | 'orders' | 'settings'
  >,
  progress: (line: string) => void,
  listSecrets: () => readonly string[],
  onInterruption: (release: () => Promise<void>) => () => void,
): Promise<PaymentFindings> {
  const session: PaymentSession = {
    ...given,
    paymentIds: new Set(),
    acted: new Set(),
    returns: new Map(),
    lost: [],
    notes: [],
    unchecked: [],
    orders: [],
    settings: [],
  };
  const reference = runReference(session);
  progress(
    `LDDPAY_LIVE_WRITES=1: making payments of at most ${MAX_AMOUNT} minor units of ${given.currency} on the test card, with the reference ${reference}; each is voided or refunded at the end.`,
  );
  const report = (found: HeldPayments | null): HeldPayments | null => {
    const held = withoutSecrets(found, listSecrets());
    if (held) progress(describeHeldPayments(held));
    return held;
  };
  const stop = new AbortController();
  const running = runAndRelease(session, stop.signal, report);
  const unregister = onInterruption(async () => {
    progress(
      `Releasing the payments with the reference ${reference}, for at most ${RELEASE_TIME / 1000} s …`,
    );
    stop.abort();
    const released = running.then(
      (held) => held ?? progress('All are voided or refunded.'),
      () => undefined,
    );
    const late = given.wait(RELEASE_TIME).then(() => 'late');
    if ((await Promise.race([released, late])) === 'late')
      report({ reference, paymentIds: [...session.paymentIds] });
  });
  let held: HeldPayments | null;
  try {
    held = await running;
  } finally {
    unregister();
  }
  const cardProblem = findCardProblem(session.orders);
  return {
    notes: session.notes,
    unchecked: session.unchecked,
    settings: cardProblem ? [...session.settings, cardProblem] : session.settings,
    held,
    paymentIds: [...session.paymentIds],
  };
}

/**
 * Runs the flows, and then releases what they made.
 *
 * @param stop Ends the flows: from then on they send nothing and wait for nothing.
 * @param report Receives the payments that may still hold money, and returns those that may be shown.
 */
async function runAndRelease(
  session: PaymentSession,
  stop: AbortSignal,
  report: (held: HeldPayments | null) => HeldPayments | null,
): Promise<HeldPayments | null> {
  const stopped = new Promise<void>((resolve) => {
    stop.addEventListener('abort', () => resolve());
  });
  let held: HeldPayments | null = null;
  try {
    await runPaymentFlows({
      ...session,
      wait: (ms) => Promise.race([session.wait(ms), stopped]),
      async sendProbe(probe, call) {
        if (stop.aborted) return undefined;
        const exchange = await session.sendProbe(probe, call);
        const [, id, action] = ACTION.exec(exchange?.path ?? '') ?? [];
        if (id === undefined) return exchange;
        session.acted.add(id);
        const effect = action === 'refunds' ? isRefunded : action === 'reversals' ? isReleased : undefined;
        if (effect && !isRejected(exchange)) session.returns.set(id, effect);
        return exchange;
      },
    });
  } finally {
    held = report(await cleanUp(session));
  }
  return held;
}

/**
 * Drops ids that contain a secret, because the provider chooses them. A short secret, such as a security code,
 * is in an id by chance.
 */
function withoutSecrets(held: HeldPayments | null, secrets: readonly string[]): HeldPayments | null {
  const distinctive = secrets.filter(({ length }) => length >= DISTINCTIVE_LENGTH);
  return held && { ...held, paymentIds: held.paymentIds.filter((id) => !isSecret(id, distinctive)) };
}

/** A card or a currency that the provider refuses, or decides about later: no payment could be used. */
function findCardProblem(orders: readonly ProviderExchange[]): SettingProblem | undefined {
  if (orders.length === 0) return undefined;
  // `approved` can be false while a payment waits, too.
  const isWaiting = (order: ProviderExchange) =>
    isUndecided(order) && (readStatus(order) === 202 || readField(order, 'approved') === false);
  const isDeclined = (order: ProviderExchange) => readField(order, 'approved') === false && !isWaiting(order);
  const remedy =
    'Check LDDPAY_LIVE_CARD_NUMBER, LDDPAY_LIVE_CARD_EXPIRY, LDDPAY_LIVE_CARD_CVV and LDDPAY_LIVE_CURRENCY.';
  if (orders.every((order) => readStatus(order) === 422)) {
    const text = `The provider rejected every payment request (422), so payments were not checked. ${remedy}`;
    return { text, explains: orders };
  }
  if (orders.every(isDeclined)) {
    const text = `Every payment was declined, so nothing else was done with one. ${remedy}`;
    return { text, explains: [] };
  }
  if (orders.every(isWaiting)) {
    const text =
      'Every payment was still pending, so nothing else was done with one. Set LDDPAY_LIVE_CARD_NUMBER to a card that the provider decides about at once, without 3-D Secure.';
    return { text, explains: [] };
  }
  return undefined;
}
