import { readProperty } from '../../probes/response-fields.js';
import type { Comparison, MeaningCheck } from '../history/comparison.js';
import { isSuccess, type ParsedExchange } from '../history/history.js';
import { paginationOf, readWindow } from '../history/pages.js';
import { listItems } from '../history/payments.js';
import { parseTime } from '../history/time.js';
import { compareLists } from './lists.js';

/** Compares pages with what was asked for, and with the pages before. */
export const checkPaging: MeaningCheck = {
  name: 'paging',
  compares:
    'pages with `limit` and `skip`, with the total, with their filter and period, and with the pages before',
  needs: 'no page was read',
  compare: (history) => {
    const pages = history.filter(
      (exchange) => isSuccess(exchange) && paginationOf(exchange.operationId) !== undefined,
    );
    return [
      ...pages.flatMap((page) => [
        ...compareLimit(page),
        ...compareEnvelope(page),
        ...compareReference(page),
        ...compareQuery(page),
        ...comparePeriod(page),
      ]),
      ...compareLists(history, pages),
    ];
  },
};

/** A page never holds more than was asked for. */
function compareLimit(exchange: ParsedExchange): Comparison[] {
  const { limit } = readWindow(exchange);
  if (limit === undefined) return [];
  const items = listItems(exchange);
  return [
    {
      exchange,
      place: items[0]?.place.replace(/\.\*$/, '') ?? 'body',
      holds: items.length <= limit,
      problem: 'has more items than `limit` allows',
      basis: 'documented',
    },
  ];
}

/** The envelope of a list with offsets repeats the window, whose limit the provider may lower. */
function compareEnvelope(exchange: ParsedExchange): Comparison[] {
  const pagination = paginationOf(exchange.operationId);
  if (pagination?.style !== 'offset' || !Array.isArray(readProperty(exchange.body, pagination.items)))
    return [];
  const { limit, skip } = readWindow(exchange);
  const found = (name: string) => readProperty(exchange.body, name);
  const [total, effective] = [found(pagination.total), found(pagination.limit)];
  const count = listItems(exchange).length;
  const size = typeof effective === 'number' ? effective : limit;
  const compared = { exchange, basis: 'inferred' as const };
  return [
    ...(typeof found(pagination.offset) === 'number'
      ? [
          {
            ...compared,
            place: `body.${pagination.offset}`,
            holds: found(pagination.offset) === skip,
            problem: 'is not what was asked for',
          },
        ]
      : []),
    ...(typeof effective === 'number' && limit !== undefined
      ? [
          {
            ...compared,
            place: `body.${pagination.limit}`,
            holds: effective <= limit && effective > 0,
            problem: 'is more than was asked for',
          },
        ]
      : []),
    ...(typeof total === 'number'
      ? [
          {
            ...compared,
            place: `body.${pagination.total}`,
            holds:
              (count === 0 || total >= skip + count) &&
              (size === undefined || count >= size || total <= skip + count),
            problem: 'does not match the number of items',
          },
        ]
      : []),
  ];
}

/** Every item has the reference that was asked for. The field itself is optional. */
function compareReference(exchange: ParsedExchange): Comparison[] {
  const reference = exchange.query.get('reference');
  if (reference === null) return [];
  return listItems(exchange)
    .filter(({ value }) => typeof readProperty(value, 'reference') === 'string')
    .map(({ place, value }) => ({
      exchange,
      place: `${place}.reference`,
      holds: readProperty(value, 'reference') === reference,
      problem: 'is not the reference that was asked for',
      basis: 'documented',
    }));
}

/** Every item of a search has the value that the query names: `field:'value'`. */
function compareQuery(exchange: ParsedExchange): Comparison[] {
  const query = readProperty(exchange.sent, 'query');
  const [, name = '', value] = (typeof query === 'string' && /^(\w+):'([^']*)'$/.exec(query)) || [];
  if (value === undefined) return [];
  return listItems(exchange)
    .filter((item) => typeof readProperty(item.value, name) === 'string')
    .map((item) => ({
      exchange,
      place: `${item.place}.${name}`,
      holds: readProperty(item.value, name) === value,
      problem: 'does not match the query',
      basis: 'inferred',
    }));
}

/** Every item of a search was requested in the period that was asked for. */
function comparePeriod(exchange: ParsedExchange): Comparison[] {
  const [from, to] = ['from', 'to'].map((name) => parseTime(readProperty(exchange.sent, name)));
  if (from === undefined || to === undefined) return [];
  return listItems(exchange).flatMap(({ place, value }): Comparison[] => {
    const time = parseTime(readProperty(value, 'requested_on'));
    if (time === undefined) return [];
    return [
      {
        exchange,
        place: `${place}.requested_on`,
        holds: from <= time && time <= to,
        problem: 'is outside of the period that was asked for',
        basis: 'inferred',
      },
    ];
  });
}
