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
  readonly baseUrl: string;
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
   * @throws LddPayError of kind `decode` for a page without a list, and for a next link to another origin or to
   *   a page that was already read.
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
  for (;;) {
    const items = itemsOf(source, response);
    yield { items, response };
    const next =
      pagination.style === 'link'
        ? nextLink(source, response, valueAt(response.data, pagination.next), seen)
        : nextOffset(pagination, response.data, input, items.length);
    if (!next) return;
    input = next.input;
    response = await source.fetch(next.input, next.url);
  }
}

/** Both a list and an envelope around a list are documented. */
function itemsOf(source: PageSource, response: ApiResponse<unknown>): readonly unknown[] {
  const { data } = response;
  const items = Array.isArray(data) ? data : valueAt(data, source.pagination.items);
  if (Array.isArray(items)) return items;
  throw pageError(source, response, 'The page contains no list.');
}

/** Follows a link with the same request: the description has no other. */
function nextLink(
  source: PageSource,
  response: ApiResponse<unknown>,
  href: unknown,
  seen: Set<string>,
): NextPage {
  if (href === undefined || href === null || href === '') return undefined;
  const base = `${source.baseUrl}/`;
  const link = typeof href === 'string' && URL.canParse(href, base) ? new URL(href, base) : undefined;
  if (link?.origin !== new URL(base).origin) {
    throw pageError(source, response, 'The next link points to another origin and was not followed.');
  }
  const url = link.origin + link.pathname + link.search;
  if (seen.has(url)) {
    throw pageError(source, response, 'The next link points to a page that was already read.');
  }
  seen.add(url);
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
  const known = valueAt(data, total);
  const size = Number(query[limit] ?? valueAt(data, limit) ?? count);
  const hasMore = typeof known === 'number' ? reached < known : count >= size;
  return count > 0 && hasMore ? { input: { ...input, query: { ...query, [offset]: reached } } } : undefined;
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
