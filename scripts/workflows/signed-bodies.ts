import { createHmac } from 'node:crypto';

export type SignedBody = Readonly<Record<string, string | number>>;

/** The site that signs, and the secret that it shares with the API. */
export interface Signer {
  readonly siteIdentifier: string;
  readonly secret: string;
}

/**
 * Creates the signed bodies, by the names of the workflow inputs. Arazzo cannot compute signatures. The bodies
 * do not name a payment, so each is valid for every payment.
 *
 * @param now The current time in ms since the Unix epoch.
 */
export function createSignedBodies(signer: Signer, now: number): Readonly<Record<string, SignedBody>> {
  const common = {
    site_identifier: signer.siteIdentifier,
    timestamp: String(Math.floor(now / 1000)),
    version: '3.0',
    pnm_payment_identifier: 'PNM-5023',
  };
  const later = { timestamp: String(Number(common.timestamp) + 1) };
  const part = { refund_amount: 400 };
  const bodies: Readonly<Record<string, SignedBody>> = {
    fullRefund: common,
    partialRefund: { ...common, ...part },
    partialRefundSignedAnew: { ...common, ...part, ...later },
    reversal: common,
  };
  return Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, sign(body, signer.secret)]));
}

/** Adds the signature: an HMAC-SHA256 over the fields, sorted by name, as lower-case hex. */
function sign(body: SignedBody, secret: string): SignedBody {
  const text = Object.keys(body)
    .sort()
    .map((name) => `${name}${body[name]}`)
    .join('');
  return { ...body, signature: createHmac('sha256', secret).update(text).digest('hex') };
}
