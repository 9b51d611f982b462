import { expect, it } from 'vitest';
import { findOperation } from './find-operation.js';
import { UNKNOWN_ID } from './payments.js';

it.each([
  ['POST', '/payments', 'requestPayment'],
  ['POST', '/payments/search', 'searchPayments'],
  ['GET', `/payments/${UNKNOWN_ID}`, 'getPaymentDetails'],
  ['GET', `/payments/${UNKNOWN_ID}/actions`, 'getPaymentActions'],
  ['DELETE', '/payments', undefined],
  ['GET', '/payments/', undefined],
  ['GET', '/refunds', undefined],
])('finds the operation of %s %s: %s', (method, path, operationId) => {
  expect(findOperation(method, path)?.operationId).toBe(operationId);
});
