import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets.js';

describe('withoutSecrets', () => {
  it('leaves out the fields that the description marks as secret', () => {
    const body = {
      source: { number: '1', cvv: '2', expiry_month: 6 },
      customer: { phone: { number: '5551234' } },
    };

    expect(withoutSecrets(body, ['source.number', 'source.cvv'])).toEqual({
      source: { expiry_month: 6 },
      customer: { phone: { number: '5551234' } },
    });
  });

  it.each(['pan', 'card_number', 'cardNumber', 'CVV', 'cvc2', 'securityCode'])(
    'leaves out %s anywhere',
    (name) => {
      expect(withoutSecrets({ a: [{ b: { [name]: '737', c: 1 } }] }, [])).toEqual({ a: [{ b: { c: 1 } }] });
    },
  );

  it.each([
    '4242424242424242',
    '4242 4242 4242 4242',
    '4242-4242-4242-4242',
    4242424242424242,
    '378282246310005',
  ])('leaves out %s wherever it is', (number) => {
    expect(withoutSecrets({ destination: { number }, kept: true }, [])).toEqual({
      destination: {},
      kept: true,
    });
  });

  it('keeps numbers that are no card number', () => {
    const body = {
      pnm_payment_identifier: '3141592653',
      order: '4242424242424241',
      amount: 1000,
      id: '12345678901234567890',
    };

    expect(withoutSecrets(body, [])).toEqual(body);
  });

  it('does not change the original', () => {
    const body = { source: { number: '4242424242424242' } };
    withoutSecrets(body, ['source.number']);

    expect(body).toEqual({ source: { number: '4242424242424242' } });
  });
});
