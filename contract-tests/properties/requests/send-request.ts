import { createHmac } from 'node:crypto';
import type { BufferedResponse } from '../../../contract/src/conformance/violations.js';
import { type OperationId, operations as operationTable } from '../../../generated/operations.js';
import { CREDENTIALS } from './acceptable-values.js';
import { PAYMENT_ID, type RequestCase, SIGNATURE } from './request-case.js';

/** A request as it goes over the wire. */
export interface HttpRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Fields that the scheme of PayNearMe does not sign, apart from the signature. */
const UNSIGNED_FIELDS = ['call', 'format'];

/** Sends a request and reads the response. */
export type Send = (request: HttpRequest) => Promise<BufferedResponse>;

/**
 * Writes a request to an operation, with its signature.
 *
 * @param paymentId The id of the payment that the request acts on.
 * @param authorization Undefined to send none.
 */
export function writeRequest(
  request: RequestCase,
  paymentId: string | undefined,
  authorization: string | undefined,
): HttpRequest {
  const { operationId, id = '', query, headers } = request;
  const { method, path } = operationTable[operationId];
  const segment = id === PAYMENT_ID ? (paymentId ?? '') : encodeURIComponent(id);
  const search = new URLSearchParams(query).toString();
  return {
    method,
    path: path.replace('{id}', segment) + (search === '' ? '' : `?${search}`),
    headers: { ...headers, ...(authorization !== undefined && { Authorization: authorization }) },
    ...('body' in request && { body: JSON.stringify(signBody(operationId, request.body)) }),
  };
}

/**
 * Signs a body that has the placeholder of a signature. The client would refuse some of the numbers that a schema
 * allows, because they can be written in more than one way.
 */
function signBody(operationId: OperationId, body: unknown): unknown {
  const { signature } = operationTable[operationId];
  if (!signature || Object(body)[signature.signature] !== SIGNATURE) return body;
  const { [signature.signature]: _, ...fields } = body as Record<string, unknown>;
  const text = Object.keys(fields)
    .filter((name) => !UNSIGNED_FIELDS.includes(name))
    .sort()
    .map((name) => name + writeValue(fields[name]))
    .join('');
  const signed = createHmac('sha256', CREDENTIALS.signing.secret).update(text).digest('hex');
  return { ...fields, [signature.signature]: signed };
}

/** Writes a value to be signed. No scheme says how to write one that is nested. */
function writeValue(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
