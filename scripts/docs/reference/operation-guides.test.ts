import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Document, listOperations } from '../../lib/description.js';
import { listOperationGuides } from './operation-guides.js';

const description = new URL('../../../generated/openapi.json', import.meta.url);
const operations = listOperations(JSON.parse(readFileSync(description, 'utf8')) as Document);

it.each([
  ['getToken', ['tokens', 'errors']],
  ['refundPayment', ['signing', 'idempotency', 'after-a-crash', 'errors']],
  ['searchPayments', ['pagination', 'errors']],
  ['getPaymentDetails', ['errors']],
])('lists the guides that concern %s', (operationId, guides) => {
  const operation = operations.find((one) => one.operationId === operationId) ?? expect.unreachable();
  expect(listOperationGuides(operation)).toEqual(guides);
});
