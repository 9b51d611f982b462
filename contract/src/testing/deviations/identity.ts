import { changeBody } from '../alterations.js';
import {
  type CatalogedDeviation,
  changeRequestBody,
  changeRequestPath,
  DETAILS,
  details,
  items,
  LIST,
  list,
  next,
  PAYMENT,
  repeatFirst,
  result,
  SEARCH,
  search,
} from './builders.js';

/** Deviations of whose payment a response shows, and in which pages. */
export const IDENTITY_DEVIATIONS: readonly CatalogedDeviation[] = [
  {
    what: 'details of another payment',
    run: 'writes 6',
    alter: repeatFirst(DETAILS),
    reported: [DETAILS, 'body.id', 'identity'],
  },
  {
    what: 'payment ids that fit no operation',
    run: 'writes 6',
    alter: result((body) => ({ ...body, id: 'PAYMENT-1' })),
    reported: [PAYMENT, 'body.id', 'identity'],
  },
  {
    what: 'another currency than asked for',
    run: 'writes 2',
    alter: result((body) => ({ ...body, currency: 'EUR' })),
    reported: [PAYMENT, 'body.currency', 'echo'],
  },
  {
    what: 'details with another currency',
    run: 'writes 2',
    alter: details((body) => ({ ...body, currency: 'EUR' })),
    reported: [DETAILS, 'body.currency', 'echo'],
  },
  {
    what: 'details with another reference',
    run: 'writes 2',
    alter: details((body) => ({ ...body, reference: 'another' })),
    reported: [DETAILS, 'body.reference', 'echo'],
  },
  {
    what: 'an accepted void with another reference',
    run: 'writes 2',
    alter: () => changeBody('voidPayment', 202, (body) => ({ ...body, reference: 'another' })),
    reported: ['voidPayment', 'body.reference', 'echo'],
  },
  {
    what: 'the card of somebody else',
    run: 'writes 2',
    alter: details((body) => ({ ...body, source: { ...Object(body['source']), last4: '9999' } })),
    reported: [DETAILS, 'body.source.last4', 'echo'],
  },
  ...Object.entries({ bin: '999999', expiry_month: 11, expiry_year: 28 }).map(
    ([name, value]): CatalogedDeviation => ({
      what: `details with another ${name} than the card has`,
      run: 'writes 3',
      alter: details((body) => ({ ...body, source: { ...Object(body['source']), [name]: value } })),
      reported: [DETAILS, `body.source.${name}`, 'echo'],
    }),
  ),
  {
    what: 'a search with another card than the details',
    run: 'reads 1',
    alter: search(items((item) => ({ ...item, source: { ...Object(item['source']), last4: '9999' } }))),
    reported: [SEARCH, 'body.data.*.source.last4', 'agreement'],
  },
  {
    what: 'details with another description',
    run: 'writes 3',
    alter: details((body) => ({ ...body, description: 'another' })),
    reported: [DETAILS, 'body.description', 'echo'],
  },
  {
    what: 'details with other metadata',
    run: 'writes 3',
    alter: details((body) => ({ ...body, metadata: { run: 1 } })),
    reported: [DETAILS, 'body.metadata', 'echo'],
  },
  {
    what: 'a search that never finds anything',
    run: 'writes 4',
    alter: search((body) => ({ ...body, data: [], _links: {} })),
    reported: [SEARCH, 'body.data', 'paging'],
  },
  {
    what: 'a search without its last page',
    run: 'writes 15',
    alter: () => async (request, respond) => {
      const response = await respond();
      if (request.operationId !== SEARCH || !request.path.includes('before=')) return response;
      return { ...response, body: JSON.stringify({ ...JSON.parse(response.body), _links: {} }) };
    },
    reported: [SEARCH, 'body.data', 'paging'],
  },
  {
    what: '`from` and `to` that are ignored by a search',
    run: 'reads 8',
    alter: changeRequestBody(SEARCH, ({ from, to, ...body }) => body),
    reported: [SEARCH, 'body.data.*.requested_on', 'paging'],
  },
  {
    what: 'a search by id that finds nothing',
    run: 'reads 1',
    alter: changeRequestBody(SEARCH, (body) => ({
      ...body,
      query: String(body['query']).replace(/^id:.*/, "id:'nothing'"),
    })),
    reported: [SEARCH, 'body.data', 'paging'],
  },
  {
    what: 'the same request id in the body of every error',
    run: 'reads 1',
    alter: () => async (_request, respond) => {
      const response = await respond();
      return { ...response, body: response.body.replace(/"request_id":"[^"]*"/, '"request_id":"1"') };
    },
    reported: [SEARCH, 'body.request_id', 'identity'],
  },
  {
    what: 'the same request id for all requests',
    run: 'reads 1',
    alter: () => async (_request, respond) => {
      const response = await respond();
      const headers = new Headers(response.headers);
      headers.set('Cko-Request-Id', 'one');
      return { ...response, headers };
    },
    reported: [DETAILS, 'header Cko-Request-Id', 'identity'],
  },
  {
    what: '`limit` that is ignored by a list',
    run: 'reads 1',
    alter: changeRequestPath(LIST, (path) =>
      path.replace('limit=1&', 'limit=50&').replace(/limit=1$/, 'limit=50'),
    ),
    reported: [LIST, 'body.data', 'paging'],
  },
  {
    what: '`limit` that is ignored by a search',
    run: 'reads 2',
    alter: changeRequestBody(SEARCH, (body) => ({
      ...body,
      limit: body['limit'] === 1 ? 50 : body['limit'],
    })),
    reported: [SEARCH, 'body.data', 'paging'],
  },
  {
    what: '`skip` that is ignored',
    run: 'reads 2',
    alter: changeRequestPath(LIST, (path) => path.replace(/skip=\d+/, 'skip=0')),
    reported: [LIST, 'body.data.*', 'paging'],
  },
  {
    what: 'a total that is too small',
    run: 'writes 3',
    alter: list((body) => ({ ...body, total_count: 1 })),
    reported: [LIST, 'body.total_count', 'paging'],
  },
  {
    what: 'a total that is too large',
    run: 'reads 1',
    alter: list((body) => ({ ...body, total_count: Number(body['total_count']) + 5 })),
    reported: [LIST, 'body.total_count', 'paging'],
  },
  {
    what: 'next links that never end',
    run: 'reads 2',
    alter: () => {
      let page = 0;
      return async (request, respond) => {
        const response = await respond();
        if (request.operationId !== SEARCH || response.status !== 202) return response;
        page += 1;
        const href = `http://${request.headers.get('host')}/payments/search?before=999&page=${page}`;
        const body = JSON.stringify({ ...JSON.parse(response.body), _links: { next: { href } } });
        return { ...response, body };
      };
    },
    reported: [SEARCH, 'body.data.*', 'paging'],
  },
  {
    what: 'a next link to the page itself',
    run: 'reads 1',
    alter: next((href) => href.replace(/before=\d+/, 'before=999')),
    reported: [SEARCH, 'body.data.*', 'paging'],
  },
  {
    what: 'a next link that leads to another path',
    run: 'reads 3',
    alter: next((href) => href.replace('/payments/search', '/payments')),
    reported: [SEARCH, 'body._links.next.href', 'links'],
  },
  {
    what: 'a next link that drops the query',
    run: 'reads 4',
    alter: () => async (request, respond) => {
      if (request.operationId === SEARCH && request.path.includes('before='))
        Object.assign(request, { body: JSON.stringify({ query: "currency:'USD'", limit: 1 }) });
      const response = await respond();
      const body = request.path.includes('before=')
        ? response.body.replaceAll('"status":"Captured"', '"status":"Authorized"')
        : response.body;
      return { ...response, body };
    },
    reported: [SEARCH, 'body.data.*.status', 'paging'],
  },
  {
    what: 'a list that ignores the reference',
    run: 'reads 2',
    alter: list(items((item) => ({ ...item, reference: 'another' }))),
    reported: [LIST, 'body.data.*.reference', 'paging'],
  },
  {
    what: 'a search that finds payments that do not match',
    run: 'reads 2',
    alter: changeRequestBody(SEARCH, (body) => ({ ...body, query: "currency:'USD'" })),
    reported: [SEARCH, 'body.data.*.id', 'paging'],
  },
  {
    what: 'a list with the oldest payment first',
    run: 'writes 3',
    alter: () => async (request, respond) => {
      const response = await respond();
      if (request.operationId !== LIST || !request.path.includes('limit=100') || response.status !== 202)
        return response;
      const body = JSON.parse(response.body);
      return { ...response, body: JSON.stringify({ ...body, data: body.data.reverse() }) };
    },
    reported: [LIST, 'body.data', 'order'],
  },
  {
    what: 'a list that lacks a payment',
    run: 'writes 4',
    alter: () => async (request, respond) => {
      const response = await respond();
      if (request.operationId !== LIST || !request.path.includes('limit=100') || response.status !== 202)
        return response;
      const body = JSON.parse(response.body);
      const data = body.data.slice(1);
      return { ...response, body: JSON.stringify({ ...body, data, total_count: data.length }) };
    },
    reported: [LIST, 'body.data', 'paging'],
  },
];
