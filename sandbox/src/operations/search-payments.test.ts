import { createClient } from 'lddpay';
import { expect, it } from 'vitest';
import type { SearchResult } from '../../../generated/models.js';
import { type Api, openApi } from '../testing/api.js';
import { errorResponse, type Fields, SECOND } from '../testing/fixtures.js';

const AT = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * SECOND).toISOString();

interface Page {
  readonly data: readonly { readonly id: string }[];
  readonly _links: { readonly next?: { readonly href: string } };
}

/** Searches. Returns the identifiers on the page and the link to the next one. */
async function search(api: Api, body: Fields, path = '/payments/search') {
  const { status, body: page } = await api.post<Page>(path, body);
  expect(status).toBe(202);
  return { ids: page.data.map(({ id }) => id), next: page._links.next?.href };
}

/** Creates `count` payments, a second apart. Returns their ids, newest first. */
async function withPayments(count: number) {
  const api = await openApi();
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    ids.unshift(await api.authorize({ reference: 'ORD-1' }));
    api.sandbox.clock.advance(SECOND);
  }
  return { api, ids };
}

it.each<[string, Fields, string[]]>([
  ['no query', { query: undefined }, ['query_required']],
  ['a query that is not a string', { query: 5 }, ['query_invalid']],
  ['a long query', { query: `reference:'${'x'.repeat(1024)}'` }, ['query_invalid']],
  ['a limit of 0', { limit: 0 }, ['paging_limit_invalid']],
  ['a limit of 1001', { limit: 1001 }, ['paging_limit_invalid']],
  ['a limit of 1.5', { limit: 1.5 }, ['paging_limit_invalid']],
  ['a limit that is a string', { limit: '5' }, ['paging_limit_invalid']],
  ['from without to', { from: AT(0) }, ['to_required']],
  ['to without from', { to: AT(0) }, ['from_required']],
  ['a from that is not a time', { from: 'once', to: AT(0) }, ['from_invalid']],
  ['a to that is not a time', { from: AT(0), to: 'later' }, ['to_invalid']],
  ['a from that no calendar has', { from: '2021-02-30T00:00:00Z', to: AT(0) }, ['from_invalid']],
  ['a to that is only a time to JavaScript', { from: AT(0), to: 'foo 2030' }, ['to_invalid']],
  ['a to before from', { from: AT(1), to: AT(0) }, ['from_invalid', 'to_invalid']],
])('rejects %s', async (_, fields, codes) => {
  const { api } = await withPayments(1);

  expect(await api.post('/payments/search', { query: 'amount:1000', ...fields })).toMatchObject(
    errorResponse(...codes),
  );
});

it('finds payments requested from `from` to `to`, inclusive', async () => {
  const { api, ids } = await withPayments(4);
  const [, third, second] = ids;

  const { ids: found } = await search(api, { query: 'amount:1000', from: AT(1), to: AT(2) });

  expect(found).toEqual([third, second]);
});

it('takes a period without an offset for UTC, and one with an offset for what it is', async () => {
  const { api, ids } = await withPayments(3);
  const find = async (from: string, to: string) =>
    (await search(api, { query: 'amount:1000', from, to })).ids.length;

  expect(await find('2026-01-01T00:00:00', '2026-01-01T00:00:02')).toBe(ids.length);
  expect(await find('2026-01-01T02:00:01+02:00', '2025-12-31T19:00:01-05:00')).toBe(1);
});

it('returns ten payments by default', async () => {
  const { api, ids } = await withPayments(11);

  expect((await search(api, { query: 'amount:1000' })).ids).toEqual(ids.slice(0, 10));
  expect((await search(api, { query: 'amount:1000', limit: 1000 })).ids).toEqual(ids);
});

it('links to the next page, which takes the same body, while there is one', async () => {
  const { api, ids } = await withPayments(4);
  const body = { query: 'amount:1000', limit: 2 };

  const first = await search(api, body);
  const second = await search(api, body, first.next);

  expect([first.ids, second.ids]).toEqual([ids.slice(0, 2), ids.slice(2)]);
  expect(new URL(String(first.next)).origin).toBe('http://sandbox.test');
  expect(second.next).toBeUndefined();
});

it('does not return payments that arrive between two pages', async () => {
  const { api, ids } = await withPayments(3);
  const body = { query: "reference:'ORD-1'", limit: 2 };

  const first = await search(api, body);
  await api.authorize({ reference: 'ORD-1' });
  await api.authorize({ reference: 'ORD-1' });
  const second = await search(api, body, first.next);

  expect([...first.ids, ...second.ids]).toEqual(ids);
});

it('applies the query and the period to every page', async () => {
  const { api, ids } = await withPayments(4);
  await api.authorize({ amount: 7 });
  const body = { query: 'amount:1000', from: AT(0), to: AT(2), limit: 2 };

  const first = await search(api, body);
  const second = await search(api, body, first.next);

  expect([...first.ids, ...second.ids]).toEqual(ids.slice(1));
});

it.each(['-1', '', 'a', '1e3', '9'.repeat(16)])('rejects the cursor %s', async (before) => {
  const { api } = await withPayments(1);
  const path = `/payments/search?before=${before}`;

  expect(await api.post(path, { query: 'amount:1000' })).toMatchObject(errorResponse('before_invalid'));
});

it('returns the same values for a payment as its details', async () => {
  const api = await openApi();
  const id = await api.charge({ reference: 'ORD-1', metadata: { size: 4 } });
  const { amount, currency, status, source, balances, requested_on } = await api.details(id);

  const { body } = await api.post<SearchResult>('/payments/search', { query: "reference:'ORD-1'" });

  expect(body).toMatchObject({
    data: [
      {
        id,
        amount,
        currency,
        status,
        source,
        balances,
        requested_on,
        reference: 'ORD-1',
        metadata: { size: 4 },
        actions: [{ type: 'Authorization' }, { type: 'Capture' }],
      },
    ],
  });
});

it('can be iterated page by page with the client', async () => {
  const { api, ids } = await withPayments(7);
  const { credentials, fetch } = api.sandbox;
  const client = createClient({ baseUrl: 'http://sandbox.test', ...credentials, fetch });

  const found: string[] = [];
  for await (const { id } of client.searchPayments({ query: "reference:'ORD-1'", limit: 3 })) found.push(id);

  expect(found).toEqual(ids);
  const searches = api.sandbox.requests().filter(({ operationId }) => operationId === 'searchPayments');
  expect(searches).toHaveLength(3);
});
