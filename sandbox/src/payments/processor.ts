import { countDecimals } from './currencies.js';

/** A response of the simulated processor. */
export interface ProcessorResponse {
  readonly approved: boolean;
  readonly code: string;
  readonly summary: string;
}

export const APPROVED: ProcessorResponse = { approved: true, code: '10000', summary: 'Approved' };

const DO_NOT_HONOUR = decline('20005', 'Declined: do not honour');

/** The declines, by the trigger in the amount: see {@link readTrigger}. */
export const DECLINES: Readonly<Record<string, ProcessorResponse>> = {
  '05': DO_NOT_HONOUR,
  '12': decline('20012', 'Declined: invalid transaction'),
  '14': decline('20014', 'Declined: invalid card number'),
  '33': decline('30033', 'Declined: expired card, pick up'),
  '51': decline('20051', 'Declined: insufficient funds'),
  '54': decline('20087', 'Declined: bad track data or expired card'),
  '62': decline('20062', 'Declined: restricted card'),
  '63': decline('20063', 'Declined: security violation'),
};

/** A test card that is declined for any amount, so that a card verification can be declined too. */
export const DECLINED_CARD = '4000000000000002';

/** The trigger in amounts that wait for the payer, as with 3D Secure. */
export const CHALLENGE_TRIGGER = '03';

/** The trigger in payouts that are paid and then returned. */
export const RETURN_TRIGGER = '90';

/** A merchant-initiated payment that is declined with this code is approved when it is retried. */
export const RECOVERABLE_CODE = '20051';

/** Declines after which a merchant-initiated payment is retried; all others are final. */
const RETRYABLE_CODES = new Set(['20005', RECOVERABLE_CODE]);

/** Returns the processor's response to an amount. */
export function processAmount(amount: number, currency: string): ProcessorResponse {
  return DECLINES[readTrigger(amount, currency)] ?? APPROVED;
}

/** Returns the processor's response to an amount on a card. */
export function processCard(number: string, amount: number, currency: string): ProcessorResponse {
  return number === DECLINED_CARD ? DO_NOT_HONOUR : processAmount(amount, currency);
}

export function isRetryable({ code }: ProcessorResponse): boolean {
  return RETRYABLE_CODES.has(code);
}

/**
 * Reads the two digits of an amount that can trigger a response: its decimals in the major currency unit, such
 * as 05 in 10.05 USD or 10.050 KWD. A currency without two decimals has no such amounts. There an amount below
 * 100 is its own trigger, such as 5 JPY; no usual price is that low.
 * @param amount in the minor currency unit.
 * @returns Two digits, or an empty string when the amount cannot be a trigger.
 */
export function readTrigger(amount: number, currency: string): string {
  const decimals = countDecimals(currency);
  const hundredths = decimals < 2 ? amount : amount / 10 ** (decimals - 2);
  if (!Number.isInteger(hundredths) || (decimals < 2 && amount >= 100)) return '';
  return String(hundredths % 100).padStart(2, '0');
}

function decline(code: string, summary: string): ProcessorResponse {
  return { approved: false, code, summary };
}
