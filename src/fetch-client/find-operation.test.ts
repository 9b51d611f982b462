import { expect, it } from 'vitest';
import { type OperationId, operations } from '../../generated/operations.js';
import { findOperation } from './find-operation.js';

const ids = Object.keys(operations) as OperationId[];

it.each(ids.filter((id) => !operations[id].tokenEndpoint))(
  'finds %s by its method and path',
  (operationId) => {
    const { method, path } = operations[operationId];

    const found = findOperation(method, path.replace('{id}', 'pay_1'));

    expect(found).toEqual({ operationId, path: path.includes('{id}') ? { id: 'pay_1' } : undefined });
  },
);

it('does not find the token endpoint', () => {
  expect(findOperation('POST', operations.getToken.path)).toBeUndefined();
});

it.each([
  ['another method', 'DELETE', '/payments'],
  ['another path', 'GET', '/payouts'],
  ['a longer path', 'GET', '/payments/pay_1/actions/act_1'],
  ['a slash at the end', 'GET', '/payments/pay_1/'],
  ['an empty parameter', 'GET', '/payments//actions'],
])('finds no operation for %s', (_, method, path) => {
  expect(findOperation(method, path)).toBeUndefined();
});

it.each([
  ['pay%2F1', 'pay/1'],
  ['%7Bid%7D', '{id}'],
  ['%E2%82%AC', '€'],
  ['%zz', '%zz'],
])('decodes the path parameter %s to %s', (encoded, id) => {
  expect(findOperation('GET', `/payments/${encoded}`)?.path).toEqual({ id });
});
