import { expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { errorResponse } from '../testing/fixtures.js';

it('finds the payments that match each of the confirmed forms, newest first', async () => {
  const api = await openApi();
  const captured = await api.charge({ reference: 'ORD-1' });
  const voided = await api.authorize({ reference: 'ORD-1', amount: 500, currency: 'EUR' });
  await api.void(voided);
  const other = await api.charge({ reference: 'ORD-2', amount: 500 });

  const find = async (query: string) => {
    const { status, body } = await api.post<{ data: { id: string }[] }>('/payments/search', { query });
    expect(status).toBe(202);
    return body.data.map(({ id }) => id);
  };

  expect(await find(`id:'${captured}'`)).toEqual([captured]);
  expect(await find("reference:'ORD-1'")).toEqual([voided, captured]);
  expect(await find("status:'Captured'")).toEqual([other, captured]);
  expect(await find("status:'Voided'")).toEqual([voided]);
  expect(await find("currency:'USD'")).toEqual([other, captured]);
  expect(await find('amount:500')).toEqual([other, voided]);
  expect(await find(' amount:1000\n')).toEqual([captured]);
});

it.each([
  "id:'pay_unknown'",
  "reference:'ord-1'",
  "reference:'ORD'",
  "reference:''",
  "status:'Paid'",
  "status:'authorized'",
  "currency:'JPY'",
  'amount:99',
])('finds no payment by %s', async (query) => {
  const api = await openApi();
  await api.authorize({ reference: 'ORD-1' });

  expect((await api.post('/payments/search', { query })).body).toEqual({ data: [], _links: {} });
});

it.each([
  'ORD-1',
  '',
  'reference:ORD-1',
  'reference:"ORD-1"',
  "reference:'ORD-1",
  "Reference:'ORD-1'",
  "reference:'ORD-1' AND status:'Captured'",
  "reference:'O'D'",
  "amount:'100'",
  'amount:>100',
  'amount:-1',
  'amount:1.5',
  "card:'4242'",
  "constructor:'a'",
])('rejects the unconfirmed form %s', async (query) => {
  const api = await openApi();
  await api.authorize({ reference: 'ORD-1' });

  expect(await api.post('/payments/search', { query })).toMatchObject(errorResponse('query_not_supported'));
});
