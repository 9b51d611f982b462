import { describe, expect, it } from 'vitest';
import type { SearchItem } from '../../generated/models.js';
import { type Client, createClient } from '../client.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, SECRETS } from '../testing/fixtures.js';
import { until } from '../testing/platform.js';
import { unhandledRejections } from '../testing/promises.js';
import { type SentRequest, testFetch } from '../testing/test-fetch.js';
import { ApiPromise } from './api-promise.js';
import type { PagePromise } from './pagination.js';

const QUERY = { query: "status:'Captured'", limit: 2 };
const SEARCH_PATH = '/payments/search';

type PageResponse = unknown | ((request: SentRequest) => Response | Promise<Response>);

/** Creates a client whose requests get these pages, one after another. */
function setUp(pages: readonly PageResponse[], { baseUrl = CREDENTIALS.baseUrl } = {}) {
  const queue = [...pages];
  const transport = testFetch((request) => {
    if (queue.length === 0) throw new Error('There is no further page.');
    const page = queue.shift();
    return typeof page === 'function' ? page(request) : Response.json(page, { status: 202 });
  });
  const client = createClient({ ...CREDENTIALS, baseUrl, maxRetries: 0, fetch: transport.fetch });
  const urls = () => transport.operationRequests.map(({ url }) => url.replace(CREDENTIALS.baseUrl, ''));
  return { ...transport, client, urls };
}

function items(...ids: string[]): { id: string }[] {
  return ids.map((id) => ({ id }));
}

function linkedPage(ids: readonly string[], next?: unknown): unknown {
  return { data: items(...ids), _links: next === undefined ? {} : { next: { href: next } } };
}

async function collectIds(iterable: AsyncIterable<unknown>): Promise<unknown[]> {
  const ids: unknown[] = [];
  for await (const item of iterable) ids.push((item as { id: string }).id);
  return ids;
}

/** Returns the ids of the items until the iteration failed, and its error. */
async function collectUntilError(iterable: AsyncIterable<SearchItem>) {
  const ids: unknown[] = [];
  const error = await catchError(async () => {
    for await (const { id } of iterable) ids.push(id);
  });
  return { ids, error };
}

describe('the stack of the error of a list', () => {
  const ways: Readonly<Record<string, (list: PagePromise<unknown, unknown>) => Promise<unknown>>> = {
    async 'are iterated'(list) {
      for await (const _ of list);
    },
    async 'are iterated page by page'(list) {
      for await (const _ of list.pages());
    },
    async 'are taken one by one'(list) {
      const items = list[Symbol.asyncIterator]();
      while (!(await items.next()).done);
    },
  };
  const failed = () => Response.json({}, { status: 404 });

  it.each(Object.keys(ways).flatMap((way) => [1, 2].map((page) => ({ way, page }))))(
    'contains the function of the caller when its items $way, and page $page fails',
    async ({ way, page }) => {
      const pages = page === 1 ? [failed] : [linkedPage(['a'], '?p=2'), failed];

      const error: unknown = await ways[way]?.(setUp(pages).client.searchPayments(QUERY)).catch((e) => e);

      expect(error).toMatchObject({ name: 'LddPayError', stack: expect.stringContaining(way) });
    },
  );
});

describe('a list with next links', () => {
  it('iterates over the items of all pages, and sends the same request for each page', async () => {
    const { client, operationRequests, urls } = setUp([
      linkedPage(['a', 'b'], `${CREDENTIALS.baseUrl}${SEARCH_PATH}?cursor=2`),
      linkedPage(['c', 'd'], `${CREDENTIALS.baseUrl}${SEARCH_PATH}?cursor=3&limit=2`),
      linkedPage(['e']),
    ]);

    expect(await collectIds(client.searchPayments(QUERY))).toEqual(['a', 'b', 'c', 'd', 'e']);

    expect(urls()).toEqual([SEARCH_PATH, `${SEARCH_PATH}?cursor=2`, `${SEARCH_PATH}?cursor=3&limit=2`]);
    for (const { method, body, headers } of operationRequests) {
      expect(method).toBe('POST');
      expect(JSON.parse(body)).toEqual(QUERY);
      expect(headers.get('authorization')).toBe(`Bearer ${SECRETS.token}`);
      expect(headers.get('content-type')).toBe('application/json');
    }
  });

  it.each([
    { name: 'its total and no links', page: { total_count: 2, data: items('a', 'b') } },
    { name: 'its total as a string and no links', page: { total_count: '2', data: items('a', 'b') } },
    { name: 'empty links', page: { data: items('a', 'b'), _links: {} } },
    { name: 'links without a next one', page: { data: items('a', 'b'), _links: { self: { href: '/x' } } } },
    { name: 'null as next link', page: { data: items('a', 'b'), _links: { next: null } } },
    { name: 'an empty next link', page: linkedPage(['a', 'b'], '') },
    { name: 'null in its next link', page: linkedPage(['a', 'b'], null) },
  ])('ends after a page with $name', async ({ page }) => {
    const { client, urls } = setUp([page]);

    expect(await collectIds(client.searchPayments(QUERY))).toEqual(['a', 'b']);
    expect(urls()).toHaveLength(1);
  });

  it.each([
    { name: 'a plain array', page: items('a') },
    { name: 'no links', page: { data: items('a') } },
    { name: 'null as links', page: { data: items('a'), _links: null } },
  ])('ends after a page with $name that has fewer items than the limit', async ({ page }) => {
    expect(await collectIds(setUp([page]).client.searchPayments(QUERY))).toEqual(['a']);
  });

  const TEN = items(...'abcdefghij');

  it.each<{ name: string; page: unknown; count?: number; query?: object }>([
    { name: 'is a plain array', page: items('a', 'b') },
    { name: 'has no links', page: { data: items('a', 'b') } },
    { name: 'has null as links', page: { data: items('a', 'b'), _links: null } },
    { name: 'has no links and a total that is none', page: { total_count: -1, data: items('a', 'b') } },
    { name: 'has no links and a total of 0', page: { total_count: 0, data: items('a', 'b') } },
    { name: 'has more items than the limit', page: items('a', 'b', 'c'), count: 3 },
    { name: 'has as many items as the default limit', page: TEN, count: 10, query: { limit: undefined } },
  ])(
    'throws after a full page that $name, since it may have been cut',
    async ({ page, count = 2, query }) => {
      const { client } = setUp([page]);

      const { ids, error } = await collectUntilError(client.searchPayments({ ...QUERY, ...query }));

      expect(ids).toHaveLength(count);
      expect(error).toMatchObject({ kind: 'decode', operationId: 'searchPayments', safeToRetry: true });
      expect(error.message).toBe(
        'searchPayments: There may be more: the page is full. Search shorter periods.',
      );
    },
  );

  it('throws after a full page that may have been cut, although the loop emptied it', async () => {
    const error = await catchError(async () => {
      for await (const page of setUp([items('a', 'b')])
        .client.searchPayments(QUERY)
        .pages())
        (page.items as unknown[]).length = 0;
    });

    expect(error.message).toContain('There may be more');
  });

  it('ends after a full page without links when the page before had a next one', async () => {
    const { client } = setUp([linkedPage(['a', 'b'], '?p=2'), { data: items('c', 'd') }]);

    expect(await collectIds(client.searchPayments(QUERY))).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([
    { name: 'links', pages: [{ total_count: 3, data: items('a', 'b'), _links: {} }] },
    { name: 'no links', pages: [{ total_count: '3', data: items('a', 'b') }] },
    {
      name: 'no further link',
      pages: [
        { total_count: 5, data: items('a'), _links: { next: { href: '?p=2' } } },
        { total_count: 5, data: items('b'), _links: {} },
      ],
    },
  ])('throws where a search with $name ends below its total', async ({ pages }) => {
    const { ids, error } = await collectUntilError(setUp(pages).client.searchPayments(QUERY));

    expect(ids).toEqual(['a', 'b']);
    expect(error).toMatchObject({ kind: 'decode', operationId: 'searchPayments', safeToRetry: true });
    expect(error.message).toContain('There may be more: the total is larger.');
  });

  it('throws where a page below the total of an earlier one has none', async () => {
    const pages = [
      { total_count: 5, data: items('a'), _links: { next: { href: '?p=2' } } },
      { data: items('b'), _links: {} },
    ];

    const { error } = await collectUntilError(setUp(pages).client.searchPayments(QUERY));

    expect(error.message).toContain('There may be more: the total is larger.');
  });

  it('ends where only the total has grown while a search was read', async () => {
    const { client } = setUp([
      { total_count: 2, data: items('b'), _links: { next: { href: '?p=2' } } },
      { total_count: 3, data: items('a'), _links: {} },
    ]);

    expect(await collectIds(client.searchPayments(QUERY))).toEqual(['b', 'a']);
  });

  it.each(['/payments/search?p=2', {}, { url: '?p=2' }, [{ href: '?p=2' }], true])(
    'throws for %o as next link, which it cannot read',
    async (next) => {
      const { client, urls } = setUp([{ data: items('a'), _links: { next } }]);

      const { ids, error } = await collectUntilError(client.searchPayments(QUERY));

      expect(ids).toEqual(['a']);
      expect(error).toMatchObject({ kind: 'decode', operationId: 'searchPayments', safeToRetry: true });
      expect(error.message).toContain('the next link cannot be read');
      expect(urls()).toHaveLength(1);
    },
  );

  it('continues after an empty page that has a next link', async () => {
    const { client } = setUp([
      linkedPage(['a'], '?p=2'),
      linkedPage([], '?p=3'),
      linkedPage([], '?p=4'),
      linkedPage(['b']),
    ]);

    expect(await collectIds(client.searchPayments(QUERY))).toEqual(['a', 'b']);
  });

  it('continues from a page with an envelope to a plain array', async () => {
    const { client } = setUp([linkedPage(['a'], `${SEARCH_PATH}?p=2`), items('b')]);

    expect(await collectIds(client.searchPayments(QUERY))).toEqual(['a', 'b']);
  });

  it('has no items when nothing is found', async () => {
    for (const page of [[], { data: [] }]) {
      expect(await collectIds(setUp([page]).client.searchPayments(QUERY))).toEqual([]);
    }
  });

  it.each([
    ['?cursor=2', 'https://api.test/v2/payments/search?cursor=2'],
    ['search?cursor=2', 'https://api.test/v2/payments/search?cursor=2'],
    ['./search/2', 'https://api.test/v2/payments/search/2'],
    ['../search?p=2', 'https://api.test/v2/search?p=2'],
    ['/payments/search?p=2', 'https://api.test/payments/search?p=2'],
    ['payments/search?p=2', 'https://api.test/v2/payments/payments/search?p=2'],
    ['https://api.test/v2/payments/search?p=2', 'https://api.test/v2/payments/search?p=2'],
    ['https://API.test:443/v2/p?p=2#part', 'https://api.test/v2/p?p=2'],
    ['//api.test/v2/p?p=%7Bid%7D&q={id}', 'https://api.test/v2/p?p=%7Bid%7D&q={id}'],
    ['https://me:hush@api.test/v2/p', 'https://api.test/v2/p'],
  ])('follows the next link %s', async (href, url) => {
    const { client, operationRequests } = setUp([linkedPage(['a'], href), linkedPage(['b'])], {
      baseUrl: 'https://api.test/v2',
    });

    expect(await collectIds(client.searchPayments(QUERY))).toEqual(['a', 'b']);
    expect(operationRequests[1]?.url).toBe(url);
  });

  it('follows each next link from the URL of the page that contains it', async () => {
    const { client, urls } = setUp([
      linkedPage(['a'], 'search/pages/2'),
      linkedPage(['b'], '3?limit=2'),
      linkedPage(['c'], '?limit=3'),
      linkedPage(['d']),
    ]);

    expect(await collectIds(client.searchPayments(QUERY))).toEqual(['a', 'b', 'c', 'd']);
    expect(urls()).toEqual([
      SEARCH_PATH,
      `${SEARCH_PATH}/pages/2`,
      `${SEARCH_PATH}/pages/3?limit=2`,
      `${SEARCH_PATH}/pages/3?limit=3`,
    ]);
  });

  it.each([
    'https://evil.test/payments/search?p=2',
    '//evil.test/payments/search',
    'blob:http://api.test/payments/search',
    'ftp://api.test/payments/search',
    'ws://api.test/payments/search',
    'data:application/json,{}',
    'https://api.test/payments/search',
    'http://api.test:8080/payments/search',
    'http://api.test.evil.test/payments/search',
    'http://api.test@evil.test/payments/search',
    '\\\\evil.test\\payments',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://[',
    42,
    { href: '/payments/search?p=2' },
  ])('rejects the next link %o to another origin, and sends no token there', async (href) => {
    const { client, operationRequests } = setUp([linkedPage(['a'], href)]);

    const { ids, error } = await collectUntilError(client.searchPayments(QUERY));

    expect(ids).toEqual(['a']);
    expect(error).toMatchObject({
      kind: 'decode',
      operationId: 'searchPayments',
      safeToRetry: true,
      status: 202,
    });
    expect(error.message).toContain('another origin');
    expect(operationRequests).toHaveLength(1);
  });

  it.each([
    { name: 'the page itself', hrefs: ['?p=2', '?p=2'] },
    { name: 'an earlier page', hrefs: ['?p=2', '?p=3', '?p=4', '?p=2'] },
    { name: 'the page itself, with a fragment', hrefs: ['?p=2', '?p=2#again'] },
    { name: 'the first page', hrefs: [SEARCH_PATH] },
    { name: 'the first page, from a later one', hrefs: ['?p=2', `${CREDENTIALS.baseUrl}${SEARCH_PATH}`] },
    { name: 'only a fragment', hrefs: ['#next'] },
  ])('rejects a next link to a page that was already read: $name', async ({ hrefs }) => {
    const { client, urls } = setUp(hrefs.map((href, index) => linkedPage([`item-${index}`], href)));

    const { ids, error } = await collectUntilError(client.searchPayments(QUERY));

    expect(ids).toHaveLength(hrefs.length);
    expect(error).toMatchObject({ kind: 'decode', operationId: 'searchPayments' });
    expect(error.message).toContain('already read');
    expect(urls()).toHaveLength(hrefs.length);
  });

  it('can be iterated twice with one request for the first page', async () => {
    const { client, urls } = setUp([linkedPage(['a'], '?p=2'), linkedPage(['b']), linkedPage(['b'])]);
    const search = client.searchPayments(QUERY);

    expect(await collectIds(search)).toEqual(['a', 'b']);
    expect(await collectIds(search)).toEqual(['a', 'b']);
    expect(urls()).toHaveLength(3);
  });

  it('sends the original body for every page, even if the caller changes it', async () => {
    const { client, operationRequests } = setUp([linkedPage(['a'], '?p=2'), linkedPage(['b'])]);
    const body = { ...QUERY };

    for await (const _ of client.searchPayments(body)) body.query = 'changed';

    expect(operationRequests.map((request) => JSON.parse(request.body))).toEqual([QUERY, QUERY]);
  });
});

describe('a list with offsets', () => {
  const REFERENCE = { reference: 'ORD-1' };

  it('iterates over the items of all pages until it reaches the total', async () => {
    const { client, urls } = setUp([
      { total_count: 5, skip: 0, limit: 2, data: items('a', 'b') },
      { total_count: 5, skip: 2, limit: 2, data: items('c', 'd') },
      { total_count: 5, skip: 4, limit: 2, data: items('e') },
    ]);

    expect(await collectIds(client.getPaymentsList({ ...REFERENCE, limit: 2 }))).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
    expect(urls()).toEqual([
      '/payments?reference=ORD-1&limit=2',
      '/payments?reference=ORD-1&limit=2&skip=2',
      '/payments?reference=ORD-1&limit=2&skip=4',
    ]);
  });

  it('starts at the offset of the query', async () => {
    const { client, urls } = setUp([
      { total_count: 5, data: items('d') },
      { total_count: 5, data: items('e') },
    ]);

    expect(await collectIds(client.getPaymentsList({ ...REFERENCE, skip: 3 }))).toEqual(['d', 'e']);
    expect(urls()).toEqual(['/payments?reference=ORD-1&skip=3', '/payments?reference=ORD-1&skip=4']);
  });

  it('continues after a short page as long as the total is not reached', async () => {
    const { client } = setUp([
      { total_count: 3, limit: 2, data: items('a') },
      { total_count: 3, limit: 2, data: items('b', 'c') },
    ]);

    expect(await collectIds(client.getPaymentsList({ ...REFERENCE, limit: 2 }))).toEqual(['a', 'b', 'c']);
  });

  it.each([
    { name: 'a page below the limit it contains', query: {}, limit: 2, pages: 2 },
    { name: 'a page below the limit it contains as a string', query: {}, limit: '2', pages: 2 },
    {
      name: 'a page below the limit it contains, if another was asked',
      query: { limit: 100 },
      limit: 2,
      pages: 2,
    },
    { name: 'an empty page when it contains no limit', query: {}, limit: undefined, pages: 3 },
    {
      name: 'an empty page when only the query has a limit',
      query: { limit: 2 },
      limit: undefined,
      pages: 3,
    },
    { name: 'an empty page when its limit is no number', query: {}, limit: 'many', pages: 3 },
  ])('without a total ends after $name', async ({ query, limit, pages }) => {
    const { client, urls } = setUp([
      { limit, data: items('a', 'b') },
      { limit, data: items('c') },
      { data: [] },
    ]);

    expect(await collectIds(client.getPaymentsList({ ...REFERENCE, ...query }))).toEqual(['a', 'b', 'c']);
    expect(urls()).toHaveLength(pages);
  });

  it.each([5, '5'])('reads all pages of a total of %o when the API lowers the limit', async (total_count) => {
    const { client, urls } = setUp([
      { total_count, limit: 2, data: items('a', 'b') },
      { total_count, limit: 2, data: items('c', 'd') },
      { total_count, limit: 2, data: items('e') },
    ]);

    const ids = await collectIds(client.getPaymentsList({ ...REFERENCE, limit: 100 }));

    expect(ids).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(urls()).toHaveLength(3);
  });

  it.each([undefined, null, '', -1, 'unknown', {}])(
    'reads until an empty page when the total is %o, and the API lowers the limit silently',
    async (total_count) => {
      const { client, urls } = setUp([
        { total_count, data: items('a', 'b') },
        { total_count, data: items('c') },
        { total_count, data: [] },
      ]);

      expect(await collectIds(client.getPaymentsList({ ...REFERENCE, limit: 100 }))).toEqual(['a', 'b', 'c']);
      expect(urls().at(-1)).toBe('/payments?reference=ORD-1&limit=100&skip=3');
    },
  );

  it('rejects a page that repeats an earlier one, since the API ignores the offset', async () => {
    const { client, urls } = setUp([{ data: items('a') }, { data: items('b') }, { data: items('a') }]);

    const { ids, error } = await collectUntilError(client.getPaymentsList(REFERENCE) as never);

    expect(ids).toEqual(['a', 'b']);
    expect(error).toMatchObject({ kind: 'decode', operationId: 'getPaymentsList', safeToRetry: true });
    expect(error.message).toContain('already read');
    expect(urls()).toHaveLength(3);
  });

  it('reads an item twice when another one came before it meanwhile', async () => {
    const { client } = setUp([
      { total_count: 2, limit: 1, data: items('a') },
      { total_count: 3, limit: 1, data: items('a') },
      { total_count: 3, limit: 1, data: items('b') },
    ]);

    expect(await collectIds(client.getPaymentsList({ ...REFERENCE, limit: 1 }))).toEqual(['a', 'a', 'b']);
  });

  it.each([
    { first: 3, second: 3 },
    { first: 4, second: 4 },
    { first: 4, second: 5 },
    { first: 1e15, second: 1e15 },
  ])(
    'rejects a page of two that comes again while the total goes from $first to $second, since the API ignores the offset',
    async ({ first, second }) => {
      const { client, urls } = setUp([
        { total_count: first, data: items('a', 'b') },
        { total_count: second, data: items('a', 'b') },
      ]);

      const { ids, error } = await collectUntilError(client.getPaymentsList(REFERENCE) as never);

      expect(ids).toEqual(['a', 'b']);
      expect(error).toMatchObject({ kind: 'decode', operationId: 'getPaymentsList', safeToRetry: true });
      expect(error.message).toContain('already read');
      expect(urls()).toHaveLength(2);
    },
  );

  it('reads a page of which an item is nested too deep to be written as JSON', async () => {
    const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const { client } = setUp([
      () => new Response(`{ "total_count": 1, "data": [{ "id": "a", "nested": ${nested} }] }`),
    ]);

    expect(await collectIds(client.getPaymentsList(REFERENCE))).toEqual(['a']);
  });

  const DEEP = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;

  it.each([
    [
      'a total without a string form',
      '{ "total_count": { "toString": 1, "valueOf": 1 }, "data": [{ "id": "a" }] }',
    ],
    ['a total that is nested very deep', `{ "total_count": ${DEEP}, "data": [{ "id": "a" }] }`],
    [
      'a limit without a string form',
      '{ "limit": { "toString": 1, "valueOf": 1 }, "data": [{ "id": "a" }] }',
    ],
    ['an id without a string form', '{ "data": [{ "id": { "toString": 1, "join": 1 } }] }'],
    ['an id that is nested very deep', `{ "data": [{ "id": ${DEEP} }] }`],
  ])('rejects a page that was already read where it has %s', async (_name, page) => {
    const { client } = setUp([() => new Response(page), () => new Response(page)]);

    const { ids, error } = await collectUntilError(client.getPaymentsList(REFERENCE) as never);

    expect(ids).toHaveLength(1);
    expect(error).toMatchObject({ kind: 'decode', operationId: 'getPaymentsList', safeToRetry: true });
    expect(error.message).toContain('already read');
  });

  it.each([2, 99])(
    'throws after an empty page below its total, where that of the page before was %i',
    async (total_count) => {
      const { client, urls } = setUp([
        { total_count, data: items('a') },
        { total_count: 99, data: [] },
      ]);

      const { ids, error } = await collectUntilError(client.getPaymentsList(REFERENCE) as never);

      expect(ids).toEqual(['a']);
      expect(error).toMatchObject({ kind: 'decode', operationId: 'getPaymentsList', transient: true });
      expect(error.message).toBe(
        'getPaymentsList: The list has fewer payments than its total. Read it again.',
      );
      expect(urls()).toHaveLength(2);
    },
  );

  it.each([{ total_count: 1 }, { total_count: 0 }, {}])(
    'ends after an empty page whose own total is %o, even below that of the page before',
    async (total) => {
      const { client } = setUp([
        { total_count: 99, data: items('a') },
        { ...total, data: [] },
      ]);

      expect(await collectIds(client.getPaymentsList(REFERENCE))).toEqual(['a']);
    },
  );

  it('ends after an empty page when the offset of the query is beyond the total', async () => {
    const { client } = setUp([{ total_count: 5, data: [] }]);

    expect(await collectIds(client.getPaymentsList({ ...REFERENCE, skip: 9 }))).toEqual([]);
  });

  it('has no items for an unknown reference', async () => {
    const { client, urls } = setUp([{ total_count: 0, skip: 0, limit: 10, data: [] }]);

    expect(await collectIds(client.getPaymentsList(REFERENCE))).toEqual([]);
    expect(urls()).toHaveLength(1);
  });
});

describe('PagePromise', () => {
  const PAGES = [linkedPage(['a', 'b'], '?p=2'), linkedPage(['c', 'd'], '?p=3'), linkedPage(['e'])];

  it('resolves with the data of the first page, from one request', async () => {
    const { client, urls } = setUp(PAGES);
    const search = client.searchPayments(QUERY);

    expect(search).toBeInstanceOf(ApiPromise);
    expect(await search).toEqual(PAGES[0]);
    expect(await search.withResponse()).toMatchObject({ status: 202, data: PAGES[0] });
    expect(urls()).toHaveLength(1);
  });

  it('fetches a page only when its first item is needed', async () => {
    const { client, urls } = setUp(PAGES);
    const iterator = client.searchPayments(QUERY)[Symbol.asyncIterator]();

    await iterator.next();
    await iterator.next();
    expect(urls()).toHaveLength(1);
    expect(await iterator.next()).toEqual({ done: false, value: { id: 'c' } });
    expect(urls()).toHaveLength(2);
  });

  it('fetches no further page after a break', async () => {
    const { client, urls } = setUp(PAGES);
    const seen: unknown[] = [];

    for await (const { id } of client.searchPayments(QUERY)) {
      seen.push(id);
      if (id === 'd') break;
    }

    expect(seen).toEqual(['a', 'b', 'c', 'd']);
    expect(urls()).toHaveLength(2);
  });

  it('iterates over pages with their items and responses', async () => {
    const { client, urls } = setUp(PAGES);
    const pages: unknown[] = [];

    for await (const { items: found, response } of client.searchPayments(QUERY).pages()) {
      pages.push([found.map(({ id }) => id), response.data, response.status, response.attempts.length]);
      expect(urls()).toHaveLength(pages.length);
    }

    expect(pages).toEqual([
      [['a', 'b'], PAGES[0], 202, 1],
      [['c', 'd'], PAGES[1], 202, 1],
      [['e'], PAGES[2], 202, 1],
    ]);
  });

  it.each<[string, pages: unknown[], (client: Client) => Pick<PagePromise<unknown, unknown>, 'pages'>]>([
    [
      'with next links',
      [linkedPage(['a', 'b'], '?p=2'), linkedPage(['c'])],
      (client) => client.searchPayments(QUERY),
    ],
    [
      'with a total',
      [
        { total_count: 3, data: items('a', 'b') },
        { total_count: 3, data: items('c') },
      ],
      (client) => client.getPaymentsList({ reference: 'ORD-17' }),
    ],
    [
      'with a limit',
      [
        { limit: 2, data: items('a', 'b') },
        { limit: 2, data: items('c') },
      ],
      (client) => client.getPaymentsList({ reference: 'ORD-17' }),
    ],
  ])('reads all pages of a list %s when the loop empties each of them', async (_, pages, list) => {
    const ids: unknown[] = [];

    for await (const { response } of list(setUp(pages).client).pages()) {
      const page = response.data as { data: { id: string }[]; _links?: object };
      ids.push(...page.data.splice(0).map(({ id }) => id));
      delete page._links;
    }

    expect(ids).toEqual(['a', 'b', 'c']);
  });

  it('sends the headers of the call with each page request', async () => {
    const { client, operationRequests } = setUp(PAGES);

    await collectIds(client.searchPayments(QUERY, { headers: { 'X-Trace': 'trace-1' } }));

    expect(operationRequests.map(({ headers }) => headers.get('X-Trace'))).toEqual(Array(3).fill('trace-1'));
  });

  it('throws at the next page after the signal of the call aborted', async () => {
    const { client, urls } = setUp(PAGES);
    const controller = new AbortController();
    const ids: unknown[] = [];

    const error = await catchError(async () => {
      for await (const { id } of client.searchPayments(QUERY, { signal: controller.signal })) {
        ids.push(id);
        controller.abort();
      }
    });

    expect(error).toMatchObject({ kind: 'aborted', operationId: 'searchPayments' });
    expect(ids).toEqual(['a', 'b']);
    expect(urls()).toHaveLength(1);
  });

  it('throws in the loop when a later page fails, and leaves no unhandled rejection', async () => {
    const unhandled = unhandledRejections();
    const { client, urls } = setUp([PAGES[0], () => Response.json({}, { status: 422 })]);

    const { ids, error } = await collectUntilError(client.searchPayments(QUERY));

    expect(ids).toEqual(['a', 'b']);
    expect(error).toMatchObject({ kind: 'api', status: 422, operationId: 'searchPayments' });
    expect(urls()).toHaveLength(2);
    expect(await unhandled()).toEqual([]);
  });

  it('throws in the loop when the first page fails, and leaves no unhandled rejection', async () => {
    const unhandled = unhandledRejections();
    const { client } = setUp([() => Response.json({}, { status: 403 })]);

    const { ids, error } = await collectUntilError(client.searchPayments(QUERY));

    expect(ids).toEqual([]);
    expect(error).toMatchObject({ kind: 'api', status: 403 });
    expect(await unhandled()).toEqual([]);
  });

  it.each<[string, (list: PagePromise<unknown, SearchItem>) => AsyncGenerator<unknown>]>([
    ['pages', (list) => list.pages()],
    ['items', (list) => list[Symbol.asyncIterator]()],
  ])('throws in a loop over %s that begins after the first page failed', async (_, iterate) => {
    const unhandled = unhandledRejections();
    const { client, operationRequests } = setUp([() => Response.json({}, { status: 403 })]);

    const iterator = iterate(client.searchPayments(QUERY));
    await until(() => operationRequests.length === 1, 'the request of the first page');

    expect(await unhandled()).toEqual([]);
    expect(await catchError(iterator.next())).toMatchObject({ kind: 'api', status: 403 });
  });

  it.each([{}, { data: null }, { data: {} }, 'string', 42, null])(
    'throws for a page without a list: %o',
    async (page) => {
      const { client } = setUp([page]);

      const { error } = await collectUntilError(client.searchPayments(QUERY));

      expect(error).toMatchObject({ kind: 'decode', operationId: 'searchPayments', safeToRetry: true });
    },
  );

  it('says of a page with an object alone that it has no list', async () => {
    const { client } = setUp([{ data: {} }]);

    const { error } = await collectUntilError(client.searchPayments(QUERY));

    expect(error.message).toContain('The page has no list.');
    expect(error.transient).toBe(true);
  });
});
