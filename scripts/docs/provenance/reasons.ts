/** How reliable a reason makes an inferred element. */
export type Confidence = 'sure' | 'likely' | 'open';

/** A kind of reason for an inferred element. */
export interface ReasonKind {
  readonly name: string;
  readonly confidence: Confidence;
  /** The explanation of its confidence. */
  readonly why: string;
  /** Matches the reasons of this kind. */
  readonly reasons: RegExp;
}

/** The label of each confidence. */
export const CONFIDENCE_LABELS: Readonly<Record<Confidence, string>> = {
  sure: 'certain',
  likely: 'likely',
  open: 'open',
};

/** The kinds of reasons; a reason belongs to the first kind that matches. */
export const REASON_KINDS: readonly ReasonKind[] = [
  {
    name: 'No source',
    confidence: 'open',
    why: 'The page does not say. The description allows any value, or adds a convenience that says nothing about the API.',
    reasons: /^the page (names no host|does not say which fields there are|links no operation to another)$/,
  },
  {
    name: 'The public API that LDDPay mirrors',
    confidence: 'likely',
    why: 'The fields, wording and identifiers of the page match Checkout.com, whose paths, bodies and SDKs are public. LDDPay can still differ.',
    reasons: /API that LDDPay mirrors/,
  },
  {
    name: 'PayNearMe, the processor behind refunds',
    confidence: 'likely',
    why: 'The signed fields of refunds and reversals match PayNearMe, which publishes its signing scheme. The page only says HMAC.',
    reasons: /PayNearMe/,
  },
  {
    name: 'Another place on the page',
    confidence: 'sure',
    why: 'The table of the page does not state it, but its text or a similar field does.',
    reasons:
      /^the page's text|^the page states it for|where the page lists the fields|^the page lists three fields|^as every other currency on the page$|^the error body of every other 422/,
  },
  {
    name: 'A published standard',
    confidence: 'sure',
    why: 'The standard that the page follows leaves no other choice.',
    reasons: /^RFC \d+|^ISO \d+/,
  },
  {
    name: 'Logic',
    confidence: 'sure',
    why: 'No other value makes sense.',
    reasons: /^an amount in the minor unit is|negative|^without its id|would say nothing$/,
  },
];

/**
 * Finds the kind of a reason.
 *
 * @throws Error for a reason of no known kind, so that a person decides how reliable it is.
 */
export function classifyReason(reason: string): ReasonKind {
  const kind = REASON_KINDS.find(({ reasons }) => reasons.test(reason));
  if (kind) return kind;
  throw new Error(`Add a kind for this reason to scripts/docs/provenance/reasons.ts: ${reason}`);
}
