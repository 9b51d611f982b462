import type { OperationId } from 'lddpay/operations';
import { expect } from 'vitest';
import { operations } from '../conformance/description.js';
import type { ProviderExchange } from '../connection/connection.js';
import type { Observation } from '../probes/probe.js';

const HEADERS = { 'Content-Type': 'application/json', 'Cko-Request-Id': 'request-1', 'Cko-Version': '1.0.0' };

/** Builds the observation of a response. By default its status is the expected one. */
export function createObservation(
  operationId: OperationId,
  status: number,
  body?: unknown,
  {
    expected = [status],
    requestBody = '',
    prismViolations = [],
  }: Partial<ProviderExchange & { expected: number[] }> = {},
): Observation {
  const operation = operations.find((one) => one.operationId === operationId) ?? expect.unreachable();
  const text = body === undefined ? '' : JSON.stringify(body);
  return {
    probe: { operationId, what: 'in a test', expected },
    exchange: {
      operation,
      requestBody,
      result: { status, headers: new Headers(HEADERS), body: text },
      prismViolations,
    },
  };
}
