import { type OperationId, REQUEST_ID_HEADER } from '../../../generated/operations.js';
import type { Answer, Refusal } from '../shared/api-error.js';
import { description, table } from '../shared/description.js';
import type { FaultEffect } from '../state/faults.js';

/**
 * A response on its way, to be sent as a web `Response` or straight over HTTP. Only what needs a
 * `Response` makes one: that takes longer than all the rest of a request.
 */
export interface Reply {
  /** 0 when there is none, since the connection was lost. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** What goes wrong on the way: no response at all, half a body that never ends, or half a body and a cut. */
  readonly damage?: 'lost' | 'stalled' | 'truncated';
}

/** No response: the connection is lost. */
export const LOST: Reply = { status: 0, headers: {}, body: undefined, damage: 'lost' };

/** A refusal in the form that is documented for its operation. */
export function refusalAnswer(
  { status, codes, headers }: Refusal,
  operationId: OperationId | undefined,
  requestId: string,
): Answer {
  if (operationId && table[operationId].tokenEndpoint) {
    const body = { error: 'invalid_request', error_description: codes.join(', ') };
    // The only status that is documented for a token request that cannot be read.
    return { status: status === 415 || status === 422 ? 400 : status, headers, body };
  }
  if (codes.length === 0) return { status, headers };
  return {
    status,
    headers,
    body: { request_id: requestId, error_type: 'request_invalid', error_codes: codes },
  };
}

/** Every response says which request it answers and which version answered. */
export function replyOf({ status, headers, body, json }: Answer, requestId: string): Reply {
  const text = typeof body === 'string' ? body : undefined;
  const encoded = json ?? (text === undefined && body !== undefined ? JSON.stringify(body) : undefined);
  const own = {
    ...(encoded !== undefined && { 'Content-Type': 'application/json; charset=utf-8' }),
    [REQUEST_ID_HEADER]: requestId,
    'Cko-Version': description.info.version,
  };
  return { status, headers: headers ? overridden(own, headers) : own, body: encoded ?? text };
}

/** Headers with others in place of those of the same names, in whatever case. */
function overridden(own: Reply['headers'], by: Reply['headers']): Reply['headers'] {
  const names = new Set(Object.keys(by).map((name) => name.toLowerCase()));
  const kept = Object.entries(own).filter(([name]) => !names.has(name.toLowerCase()));
  return { ...Object.fromEntries(kept), ...by };
}

/** Does to a reply what a fault does on its way. */
export function damage(reply: Reply, effect: FaultEffect | undefined): Reply {
  if (effect === 'drop-after') return LOST;
  if (effect !== 'stall-body' && effect !== 'truncate-body') return reply;
  // Half of nothing cannot be told from all of it.
  if (!reply.body) return LOST;
  return { ...reply, damage: effect === 'stall-body' ? 'stalled' : 'truncated' };
}

/** The part of a damaged body that arrives. */
export function firstHalf(body: string): Uint8Array {
  const bytes = new TextEncoder().encode(body);
  return bytes.subarray(0, bytes.length / 2);
}
