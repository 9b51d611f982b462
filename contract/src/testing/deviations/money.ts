import { changeBody } from '../alterations.js';
import {
  ACTIONS,
  actions,
  balances,
  type CatalogedDeviation,
  changeRequestBody,
  DETAILS,
  details,
  items,
  LIST,
  large,
  list,
  PAYMENT,
  result,
  SEARCH,
  search,
  small,
} from './builders.js';

/** Deviations of amounts and balances. */
export const MONEY_DEVIATIONS: readonly CatalogedDeviation[] = [
  {
    what: 'amounts of payment results a hundred times too small',
    run: 'writes 2',
    alter: result((body) => ({ ...body, amount: small(body['amount']) })),
    reported: [PAYMENT, 'body.amount', 'amounts'],
  },
  {
    what: 'amounts of details a hundred times too small',
    run: 'writes 1',
    alter: details((body) => ({ ...body, amount: small(body['amount']) })),
    reported: [DETAILS, 'body.amount', 'amounts'],
  },
  {
    what: 'amounts of details a hundred times too large, without writes',
    run: 'reads 1',
    alter: details((body) => ({ ...body, amount: large(body['amount']) })),
    reported: [LIST, 'body.data.*.amount', 'agreement'],
  },
  {
    what: 'amounts of actions a hundred times too small',
    run: 'reads 2',
    alter: actions((all) => all.map((one) => ({ ...one, amount: small(one['amount']) }))),
    reported: [ACTIONS, 'body.*.amount', 'amounts'],
  },
  {
    what: 'amounts of captures a hundred times too large',
    run: 'writes 2',
    alter: actions((all) =>
      all.map((one) => (one['type'] === 'Capture' ? { ...one, amount: large(one['amount']) } : one)),
    ),
    reported: [ACTIONS, 'body.*.amount', 'amounts'],
  },
  {
    what: 'amounts of a search a hundred times too small',
    run: 'reads 2',
    alter: search(items((item) => ({ ...item, amount: small(item['amount']) }))),
    reported: [SEARCH, 'body.data.*.amount', 'agreement'],
  },
  {
    what: 'amounts of a list a hundred times too large',
    run: 'reads 3',
    alter: list(items((item) => ({ ...item, amount: large(item['amount']) }))),
    reported: [LIST, 'body.data.*.amount', 'agreement'],
  },
  {
    what: 'amounts of increments a hundred times too small',
    run: 'writes 1',
    alter: () =>
      changeBody('incrementAuthorization', 201, (body) => ({ ...body, amount: small(body['amount']) })),
    reported: ['incrementAuthorization', 'body.amount', 'amounts'],
  },
  {
    what: 'the new total as the amount of an increment',
    run: 'writes 2',
    alter: () => changeBody('incrementAuthorization', 201, (body) => ({ ...body, amount: 150 })),
    reported: ['incrementAuthorization', 'body.amount', 'amounts'],
  },
  ...Object.entries({
    total_authorized: 'writes 1',
    total_captured: 'writes 7',
    total_refunded: 'writes 1',
    total_voided: 'writes 1',
    available_to_refund: 'writes 1',
  } as const).map(
    ([name, run]): CatalogedDeviation => ({
      what: `${name} a hundred times too small`,
      run,
      alter: balances((all) => ({ [name]: small(all[name]) })),
      reported: [DETAILS, `body.balances.${name}`, 'balances'],
    }),
  ),
  {
    what: 'all balances a hundred times too small, without writes',
    run: 'reads 3',
    alter: balances((all) =>
      Object.fromEntries(Object.entries(all).map(([name, value]) => [name, small(value)])),
    ),
    reported: [DETAILS, 'body.balances.total_captured', 'balances'],
  },
  {
    what: 'available_to_capture a hundred times too small',
    run: 'writes 2',
    alter: balances((all) => ({ available_to_capture: small(all['available_to_capture']) })),
    reported: [DETAILS, 'body.balances.available_to_capture', 'balances'],
  },
  {
    what: 'more captured than authorized',
    run: 'reads 4',
    alter: balances((all) => ({ total_captured: Number(all['total_authorized']) + 1 })),
    reported: [DETAILS, 'body.balances.total_captured', 'balances'],
  },
  {
    what: 'more refunded than captured',
    run: 'reads 1',
    alter: balances((all) => ({ total_refunded: Number(all['total_captured']) + 1 })),
    reported: [DETAILS, 'body.balances.total_refunded', 'balances'],
  },
  {
    what: 'a negative balance',
    run: 'reads 1',
    alter: balances(() => ({ total_voided: -5 })),
    reported: [DETAILS, 'body.balances.total_voided', 'shape'],
  },
  {
    what: 'more available to capture than is authorized',
    run: 'reads 1',
    alter: balances((all) => ({ available_to_capture: Number(all['total_authorized']) + 1 })),
    reported: [DETAILS, 'body.balances.available_to_capture', 'balances'],
  },
  {
    what: 'more available to refund than is captured',
    run: 'reads 2',
    alter: balances((all) => ({ available_to_refund: Number(all['total_captured']) + 1 })),
    reported: [DETAILS, 'body.balances.available_to_refund', 'balances'],
  },
  {
    what: 'balances of an increment without the increment',
    run: 'writes 1',
    alter: () =>
      changeBody('incrementAuthorization', 201, (body) => ({
        ...body,
        balances: { ...Object(body['balances']), total_authorized: 110 },
      })),
    reported: ['incrementAuthorization', 'body.balances.total_authorized', 'balances'],
  },
  {
    what: 'a NonFinal capture that voids the rest',
    run: 'writes 15',
    alter: changeRequestBody('capturePayment', (body) => ({ ...body, capture_type: 'Final' })),
    reported: [DETAILS, 'body.balances.total_voided', 'balances'],
  },
];
