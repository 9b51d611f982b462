import { signRequest } from 'lddpay';
import { describe, expect, it } from 'vitest';
import { CREDENTIALS } from './acceptable-values.js';
import { PAYMENT_ID, SIGNATURE } from './request-case.js';
import { writeRequest } from './send-request.js';

describe('writeRequest', () => {
  it('writes the id of the payment, the query, the credentials and the body', () => {
    const request = {
      operationId: 'voidPayment',
      query: { a: 'é&' },
      headers: { 'X-A': 'b' },
      body: { c: 1 },
    } as const;
    expect(writeRequest({ ...request, id: PAYMENT_ID }, 'pay_1', 'Bearer x')).toEqual({
      method: 'POST',
      path: '/payments/pay_1/voids?a=%C3%A9%26',
      headers: { 'X-A': 'b', Authorization: 'Bearer x' },
      body: '{"c":1}',
    });
    expect(writeRequest({ ...request, id: 'a/b' }, 'pay_1', undefined)).toMatchObject({
      path: '/payments/a%2Fb/voids?a=%C3%A9%26',
      headers: { 'X-A': 'b' },
    });
  });

  it('signs a body like the client, and keeps a signature that is wrong on purpose', async () => {
    const body = {
      site_identifier: 'S1',
      timestamp: '1',
      version: '3.0',
      refund_amount: 5,
      signature: SIGNATURE,
    };
    const write = (own: object) =>
      JSON.parse(
        writeRequest({ operationId: 'refundPayment', query: {}, headers: {}, body: own }, '', '').body ?? '',
      );
    const { signature: _, ...unsigned } = body;
    expect(write(body).signature).toBe(await signRequest(unsigned, CREDENTIALS.signing.secret));
    expect(write({ ...body, refund_amount: { toString: null } }).signature).toMatch(/^[0-9a-f]{64}$/);
    expect(write({ ...body, signature: 'wrong' }).signature).toBe('wrong');
  });
});
