import { invalidRequest } from '../lib/api-error.js';
import { isObject } from '../lib/checks.js';
import type { ActionDetails } from '../payments/ledger.js';
import type { Metadata, Payment } from '../payments/payment.js';
import type { OperationRequest } from './operation-request.js';

/** The longest reference that American Express accepts, in characters, according to the documentation. */
const AMEX_REFERENCE_LENGTH = 30;

/**
 * Reads the details that a request states about its action.
 * @throws ApiError when one of them is invalid.
 */
export function readActionDetails(request: OperationRequest, payment: Payment): ActionDetails {
  const { body, shownKey: idempotencyKey } = request;
  return { reference: readReference(request, payment), metadata: readMetadata(body), idempotencyKey };
}

/**
 * Reads the reference of a request whose body has one according to the description.
 * @throws ApiError when it is too long for the card.
 */
export function readReference({ body }: OperationRequest, { instruction }: Payment): string | undefined {
  const reference = body['reference'] as string | undefined;
  const isAmex = instruction.source['scheme'] === 'American Express';
  if (isAmex && reference && [...reference].length > AMEX_REFERENCE_LENGTH)
    throw invalidRequest('reference_invalid');
  return reference;
}

/**
 * Reads metadata, which may be one level deep according to the documentation.
 * @throws ApiError when it is not an object or is deeper.
 */
export function readMetadata(body: OperationRequest['body']): Metadata | undefined {
  const metadata = body['metadata'];
  if (metadata === undefined) return undefined;
  if (!isObject(metadata) || Object.values(metadata).some(isNested)) throw invalidRequest('metadata_invalid');
  return metadata;
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
