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

  it('leaves out the fields of items that the description marks as secret', () => {
    const body = { sources: [{ number: '1', kind: 'card' }, { number: '2' }], number: '3' };

    expect(withoutSecrets(body, ['sources.*.number'])).toEqual({
      sources: [{ kind: 'card' }, {}],
      number: '3',
    });
  });

  it.each(['pan', 'card_number', 'cardNumber', 'CVV', 'cvc2', 'card_cvc', 'cvc_code', 'securityCode'])(
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
    '4000000000009995',
    '424242424242',
    '4242424242424242006',
  ])('leaves out %s wherever it is', (number) => {
    expect(withoutSecrets({ destination: { number }, kept: true }, [])).toEqual({
      destination: {},
      kept: true,
    });
  });

  it.each([
    { list: ['4242424242424242'] },
    { list: [4242424242424242] },
    { note: 'card 4242.4242.4242.4242 of the payer' },
    { url: 'https://shop.example/?card=4242424242424242' },
    { track: ';4242424242424242=30121010000000000000?' },
    { '4242424242424242': true },
  ])('leaves out the card number in %j', (body) => {
    expect(JSON.stringify(withoutSecrets(body, []))).not.toMatch(/4242/);
  });

  it.each([
    'card 4242424242424242 12/30',
    '4242 4242 4242 4242 100',
    'order 17 4242424242424242',
    '4242424242424242-1',
    '2026 4242-4242-4242-4242',
    '4242  4242  4242  4242',
    '4242\u00a04242\u00a04242\u00a04242',
    '4242/4242/4242/4242',
    '4242_4242_4242_4242',
  ])('leaves out a card number beside other digits, and with any separators: %j', (note) => {
    expect(withoutSecrets({ note, kept: true }, [])).toEqual({ kept: true });
  });

  it('keeps identifiers that look like a card number', () => {
    const body = { reference: '4242424242424242', pnm_payment_identifier: '4242424242424242' };

    expect(withoutSecrets(body, [])).toEqual(body);
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
