/** An answer of the processor. */
export interface Outcome {
  readonly approved: boolean;
  readonly code: string;
  readonly summary: string;
}

export const APPROVED: Outcome = { approved: true, code: '10000', summary: 'Approved' };

const DO_NOT_HONOUR = declined('20005', 'Declined: do not honour');

/** What the last two digits of an amount, in the minor unit, bring about. */
export const OUTCOMES: Readonly<Record<string, Outcome>> = {
  '05': DO_NOT_HONOUR,
  '12': declined('20012', 'Declined: invalid transaction'),
  '14': declined('20014', 'Declined: invalid card number'),
  '33': declined('30033', 'Declined: expired card, pick up'),
  '51': declined('20051', 'Declined: insufficient funds'),
  '54': declined('20087', 'Declined: bad track data or expired card'),
  '62': declined('20062', 'Declined: restricted card'),
  '63': declined('20063', 'Declined: security violation'),
};

/** Declined whatever the amount, so that a verification can be as well. Belongs to nobody. */
export const DECLINED_CARD = '4000000000000002';

/** Amounts that end like this wait for the payer, as with 3D Secure. */
export const CHALLENGED = '03';

/** Payouts that end like this are paid and then returned. */
export const RETURNED = '90';

/** A merchant-initiated payment declined with this code succeeds when it is tried again. */
export const RECOVERS = '20051';

/** Declines after which a merchant-initiated payment is tried again; all others are final. */
const RETRYABLE = new Set(['20005', RECOVERS]);

export function outcomeOf(amount: number): Outcome {
  return OUTCOMES[endingOf(amount)] ?? APPROVED;
}

export function outcomeOfCard(number: string, amount: number): Outcome {
  return number === DECLINED_CARD ? DO_NOT_HONOUR : outcomeOf(amount);
}

export function isRetryable({ code }: Outcome): boolean {
  return RETRYABLE.has(code);
}

/** The last two digits of an amount. */
export function endingOf(amount: number): string {
  return String(amount % 100).padStart(2, '0');
}

function declined(code: string, summary: string): Outcome {
  return { approved: false, code, summary };
}
