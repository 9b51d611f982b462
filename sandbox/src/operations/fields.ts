import { invalid } from '../answer.js';
import type { Call } from '../call.js';
import type { ActionDetails } from '../ledger.js';
import type { Metadata, Payment } from '../payments/payment.js';

/** What American Express takes as a reference, by the documentation. */
const AMEX_REFERENCE = 30;

/** The reference, metadata and key of a request that acts on a payment. Throws a refusal for wrong ones. */
export function actionDetails({ body, idempotencyKey }: Call, payment: Payment): ActionDetails {
  const reference = body['reference'] as string | undefined;
  const amex = payment.order.source['scheme'] === 'American Express';
  if (amex && reference && reference.length > AMEX_REFERENCE) throw invalid('reference_invalid');
  return { reference, metadata: metadataOf(body), idempotencyKey };
}

/** Metadata, which the documentation allows to be one level deep. */
export function metadataOf(body: Call['body']): Metadata | undefined {
  const metadata = body['metadata'];
  if (metadata === undefined) return undefined;
  if (!isObject(metadata) || Object.values(metadata).some((value) => typeof value === 'object')) {
    throw invalid('metadata_invalid');
  }
  return metadata;
}

export function isObject(value: unknown): value is Metadata {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
