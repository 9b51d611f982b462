import type { Input } from '../../generated/methods.js';
import type { Pagination } from '../../generated/operations.js';
import { LddPayError } from '../errors.js';
import { valuesAt } from '../lib/values-at.js';
import { ApiPromise, type ApiResponse } from './api-promise.js';

/** What a page holds: the members of a list, or of the list within an envelope. */
export type ItemOf<Data> = Data extends readonly (infer Item)[]
  ? Item
  : Data extends { readonly data: readonly (infer Item)[] }
    ? Item
    : never;

/** One page of a result: its items, and the response that they came in. */
export interface Page<Data, Item> {
  readonly items: readonly Item[];
  readonly response: ApiResponse<Data>;
}

/** What the pages of a result hang together by. */
interface Book {
  readonly operationId: string;
  readonly pagination: Pagination;
  readonly input: Input;
  readonly baseUrl: string;
  readonly first: Promise<ApiResponse<unknown>>;
  /** Fetches the page at another input, or behind a link. */
  readonly fetch: (input: Input, link: URL | undefined) => Promise<ApiResponse<unknown>>;
}

/** Where the page after a page is; undefined after the last one. */
type Next = { readonly input: Input; readonly link?: URL | undefined } | undefined;

/**
 * A promise of the first page that can also be iterated: `for await` walks every item of every page. A
 * page is fetched when its first item is asked for, with the options of the call, and `break` ends it all.
 */
export class PagePromise<Data, Item> extends ApiPromise<Data> implements AsyncIterable<Item> {
  readonly #book: Book;

  private constructor(book: Book) {
    super(book.first as Promise<ApiResponse<Data>>);
    this.#book = book;
  }

  /** Hangs the pages together as the description of the operation says, typed as the operation promises. */
  static of<Result extends ApiPromise<unknown>>(book: Book): Result {
    return new PagePromise(book) as ApiPromise<unknown> as Result;
  }

  /** Every page with its items and its response. */
  pages(): AsyncGenerator<Page<Data, Item>> {
    return walk(this.#book) as AsyncGenerator<Page<Data, Item>>;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item> {
    for await (const { items } of this.pages()) yield* items;
  }
}

async function* walk(book: Book): AsyncGenerator<Page<unknown, unknown>> {
  const { pagination } = book;
  const seen = new Set<string>();
  let response = await book.first;
  let { input } = book;
  for (;;) {
    const items = itemsOf(book, response);
    yield { items, response };
    const next =
      pagination.style === 'link'
        ? nextLink(book, response, valueAt(response.data, pagination.next), seen)
        : nextOffset(pagination, response.data, input, items.length);
    if (!next) return;
    input = next.input;
    response = await book.fetch(next.input, next.link);
  }
}

/** A bare list, or the list within an envelope: both are documented. */
function itemsOf(book: Book, response: ApiResponse<unknown>): readonly unknown[] {
  const { data } = response;
  const items = Array.isArray(data) ? data : valueAt(data, book.pagination.items);
  if (Array.isArray(items)) return items;
  throw pageError(book, response, 'The page holds no list.');
}

/** A link is followed with the request that gave it: the description knows no other. */
function nextLink(book: Book, response: ApiResponse<unknown>, href: unknown, seen: Set<string>): Next {
  if (href === undefined || href === null || href === '') return undefined;
  const base = `${book.baseUrl}/`;
  const link = typeof href === 'string' && URL.canParse(href, base) ? new URL(href, base) : undefined;
  if (link?.origin !== new URL(base).origin) {
    throw pageError(book, response, 'The link to the next page leads to another origin. It is not followed.');
  }
  link.hash = '';
  if (seen.has(link.href)) {
    throw pageError(book, response, 'The link to the next page leads to a page seen before.');
  }
  seen.add(link.href);
  return { input: book.input, link };
}

function nextOffset(
  { offset, limit, total }: Extract<Pagination, { style: 'offset' }>,
  data: unknown,
  input: Input,
  count: number,
): Next {
  const query = input.query ?? {};
  const reached = Number(query[offset] ?? 0) + count;
  const known = valueAt(data, total);
  const size = Number(query[limit] ?? valueAt(data, limit) ?? count);
  const more = typeof known === 'number' ? reached < known : count >= size;
  return count > 0 && more ? { input: { ...input, query: { ...query, [offset]: reached } } } : undefined;
}

function pageError({ operationId }: Book, response: ApiResponse<unknown>, message: string): LddPayError {
  const { status, requestId, attempts } = response;
  return new LddPayError(message, {
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
