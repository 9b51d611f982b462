import { readAt, readProperty } from '../../probes/response-fields.js';
import type { Comparison, RelatedPlace } from '../history/comparison.js';
import { type History, type ParsedExchange, successesOf } from '../history/history.js';
import { paginationOf, readWindow } from '../history/pages.js';
import { listItems, listRequestedPayments } from '../history/payments.js';

/** Compares the pages of a list with each other, and with what else the run shows of its payments. */
export function compareLists(history: History, pages: History): Comparison[] {
  return [
    ...groupLists(pages).flatMap(comparePages),
    ...compareWithRequested(history, pages),
    ...compareSearches(history, pages),
    ...comparePagedSearches(history, pages),
  ];
}

/** Pages of the same list, in the order in which they were read. */
function groupLists(pages: History): History[] {
  const lists = new Map<string, ParsedExchange[]>();
  for (const page of pages) {
    const pagination = paginationOf(page.operationId);
    if (!pagination) continue;
    const query = [...page.query].filter(
      ([name]) => pagination.style === 'offset' && name !== pagination.offset,
    );
    const key = JSON.stringify([page.operationId, page.what, query, page.sent]);
    lists.set(key, [...(lists.get(key) ?? []), page]);
  }
  return [...lists.values()];
}

/** The pages of a list hang together: no item twice, one total, and links that lead to the next page. */
function comparePages(pages: History): Comparison[] {
  const seenItems = new Set<unknown>();
  const seenLinks = new Set<unknown>();
  return pages.flatMap((exchange, index) => {
    const pagination = paginationOf(exchange.operationId);
    const items = listItems(exchange);
    const ids = items.map(({ value }) => readProperty(value, 'id'));
    const isRepeated = ids.some((id) => seenItems.has(id));
    for (const id of ids) seenItems.add(id);
    const first = pages[0];
    const compared = { exchange, basis: 'documented' as const };
    return [
      ...(index > 0
        ? [
            {
              ...compared,
              place: items[0]?.place ?? 'body',
              holds: !isRepeated,
              problem: 'was on an earlier page',
              dependsOn: filterPlaces(exchange),
            },
          ]
        : []),
      ...(pagination?.style === 'offset' && index > 0 && first
        ? [
            {
              ...compared,
              basis: 'inferred' as const,
              place: `body.${pagination.total}`,
              holds:
                readProperty(first.body, pagination.total) === readProperty(exchange.body, pagination.total),
              problem: 'changes from page to page',
              dependsOn: filterPlaces(exchange),
            },
          ]
        : []),
      ...(pagination?.style === 'link' ? compareNext(exchange, pagination.next, seenLinks) : []),
    ];
  });
}

/** What a list is filtered and cut by. Pages that ignore it do not hang together. */
function filterPlaces({ operationId }: ParsedExchange): RelatedPlace[] {
  return [
    { operationId, place: 'body.data.*.reference', check: 'paging' },
    { operationId, place: 'body.data.*.reference', check: 'echo' },
    { operationId, place: 'body.data', check: 'paging' },
  ];
}

function compareNext(exchange: ParsedExchange, next: string, seen: Set<unknown>): Comparison[] {
  const href = readAt(exchange.body, next);
  if (typeof href !== 'string' || href === '') return [];
  const isRepeated = seen.has(href);
  seen.add(href);
  const isEmpty = listItems(exchange).length === 0;
  return [
    {
      exchange,
      place: `body.${next}`,
      holds: !isRepeated,
      problem: 'leads to a page that was already read',
      basis: 'documented',
    },
    {
      exchange,
      place: `body.${next}`,
      holds: !isEmpty,
      problem: 'is present on a page without items',
      basis: 'inferred',
    },
  ];
}

/** A list by a reference of this run, read to its end, has every payment that was requested with it. */
function compareWithRequested(history: History, pages: History): Comparison[] {
  const requested = listRequestedPayments(history);
  return groupLists(pages).flatMap((list): Comparison[] => {
    const last = list.at(-1) as ParsedExchange;
    const reference = last.query.get('reference');
    const own = requested.filter(({ order }) => readProperty(order, 'reference') === reference);
    if (last.operationId !== 'getPaymentsList' || own.length === 0 || !isReadToEnd(list)) return [];
    // Payments that are requested after the list was read are not on it.
    const before = own.filter(({ exchange }) => history.indexOf(exchange) < history.indexOf(last));
    const ids = listIds(list);
    return [
      {
        exchange: last,
        place: 'body.data',
        holds: before.every(({ id }) => ids.includes(id)),
        problem: 'lacks a payment that was requested with this reference',
        basis: 'documented',
        dependsOn: filterPlaces(last),
      },
    ];
  });
}

/** A search for a payment that details know finds it. An index can lag, so only the last search counts. */
function compareSearches(history: History, pages: History): Comparison[] {
  const known = listFindable(history);
  const searches = pages.filter((page) => page.operationId === 'searchPayments' && isWhole(page));
  const last = new Map(searches.map((page) => [readProperty(page.sent, 'query'), page]));
  return [...last].flatMap(([query, exchange]): Comparison[] => {
    const sought = known.filter(
      ({ id, reference }) => query === `id:'${id}'` || query === `reference:'${reference}'`,
    );
    if (sought.length === 0) return [];
    const found = listIds([exchange]);
    return [
      {
        exchange,
        place: Array.isArray(exchange.body) ? 'body' : 'body.data',
        holds: sought.every(({ id }) => found.includes(id)),
        problem: 'lacks a payment that matches the query and that getPaymentDetails returned',
        basis: 'inferred',
      },
    ];
  });
}

/** A search for payments of this run that is read page by page to its end finds those that it found before. */
function comparePagedSearches(history: History, pages: History): Comparison[] {
  const requested = listRequestedPayments(history);
  const searches = pages.filter(({ operationId }) => operationId === 'searchPayments');
  return groupLists(searches).flatMap((list): Comparison[] => {
    const [first, last] = [list[0], list.at(-1)];
    // A bare array has no link to its next page, so it is not read any further.
    if (!first || !last || isWhole(first) || Array.isArray(last.body) || readNext(last) !== undefined)
      return [];
    const query = readProperty(first.sent, 'query');
    const earlier = searches
      .slice(0, searches.indexOf(first))
      .filter(({ sent }) => readProperty(sent, 'query') === query);
    const before = listIds(earlier);
    const found = listIds(list);
    const sought = requested.filter(
      ({ id, order }) => query === `reference:'${readProperty(order, 'reference')}'` && before.includes(id),
    );
    if (sought.length === 0) return [];
    return [
      {
        exchange: last,
        place: 'body.data',
        holds: sought.every(({ id }) => found.includes(id)),
        problem: 'is the end of a search that lacks a payment which it found before',
        basis: 'inferred',
        dependsOn: [
          ...filterPlaces(last),
          { operationId: 'searchPayments', place: 'body._links.next.href', check: 'paging' },
        ],
      },
    ];
  });
}

function listIds(pages: History): unknown[] {
  return pages.flatMap(listItems).map(({ value }) => readProperty(value, 'id'));
}

/** The payments in details that were requested in this run, or that a search found. Others may be too old. */
function listFindable(history: History): { id: unknown; reference: unknown }[] {
  const searched = successesOf(history, 'searchPayments').flatMap(listItems);
  const ids = new Set<unknown>([
    ...listRequestedPayments(history).map(({ id }) => id),
    ...searched.map(({ value }) => readProperty(value, 'id')),
  ]);
  return successesOf(history, 'getPaymentDetails')
    .filter(({ id, body }) => ids.has(id) && readProperty(body, 'id') === id)
    .map(({ id, body }) => ({ id, reference: readProperty(body, 'reference') }));
}

/** A page holds everything that matches a query if it is not full, no other page follows, and no period limits it. */
function isWhole(page: ParsedExchange): boolean {
  const isFirst = page.query.size === 0;
  const isFull = listItems(page).length >= (readWindow(page).limit ?? Infinity);
  const isLimited = readProperty(page.sent, 'to') !== undefined;
  return isFirst && readNext(page) === undefined && !isFull && !isLimited;
}

/** The link to the next page; undefined when there is none. */
function readNext({ operationId, body }: ParsedExchange): unknown {
  const pagination = paginationOf(operationId);
  const next = pagination?.style === 'link' ? pagination.next : '';
  return readAt(body, next);
}

/** A list is read to its end when its total is reached, or when its last page is not full. */
function isReadToEnd(list: History): boolean {
  const last = list.at(-1) as ParsedExchange;
  const pagination = paginationOf(last.operationId);
  const total = pagination?.style === 'offset' ? readProperty(last.body, pagination.total) : undefined;
  const read = list.reduce((count, page) => count + listItems(page).length, 0);
  return (
    (typeof total === 'number' && read >= total) || listItems(last).length < (readWindow(last).limit ?? 0)
  );
}
