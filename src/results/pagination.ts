import type { Input } from '../../generated/methods.js';
import type { Pagination } from '../../generated/operations.js';
import { callMessage, LddPayError } from '../errors.js';
import { valuesAt } from '../lib/values-at.js';
import { ApiPromise, type ApiResponse } from './api-promise.js';

/** The item type of a page: a page is a list, or an envelope around a list. */
export type ItemOf<Data> = Data extends readonly (infer Item)[]
  ? Item
  : Data extends { readonly data: readonly (infer Item)[] }
    ? Item
    : never;

/** One page of a result: its items and its response. */
export interface Page<Data, Item> {
  readonly items: readonly Item[];
  readonly response: ApiResponse<Data>;
}

/** Where the pages of a result come from. */
interface PageSource {
  readonly operationId: string;
  readonly pagination: Pagination;
  readonly input: Input;
  /** Returns the URL of the first request. */
  readonly url: () => string;
  readonly first: Promise<ApiResponse<unknown>>;
  /** Fetches the page for another input, or at the URL of a link. */
  readonly fetch: (input: Input, url: string | undefined) => Promise<ApiResponse<unknown>>;
}

/** How to fetch the next page; undefined after the last one. */
type NextPage = { readonly input: Input; readonly url?: string | undefined } | undefined;

/**
 * A promise of the first page that can also be iterated. `for await` iterates over the items of all pages. It
 * fetches a page when the first of its items is needed, with the options of the call; `break` stops it.
 */
export class PagePromise<Data, Item> extends ApiPromise<Data> implements AsyncIterable<Item> {
  readonly #source: PageSource;

  private constructor(source: PageSource) {
    super(source.first as Promise<ApiResponse<Data>>);
    this.#source = source;
  }

  /** Connects the pages as the description of the operation says. Its type is what the operation promises. */
  static of<Result extends ApiPromise<unknown>>(source: PageSource): Result {
    return new PagePromise(source) as ApiPromise<unknown> as Result;
  }

  /**
   * Iterates over the pages, each with its items and its response.
   *
   * @example
   * for await (const { items, response } of lddpay.searchPayments({ query }).pages()) {
   *   console.log(response.requestId, items.length);
   * }
   * @throws LddPayError of kind `decode` for a page without a list, for a next link to another origin, and for a
   *   page that was already read.
   */
  pages(): AsyncGenerator<Page<Data, Item>> {
    return iteratePages(this.#source, () => this.withResponse()) as AsyncGenerator<Page<Data, Item>>;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item> {
    for await (const { items } of this.pages()) yield* items;
  }
}

async function* iteratePages(
  source: PageSource,
  first: () => Promise<ApiResponse<unknown>>,
): AsyncGenerator<Page<unknown, unknown>> {
  const { pagination } = source;
  const seen = new Set<string>();
  let response = await first();
  let { input } = source;
  let url: string | undefined;
  for (;;) {
    const items = itemsOf(source, response);
    // Without a total, a list whose API ignores the offset would never end.
    if (
      pagination.style === 'offset' &&
      items[0] &&
      Number.isNaN(readCount(response.data, pagination.total))
    ) {
      see(source, response, seen, JSON.stringify(items));
    }
    yield { items, response };
    const next =
      pagination.style === 'link'
        ? nextLink(source, response, valueAt(response.data, pagination.next), url ?? source.url(), seen)
        : nextOffset(pagination, response.data, input, items.length);
    if (!next) return;
    ({ input, url } = next);
    response = await source.fetch(input, url);
  }
}

/** Throws for a page that was already read. */
function see(source: PageSource, response: ApiResponse<unknown>, seen: Set<string>, page: string): void {
  if (seen.has(page)) throw pageError(source, response, 'The next page was already read.');
  seen.add(page);
}

/** Both a list and an envelope around a list are documented. */
function itemsOf(source: PageSource, response: ApiResponse<unknown>): readonly unknown[] {
  const { data } = response;
  const items = Array.isArray(data) ? data : valueAt(data, source.pagination.items);
  if (Array.isArray(items)) return items;
  throw pageError(source, response, 'The page contains no list.');
}

/**
 * Follows a link with the same request: the description has no other.
 *
 * @param current The URL that the link is relative to (RFC 3986, section 5.1.3).
 */
function nextLink(
  source: PageSource,
  response: ApiResponse<unknown>,
  href: unknown,
  current: string,
  seen: Set<string>,
): NextPage {
  if (href === undefined || href === null || href === '') return undefined;
  const { origin } = new URL(current);
  const link = typeof href === 'string' && URL.canParse(href, current) ? new URL(href, current) : undefined;
  // A blob URL has an origin, but no host.
  if (link?.origin !== origin || !link.host) {
    throw pageError(source, response, 'The next link points to another origin and was not followed.');
  }
  seen.add(current);
  const url = link.origin + link.pathname + link.search;
  see(source, response, seen, url);
  return { input: source.input, url };
}

function nextOffset(
  { offset, limit, total }: Extract<Pagination, { style: 'offset' }>,
  data: unknown,
  input: Input,
  count: number,
): NextPage {
  const query = input.query ?? {};
  const reached = Number(query[offset] ?? 0) + count;
  const known = readCount(data, total);
  // Not the limit of the query, which the API may have lowered.
  const size = readCount(data, limit);
  const hasMore = Number.isNaN(known) ? !(count < size) : reached < known;
  return count > 0 && hasMore ? { input: { ...input, query: { ...query, [offset]: reached } } } : undefined;
}

/** Reads a count; NaN when it is none. Then only an empty page is the last one. */
function readCount(data: unknown, path: string): number {
  const value = valueAt(data, path);
  return /^\d+$/.test(String(value)) ? Number(value) : Number.NaN;
}

function pageError(
  { operationId }: PageSource,
  { status, requestId, attempts }: ApiResponse<unknown>,
  message: string,
): LddPayError {
  return new LddPayError(callMessage(operationId, message, requestId), {
    kind: 'decode',
    outcome: 'unknown',
    safeToRetry: true,
    operationId,
    status,
    requestId,
    attempts,
  });
}

function valueAt(data: unknown, path: string): unknown {
  return valuesAt(data, path)[0];
}
