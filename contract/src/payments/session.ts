import { type Client, keyFrom } from 'lddpay';
import type { ProviderExchange } from '../connection/connection.js';
import type { Probe, SendProbe } from '../probes/probe.js';
import { readField, readProperty } from '../probes/response-fields.js';
import type { SettingProblem } from '../probes/setting-problem.js';
import type { Writes } from '../settings/settings.js';

/** The payments of a run, and the means to make them. */
export interface PaymentSession extends Writes {
  readonly sendProbe: SendProbe;
  readonly client: Client;
  /** A client that does not know which idempotency keys `client` used. */
  readonly unawareClient: Client;
  /** A client whose signatures are wrong. */
  readonly badSignatureClient: Client;
  /** The unique name of the run. References and idempotency keys are derived from it. */
  readonly run: string;
  readonly wait: (ms: number) => Promise<void>;
  /** The payments that were made. */
  readonly paymentIds: Set<string>;
  /** Those of them that a capture, refund, reversal or void was sent for. */
  readonly acted: Set<string>;
  /** What shows in the details of a payment that its refund or reversal, unless it was rejected, has taken effect. */
  readonly returns: Map<string, (details: ProviderExchange | undefined) => boolean>;
  /** The amounts of the payments that may exist although no response named their ids. */
  readonly lost: number[];
  /** Notes for the report. */
  readonly notes: string[];
  /** What was not checked although its settings are there, for the report. */
  readonly unchecked: string[];
  /** The exchanges of all requests for payments. */
  readonly orders: ProviderExchange[];
  /** The settings that the provider does not accept. */
  readonly settings: SettingProblem[];
}

/** The maximum number of times that a payment is read until it has changed. */
export const MAX_READS = 8;
/** The pause between these reads, in ms. */
export const READ_PAUSE = 2_000;

/** The reference of all payments of a run. */
export function runReference({ run }: PaymentSession): string {
  return `live-${run}`;
}

/** Derives the idempotency key of a step. */
export function stepKey({ run }: PaymentSession, ...step: string[]): Promise<string> {
  return keyFrom('lddpay-live', run, ...step);
}

/**
 * Sends a request, and once more with its idempotency key. It takes effect once, so the second response is the first.
 *
 * @param request Sends the request with the same key each time.
 * @returns The exchanges of both; undefined for one that there was no token to send with.
 */
export async function sendTwice(
  { sendProbe }: PaymentSession,
  probe: Probe,
  request: () => PromiseLike<unknown>,
): Promise<(ProviderExchange | undefined)[]> {
  const first = await sendProbe(probe, request);
  const what = `${probe.what}, repeated with its key`;
  const second = await sendProbe({ ...probe, what, kind: 'repetition' }, request);
  return [first, second];
}

/** Reads the details of a payment. */
export function readDetails(
  { sendProbe, client }: PaymentSession,
  id: string,
): Promise<ProviderExchange | undefined> {
  return sendProbe(
    { operationId: 'getPaymentDetails', what: 'of a payment of this run', expected: [200] },
    () => client.getPaymentDetails(id),
  );
}

/** Reads the actions of a payment. */
export function readActions(
  { sendProbe, client }: PaymentSession,
  id: string,
): Promise<ProviderExchange | undefined> {
  return sendProbe(
    { operationId: 'getPaymentActions', what: 'of a payment of this run', expected: [200] },
    () => client.getPaymentActions(id),
  );
}

/** The metadata of the actions of a run. */
export function runMetadata({ run }: PaymentSession): Readonly<Record<string, string>> {
  return { run };
}

/**
 * Reads a payment until its details meet a condition.
 *
 * @returns false when they do not meet it in time.
 */
export async function waitUntil(
  session: PaymentSession,
  id: string,
  condition: (details: ProviderExchange | undefined) => boolean,
): Promise<boolean> {
  for (let reads = 1; reads < MAX_READS; reads += 1) {
    if (condition(await readDetails(session, id))) return true;
    await session.wait(READ_PAUSE);
  }
  return condition(await readDetails(session, id));
}

/** Statuses of a payment that holds no money. */
const RELEASED: readonly unknown[] = [
  'Voided',
  'Refunded',
  'Declined',
  'Canceled',
  'Expired',
  'Card Verified',
];

/** Statuses of a payment that holds no money yet, and may do so later. */
const UNDECIDED: readonly unknown[] = ['Pending', 'Retry Scheduled'];

/** Returns true when a payment holds no money yet and may do so later, according to a response. */
export function isUndecided(response: ProviderExchange | undefined): boolean {
  return UNDECIDED.includes(readField(response, 'status'));
}

/** Returns true when a payment holds no money and will not, according to its details. */
export function isReleased(details: ProviderExchange | undefined): boolean {
  const status = readField(details, 'status');
  if (RELEASED.includes(status)) return true;
  if (isUndecided(details)) return false;
  const balances = readField(details, 'balances');
  return (
    readProperty(balances, 'available_to_void') === 0 && readProperty(balances, 'available_to_refund') === 0
  );
}

/** Returns true when a payment is captured at least in part and not refunded, according to its details. */
export function isCaptured(details: ProviderExchange | undefined): boolean {
  return /\bCaptured$/.test(String(readField(details, 'status')));
}

/** Returns true when a payment is refunded at least in part, according to its details. */
export function isRefunded(details: ProviderExchange | undefined): boolean {
  return /\bRefunded$/.test(String(readField(details, 'status')));
}
