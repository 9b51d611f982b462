import { expect } from 'vitest';
import type { OperationId } from '../../../generated/operations.js';
import { operations } from '../../conformance/description.js';
import type { Observation } from '../asking.js';
import type { Exchange } from '../wire.js';

const HEADERS = { 'Content-Type': 'application/json', 'Cko-Request-Id': 'request-1', 'Cko-Version': '1.0.0' };

/** An answer to a request that was to be answered with `expected`. */
export function observed(
  operationId: OperationId,
  status: number,
  body?: unknown,
  { expected = [status], sent = '', objections = [] }: Partial<Exchange & { expected: number[] }> = {},
): Observation {
  const operation = operations.find((one) => one.operationId === operationId) ?? expect.unreachable();
  const text = body === undefined ? '' : JSON.stringify(body);
  return {
    probe: { operationId, what: 'in a test', expected },
    exchange: { operation, sent, outcome: { status, headers: new Headers(HEADERS), text }, objections },
  };
}
