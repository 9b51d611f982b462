import type { Operation } from '../../../../scripts/lib/description.js';
import { describePlace, describeProblem } from '../describe-violation.js';
import { readPrismViolations } from '../prism-violations.js';
import {
  type BufferedResponse,
  findRequestViolations,
  findResponseViolations,
  type Violation,
} from '../violations.js';

/** A violation in an exchange, with the checker that found it. */
export interface ExchangeViolation {
  readonly checker: 'Ajv' | 'Prism';
  readonly side: 'request' | 'response';
  readonly message: string;
}

/** The parts of an exchange that are checked. */
export interface CheckedExchange {
  /** Undefined when the request belongs to no operation. */
  readonly operation: Operation | undefined;
  /** Empty without a body. */
  readonly requestBody: string;
  readonly response: BufferedResponse;
}

/** Finds the violations in an exchange: those of our own check with Ajv, and those that Prism reports. */
export function findExchangeViolations(exchange: CheckedExchange): ExchangeViolation[] {
  return [...findAjvViolations(exchange), ...findPrismViolations(exchange)];
}

function findAjvViolations({ operation, requestBody, response }: CheckedExchange): ExchangeViolation[] {
  if (!operation) return [{ checker: 'Ajv', side: 'request', message: 'belongs to no operation' }];
  return [
    ...findRequestViolations(operation, requestBody).map((one) => ajvViolation('request', one)),
    ...findResponseViolations(operation, response).map((one) => ajvViolation('response', one)),
  ];
}

function findPrismViolations({ response }: CheckedExchange): ExchangeViolation[] {
  return readPrismViolations(response.headers).map(({ side, path, message }) => ({
    checker: 'Prism',
    side,
    message: [...path, message].join(' '),
  }));
}

function ajvViolation(side: ExchangeViolation['side'], violation: Violation): ExchangeViolation {
  const message = `${describePlace(violation)} ${describeProblem(violation, JSON.stringify)}`;
  return { checker: 'Ajv', side, message };
}
