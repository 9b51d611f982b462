/** How far a reason carries. */
export type Level = 'sure' | 'likely' | 'open';

/** A kind of reason for what the page does not state. */
export interface Grounds {
  readonly name: string;
  readonly level: Level;
  /** Why one can, or cannot, rely on it. */
  readonly why: string;
  /** The reasons that it stands for. */
  readonly reasons: RegExp;
}

/** How sure each level is, in a word. */
export const LEVELS: Readonly<Record<Level, string>> = {
  sure: 'as good as stated',
  likely: 'likely',
  open: 'open',
};

/** The kinds of reasons; the first one that fits a reason is its kind. */
export const GROUNDS: readonly Grounds[] = [
  {
    name: 'Not stated by anybody',
    level: 'open',
    why: 'The page is silent. The description leaves room for whatever comes, or adds a help of its own that says nothing about the API.',
    reasons: /^the page (names no host|does not say which fields there are|links no operation to another)$/,
  },
  {
    name: 'The public API that LDDPay mirrors',
    level: 'likely',
    why: 'The fields, texts and identifiers of the page are those of Checkout.com, whose paths, bodies and SDKs are public. LDDPay may still differ.',
    reasons: /API that LDDPay mirrors/,
  },
  {
    name: 'PayNearMe, the processor behind refunds',
    level: 'likely',
    why: 'The signed fields of refunds and reversals are those of PayNearMe, which publishes its signing scheme. The page says no more than HMAC.',
    reasons: /PayNearMe/,
  },
  {
    name: 'The page itself, in another place',
    level: 'sure',
    why: 'The page says so in a text, or of another field of the same kind, where its table is silent.',
    reasons:
      /^the page's text|^the page states it for|where the page lists the fields|^the page lists three fields|^as every other currency on the page$|^the error body of every other 422/,
  },
  {
    name: 'A published standard',
    level: 'sure',
    why: 'The standard that the page follows leaves no other choice.',
    reasons: /^RFC \d+|^ISO \d+/,
  },
  {
    name: 'Plain sense',
    level: 'sure',
    why: 'Anything else would make no sense.',
    reasons: /^an amount in the minor unit is|negative|^without its id|would say nothing$/,
  },
];

/** The kind of a reason. Throws an Error for one of no known kind, so that each is judged by a person. */
export function groundsOf(reason: string): Grounds {
  const grounds = GROUNDS.find(({ reasons }) => reasons.test(reason));
  if (grounds) return grounds;
  throw new Error(`Say in scripts/docs/provenance/sureness.ts how sure this reason makes: ${reason}`);
}
