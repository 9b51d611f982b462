import { createClient } from 'lddpay';
import { expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { errorResponse } from '../testing/fixtures.js';

interface Page {
  readonly total_count: number;
  readonly skip: number;
  readonly limit: number;
  readonly data: readonly { readonly id: string }[];
}

/** Creates `count` payments with one reference and one payment with another. Returns the ids, newest first. */
async function withPayments(count: number) {
  const api = await openApi();
  await api.authorize({ reference: 'ORD-2' });
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) ids.unshift(await api.authorize({ reference: 'ORD-1' }));
  const list = async (query: string) => {
    const { status, body } = await api.get<Page>(`/payments?${query}`);
    expect(status).toBe(202);
    return { ...body, data: body.data.map(({ id }) => id) };
  };
  return { api, ids, list };
}

it('returns the ten newest payments with the reference, and the total count', async () => {
  const { ids, list } = await withPayments(12);

  expect(await list('reference=ORD-1')).toEqual({
    total_count: 12,
    skip: 0,
    limit: 10,
    data: ids.slice(0, 10),
  });
});

it('applies limit and skip', async () => {
  const { ids, list } = await withPayments(5);

  expect(await list('reference=ORD-1&limit=2&skip=1')).toEqual({
    total_count: 5,
    skip: 1,
    limit: 2,
    data: ids.slice(1, 3),
  });
  expect((await list('reference=ORD-1&limit=2&skip=4')).data).toEqual(ids.slice(4));
  expect((await list('reference=ORD-1&limit=100')).data).toEqual(ids);
});

it.each(['reference=ORD-1&skip=5', 'reference=ORD-1&skip=500', 'reference=ORD', 'reference='])(
  'returns no payment for %s',
  async (query) => {
    const { list } = await withPayments(5);

    expect((await list(query)).data).toEqual([]);
  },
);

it('decodes the reference in the URL', async () => {
  const { api, list } = await withPayments(0);
  const id = await api.authorize({ reference: 'A&B +ü' });

  expect((await list(`reference=${encodeURIComponent('A&B +ü')}`)).data).toEqual([id]);
});

it('reads a number with decimals that are all zero, as some languages write it', async () => {
  const { list, ids } = await withPayments(3);

  expect((await list('reference=ORD-1&limit=1.0&skip=1.00')).data).toEqual([ids[1]]);
});

it.each([
  ['', 'reference_required'],
  ['reference=a&limit=0', 'paging_limit_invalid'],
  ['reference=a&limit=101', 'paging_limit_invalid'],
  ['reference=a&limit=2.5', 'paging_limit_invalid'],
  ['reference=a&limit=ten', 'paging_limit_invalid'],
  ['reference=a&limit=', 'paging_limit_invalid'],
  ['reference=a&limit=Infinity', 'paging_limit_invalid'],
  ['reference=a&skip=-1', 'paging_skip_invalid'],
  ['reference=a&skip=1.5', 'paging_skip_invalid'],
  ['reference=a&skip=all', 'paging_skip_invalid'],
  ...['0x10', '0b1', '1e1', '%2B5', '10.', '.0', '010', '%2010', '10%0A'].map((limit): [string, string] => [
    `reference=a&limit=${limit}`,
    'paging_limit_invalid',
  ]),
  ['reference=a&skip=-0', 'paging_skip_invalid'],
  ['reference=a&skip=9007199254740993', 'paging_skip_invalid'],
])('rejects the query %s with %s', async (query, code) => {
  const { api } = await withPayments(0);

  expect(await api.get(`/payments?${query}`)).toMatchObject(errorResponse(code));
});

it.each([
  ['a reference in Latin-1', 'reference=Caf%E9', ['reference_invalid']],
  ['a reference that ends within a character', 'reference=%E2%82', ['reference_invalid']],
  ['half of a surrogate pair', 'reference=%ED%A0%80', ['reference_invalid']],
  ['two references', 'reference=ORD-1&reference=ORD-2', ['reference_invalid']],
  ['the same reference twice', 'reference=ORD-1&referenc%65=ORD-1', ['reference_invalid']],
  ['a limit twice', 'reference=ORD-1&limit=1&limit=1', ['paging_limit_invalid']],
  ['no UTF-8 in a limit', 'reference=ORD-1&limit=1%FF', ['paging_limit_invalid']],
  [
    'two parameters that are wrong',
    'reference=ORD-1&skip=1&skip=2&limit=ten',
    ['paging_limit_invalid', 'paging_skip_invalid'],
  ],
])('rejects %s, since an empty list would say that there is no payment', async (_, query, codes) => {
  const { api } = await withPayments(1);

  expect(await api.get(`/payments?${query}`)).toMatchObject(errorResponse(...codes));
});

it.each(['other=%E9', '%E9=a', 'other=1&other=2', '__proto__=1&__proto__=2', '&&', '=a&='])(
  'ignores the unknown parameters %s',
  async (others) => {
    const { ids, list } = await withPayments(1);

    expect((await list(`${others}&reference=ORD-1`)).data).toEqual(ids);
  },
);

it.each(['100%', '100%&x=1', '100%25', '%31%30%30%'])('finds the reference 100% by %s', async (encoded) => {
  const { api, list } = await withPayments(0);
  const id = await api.authorize({ reference: '100%' });

  expect((await list(`reference=${encoded}`)).data).toEqual([id]);
});

it('returns the details of each payment', async () => {
  const { api } = await withPayments(0);
  const id = await api.charge({ reference: 'ORD-1', metadata: { size: 4 } });

  const { body } = await api.get('/payments?reference=ORD-1');

  expect(body).toMatchObject({ data: [await api.details(id)] });
});

it('can be iterated page by page with the client', async () => {
  const { api, ids } = await withPayments(7);
  const { credentials, fetch } = api.sandbox;
  const client = createClient({ baseUrl: 'http://sandbox.test', ...credentials, fetch });

  const found: string[] = [];
  for await (const { id } of client.getPaymentsList({ reference: 'ORD-1', limit: 3 })) found.push(id);

  expect(found).toEqual(ids);
  const lists = api.sandbox.requests().filter(({ operationId }) => operationId === 'getPaymentsList');
  expect(lists).toHaveLength(3);
});
