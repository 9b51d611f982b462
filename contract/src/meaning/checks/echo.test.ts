import { describe, expect, it } from 'vitest';
import { ACTION_ID, AUTHORIZED, createExchange, findProblems } from '../../testing/exchange.js';
import { checkEcho } from './echo.js';

const card = { type: 'card', number: '4242424242421111', expiry_month: 12, expiry_year: 2028 };
const sent = { amount: 100, currency: 'USD', reference: 'order-1', source: card, metadata: { a: '1' } };
const request = createExchange('requestPayment', 201, AUTHORIZED, { sent });
const check = (changed: object) =>
  findProblems(checkEcho, [request, createExchange('getPaymentDetails', 200, { ...AUTHORIZED, ...changed })]);

describe('checkEcho', () => {
  it.each([
    { source: { last4: '1111', bin: '424242', expiry_month: 12, expiry_year: 2028 } },
    { source: { bin: '42424242', expiry_month: '12', expiry_year: '2028' } },
    { source: { bin: '******', expiry_month: '**', expiry_year: '****' } },
    { source: null, metadata: null },
    { metadata: { a: '1' } },
  ])('accepts %j', (changed) => {
    expect(check(changed)).toEqual([]);
  });

  it.each([
    { name: 'last4', value: '4242' },
    { name: 'bin', value: '421111' },
    { name: 'expiry_month', value: 11 },
    { name: 'expiry_month', value: '01' },
    { name: 'expiry_year', value: 28 },
    { name: 'expiry_year', value: '2029' },
  ])('reports $name $value, which the card does not have', ({ name, value }) => {
    expect(check({ source: { [name]: value } })).toEqual([
      `body.source.${name} does not belong to the card of the payment request`,
    ]);
  });

  it.each([
    { name: 'currency', value: 'EUR' },
    { name: 'reference', value: 'order-2' },
    { name: 'metadata', value: { a: 1 } },
  ])('reports another $name than asked for', ({ name, value }) => {
    expect(check({ [name]: value })).toEqual([`body.${name} is not the ${name} of the payment request`]);
  });

  it.each([
    { reference: 'order-1', problems: [] },
    { reference: 'order-2', problems: ['body.reference is not the reference of the payment'] },
  ])('says $problems of the reference $reference of an increment', ({ reference, problems }) => {
    const result = { action_id: ACTION_ID, reference };
    const increment = createExchange('incrementAuthorization', 201, result, { sent: { amount: 50 } });
    expect(findProblems(checkEcho, [request, increment])).toEqual(problems);
  });

  it('reports a missing reference', () => {
    expect(check({ reference: null })).toEqual([
      'body.reference is missing, although the payment request has one',
    ]);
  });
});
