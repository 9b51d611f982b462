import { type Client, keyFrom } from 'lddpay';
import type { Ask } from './asking.js';
import { fieldOf, own } from './bodies.js';
import type { Writes } from './settings.js';
import type { Exchange } from './wire.js';

/** What a run makes payments with, and keeps of them. */
export interface Stage extends Writes {
  readonly ask: Ask;
  readonly client: Client;
  /** What no other run is called; it makes up references and idempotency keys. */
  readonly run: string;
  readonly wait: (ms: number) => Promise<void>;
  /** The payments that were made. */
  readonly paymentIds: Set<string>;
  /** Requests for payments that may have been made, and gave no identifier. */
  readonly lost: string[];
  /** What requests that were repeated with their keys were answered with. */
  readonly replays: Replay[];
  /** What the reader of the report should know. */
  readonly notes: string[];
}

/** Whether a request and its repetition were answered with the same. */
export interface Replay {
  readonly operationId: string;
  /** The field of the answer that tells. */
  readonly field: string;
  readonly same: boolean;
}

/** How often a payment is looked at until something has happened to it, and how long after one another, in milliseconds. */
const LOOKS = 8;
const PAUSE = 2_000;

/** The reference of all payments of a run. */
export function referenceOf({ run }: Stage): string {
  return `live-${run}`;
}

/** The idempotency key of a step of a run. */
export function keyOf({ run }: Stage, ...step: string[]): Promise<string> {
  return keyFrom('lddpay-live', run, ...step);
}

/** Reads the details of a payment. */
export function look({ ask, client }: Stage, id: string): Promise<Exchange | undefined> {
  return ask({ operationId: 'getPaymentDetails', what: 'of a payment of this run', expected: [200] }, () =>
    client.getPaymentDetails(id),
  );
}

/** Looks at a payment until its details say what is waited for; gives false when they never do. */
export async function until(
  stage: Stage,
  id: string,
  holds: (details: Exchange | undefined) => boolean,
): Promise<boolean> {
  for (let looks = 1; looks < LOOKS; looks += 1) {
    if (holds(await look(stage, id))) return true;
    await stage.wait(PAUSE);
  }
  return holds(await look(stage, id));
}

/** States in which nothing of a payment is held. */
const RELEASED: readonly unknown[] = [
  'Voided',
  'Refunded',
  'Declined',
  'Canceled',
  'Expired',
  'Card Verified',
];

/** Whether the details of a payment say that nothing of it is held. */
export function isReleased(details: Exchange | undefined): boolean {
  if (RELEASED.includes(fieldOf(details, 'status'))) return true;
  const balances = fieldOf(details, 'balances');
  return own(balances, 'available_to_void') === 0 && own(balances, 'available_to_refund') === 0;
}

/** Whether the details of a payment say that something of it was captured, and nothing refunded. */
export function isCaptured(details: Exchange | undefined): boolean {
  return /\bCaptured$/.test(String(fieldOf(details, 'status')));
}

/** Whether the details of a payment say that something of it was refunded. */
export function isRefunded(details: Exchange | undefined): boolean {
  return /\bRefunded$/.test(String(fieldOf(details, 'status')));
}
