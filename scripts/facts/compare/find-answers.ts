import type { Change } from './find-changes.js';

/** Where the page may come to answer an open question of the guide. */
interface Clue {
  /** What the question in the guide contains. */
  readonly question: RegExp;
  /** Changes of these elements, as `operation element`, that may answer it. */
  readonly element?: RegExp;
  /** Words that the new text of such an element has; any text if undefined. */
  readonly words?: RegExp;
  /** Whether a change of a keyword of such an element may answer it as well. @default true */
  readonly keywords?: boolean;
  /** Words that a text anywhere on the page has. */
  readonly anywhere?: RegExp;
}

const UNIT = /\b(?:minor|major|cents?|smallest|decimals?|whole|dollars?|hundredths?)\b/i;

const CARD_SCHEMES = /\b(?:Visa|Mastercard|Discover|JCB|Diners|UnionPay)\b/i;

const CLUES: readonly Clue[] = [
  {
    question: /`refund_amount`/,
    element: /^(?:refundPayment|reversePayment) request\.refund_amount$/,
    words: UNIT,
    anywhere: new RegExp(`refund[_ ]amounts?\\b.*${UNIT.source}|${UNIT.source}.*refund[_ ]amounts?\\b`, 'i'),
  },
  {
    question: /\bhost\b/,
    anywhere: /\bhttps?:\/\/|\b(?:GET|POST|PUT|PATCH|DELETE) \/\w|\bapi\.[a-z\d-]+\.[a-z]{2,}|\bbase URL\b/,
  },
  {
    question: /\bToken requests?\b.*\bform\b/i,
    element: /^getToken request(?:\.scope)?$/,
    anywhere: /x-www-form-urlencoded|\bform[- ]encoded\b/i,
  },
  {
    question: /\bsigned\b/,
    element: /^(?:refundPayment|reversePayment) request\.(?:signature|timestamp|version|site_identifier)$/,
    anywhere: /\bHMAC\b.*\b(?:SHA|MD5|hex|base64|sort|concatenat|secret|key)/i,
  },
  {
    question: /`pnm_payment_identifier`/,
    element: /^\w+ (?:request\.pnm_payment_identifier|response \w+.*\.pnm_payment_identifier)$/,
    anywhere: /\bpnm_payment_identifier\b/,
  },
  {
    question: /\bidempotency keys?\b/i,
    anywhere:
      /\b(?:idempotency|keys?)\b.*\b(?:\d+|hours?|days?|expires?|kept|stored)\b|\bhours?\b.*\bkeys?\b/i,
    element: /^\w+ header Cko-Idempotency-Key$/,
    words: /\b(?:hours?|days?|minutes?|expires?|kept|stored|body|another)\b/i,
  },
  {
    question: /\bsearch\b.*\b(?:list|envelope)\b/i,
    element: /^searchPayments response 20\d(?:\[\]|\(|\.|$)/,
  },
  {
    question: /\ball other amounts\b/,
    element: /^(?!requestPayment request\.amount$)\w+ (?!.*refund_amount).*amount/,
    keywords: false,
    words: UNIT,
    anywhere: new RegExp(`\\b(?:all|every|other) amounts?\\b.*${UNIT.source}`, 'i'),
  },
  {
    question: /\bnotifications\b/,
    anywhere:
      /\bwebhooks?\b|\bworkflows?\b.*\b(?:URL|endpoint|dashboard|configur|creat)|\bpayment_(?!voided\b|type\b|plan\b|ip\b)[a-z]+\b.*\bnotif/i,
  },
  {
    question: /\bpayment context\b/,
    element:
      /^requestPayment request(?:\(\d+\))?\.(?:destination|payment_context_id|instruction|sender|billing_descriptor)\b/,
    anywhere:
      /\bpayment_context_id\b|\bcurrency_account\b|\bpayout (?:request|destination)s? (?:takes?|has|have|needs?)\b/i,
  },
  {
    question: /\breference be unique\b/,
    element: /^\w+ (?:request|query)[. ]reference$/,
    keywords: false,
    words: /\bunique|\bduplicate|\btwice\b|\bsame reference\b|\breused?\b/i,
  },
  {
    question: /\brate limits\b/,
    element: /^\w+ response 429\b/,
    words: /\bper (?:second|minute|hour|day)\b|\bRetry-After\b|\blimit\b/i,
    anywhere: /\brate limits?\b|\brequests per (?:second|minute)\b|\bRetry-After\b/i,
  },
  {
    question: /`sid_` ids/,
    element: /^\w+ path id$/,
    words: /\bsession/i,
    anywhere: /\bsid_|\bpayment sessions? (?:is|are|comes?|identifiers? (?:is|are))\b/i,
  },
  {
    question: /\bfails after its 202\b/,
    element: /^getPaymentActions response 200\[\]\.(?:type|approved|response_code)$/,
    words: /\bfail|\bdeclin|\breject|\bunsuccessful\b/i,
    anywhere: /\b(?:captures?|refunds?|voids?)\b.*\b(?:fails?|failed|is declined|are declined)\b/i,
  },
  {
    question: /`from` and `to`/,
    element: /^searchPayments request\.(?:from|to)$/,
    keywords: false,
    words: /\b(?:requested|processed|created|authorized|captured|updated|(?:in|ex)clu(?:des?|ding|sive))\b/i,
  },
  {
    question: /\breversal of a settled payment\b/,
    element: /^reversePayment request\.refund_amount$/,
    words: /\bsettled\b|\brequired\b|\bmust\b|\bfull\b/i,
    anywhere: /\bsettled\b.*\brefund_amount\b|\brefund_amount\b.*\bsettled\b/i,
  },
  {
    question: /\btwo `_links`/,
    element:
      /^(?:cancelScheduledRetry|capturePayment|refundPayment|reversePayment|voidPayment) response 202\._links\b/,
  },
  {
    question: /\bcard scheme\b.*\breference\b/,
    element: /^\w+ request\.reference$/,
    keywords: false,
    words: CARD_SCHEMES,
    anywhere: new RegExp(`${CARD_SCHEMES.source}.*\\breferences?\\b.*\\bchar`, 'i'),
  },
  {
    question: /\bstored card\b/,
    element: /^requestPayment request\.source\.(?:id|token|type)$/,
    words: /\b(?:stored|saved|tokens?|instruments?|card on file|again)\b|`?\bid\b/i,
    anywhere: /\b(?:stored|saved) (?:cards?|sources?|instruments?)\b|\bcards? on file\b|\bsource\.id\b/i,
  },
  {
    question: /\bsyntax\b/,
    element: /^searchPayments request\.query$/,
    anywhere: /\bsearch syntax\b.*(?:'|"|:|\bAND\b)/,
  },
  {
    question: /\b3D Secure\b/,
    element: /^requestPayment request(?:\(\d+\))?\.(?:3ds|success_url|failure_url|return_url)\b/,
    anywhere: /\b(?:3DS|3D Secure)\b.*\b(?:required|requests?|redirect(?:s|ed)?|returns?|cancel)/i,
  },
  {
    question: /\bauthorization valid\b/,
    element: /^\w+ (?:response \w+.*\.expires_on|request\.authorization_type)$/,
    words: /\b(?:\d+|days?|hours?)\b/i,
    anywhere:
      /\bauthorizations?\b.*\b(?:valid|expires?|extend(?:s|ed)?)\b.*\b(?:days?|hours?|capture[sd]?)\b/i,
  },
];

/** Finds the open questions that a change of the page may answer. */
export function findAnswers(change: Change, questions: readonly string[]): string[] {
  if (change.kind === 'removed' || (change.kind === 'text' && change.text === '')) return [];
  const clues = CLUES.filter((clue) => mayAnswer(change, clue));
  const found = clues.map(({ question }) => questions.find((text) => question.test(text)));
  return found.filter((question) => question !== undefined);
}

function mayAnswer(change: Change, { element, words, anywhere, keywords = true }: Clue): boolean {
  const changed = change.kind === 'renamed' ? change.after : change.element;
  const isThere = element?.test(`${change.operation} ${changed}`) ?? false;
  if (change.kind !== 'text')
    return (
      isThere &&
      (keywords || change.kind === 'added') &&
      (change.kind !== 'changed' || change.after !== undefined)
    );
  return (isThere && (words?.test(change.text) ?? true)) || (anywhere?.test(change.text) ?? false);
}
