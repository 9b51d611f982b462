import type { Input } from '../../generated/methods.js';
import { operations, type Pagination } from '../../generated/operations.js';
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
  /** The payments of the page. */
  readonly items: readonly Item[];
  /** The response that had them. */
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

// No private field, as in `ApiPromise`.
const sources = new WeakMap<PagePromise<unknown, unknown>, PageSource>();

/**
 * A promise of the first page that can also be iterated. `for await` iterates over the items of all pages. The first
 * page is requested at once, and each other page when the first of its items is needed, with the options of the call;
 * `break` stops it.
 */
export class PagePromise<Data, Item> extends ApiPromise<Data> implements AsyncIterable<Item> {
  private constructor(source: PageSource) {
    super(source.first as Promise<ApiResponse<Data>>);
    sources.set(this, source);
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
   * @throws LddPayError of kind `decode` for a page without a list, for a next link that cannot be read or leads to
   *   another origin, for a page that was already read, and, after the last page, where there may be more.
   */
  pages(): AsyncGenerator<Page<Data, Item>> {
    // The loop gets the error, and can begin later. Not by a second promise: V8 would not find the loop for the stack.
    const first = this.withResponse().then(
      (response) => ({ response }),
      (error) => ({ error }),
    );
    return iteratePages(sources.get(this) as PageSource, first) as AsyncGenerator<Page<Data, Item>>;
  }

  [Symbol.asyncIterator](): AsyncGenerator<Item> {
    return iterateItems(this.pages());
  }
}

async function* iterateItems<Item>(pages: AsyncIterable<Page<unknown, Item>>): AsyncGenerator<Item> {
  for await (const { items } of pages) yield* items;
}

async function* iteratePages(
  source: PageSource,
  first: Promise<{ response?: ApiResponse<unknown>; error?: LddPayError }>,
): AsyncGenerator<Page<unknown, unknown>> {
  const { operationId, pagination } = source;
  /** The pages that were read, each with the total of that time. */
  const seen = new Map<string, number>();
  let { input } = source;
  let count = 0;
  /** The lowest total of the pages: what is added meanwhile is not missing. */
  let least = Number.POSITIVE_INFINITY;
  let url: string | undefined;
  const begun = await first;
  if (!begun.response) throw begun.error;
  let { response } = begun;
  const pageError = (message: string, transient?: boolean) =>
    new LddPayError(callMessage(operationId, message, response.requestId), {
      ...response,
      kind: 'decode',
      outcome: 'unknown',
      safeToRetry: true,
      transient,
      operationId,
    });
  /** @param total A page can be the same again only where as many payments as it has came before it meanwhile. */
  const see = (page: string, total = Number.NaN, length = 0) => {
    const before = seen.get(page);
    if (before !== undefined && !(total - before >= length))
      throw pageError('The next page was already read.');
    seen.set(page, total);
  };
  for (;;) {
    const { data } = response;
    // Both a list and an envelope around a list are documented.
    const items = Array.isArray(data) ? data : valuesAt(data, pagination.items)[0];
    if (!Array.isArray(items)) throw pageError('The page has no list.', true);
    const { length } = items;
    count += length;
    // A search can have one too, although none is documented.
    const total = Number(scalarAt(data, operations.getPaymentsList.pagination.total));
    // What comes next is read before the loop gets the page, which it can empty.
    if (pagination.style === 'link') {
      const [href] = valuesAt(data, pagination.next);
      const { _links: links } = Object(data);
      const limit = Number(Object(input.body).limit ?? pagination.defaultLimit);
      let gap = '';
      if (total < least) least = total;
      if (href === undefined && Object(links).next) gap = 'the next link cannot be read';
      else if (least > count && least < Infinity) gap = 'the total is larger';
      // A search whose page before had a next link ends where none comes.
      else if (!links && !url && !(total > 0) && length >= limit) gap = 'the page is full';
      yield { items, response };
      if (!href) {
        if (gap) throw pageError(`There may be more: ${gap}. Search shorter periods.`);
        return;
      }
      // What a link is relative to (RFC 3986, section 5.1.3).
      const current = url ?? source.url();
      const link = typeof href === 'string' && URL.canParse(href, current) && new URL(href, current);
      // A blob URL has an origin, but no host.
      if (!link || link.origin !== new URL(current).origin || !link.host) {
        throw pageError('The next link points to another origin.');
      }
      seen.set(current, Number.NaN);
      url = link.origin + link.pathname + link.search;
      see(url);
    } else {
      const query = input.query ?? {};
      const offset = Number(query[pagination.offset] ?? 0) + length;
      // Not the limit of the query, which the API may have lowered.
      const limit = Number(scalarAt(data, pagination.limit));
      const hasTotal = total > 0;
      // A list whose API ignores the offset would never end, or repeat its first page up to its total.
      if (length) see(items.map((item) => scalarAt(item, 'id')).join(), total, length);
      yield { items, response };
      if (hasTotal ? offset >= total : !length || length < limit) return;
      if (!length) throw pageError('The list has fewer payments than its total. Read it again.', true);
      input = { ...input, query: { ...query, [pagination.offset]: offset } };
    }
    response = await source.fetch(input, url);
  }
}

/** Returns the value at a path, unless it is an object: to make a number or a string of one can throw. */
function scalarAt(data: unknown, path: string): unknown {
  return valuesAt(data, path).find((value) => typeof value !== 'object');
}
