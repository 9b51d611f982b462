import { expect, it } from 'vitest';
import { findOperation } from './operations.js';

it.each([
  ['POST', '/payments', 'requestPayment'],
  ['POST', '/payments/pay_1/captures', 'capturePayment'],
  ['GET', '/payments?reference=ORD-1', 'getPaymentsList'],
  ['GET', '/payments/pay_1/actions', 'getPaymentActions'],
  ['POST', '/payments/search', 'searchPayments'],
  ['POST', '/connect/token', 'getToken'],
  ['GET', '/elsewhere', undefined],
])('findOperation finds that %s %s is %s', (method, path, operationId) => {
  expect(findOperation(method, path)).toBe(operationId);
});
