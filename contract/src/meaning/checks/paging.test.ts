import { describe, expect, it } from 'vitest';
import { AUTHORIZED, createExchange, findProblems, ID } from '../../testing/exchange.js';
import { checkPaging } from './paging.js';

const request = createExchange('requestPayment', 201, AUTHORIZED, { sent: { reference: 'order-1' } });
const details = createExchange('getPaymentDetails', 200, AUTHORIZED);
const search = (query: string, ...ids: string[]) =>
  createExchange(
    'searchPayments',
    202,
    { data: ids.map((id) => ({ id, reference: 'order-1' })) },
    { sent: { query }, what: `${query} ${ids.length}` },
  );
const lacking = 'body.data lacks a payment that matches the query and that getPaymentDetails returned';

describe('checkPaging', () => {
  it.each([`id:'${ID}'`, "reference:'order-1'"])('reports a search %s that lacks the payment', (query) => {
    expect(findProblems(checkPaging, [request, details, search(query)])).toEqual([lacking]);
  });

  it('accepts a search that finds the payment only at last', () => {
    const query = "reference:'order-1'";
    expect(findProblems(checkPaging, [request, search(query), search(query, ID), details])).toEqual([]);
  });

  it('says nothing about a payment of earlier, which can be too old, unless a search found it', () => {
    const byId = search(`id:'${ID}'`);
    expect(findProblems(checkPaging, [details, byId])).toEqual([]);
    expect(findProblems(checkPaging, [search('amount > 1', ID), details, byId])).toEqual([lacking]);
  });

  it('reports a page with more items than asked for', () => {
    const page = search("reference:'order-1'", ID, 'pay_2');
    expect(findProblems(checkPaging, [{ ...page, sent: { query: 'x', limit: 1 } }])).toEqual([
      'body.data has more items than `limit` allows',
    ]);
  });

  it('reports an item with another reference than asked for', () => {
    const body = { data: [{ id: ID, reference: 'other' }] };
    const list = createExchange('getPaymentsList', 202, body, {
      query: new URLSearchParams('reference=order-1'),
    });
    expect(findProblems(checkPaging, [list])).toEqual([
      'body.data.*.reference is not the reference that was asked for',
    ]);
  });

  it.each([
    { year: 2026, problems: [] },
    { year: 2000, problems: ['body.data.*.requested_on is outside of the period that was asked for'] },
  ])('finds a payment of 2026 in a search of the year $year: $problems', ({ year, problems }) => {
    const sent = { query: 'amount:100', from: `${year}-01-01T00:00:00Z`, to: `${year}-12-31T00:00:00Z` };
    const page = createExchange('searchPayments', 202, { data: [AUTHORIZED] }, { sent });
    expect(findProblems(checkPaging, [page])).toEqual(problems);
  });

  it('does not miss a payment in a search of a period before it', () => {
    const sent = { query: `id:'${ID}'`, from: '2000-01-01T00:00:00Z', to: '2000-01-02T00:00:00Z' };
    const page = createExchange('searchPayments', 202, { data: [] }, { sent });
    expect(findProblems(checkPaging, [request, details, page])).toEqual([]);
  });

  describe('of a search that is read one by one', () => {
    const OTHER = `pay_${'b'.repeat(26)}`;
    const query = "reference:'order-1'";
    const requests = [ID, OTHER].map((id) =>
      createExchange('requestPayment', 201, { ...AUTHORIZED, id }, { sent: { reference: 'order-1' } }),
    );
    const page = (number: number, body: unknown) =>
      createExchange('searchPayments', 202, body, {
        sent: { query, limit: 1 },
        what: 'one by one',
        query: new URLSearchParams(number > 1 ? { page: String(number) } : {}),
      });
    const link = { next: { href: 'https://api.example.com/payments/search?page=2' } };
    const before = [...requests, search(query, ID, OTHER)];

    it('reports an end before a payment that was found before', () => {
      const problem = 'body.data is the end of a search that lacks a payment which it found before';
      const cut = page(1, { data: [{ id: ID }] });
      expect(findProblems(checkPaging, [...before, cut])).toEqual([problem]);
      const pages = [page(1, { data: [{ id: ID }], _links: link }), page(2, { data: [] })];
      expect(findProblems(checkPaging, [...before, ...pages])).toEqual([problem]);
    });

    it.each([
      {
        what: 'all of them',
        pages: [page(1, { data: [{ id: ID }], _links: link }), page(2, { data: [{ id: OTHER }] })],
      },
      { what: 'a list that is not read to its end', pages: [page(1, { data: [{ id: ID }], _links: link })] },
      { what: 'a bare array, which has no next page', pages: [page(1, [{ id: ID }])] },
    ])('accepts $what', ({ pages }) => {
      expect(findProblems(checkPaging, [...before, ...pages])).toEqual([]);
    });
  });
});
