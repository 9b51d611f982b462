import { expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { CARD, DAY, errorResponse, type Fields } from '../testing/fixtures.js';

it.each<[string, Fields, string[]]>([
  ['a wrong check digit', { number: '4242424242424241' }, ['card_number_invalid']],
  ['spaces', { number: '4242 4242 4242 4242' }, ['card_number_invalid']],
  ['too few digits', { number: '42424242420' }, ['card_number_invalid']],
  ['too many digits', { number: '4'.repeat(20) }, ['card_number_invalid']],
  ['no number', { number: undefined }, ['card_number_required']],
  ['a month of 13', { expiry_month: 13 }, ['card_expiry_month_invalid']],
  ['a month of 0', { expiry_month: 0 }, ['card_expiry_month_invalid']],
  ['a year of two digits', { expiry_year: 30 }, ['card_expiry_year_invalid']],
  [
    'no expiry',
    { expiry_month: undefined, expiry_year: undefined },
    ['card_expiry_month_required', 'card_expiry_year_required'],
  ],
  ['a security code of two digits', { cvv: '12' }, ['cvv_invalid']],
  ['a security code of letters', { cvv: 'abc' }, ['cvv_invalid']],
  ['an expiry in the past', { expiry_month: 12, expiry_year: 2025 }, ['card_expired']],
  [
    'several errors',
    { number: '1', cvv: '1', expiry_month: 1.5 },
    ['card_number_invalid', 'card_expiry_month_invalid', 'cvv_invalid'],
  ],
])('rejects a card with %s', async (_, fields, codes) => {
  const api = await openApi();

  expect(await api.pay({ source: { ...CARD, ...fields } })).toMatchObject(errorResponse(...codes));
});

it('accepts a card until the end of its expiry month', async () => {
  const api = await openApi();
  const source = { ...CARD, expiry_month: 1, expiry_year: 2026 };

  api.sandbox.clock.advance(31 * DAY - 1);
  expect((await api.pay({ source })).status).toBe(201);
  api.sandbox.clock.advance(1);
  expect(await api.pay({ source })).toMatchObject(errorResponse('card_expired'));
});

it.each([
  ['4242424242424242', 'Visa'],
  ['5555555555554444', 'Mastercard'],
  ['2223000048400011', 'Mastercard'],
  ['378282246310005', 'American Express'],
  ['6011111111111117', 'Discover'],
  ['3530111333300000', 'Unknown'],
])('shows %s by its first and last digits and the scheme %s', async (number, scheme) => {
  const api = await openApi();

  const { source } = await api.details(await api.authorize({ source: { ...CARD, number } }));

  expect(source).toMatchObject({
    type: 'card',
    scheme,
    bin: number.slice(0, 6),
    last4: number.slice(-4),
    expiry_month: 12,
    expiry_year: 2030,
    cvv_check: 'Y',
  });
});

it('accepts a card without a security code, and shows that none was checked', async () => {
  const api = await openApi();

  const id = await api.authorize({ source: { ...CARD, cvv: undefined } });

  expect((await api.details(id)).source).toMatchObject({ cvv_check: 'P' });
});

it('never shows a card number or a security code', async () => {
  const api = await openApi();
  const id = await api.charge({ reference: 'ORD-1' });
  await api.refund(id);

  const shown = JSON.stringify([
    await api.details(id),
    await api.actions(id),
    await api.get('/payments?reference=ORD-1'),
    await api.post('/payments/search', { query: `id:'${id}'` }),
    await api.pay({ source: { ...CARD, number: `${CARD.number.slice(0, -1)}1`, expiry_month: 13 } }),
    await api.pay({ source: { ...CARD, cvv: `${CARD.cvv}${CARD.cvv}` } }),
    api.sandbox.ledger(),
    api.sandbox.requests(),
  ]);

  expect(shown).toContain(id);
  expect(shown).not.toContain(CARD.number.slice(0, -1));
  // Not within a time or an identifier, which can have these digits by chance.
  expect(shown).not.toMatch(new RegExp(`(?<![\\w-])${CARD.cvv}(?![\\w-])`));
});
