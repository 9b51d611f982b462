/**
 * What prose can claim that no keyword states: units, standards, times and behaviour. Each claim has a name, and
 * the words by which the page or the description makes it, in either's own way.
 */
const CLAIMS: Readonly<Record<string, RegExp>> = {
  'minor unit': /\bminor\b/i,
  'major unit': /\bmajor\b/i,
  'a hundred times': /\bhundred/i,
  'whole number': /\b(?:whole number|integer)/i,
  seconds: /\bseconds?\b/i,
  minutes: /\bminutes?\b/i,
  hours: /\bhours?\b/i,
  days: /\bdays?\b/i,
  UTC: /\bUTC\b/,
  'Unix time': /\bUnix\b/i,
  'ISO 3166': /\bISO 3166/,
  'ISO currency code': /\bISO (?:4217|currency)/,
  'ISO 8601': /\bISO 8601/,
  'RFC 6749': /\bRFC ?6749/,
  HMAC: /\bHMAC/i,
  'hash algorithm': /\bSHA-?\d+|\bhex(?:adecimal)?\b/i,
  'American Express': /\bAmex\b|\bAmerican Express\b/i,
  '3D Secure': /\b3DS\b|\b3D Secure\b/i,
  PayNearMe: /\bPayNearMe\b/i,
  'another API': /\bAPI that LDDPay mirrors\b|\bCheckout\.com\b/i,
  asynchronous: /\basynchronous/i,
  immediate: /\bimmediate|\bat once\b/i,
  'how often': /\bonce\b|\btwice\b|\bsafely retrying\b|\brepeat/i,
  notification: /\bnotif|\bworkflow/i,
  'search syntax': /\bsyntax\b/i,
  duplicate: /\bduplicate|\bstill being processed\b/i,
  'card payments': /\bcard payment|\bcard authorization|\bcard (?:capture|refund|void)s\b/i,
  rejected: /\bdeclin|\brefus|\breject|\bnot allowed\b|\bcannot be\b|\bcannot reverse\b/i,
  approved: /\bapprov|\bsuccess|\bsucceed/i,
  'nothing happened': /\bnothing (?:happened|was)\b/i,
  never: /\bnever\b/i,
  always: /\balways\b|\bevery(?:thing)?\b/i,
  must: /\bmust\b/i,
  null: /\bnull\b/i,
  rate: /\btoo many\b|\brate limit/i,
  processor: /\bprocessor\b/i,
  gateway: /\bgateway\b/i,
  issuer: /\bissuer|\bissued\b|\bissuing\b/i,
  acquirer: /\bacquirer\b/i,
  scheme: /\bschemes?\b/i,
  'lower case': /\blower[- ]case\b/i,
  masked: /\bmask/i,
  stored: /\bstored?\b/i,
  newest: /\bnewest\b|\blatest\b|\bmost recent\b|\breverse chronological\b/i,
  'processing date': /\bprocessing date\b|\bprocessed (?:last|latest)\b/i,
  'one level': /\bone level\b/i,
  beta: /\bbeta\b/i,
  'what is documented': /\bundocumented\b|\bnot (?:documented|list|state)|\bdocumentation\b|\bthe page\b/i,
};

/** A number that is not a part of a name, such as `HTTP` 403 or 80 characters; standards and 3D are names. */
const NUMBER = /(?<![\w.:-])\d+(?:[.,]\d+)*(?!D\b|[\w-])/g;
const STANDARDS = /\b(?:ISO|RFC) ?\d+(?:-\d+)?(?:, section \d+(?:\.\d+)*)?/g;

/** Names as an API writes them: `payment_voided`, `_links.next.href`, and what the description puts in backticks. */
const NAME = /`[^`]+`|\b[a-z\d]+(?:_[a-z\d]+)+\b/g;

/** The terms of the texts that were read before. Most texts occur in several operations. */
const known = new Map<string, readonly string[]>();

/** Lists the claims, numbers and names in a text: all that a check can hold against another text. */
export function readTerms(text: string): readonly string[] {
  const terms = known.get(text) ?? findTerms(text);
  known.set(text, terms);
  return terms;
}

function findTerms(text: string): string[] {
  const claims = Object.entries(CLAIMS).flatMap(([name, words]) => (words.test(text) ? [name] : []));
  const numbers = text.replace(STANDARDS, '').replace(NAME, '').match(NUMBER) ?? [];
  const names = (text.match(NAME) ?? []).map((name) => name.replaceAll('`', ''));
  return [...new Set([...claims, ...numbers, ...names])];
}
