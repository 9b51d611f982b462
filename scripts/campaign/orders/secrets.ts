/** Card data that occurs nowhere else, so that it can be searched for. */
export const CARD = {
  type: 'card',
  number: '4929837465019284',
  expiry_month: 12,
  expiry_year: 2040,
  cvv: '7391',
} as const;

/** The credentials of the campaign's sandbox. */
export const CREDENTIALS = {
  clientId: 'ack_campaign',
  clientSecret: 'marked-client-secret-c41d',
  siteIdentifier: 'S0000000001',
  signingSecret: 'marked-signing-secret-9e0b',
} as const;

/**
 * What must be written nowhere. A security code has only a few digits, which occur in times and ids too, so it is
 * searched for with its name.
 */
export const SECRETS: Readonly<Record<string, RegExp>> = {
  'card number': new RegExp(CARD.number),
  'security code': new RegExp(`cvv\\W{0,6}${CARD.cvv}`, 'i'),
  'client secret': new RegExp(CREDENTIALS.clientSecret),
  'signing secret': new RegExp(CREDENTIALS.signingSecret),
  token: /sandbox_\w{20,}/,
};
