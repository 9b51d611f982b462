import { describe, expect, it } from 'vitest';
import { operations } from '../../generated/operations.js';
import { buildUrl, prepareRequest } from './prepare-request.js';

const URL = 'http://api.test/payments';

describe('a draft', () => {
  it('holds its body as JSON, and says so', () => {
    expect(prepareRequest(URL, { amount: 1 }, undefined)).toEqual({
      url: URL,
      body: '{"amount":1}',
      headers: { 'content-type': 'application/json' },
    });
  });

  it('has neither body nor type where there is nothing to send', () => {
    expect(prepareRequest(URL, undefined, undefined)).toEqual({ url: URL, body: null, headers: {} });
  });

  it('has each header once, however it is written, and the caller’s before its own', () => {
    const { headers } = prepareRequest(
      URL,
      {},
      { 'Content-Type': 'application/merge-patch+json', 'X-Mine': '1' },
    );

    expect(headers).toEqual({ 'content-type': 'application/merge-patch+json', 'x-mine': '1' });
  });

  it('refuses what JSON has no form for', () => {
    expect(() => prepareRequest(URL, { amount: 1n }, undefined)).toThrow(TypeError);
  });
});

describe('the URL of an operation', () => {
  it('has its parameters filled in and encoded', () => {
    const query = { reference: 'a b&c', limit: 5, skip: undefined };

    expect(buildUrl('http://api.test/v1', operations.getPaymentsList, { query })).toBe(
      'http://api.test/v1/payments?reference=a%20b%26c&limit=5',
    );
    expect(buildUrl('http://api.test', operations.voidPayment, { path: { id: 'a/b' } })).toBe(
      'http://api.test/payments/a%2Fb/voids',
    );
  });
});
