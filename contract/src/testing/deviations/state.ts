import { replaceParts } from '../alterations.js';
import {
  ACTIONS,
  actions,
  type CatalogedDeviation,
  DETAILS,
  details,
  items,
  LIST,
  list,
  PAYMENT,
  result,
  SEARCH,
  search,
} from './builders.js';

/** Deviations of statuses and times. */
export const STATE_DEVIATIONS: readonly CatalogedDeviation[] = [
  {
    what: '`approved: false` with Authorized',
    run: 'writes 4',
    alter: result((body) => ({ ...body, approved: false })),
    reported: [PAYMENT, 'body.approved', 'status'],
  },
  {
    what: '`approved: true` with Declined',
    run: 'reads 2',
    alter: details((body) => ({ ...body, status: 'Declined' })),
    reported: [DETAILS, 'body.approved', 'status'],
  },
  {
    what: 'an approved action with the code of a decline',
    run: 'reads 2',
    alter: actions((all) => all.map((one) => ({ ...one, response_code: '20005' }))),
    reported: [ACTIONS, 'body.*.response_code', 'status'],
  },
  {
    what: 'a status that does not follow an accepted capture',
    run: 'writes 5',
    alter: details((body) =>
      /Captured|Refunded/.test(String(body['status'])) ? { ...body, status: 'Authorized' } : body,
    ),
    reported: [DETAILS, 'body.status', 'status'],
  },
  {
    what: 'Captured for a payment of which a part was captured',
    run: 'writes 9',
    alter: details((body) =>
      body['status'] === 'Partially Captured' ? { ...body, status: 'Captured' } : body,
    ),
    reported: [DETAILS, 'body.status', 'status'],
  },
  {
    what: 'Captured for a payment of which a part was captured, without balances',
    run: 'writes 10',
    alter: details(({ balances, ...body }) =>
      body['status'] === 'Partially Captured' ? { ...body, status: 'Captured' } : body,
    ),
    reported: [DETAILS, 'body.status', 'status'],
  },
  {
    what: 'Refunded for a payment of which more can be refunded',
    run: 'reads 3',
    alter: details((body) => ({
      ...body,
      status: 'Refunded',
      balances: { ...Object(body['balances']), total_refunded: 400, available_to_refund: 600 },
    })),
    reported: [DETAILS, 'body.status', 'status'],
  },
  {
    what: 'a 202 for a payment that is authorized',
    run: 'writes 4',
    alter: () => replaceParts(PAYMENT, 201, { status: 202 }),
    reported: [PAYMENT, 'body.status', 'status'],
  },
  {
    what: 'a status that does not follow an accepted void',
    run: 'writes 11',
    alter: details((body) => (body['status'] === 'Voided' ? { ...body, status: 'Authorized' } : body)),
    reported: [DETAILS, 'body.status', 'status'],
  },
  {
    what: 'a status that does not follow an accepted refund',
    run: 'writes 12',
    alter: details((body) =>
      body['status'] === 'Partially Refunded' ? { ...body, status: 'Partially Captured' } : body,
    ),
    reported: [DETAILS, 'body.status', 'status'],
  },
  {
    what: 'a 201 for a payment that is pending',
    run: 'writes 3',
    alter: result((body) => ({ ...body, status: 'Pending' })),
    reported: [PAYMENT, 'body.status', 'status'],
  },
  {
    what: 'Captured for a payment that was to be authorized alone',
    run: 'writes 11',
    alter: result((body) => ({ ...body, status: 'Captured' })),
    reported: [PAYMENT, 'body.status', 'status'],
  },
  {
    what: '`approved: true` with Pending in a list',
    run: 'reads 2',
    alter: list(items((item) => ({ ...item, status: 'Pending' }))),
    reported: [LIST, 'body.data.*.approved', 'status'],
  },
  {
    what: 'an expiry that is no ISO 8601 time',
    run: 'reads 2',
    alter: details((body) => ({ ...body, expires_on: 'next Tuesday' })),
    reported: [DETAILS, 'body.expires_on', 'times'],
  },
  {
    what: 'times of a search that are not ISO 8601',
    run: 'reads 2',
    alter: search(items((item) => ({ ...item, requested_on: '01/03/2026 10:00' }))),
    reported: [SEARCH, 'body.data.*.requested_on', 'times'],
  },
  {
    what: 'times in the future',
    run: 'reads 2',
    alter: details((body) => ({ ...body, requested_on: '2126-01-01T00:00:00Z' })),
    reported: [DETAILS, 'body.requested_on', 'times'],
  },
  {
    what: 'times before the request',
    run: 'writes 3',
    alter: details((body) => ({ ...body, requested_on: '2020-01-01T00:00:00Z' })),
    reported: [DETAILS, 'body.requested_on', 'times'],
  },
  {
    what: 'actions before the payment request',
    run: 'writes 4',
    alter: actions((all) => all.map((one) => ({ ...one, processed_on: '2020-01-01T00:00:00Z' }))),
    reported: [ACTIONS, 'body.*.processed_on', 'times'],
  },
];
