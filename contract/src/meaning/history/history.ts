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

/** A request without a response. */
export type UnansweredRequest = Pick<ParsedExchange, 'operationId' | 'id' | 'sent' | 'idempotencyKey'>;

/** All responses of a run, in order. */
export type History = readonly ParsedExchange[];

/** Parses the requests and responses of a run. Requests without a response are left out. */
export function readHistory(observations: readonly Observation[]): History {
  return observations.flatMap(({ probe, exchange }) => {
    const { path, result } = exchange;
    if ('failure' in result) return [];
    const [, query] = path.split('?');
    return {
      ...readRequest(exchange),
      what: probe.what,
      query: new URLSearchParams(query),
      status: result.status,
      headers: result.headers,
      text: result.body,
      bytes: result.bytes,
      body: parseJson(result.body)?.value,
    };
  });
}

/** Parses the requests of a run that have no response. */
export function readUnanswered(observations: readonly Observation[]): UnansweredRequest[] {
  return observations
    .filter(({ exchange }) => 'failure' in exchange.result)
    .map(({ exchange }) => readRequest(exchange));
}

function readRequest({
  operation,
  path,
  idempotencyKey,
  requestBody,
}: Observation['exchange']): UnansweredRequest {
  const operationId = operation.operationId as OperationId;
  const [pathname = ''] = path.split('?');
  return {
    operationId,
    id: readPathId(operationId, pathname),
    sent: parseJson(requestBody)?.value,
    idempotencyKey,
  };
}

/** Statuses of 4xx that leave open what becomes of an earlier attempt. */
const UNDECIDED = [408, 409, 429, 499];

/** Returns true for a response that reports a success. */
export function isSuccess({ status }: ParsedExchange): boolean {
  return status >= 200 && status < 300;
}

/** Returns true for a response after which the request may have taken effect: it was not certainly rejected. */
export function mayHaveEffect({ status }: ParsedExchange): boolean {
  return status < 400 || status >= 500 || UNDECIDED.includes(status);
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
