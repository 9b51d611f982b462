import { describe, expect, it } from 'vitest';
import type { RequestCase } from '../requests/request-case.js';
import { findSuccessProblems } from './success-problems.js';

type Operation = RequestCase['operationId'];

function findProblems(
  operationId: Operation,
  payment: RequestCase['payment'],
  status: number,
  body?: object,
): string[] {
  const request = { operationId, query: {}, headers: {}, ...(payment && { payment }) };
  const text = body ? JSON.stringify(body) : '';
  return findSuccessProblems(request, { status, headers: new Headers(), body: text });
}

describe('findSuccessProblems', () => {
  it.each<[Operation, RequestCase['payment'], number, object?]>([
    ['requestPayment', undefined, 201, { status: 'Authorized', approved: true }],
    ['requestPayment', undefined, 201, { status: 'Declined', approved: false }],
    ['requestPayment', undefined, 202, { status: 'Pending', approved: false }],
    ['requestPayment', undefined, 422, {}],
    ['incrementAuthorization', 'authorized', 201, { status: 'Declined', approved: false }],
    ['getPaymentDetails', 'voided', 200, { status: 'Voided' }],
    ['reversePayment', 'voided', 204],
    ['reversePayment', 'captured', 202, {}],
    ['voidPayment', 'authorized', 202, {}],
  ])('allows what is documented: %s %s %i %o', (...response) => {
    expect(findProblems(...response)).toEqual([]);
  });

  it.each<[Operation, RequestCase['payment'], number, object?]>([
    ['requestPayment', undefined, 201, { status: 'Pending', approved: false }],
    ['requestPayment', undefined, 202, { status: 'Authorized', approved: true }],
    ['requestPayment', undefined, 201, { status: 'Declined', approved: true }],
    ['requestPayment', undefined, 201, { status: 'Card Verified', approved: false }],
    ['incrementAuthorization', 'authorized', 201, { status: 'Authorized', approved: false }],
    ['getPaymentDetails', 'pending', 200, { status: 'Authorized' }],
    ['reversePayment', 'retry scheduled', 204],
    ['reversePayment', 'voided', 202, {}],
  ])('reports another meaning: %s %s %i %o', (...response) => {
    expect(findProblems(...response)).toHaveLength(1);
  });
});
