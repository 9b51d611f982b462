import { type OperationId, operations } from 'lddpay/operations';
import { parseJson } from '../../conformance/violations.js';
import type { Observation } from '../../probes/probe.js';

/** A response together with its request, both parsed. */
export interface ParsedExchange {
  readonly operationId: OperationId;
  /** The probe that sent it. */
  readonly what: string;
  /** The payment in the path. */
  readonly id: string | undefined;
  readonly query: URLSearchParams;
  readonly sent: unknown;
  readonly idempotencyKey: string | undefined;
  readonly status: number;
  readonly headers: Headers;
  /** The body as it was received. */
  readonly text: string;
  /** The body before it was decoded; undefined where only its text is known. */
  readonly bytes: Uint8Array | undefined;
  /** Undefined without a body that is JSON. */
  readonly body: unknown;
}

/** All responses of a run, in order. */
export type History = readonly ParsedExchange[];

/** Parses the requests and responses of a run. Requests without a response are left out. */
export function readHistory(observations: readonly Observation[]): History {
  return observations.flatMap(({ probe, exchange }) => {
    const { operation, path, idempotencyKey, requestBody, result } = exchange;
    if ('failure' in result) return [];
    const operationId = operation.operationId as OperationId;
    const [pathname = '', query] = path.split('?');
    return {
      operationId,
      what: probe.what,
      id: readPathId(operationId, pathname),
      query: new URLSearchParams(query),
      sent: parseJson(requestBody)?.value,
      idempotencyKey,
      status: result.status,
      headers: result.headers,
      text: result.body,
      bytes: result.bytes,
      body: parseJson(result.body)?.value,
    };
  });
}

/** Returns true for a response that reports a success. */
export function isSuccess({ status }: ParsedExchange): boolean {
  return status >= 200 && status < 300;
}

/** The successful responses of an operation. */
export function successesOf(history: History, operationId: OperationId): History {
  return history.filter((exchange) => exchange.operationId === operationId && isSuccess(exchange));
}

function readPathId(operationId: OperationId, pathname: string): string | undefined {
  const steps = operations[operationId].path.split('/');
  const at = steps.indexOf('{id}');
  return at < 0 ? undefined : pathname.split('/')[at];
}
