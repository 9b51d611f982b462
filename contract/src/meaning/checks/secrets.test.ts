import { describe, expect, it } from 'vitest';
import { createExchange, findProblems } from '../../testing/exchange.js';
import { checkSecrets } from './secrets.js';

const source = { number: '4242424242424242', cvv: '100' };
const request = createExchange('requestPayment', 201, {}, { sent: { source } });
const check = (body: object) =>
  findProblems(checkSecrets, [request, createExchange('getPaymentDetails', 200, body)], ['client-secret']);

describe('checkSecrets', () => {
  it('accepts numbers and words that only resemble a secret', () => {
    expect(check({ amount: 100, description: 'order 100', last4: '4242' })).toEqual([]);
  });

  it.each([
    { body: { text: 'card 4242 4242-4242 4242' }, name: '`number` of a request' },
    { body: { nested: [{ cvv: '100' }] }, name: '`cvv` of a request' },
    { body: { debug: 'id:client-secret' }, name: 'secret of this run' },
  ])('reports the $name in a response', ({ body, name }) => {
    expect(check(body)).toEqual([`body or a header contains the ${name}`]);
  });

  it('searches a body that is nested deeper than calls can be', () => {
    const nested = JSON.parse(`${'['.repeat(4_000)}"client-secret"${']'.repeat(4_000)}`);
    expect(check({ nested })).toEqual(['body or a header contains the secret of this run']);
  });

  it('reports a secret in a header', () => {
    const headers = new Headers({ 'X-Debug': 'client-secret' });
    const details = createExchange('getPaymentDetails', 404, undefined, { headers });
    expect(findProblems(checkSecrets, [details], ['client-secret'])).toEqual([
      'body or a header contains the secret of this run',
    ]);
  });
});
