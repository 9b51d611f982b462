import { describe, expect, it } from 'vitest';
import type { SearchItem } from '../../generated/models.js';
import { createClient } from '../client.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, SECRETS } from '../testing/fixtures.js';
import { unhandledRejections } from '../testing/promises.js';
import { type SentRequest, testFetch } from '../testing/test-fetch.js';
import { ApiPromise } from './api-promise.js';

const QUERY = { query: "status:'Captured'", limit: 2 };
const SEARCH_PATH = '/payments/search';

type Answer = unknown | ((request: SentRequest) => Response | Promise<Response>);

/** A client whose requests are answered with the pages, one after the other. */
function setUp(pages: readonly Answer[], { baseUrl = CREDENTIALS.baseUrl } = {}) {
  const queue = [...pages];
  const transport = testFetch((request) => {
    if (queue.length === 0) throw new Error('No page was left.');
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

function linked(ids: readonly string[], next?: unknown): unknown {
  return { data: items(...ids), _links: next === undefined ? {} : { next: { href: next } } };
}

async function idsOf(iterable: AsyncIterable<unknown>): Promise<unknown[]> {
  const ids: unknown[] = [];
  for await (const item of iterable) ids.push((item as { id: string }).id);
  return ids;
}

/** The items that were had before the iteration failed, and what it failed with. */
async function brokenOff(iterable: AsyncIterable<SearchItem>) {
  const ids: unknown[] = [];
  const error = await catchError(async () => {
    for await (const { id } of iterable) ids.push(id);
  });
  return { ids, error };
}

describe('a search', () => {
  it('walks every item along the links, each with the request that gave it', async () => {
    const { client, operationRequests, urls } = setUp([
      linked(['a', 'b'], `${CREDENTIALS.baseUrl}${SEARCH_PATH}?cursor=2`),
      linked(['c', 'd'], `${CREDENTIALS.baseUrl}${SEARCH_PATH}?cursor=3&limit=2`),
      linked(['e']),
    ]);

    expect(await idsOf(client.searchPayments(QUERY))).toEqual(['a', 'b', 'c', 'd', 'e']);

    expect(urls()).toEqual([SEARCH_PATH, `${SEARCH_PATH}?cursor=2`, `${SEARCH_PATH}?cursor=3&limit=2`]);
    for (const { method, body, headers } of operationRequests) {
      expect(method).toBe('POST');
      expect(JSON.parse(body)).toEqual(QUERY);
      expect(headers.get('authorization')).toBe(`Bearer ${SECRETS.token}`);
      expect(headers.get('content-type')).toBe('application/json');
    }
  });

  it.each([
    { name: 'a bare array', page: items('a', 'b') },
    { name: 'no links', page: { data: items('a', 'b') } },
    { name: 'links without a next one', page: { data: items('a', 'b'), _links: { self: { href: '/x' } } } },
    { name: 'links of null', page: { data: items('a', 'b'), _links: null } },
    { name: 'a next link of null', page: { data: items('a', 'b'), _links: { next: null } } },
    { name: 'a link that is empty', page: linked(['a', 'b'], '') },
  ])('of one page with $name ends after it', async ({ page }) => {
    const { client, urls } = setUp([page]);

    expect(await idsOf(client.searchPayments(QUERY))).toEqual(['a', 'b']);
    expect(urls()).toHaveLength(1);
  });

  it('goes on after a page that is empty but has a link', async () => {
    const { client } = setUp([linked(['a'], '?p=2'), linked([], '?p=3'), linked([], '?p=4'), linked(['b'])]);

    expect(await idsOf(client.searchPayments(QUERY))).toEqual(['a', 'b']);
  });

  it('goes from an envelope to a bare array', async () => {
    const { client } = setUp([linked(['a'], `${SEARCH_PATH}?p=2`), items('b')]);

    expect(await idsOf(client.searchPayments(QUERY))).toEqual(['a', 'b']);
  });

  it('that finds nothing gives nothing', async () => {
    for (const page of [[], { data: [] }]) {
      expect(await idsOf(setUp([page]).client.searchPayments(QUERY))).toEqual([]);
    }
  });

  it.each([
    { href: '/payments/search?p=2', url: 'https://api.test/payments/search?p=2' },
    { href: 'payments/search?p=2', url: 'https://api.test/v2/payments/search?p=2' },
    { href: 'https://api.test/v2/payments/search?p=2', url: 'https://api.test/v2/payments/search?p=2' },
    { href: 'https://API.test:443/v2/p?p=2#part', url: 'https://api.test/v2/p?p=2' },
    { href: '//api.test/v2/p?p=%7Bid%7D&q={id}', url: 'https://api.test/v2/p?p=%7Bid%7D&q={id}' },
    { href: 'https://me:hush@api.test/v2/p', url: 'https://api.test/v2/p' },
  ])('follows the link $href', async ({ href, url }) => {
    const { client, operationRequests } = setUp([linked(['a'], href), linked(['b'])], {
      baseUrl: 'https://api.test/v2',
    });

    expect(await idsOf(client.searchPayments(QUERY))).toEqual(['a', 'b']);
    expect(operationRequests[1]?.url).toBe(url);
  });

  it.each([
    'https://evil.test/payments/search?p=2',
    '//evil.test/payments/search',
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
  ])('does not follow the link %o to another origin, nor sends it the token', async (href) => {
    const { client, operationRequests } = setUp([linked(['a'], href)]);

    const { ids, error } = await brokenOff(client.searchPayments(QUERY));

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
    { name: 'itself', hrefs: ['?p=2', '?p=2'] },
    { name: 'a page before it', hrefs: ['?p=2', '?p=3', '?p=4', '?p=2'] },
    { name: 'itself, but for the fragment', hrefs: ['?p=2', '?p=2#again'] },
  ])('that links to $name ends with an error, and not never', async ({ hrefs }) => {
    const { client, urls } = setUp(hrefs.map((href, index) => linked([`item-${index}`], href)));

    const { ids, error } = await brokenOff(client.searchPayments(QUERY));

    expect(ids).toHaveLength(hrefs.length);
    expect(error).toMatchObject({ kind: 'decode', operationId: 'searchPayments' });
    expect(error.message).toContain('already read');
    expect(urls()).toHaveLength(hrefs.length);
  });

  it('can be walked twice, from one request for the first page', async () => {
    const { client, urls } = setUp([linked(['a'], '?p=2'), linked(['b']), linked(['b'])]);
    const search = client.searchPayments(QUERY);

    expect(await idsOf(search)).toEqual(['a', 'b']);
    expect(await idsOf(search)).toEqual(['a', 'b']);
    expect(urls()).toHaveLength(3);
  });

  it('takes the body as it was when the search was made to every page', async () => {
    const { client, operationRequests } = setUp([linked(['a'], '?p=2'), linked(['b'])]);
    const body = { ...QUERY };

    for await (const _ of client.searchPayments(body)) body.query = 'changed';

    expect(operationRequests.map((request) => JSON.parse(request.body))).toEqual([QUERY, QUERY]);
  });
});

describe('a list', () => {
  const REFERENCE = { reference: 'ORD-1' };

  it('walks every item by its offset until there are as many as there are in all', async () => {
    const { client, urls } = setUp([
      { total_count: 5, skip: 0, limit: 2, data: items('a', 'b') },
      { total_count: 5, skip: 2, limit: 2, data: items('c', 'd') },
      { total_count: 5, skip: 4, limit: 2, data: items('e') },
    ]);

    expect(await idsOf(client.getPaymentsList({ ...REFERENCE, limit: 2 }))).toEqual([
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

  it('begins where it is told to', async () => {
    const { client, urls } = setUp([
      { total_count: 5, data: items('d') },
      { total_count: 5, data: items('e') },
    ]);

    expect(await idsOf(client.getPaymentsList({ ...REFERENCE, skip: 3 }))).toEqual(['d', 'e']);
    expect(urls()).toEqual(['/payments?reference=ORD-1&skip=3', '/payments?reference=ORD-1&skip=4']);
  });

  it('goes on after a page that is shorter than asked for while more are promised', async () => {
    const { client } = setUp([
      { total_count: 3, limit: 2, data: items('a') },
      { total_count: 3, limit: 2, data: items('b', 'c') },
    ]);

    expect(await idsOf(client.getPaymentsList({ ...REFERENCE, limit: 2 }))).toEqual(['a', 'b', 'c']);
  });

  it.each([
    { name: 'the limit that was asked for', query: { limit: 2 }, limit: undefined, pages: 2 },
    { name: 'the limit that the API names', query: {}, limit: 2, pages: 2 },
    { name: 'nothing but an empty page', query: {}, limit: undefined, pages: 3 },
  ])('without a total ends by $name', async ({ query, limit, pages }) => {
    const { client, urls } = setUp([
      { limit, data: items('a', 'b') },
      { limit, data: items('c') },
      { data: [] },
    ]);

    expect(await idsOf(client.getPaymentsList({ ...REFERENCE, ...query }))).toEqual(['a', 'b', 'c']);
    expect(urls()).toHaveLength(pages);
  });

  it('ends with an empty page, whatever total is promised', async () => {
    const { client, urls } = setUp([
      { total_count: 99, data: items('a') },
      { total_count: 99, data: [] },
    ]);

    expect(await idsOf(client.getPaymentsList(REFERENCE))).toEqual(['a']);
    expect(urls()).toHaveLength(2);
  });

  it('of an unknown reference gives nothing', async () => {
    const { client, urls } = setUp([{ total_count: 0, skip: 0, limit: 10, data: [] }]);

    expect(await idsOf(client.getPaymentsList(REFERENCE))).toEqual([]);
    expect(urls()).toHaveLength(1);
  });
});

describe('a result of pages', () => {
  const PAGES = [linked(['a', 'b'], '?p=2'), linked(['c', 'd'], '?p=3'), linked(['e'])];

  it('gives the data of the first page when awaited, from one request', async () => {
    const { client, urls } = setUp(PAGES);
    const search = client.searchPayments(QUERY);

    expect(search).toBeInstanceOf(ApiPromise);
    expect(await search).toEqual(PAGES[0]);
    expect(await search.withResponse()).toMatchObject({ status: 202, data: PAGES[0] });
    expect(urls()).toHaveLength(1);
  });

  it('asks for a page when its first item is asked for, and no sooner', async () => {
    const { client, urls } = setUp(PAGES);
    const iterator = client.searchPayments(QUERY)[Symbol.asyncIterator]();

    await iterator.next();
    await iterator.next();
    expect(urls()).toHaveLength(1);
    expect(await iterator.next()).toEqual({ done: false, value: { id: 'c' } });
    expect(urls()).toHaveLength(2);
  });

  it('asks for no more after a break', async () => {
    const { client, urls } = setUp(PAGES);
    const seen: unknown[] = [];

    for await (const { id } of client.searchPayments(QUERY)) {
      seen.push(id);
      if (id === 'd') break;
    }

    expect(seen).toEqual(['a', 'b', 'c', 'd']);
    expect(urls()).toHaveLength(2);
  });

  it('gives its pages with their items and responses', async () => {
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

  it('sends the headers of the call with every page', async () => {
    const { client, operationRequests } = setUp(PAGES);

    await idsOf(client.searchPayments(QUERY, { headers: { 'X-Trace': 'trace-1' } }));

    expect(operationRequests.map(({ headers }) => headers.get('X-Trace'))).toEqual(Array(3).fill('trace-1'));
  });

  it('ends at the next page when the signal of the call is aborted', async () => {
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

  it('fails within the loop when a later page fails', async () => {
    const unhandled = unhandledRejections();
    const { client, urls } = setUp([PAGES[0], () => Response.json({}, { status: 422 })]);

    const { ids, error } = await brokenOff(client.searchPayments(QUERY));

    expect(ids).toEqual(['a', 'b']);
    expect(error).toMatchObject({ kind: 'api', status: 422, operationId: 'searchPayments' });
    expect(urls()).toHaveLength(2);
    expect(await unhandled()).toEqual([]);
  });

  it('fails within the loop when its first page fails', async () => {
    const unhandled = unhandledRejections();
    const { client } = setUp([() => Response.json({}, { status: 403 })]);

    const { ids, error } = await brokenOff(client.searchPayments(QUERY));

    expect(ids).toEqual([]);
    expect(error).toMatchObject({ kind: 'api', status: 403 });
    expect(await unhandled()).toEqual([]);
  });

  it.each([{}, { data: null }, { data: {} }, 'text', 42, null])(
    'that holds %o, and so no list, is an error and not the end',
    async (page) => {
      const { client } = setUp([page]);

      const { error } = await brokenOff(client.searchPayments(QUERY));

      expect(error).toMatchObject({ kind: 'decode', operationId: 'searchPayments', safeToRetry: true });
    },
  );
});
