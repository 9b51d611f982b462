import { signRequest } from 'lddpay';

type SignedBody = Readonly<Record<string, string | number>>;

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
export async function createSignedBodies(
  signer: Signer,
  now: number,
): Promise<Readonly<Record<string, SignedBody>>> {
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
  const signed = Object.entries(bodies).map(
    async ([name, body]) => [name, { ...body, signature: await signRequest(body, signer.secret) }] as const,
  );
  return Object.fromEntries(await Promise.all(signed));
}
