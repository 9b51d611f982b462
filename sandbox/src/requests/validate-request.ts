import type { OperationId } from '../../../generated/operations.js';
import { parseJson } from '../http/request-body.js';
import type { Call, Context, Incoming } from '../operations/operation-request.js';
import { invalid, Refusal } from '../shared/api-error.js';
import { table } from '../shared/description.js';
import { fingerprint } from '../state/idempotency-keys.js';
import { checkSignature } from './request-signature.js';
import { checkBody, readQuery } from './schema-validation.js';

const FORM = /^application\/x-www-form-urlencoded\b/i;

type Body = Readonly<Record<string, unknown>>;

/**
 * Checks a request as far as that goes without looking at a payment: its token, the form of what it
 * says, its signature. Throws a refusal when one of them is wrong.
 */
export function prepare(context: Context, incoming: Incoming, now: number): Call {
  const { operationId, url, headers, id } = incoming;
  const operation = table[operationId];
  if (operation.secured) authenticate(context, headers, now);
  const given = readBody(incoming);
  const idempotencyKey = readKey(operationId, headers);
  const body = operation.tokenEndpoint || operation.body === 'none' ? given : checkBody(operationId, given);
  if (operation.signature) checkSignature(operation.signature, given, context.settings);
  return {
    ...context,
    operationId,
    now,
    origin: url.origin,
    id,
    body,
    query: operation.query === 'none' ? {} : readQuery(operationId, url.searchParams),
    search: url.searchParams,
    idempotencyKey,
    fingerprint: idempotencyKey === undefined ? '' : fingerprint(operationId, id, meaningOf(incoming, given)),
  };
}

/** RFC 6750, section 2.1 and 3. */
function authenticate({ world }: Context, headers: Headers, now: number): void {
  const [, token] = /^Bearer +(\S+)$/i.exec(headers.get('Authorization') ?? '') ?? [];
  if (!token || !world.tokens.isValid(token, now))
    throw new Refusal(401, [], { 'WWW-Authenticate': 'Bearer' });
}

function readBody({ operationId, headers, text }: Incoming): Body {
  const { body, tokenEndpoint } = table[operationId];
  if (body === 'none' || (body === 'optional' && text === '')) return {};
  if (text === '') throw invalid('request_body_required');
  const type = headers.get('Content-Type');
  // What OAuth servers take, RFC 6749, section 4.4.2, beside the documented JSON.
  if (tokenEndpoint && FORM.test(type ?? '')) return Object.fromEntries(new URLSearchParams(text));
  const value = parseJson(text, type);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid('request_body_invalid');
  return value as Body;
}

/** The idempotency key of a request, where its operation documents one. */
export function readKey(operationId: OperationId, headers: Headers): string | undefined {
  const { idempotencyHeader } = table[operationId];
  return (idempotencyHeader && headers.get(idempotencyHeader)) || undefined;
}

/** A body without what has to be new when a request is signed again. */
function meaningOf({ operationId }: Incoming, body: Body): Body {
  const { signature } = table[operationId];
  if (!signature) return body;
  const { [signature.timestamp]: _timestamp, [signature.signature]: _signature, ...meaning } = body;
  return meaning;
}
