import { describe, expect, it } from 'vitest';
import { operations } from '../../generated/operations.js';
import { buildUrl, prepareRequest } from './prepare-request.js';

const URL = 'http://api.test/payments';

describe('prepareRequest', () => {
  it('serializes the body as JSON and sets the content type', () => {
    expect(prepareRequest(URL, { amount: 1 }, undefined)).toEqual({
      url: URL,
      body: '{"amount":1}',
      headers: { 'content-type': 'application/json' },
    });
  });

  it('sets neither a body nor a content type when there is no body', () => {
    expect(prepareRequest(URL, undefined, undefined)).toEqual({ url: URL, body: null, headers: {} });
  });

  it('prefers the caller’s content type to its own', () => {
    const { headers } = prepareRequest(
      URL,
      {},
      { 'content-type': 'application/merge-patch+json', 'x-mine': '1' },
    );

    expect(headers).toEqual({ 'content-type': 'application/merge-patch+json', 'x-mine': '1' });
  });
});

describe('buildUrl', () => {
  it('fills in and encodes the path and query parameters', () => {
    const query = { reference: 'a b&c', limit: 5, skip: null };

    expect(buildUrl('http://api.test/v1', operations.getPaymentsList, { query })).toBe(
      'http://api.test/v1/payments?reference=a%20b%26c&limit=5',
    );
    expect(
      buildUrl('http://api.test', operations.getPaymentsList, { query: { 'a&b': "it's", c: null } }),
    ).toBe("http://api.test/payments?a%26b=it's");
    expect(buildUrl('http://api.test', operations.voidPayment, { path: { id: 'a/b' } })).toBe(
      'http://api.test/payments/a%2Fb/voids',
    );
  });
});
