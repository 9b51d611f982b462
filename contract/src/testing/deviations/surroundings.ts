import { changeBody, changeResponse, type Fields, removeHeader, replaceParts } from '../alterations.js';
import {
  ACTIONS,
  acceptAnyToken,
  type CatalogedDeviation,
  DETAILS,
  details,
  JSON_TYPE,
  LIST,
  link,
  OTHER_ID,
  PAYMENT,
  result,
} from './builders.js';

/** Adds a link of a payment, as if its action were possible. */
function addLink(body: Fields, name: string) {
  const links = Object(body['_links']);
  const href = `${links.self.href}/${{ authorize: 'authorizations' }[name] ?? `${name}s`}`;
  return { ...body, _links: { ...links, [name]: { href } } };
}

/** Deviations of secrets, links, tokens and the shape of single responses. */
export const OTHER_DEVIATIONS: readonly CatalogedDeviation[] = [
  {
    what: 'an echoed card number',
    run: 'writes 4',
    alter: details((body) => ({
      ...body,
      source: { ...Object(body['source']), number: '4242 4242 4242 4242' },
    })),
    reported: [DETAILS, 'body', 'secrets'],
  },
  {
    what: 'an echoed security code',
    run: 'writes 5',
    alter: result((body) => ({ ...body, source: { cvv: '100' } })),
    reported: [PAYMENT, 'body', 'secrets'],
  },
  {
    what: 'a security code in a text that names it',
    run: 'writes 6',
    alter: result((body) => ({ ...body, response_summary: 'Received {"cvv":"100"}' })),
    reported: [PAYMENT, 'body', 'secrets'],
  },
  {
    what: 'a security code as a number, by another name',
    run: 'writes 7',
    alter: result((body) => ({ ...body, source: { card_security_code: 100 } })),
    reported: [PAYMENT, 'body', 'secrets'],
  },
  {
    what: 'an echoed token',
    run: 'reads 3',
    alter: () => async (request, respond) => {
      const response = await respond();
      const headers = new Headers(response.headers);
      const token = request.headers.get('Authorization');
      if (token && response.status === 200) headers.set('X-Debug', token);
      return { ...response, headers };
    },
    reported: [DETAILS, 'body', 'secrets'],
  },
  {
    what: 'an echoed client secret',
    run: 'reads 3',
    alter: () =>
      changeBody('getToken', 200, (body) => ({ ...body, client: { secret: 'sandbox-client-secret' } })),
    reported: ['getToken', 'body', 'secrets'],
  },
  {
    what: 'links to another host',
    run: 'reads 3',
    alter: link('self', (href) => href.replace(/\/\/[^/]+/, '//api.other.example')),
    reported: [DETAILS, 'body._links.self.href', 'links'],
  },
  {
    what: 'links with another scheme',
    run: 'reads 4',
    alter: link('self', (href) => href.replace('http:', 'https:')),
    reported: [DETAILS, 'body._links.self.href', 'links'],
  },
  {
    what: 'links to another payment',
    run: 'reads 3',
    alter: link('actions', (href) => href.replace(/pay_\w+/, OTHER_ID)),
    reported: [DETAILS, 'body._links.actions.href', 'links'],
  },
  {
    what: 'links to a path that is no operation',
    run: 'reads 4',
    alter: link('actions', (href) => href.replace('/actions', '/events')),
    reported: [DETAILS, 'body._links.actions.href', 'links'],
  },
  {
    what: 'a void link that leads to captures',
    run: 'writes 4',
    alter: link('void', (href) => href.replace('/voids', '/captures')),
    reported: [DETAILS, 'body._links.void.href', 'links'],
  },
  ...(['void', 'capture', 'authorize'] as const).map(
    (name): CatalogedDeviation => ({
      what: `a link \`${name}\` that stays after a void`,
      run: 'writes 5',
      alter: details((body) => addLink(body, name)),
      reported: [DETAILS, `body._links.${name}`, 'links'],
    }),
  ),
  {
    what: 'a link `refund` before anything was captured',
    run: 'writes 4',
    alter: details((body) => addLink(body, 'refund')),
    reported: [DETAILS, 'body._links.refund', 'links'],
  },
  {
    what: 'the lifetime of a token in milliseconds',
    run: 'reads 3',
    alter: () => changeBody('getToken', 200, (body) => ({ ...body, expires_in: 3_600_000 })),
    reported: ['getToken', 'body.expires_in', 'tokens'],
  },
  {
    what: 'a byte order mark before a body',
    run: 'reads 3',
    alter: () =>
      changeResponse(DETAILS, 200, (response) => ({
        ...response,
        bytes: new TextEncoder().encode(`\uFEFF${response.body}`),
      })),
    reported: [DETAILS, 'body', 'encoding'],
  },
  {
    what: 'a body in ISO-8859-1',
    run: 'reads 4',
    alter: () =>
      changeResponse(DETAILS, 200, (response) => ({
        ...response,
        bytes: Buffer.from(response.body.replace('{', '{"description":"Caf\u00E9",'), 'latin1'),
      })),
    reported: [DETAILS, 'body', 'encoding'],
  },
  {
    what: 'a body with an amount twice',
    run: 'reads 5',
    alter: () =>
      changeResponse(DETAILS, 200, (response) => ({
        ...response,
        body: response.body.replace('"amount":', '"amount":1,"amount":'),
      })),
    reported: [DETAILS, 'body', 'encoding'],
  },
  {
    what: 'a token that expired before it was issued',
    run: 'reads 6',
    alter: () => changeBody('getToken', 200, (body) => ({ ...body, expires_in: -1 })),
    reported: ['getToken', 'body.expires_in', 'tokens'],
  },
  {
    what: 'a token of another type',
    run: 'reads 6',
    alter: () => changeBody('getToken', 200, (body) => ({ ...body, token_type: 'MAC' })),
    reported: ['getToken', 'body.token_type', 'tokens'],
  },
  {
    what: 'a token that is never accepted',
    run: 'reads 7',
    alter: () => replaceParts(DETAILS, 200, { status: 401, body: '' }),
    reported: [DETAILS, 'status', 'shape'],
  },
  {
    what: 'a read that needs no token',
    run: 'reads 8',
    alter: acceptAnyToken(({ headers }) => !headers.has('Authorization')),
    reported: [DETAILS, 'status', 'shape'],
  },
  ...['incrementAuthorization', 'capturePayment', 'voidPayment'].map(
    (operation): CatalogedDeviation => ({
      what: `${operation} with a token that was not issued`,
      run: 'writes 15',
      alter: acceptAnyToken(({ operationId }) => operationId === operation),
      reported: [operation, 'status', 'shape'],
    }),
  ),
  {
    what: 'a 200 for a payment request',
    run: 'writes 5',
    alter: () => replaceParts(PAYMENT, 201, { status: 200 }),
    reported: [PAYMENT, 'status', 'shape'],
  },
  {
    what: 'a missing request id',
    run: 'reads 3',
    alter: () => removeHeader(ACTIONS, 200, 'Cko-Request-Id'),
    reported: [ACTIONS, 'header Cko-Request-Id', 'shape'],
  },
  {
    what: 'another content type',
    run: 'reads 3',
    alter: () => replaceParts(DETAILS, 200, { headers: { 'Content-Type': 'text/plain' } }),
    reported: [DETAILS, 'header Content-Type', 'shape'],
  },
  {
    what: 'an error page in HTML',
    run: 'reads 3',
    alter: () => replaceParts(LIST, 422, { body: '<p>Error</p>', headers: { 'Content-Type': 'text/html' } }),
    reported: [LIST, 'header Content-Type', 'shape'],
  },
  {
    what: 'a 400 for a wrong token',
    run: 'reads 3',
    alter: () => replaceParts(DETAILS, 401, { status: 400 }),
    reported: [DETAILS, 'status', 'shape'],
  },
  {
    what: 'an error without codes',
    run: 'reads 4',
    alter: () => changeBody(LIST, 422, ({ error_codes, ...body }) => body),
    reported: [LIST, 'body', 'shape'],
  },
  {
    what: 'an unknown id that is found',
    run: 'reads 3',
    alter: () =>
      replaceParts(ACTIONS, 404, { status: 200, body: '[]', headers: { ...JSON_TYPE, 'Cko-Version': '1' } }),
    reported: [ACTIONS, 'status', 'shape'],
  },
  {
    what: 'an unknown id that fails',
    run: 'reads 4',
    alter: () => replaceParts(DETAILS, 404, { status: 500 }),
    reported: [DETAILS, 'status', 'shape'],
  },
  {
    what: 'a list without its end',
    run: 'reads 5',
    alter: () => changeResponse(LIST, 202, (response) => ({ ...response, body: response.body.slice(0, -1) })),
    reported: [LIST, 'body', 'shape'],
  },
];
