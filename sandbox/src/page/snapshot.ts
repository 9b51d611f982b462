import { renderBalances } from '../payments/balances.js';
import { isChallenged } from '../payments/challenge.js';
import type { LedgerEntry } from '../payments/ledger.js';
import { available, type Payment } from '../payments/payment.js';
import type { UpcomingEvent } from '../payments/scheduler.js';
import type { PendingFault } from '../state/pending-faults.js';
import type { RequestEntry } from '../state/request-log.js';
import type { SandboxContext } from '../state/state.js';

/** How many entries of each list a snapshot has. */
export const SNAPSHOT_LIMIT = 50;

/** A payment as the page shows it. It has neither the card nor the metadata. */
export interface PaymentView {
  readonly id: string;
  readonly status: Payment['status'];
  /** In the minor currency unit. */
  readonly amount: number;
  readonly currency: string;
  readonly reference?: string | undefined;
  readonly description?: string | undefined;
  readonly balances: ReturnType<typeof renderBalances>;
  /** Whether it waits for its payer. */
  readonly isChallenged: boolean;
  /** In ms since the Unix epoch. */
  readonly requestedOn: number;
}

/** What the page shows: the last entries of each list, newest first, and how many there are. */
export interface Snapshot {
  /** The time, in ms since the Unix epoch. */
  readonly now: number;
  readonly counts: Readonly<Record<'payments' | 'requests' | 'ledger' | 'faults' | 'tokens', number>>;
  /** When the last valid token expires, in ms since the Unix epoch; undefined when none is valid. */
  readonly lastTokenExpiry: number | undefined;
  readonly payments: readonly PaymentView[];
  readonly requests: readonly RequestEntry[];
  readonly ledger: readonly LedgerEntry[];
  /** What is due next, in order of time. */
  readonly upcoming: readonly UpcomingEvent[];
  /** The pending faults, in the order they were injected. */
  readonly faults: readonly PendingFault[];
}

/** Reads what the page shows. It has no card, no token and no secret. */
export function readSnapshot({ state, clock }: SandboxContext): Snapshot {
  const { payments, requests, ledger, scheduler, faults, tokens } = state;
  const now = clock.now();
  const pending = faults.entries();
  return {
    now,
    counts: {
      payments: payments.size,
      requests: requests.count,
      ledger: ledger.count,
      faults: pending.length,
      tokens: tokens.count(now),
    },
    lastTokenExpiry: tokens.lastExpiry(now),
    payments: payments.all().slice(-SNAPSHOT_LIMIT).reverse().map(renderPayment),
    requests: requests.latest(SNAPSHOT_LIMIT),
    ledger: ledger.latest(SNAPSHOT_LIMIT),
    upcoming: scheduler.upcoming(SNAPSHOT_LIMIT),
    faults: pending.slice(0, SNAPSHOT_LIMIT),
  };
}

function renderPayment(payment: Payment): PaymentView {
  const { id, status, totals, requestedOn, instruction } = payment;
  const { amount, currency, reference, description } = instruction;
  return {
    id,
    status,
    amount,
    currency,
    reference,
    description,
    balances: renderBalances(totals, available(payment)),
    isChallenged: isChallenged(payment),
    requestedOn,
  };
}
