/** How reliable a source makes an inferred element. */
export type Confidence = 'sure' | 'likely' | 'open';

/** A kind of source that inferred elements rest on. */
export interface ReasonKind {
  readonly name: string;
  readonly confidence: Confidence;
  /** The explanation of its confidence. */
  readonly why: string;
  /** Matches the beginning of a reason of this kind. */
  readonly reasons: RegExp;
}

/** A part of a reason, which rests on one source. */
export interface ReasonPart {
  readonly kind: ReasonKind;
  /** The file, standard or words that the reason names. */
  readonly source: string;
}

/** The label of each confidence. */
export const CONFIDENCE_LABELS: Readonly<Record<Confidence, string>> = {
  sure: 'certain',
  likely: 'likely',
  open: 'open',
};

/** The kinds of sources, the least certain first; a part of a reason belongs to the first kind that matches. */
export const REASON_KINDS: readonly ReasonKind[] = [
  {
    name: 'No source',
    confidence: 'open',
    why: 'The page does not say. The description allows any value, or adds a convenience that says nothing about the API.',
    reasons:
      /^(?:the page (?:names no host|does not say which fields there are|links no operation)|no source )/,
  },
  {
    name: 'The unit of another amount',
    confidence: 'likely',
    why: 'The page says once that an amount is in the minor currency unit. Nothing on it suggests another unit for the other amounts, and nothing states it.',
    reasons: /^the page states the unit once/,
  },
  {
    name: "Checkout.com's OpenAPI description",
    confidence: 'likely',
    why: 'The fields, wording and identifiers of the page match Checkout.com, which published a description of its API in 2022. LDDPay can still differ.',
    reasons: /^checkout-api-reference \S+\.yaml\b/,
  },
  {
    name: "Checkout.com's SDKs",
    confidence: 'likely',
    why: 'The SDKs of Checkout.com have paths, names and types, newer than its description. LDDPay can still differ.',
    reasons: /^checkout-sdk-(?:net|java|node) \S+\.(?:cs|java|js)\b/,
  },
  {
    name: "Checkout.com's documentation",
    confidence: 'likely',
    why: 'The documentation of Checkout.com explains it in words, which change without notice. LDDPay can still differ.',
    reasons: /^the public documentation of Checkout\.com\b/,
  },
  {
    name: 'PayNearMe, the processor behind refunds',
    confidence: 'likely',
    why: 'The signed fields of refunds and reversals match PayNearMe, which publishes its signing scheme. The page only says HMAC.',
    reasons: /^PayNearMe\b/,
  },
  {
    name: 'The name alone',
    confidence: 'likely',
    why: 'The page names the element without a text. The description says what the name says.',
    reasons: /^its (?:name|text)\b/,
  },
  {
    name: 'Another place on the page',
    confidence: 'sure',
    why: 'The page does not state it of this element, but its text or a similar element does.',
    reasons: /^the page\b/,
  },
  {
    name: 'A published standard',
    confidence: 'sure',
    why: 'The standard that the page follows leaves no other choice.',
    reasons: /^(?:RFC \d+|ISO[ /])/,
  },
  {
    name: 'Logic',
    confidence: 'sure',
    why: 'No other value makes sense.',
    reasons:
      /^(?:an amount in the minor unit is|no .* is negative$|no action has|a refund cannot be negative|without its id|an error without a code)/,
  },
  {
    name: 'Advice',
    confidence: 'sure',
    why: 'It tells you what to do, and says nothing about the API.',
    reasons: /^advice of this project\b/,
  },
];

/**
 * Reads the parts of a reason, which `;` separates.
 *
 * @throws Error for a part of no known kind, so that a person decides how reliable it is.
 */
export function readReason(reason: string): ReasonPart[] {
  return reason.split('; ').map((part) => {
    const kind = REASON_KINDS.find(({ reasons }) => reasons.test(part));
    if (!kind)
      throw new Error(
        `Name the source of this reason, or add a kind to scripts/facts/description/reasons.ts: ${part}`,
      );
    return { kind, source: /^(?:checkout-\S+ [^\s,]+|(?:RFC|ISO)[ /][\w/-]+)/.exec(part)?.[0] ?? part };
  });
}

/** Finds the least certain kind of a reason. */
export function classifyReason(reason: string): ReasonKind {
  const kinds = readReason(reason).map(({ kind }) => kind);
  return REASON_KINDS.find((kind) => kinds.includes(kind)) ?? (REASON_KINDS[0] as ReasonKind);
}
