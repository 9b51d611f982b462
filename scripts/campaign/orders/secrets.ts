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
