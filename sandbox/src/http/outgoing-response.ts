import { DESCRIPTION_VERSION, type OperationId, REQUEST_ID_HEADER } from '../../../generated/operations.js';
import type { ApiError } from '../lib/api-error.js';
import { operationTable } from '../lib/description.js';
import { NO_STORE, type OperationResponse } from '../lib/operation-response.js';
import { BODY_EFFECTS, type FaultEffect } from '../state/faults.js';

/**
 * An HTTP response to send, as a web `Response` or directly over HTTP. A `Response` is only created where
 * one is needed: that takes longer than all the rest of a request.
 */
export interface OutgoingResponse {
  /** 0 when there is no response, because the connection is lost. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** The damage that a fault does: no response, half a body that never ends, or half a body and a lost connection. */
  readonly damage?: 'lost' | 'stalled' | 'truncated';
  /** A body that is sent as it arises, in place of `body`. Whoever sends it cancels it when its reader has gone. */
  readonly stream?: ReadableStream<Uint8Array>;
}

/** A lost connection. */
export const LOST_CONNECTION: OutgoingResponse = { status: 0, headers: {}, body: undefined, damage: 'lost' };

/** Renders an error in the form that its operation documents. */
export function renderError(
  { status, codes, headers, description: reason }: ApiError,
  operationId: OperationId | undefined,
  requestId: string,
): OperationResponse {
  if (operationId && operationTable[operationId].tokenEndpoint) {
    const body =
      reason === undefined
        ? { error: 'invalid_request', error_description: codes.join(', ') }
        : { error: codes[0], error_description: reason };
    // 400 is the only status that is documented for a token request that cannot be read.
    return {
      status: status === 415 || status === 422 ? 400 : status,
      headers: { ...NO_STORE, ...headers },
      body,
    };
  }
  if (codes.length === 0) return { status, headers };
  return {
    status,
    headers,
    body: { request_id: requestId, error_type: 'request_invalid', error_codes: codes },
  };
}

/**
 * Builds an HTTP response, with the headers for its time, the request's id and the API's version.
 * @param requestId Undefined for the response of a gateway, which has neither this id nor the version.
 * @param now The time by the sandbox's clock, in ms since the Unix epoch.
 */
export function buildResponse(
  { status, headers, body, json }: OperationResponse,
  requestId: string | undefined,
  now: number,
): OutgoingResponse {
  const text = typeof body === 'string' ? body : undefined;
  const encoded = json ?? (text === undefined && body !== undefined ? JSON.stringify(body) : undefined);
  const defaults: Record<string, string> = {};
  if (encoded !== undefined) defaults['Content-Type'] = 'application/json; charset=utf-8';
  // RFC 9110, section 6.6.1: clients can compare their clock with it.
  defaults['Date'] = new Date(now).toUTCString();
  if (requestId !== undefined) {
    defaults[REQUEST_ID_HEADER] = requestId;
    defaults['Cko-Version'] = DESCRIPTION_VERSION;
  }
  return { status, headers: headers ? overrideHeaders(defaults, headers) : defaults, body: encoded ?? text };
}

/** Replaces the headers that have the same names, ignoring case. */
function overrideHeaders(
  defaults: OutgoingResponse['headers'],
  overrides: OutgoingResponse['headers'],
): OutgoingResponse['headers'] {
  const names = new Set(Object.keys(overrides).map((name) => name.toLowerCase()));
  const kept = Object.entries(defaults).filter(([name]) => !names.has(name.toLowerCase()));
  return { ...Object.fromEntries(kept), ...overrides };
}

/** Applies the damage of a fault to a response. */
export function applyDamage(response: OutgoingResponse, effect: FaultEffect | undefined): OutgoingResponse {
  if (effect === 'drop-after') return LOST_CONNECTION;
  if (!response.body || !BODY_EFFECTS.includes(effect)) return response;
  if (effect === 'short-body') return shorten(response, response.body);
  return { ...response, damage: effect === 'stall-body' ? 'stalled' : 'truncated' };
}

/** Cuts a body in half, between two characters, and states the length of what is left. */
function shorten(response: OutgoingResponse, body: string): OutgoingResponse {
  const half = body.slice(0, body.length / 2);
  const length = new TextEncoder().encode(half).length;
  return { ...response, headers: { ...response.headers, 'Content-Length': String(length) }, body: half };
}

/** Returns the part of a damaged body that arrives. */
export function firstHalf(body: string): Uint8Array {
  const bytes = new TextEncoder().encode(body);
  return bytes.subarray(0, bytes.length / 2);
}
