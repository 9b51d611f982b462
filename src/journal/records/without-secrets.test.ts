import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets.js';

const keep = (body: object, secrets: readonly string[] = []) =>
  withoutSecrets(body, { secrets, amounts: {} });

describe('withoutSecrets', () => {
  it('leaves out the fields that the description marks as secret', () => {
    const body = {
      source: { number: '1', cvv: '2', expiry_month: 6 },
      customer: { phone: { number: '5551234' } },
    };

    expect(keep(body, ['source.number', 'source.cvv'])).toEqual({
      source: { expiry_month: 6 },
      customer: { phone: { number: '5551234' } },
    });
  });

  it('leaves out the fields of items that the description marks as secret', () => {
    const body = { sources: [{ number: '1', kind: 'card' }, { number: '2' }], number: '3' };

    expect(keep(body, ['sources.*.number'])).toEqual({
      sources: [{ kind: 'card' }, {}],
      number: '3',
    });
  });

  it.each(['pan', 'card_number', 'cardNumber', 'CVV', 'cvc2', 'card_cvc', 'cvc_code', 'securityCode'])(
    'leaves out %s anywhere',
    (name) => {
      expect(keep({ a: [{ b: { [name]: '737', c: 1 } }] })).toEqual({ a: [{ b: { c: 1 } }] });
    },
  );

  it.each([
    '4242424242424242',
    '4242 4242 4242 4242',
    '4242-4242-4242-4242',
    4242424242424242,
    '378282246310005',
    '4000000000009995',
    '4242424242424242006',
    '4222222222222',
    '5555555555554444',
    '2221000000000009',
    '2200000000000004',
    '30569309025904',
    '36148900647913',
    '3528000000000007',
    '6011000990139424',
    '6200000000000005',
    '6759649826438453',
    '6799990000000000003',
    '501800000009',
    '676170000001',
  ])('leaves out %s wherever it is', (number) => {
    expect(keep({ destination: { number }, kept: true })).toEqual({
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
    expect(JSON.stringify(keep(body))).not.toMatch(/4242/);
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
    expect(keep({ note, kept: true })).toEqual({ kept: true });
  });

  it('keeps identifiers that look like a card number', () => {
    const body = {
      reference: '4242424242424242',
      pnm_payment_identifier: '4242424242424242',
      tracking_number: '4242424242424242',
    };

    expect(keep(body)).toEqual(body);
  });

  it('keeps numbers that are no card number', () => {
    const body = {
      pnm_payment_identifier: '3141592653',
      order: '4242424242424241',
      amount: 1000,
      id: '12345678901234567890',
    };

    expect(keep(body)).toEqual(body);
  });

  it.each([
    150000000300,
    1795789089004,
    4102444800007,
    '1795789089004',
    '1795789089000009',
    '1795789089000000004',
    '150000000300',
    '424242424242',
    '771234567895',
  ])('keeps %j, which no card has', (value) => {
    const body = { metadata: { value, list: [value] } };

    expect(keep(body)).toEqual(body);
  });

  it('keeps the amounts of an operation, however long they are', () => {
    const amounts = { amount: 'minor', 'parts.*.amount': 'minor' } as const;
    const body = { amount: 4242424242424242, parts: [{ amount: 4242424242424242 }] };

    expect(withoutSecrets(body, { secrets: [], amounts })).toEqual(body);
    expect(withoutSecrets({ parts: body }, { secrets: [], amounts })).toEqual({
      parts: { parts: [{}] },
    });
  });

  it('keeps numbers that are no integers', () => {
    expect(keep({ rate: 4242424242.424242 })).toEqual({ rate: 4242424242.424242 });
  });

  it('keeps fields named __proto__, and looks into them', () => {
    const text = '{"__proto__":{"a":1},"metadata":{"__proto__":{"b":"4242424242424242","c":[2]}}}';

    expect(JSON.stringify(keep(JSON.parse(text)))).toBe(
      '{"__proto__":{"a":1},"metadata":{"__proto__":{"c":[2]}}}',
    );
  });

  it('does not change the original', () => {
    const body = { source: { number: '4242424242424242' } };
    keep(body, ['source.number']);

    expect(body).toEqual({ source: { number: '4242424242424242' } });
  });
});
