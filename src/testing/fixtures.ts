// Every client of a test is created from these, on the transport of the running project.
import type { ClientOptions } from '../options.js';
import { SECRETS } from './secrets.js';
import './transport.js';

export { SECRETS };

export const PAYMENT_ID = 'pay_mbabizu24mvu3mela5njyhpit4';

export const CREDENTIALS = {
  baseUrl: 'http://api.test',
  clientId: 'client-1',
  clientSecret: SECRETS.clientSecret,
  scope: 'payments',
} satisfies ClientOptions;

export const SIGNING = { siteIdentifier: 'S1', secret: SECRETS.signingSecret };

export const PAYMENT = {
  amount: 1000,
  currency: 'USD',
  source: {
    type: 'card',
    number: SECRETS.cardNumber,
    cvv: SECRETS.cvv,
    expiry_month: 6,
    expiry_year: 2030,
  },
};

export const REFUND = { pnm_payment_identifier: '3141592653' };

/** The headers that say where a message goes and ends, which only a transport sets. */
export const FRAMING_HEADERS = [
  'Content-Length',
  'Transfer-Encoding',
  'Connection',
  'Keep-Alive',
  'Host',
  'Expect',
  'Trailer',
  'TE',
  'Upgrade',
  'Proxy-Connection',
] as const;
