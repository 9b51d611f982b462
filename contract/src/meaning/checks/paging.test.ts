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
});
