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
    why: 'The fields, wording and identifiers of the page match Checkout.com, which published descriptions of its API. Files are those of nas_spec, schemas below components/schemas, in checkout/checkout-api-reference as of 2021, or, where a reason names it, in cko-payment-interfaces/checkout-api-reference as of 2022. LDDPay can still differ.',
    reasons: /^(?:cko-payment-interfaces\/)?checkout-api-reference \S+\.yaml\b/,
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
    why: 'The page of its documentation that the reason names explains it in words, which change without notice. LDDPay can still differ.',
    reasons: /^checkout\.com\/docs\/\S+/,
  },
  {
    name: 'PayNearMe, the processor behind refunds',
    confidence: 'likely',
    why: 'The signed fields of refunds and reversals match PayNearMe, which publishes its signing scheme. The page only says HMAC.',
    reasons: /^PayNearMe\b/,
  },
  {
    name: 'Advice',
    confidence: 'likely',
    why: 'It tells you what to do. It is as good as what this project knows of the API.',
    reasons: /^advice of this project\b/,
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
      /^(?:an amount in the minor unit is|an error without a code|no .* is negative$|no action has|a refund cannot be negative)/,
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
    return {
      kind,
      source:
        /^(?:(?:cko-payment-interfaces\/)?checkout-\S+ [^\s,]+|checkout\.com\/docs\/[^\s,]+|(?:RFC|ISO)[ /][\w/-]+)/.exec(
          part,
        )?.[0] ?? part,
    };
  });
}

/** Finds the least certain kind of a reason. */
export function classifyReason(reason: string): ReasonKind {
  const kinds = readReason(reason).map(({ kind }) => kind);
  return REASON_KINDS.find((kind) => kinds.includes(kind)) ?? (REASON_KINDS[0] as ReasonKind);
}
