import type { ActionDetails } from '../payments/ledger.js';
import type { Metadata, Payment } from '../payments/payment.js';
import { invalid } from '../shared/api-error.js';
import type { Call } from './operation-request.js';

/** What American Express takes as a reference, by the documentation. */
const AMEX_REFERENCE = 30;

/** What a request says of the action that it asks for. Throws a refusal when it breaks a rule. */
export function actionDetails(call: Call, payment: Payment): ActionDetails {
  return { reference: referenceOf(call, payment), metadata: metadataOf(call.body), ...keyOf(call) };
}

/** The key of a request, which is all that is documented to lead from some requests to their actions. */
export function keyOf({ idempotencyKey }: Call): ActionDetails {
  return { idempotencyKey };
}

/** The reference of a request whose body the description lets have one. */
export function referenceOf({ body }: Call, { order }: Payment): string | undefined {
  const reference = body['reference'] as string | undefined;
  const amex = order.source['scheme'] === 'American Express';
  if (amex && reference && reference.length > AMEX_REFERENCE) throw invalid('reference_invalid');
  return reference;
}

/** Metadata, which the documentation allows to be one level deep. */
export function metadataOf(body: Call['body']): Metadata | undefined {
  const metadata = body['metadata'];
  if (metadata === undefined) return undefined;
  if (!isObject(metadata) || Object.values(metadata).some(isNested)) throw invalid('metadata_invalid');
  return metadata;
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

export function isObject(value: unknown): value is Metadata {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
