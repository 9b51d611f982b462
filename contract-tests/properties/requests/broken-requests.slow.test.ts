import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operations } from '../../../contract/src/conformance/description.js';
import type { Operation } from '../../../scripts/lib/description.js';
import { breakRequest, brokenRequests, isBroken, listBrokenRequests } from './broken-requests.js';

const named = operations.map((operation) => ({ name: operation.operationId, operation }));

function findOperation(operationId: string): Operation {
  return operations.find((operation) => operation.operationId === operationId) ?? expect.unreachable();
}

/** The parts and places that the listed cases of an operation break. */
function listPlaces(operationId: string): Set<string> {
  return new Set(
    listBrokenRequests(findOperation(operationId)).map(
      ({ part, broken }) => `${part}${broken.pointer} ${broken.keyword}`,
    ),
  );
}

describe('listBrokenRequests', () => {
  it('breaks the id, the query and the body', () => {
    expect(listPlaces('getPaymentsList')).toEqual(
      new Set([
        ...['query/reference required', 'query/limit type', 'query/limit minimum', 'query/limit maximum'],
        ...['query/skip type', 'query/skip minimum'],
      ]),
    );
    expect(listPlaces('getPaymentDetails')).toEqual(new Set(['id pattern']));
    expect([...listPlaces('voidPayment')]).toEqual(
      expect.arrayContaining(['id pattern', 'body type', 'body/reference maxLength', 'body/metadata type']),
    );
  });
});

describe('brokenRequests', () => {
  it.each(named)(
    'generates requests that break one keyword, as data that JSON holds: $name',
    ({ operation }) => {
      const cases = brokenRequests(operation) ?? expect.unreachable();
      for (const one of fc.sample(cases, { numRuns: 30, seed: 1 })) {
        const read = JSON.parse(JSON.stringify(one));
        expect(isBroken(operation, read)).toBe(true);
        expect(breakRequest(read)).not.toEqual(one.valid);
      }
    },
  );
});

describe('isBroken', () => {
  it('is false once the description allows what was broken', () => {
    const operation = findOperation('getPaymentsList');
    const valid = {
      operationId: 'getPaymentsList',
      query: { reference: 'a', limit: '10' },
      headers: {},
    } as const;
    const limit = (value: string) =>
      isBroken(operation, { valid, part: 'query', broken: { pointer: '/limit', keyword: 'maximum', value } });
    expect(limit('101')).toBe(true);
    expect(limit('100')).toBe(false);
  });
});
