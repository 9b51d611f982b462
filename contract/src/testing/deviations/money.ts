import { changeBody } from '../alterations.js';
import {
  ACTIONS,
  actions,
  balanceNames,
  balances,
  type CatalogedDeviation,
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
    run: 'writes',
    alter: result((body) => ({ ...body, amount: small(body['amount']) })),
    reported: [PAYMENT, 'body.amount', 'amounts'],
  },
  {
    what: 'amounts of details a hundred times too small',
    run: 'writes',
    alter: details((body) => ({ ...body, amount: small(body['amount']) })),
    reported: [DETAILS, 'body.amount', 'amounts'],
  },
  {
    what: 'amounts of details a hundred times too large, without writes',
    run: 'reads',
    alter: details((body) => ({ ...body, amount: large(body['amount']) })),
    reported: [LIST, 'body.data.*.amount', 'agreement'],
  },
  {
    what: 'amounts of actions a hundred times too small',
    run: 'reads',
    alter: actions((all) => all.map((one) => ({ ...one, amount: small(one['amount']) }))),
    reported: [ACTIONS, 'body.*.amount', 'amounts'],
  },
  {
    what: 'amounts of captures a hundred times too large',
    run: 'writes',
    alter: actions((all) =>
      all.map((one) => (one['type'] === 'Capture' ? { ...one, amount: large(one['amount']) } : one)),
    ),
    reported: [ACTIONS, 'body.*.amount', 'amounts'],
  },
  {
    what: 'amounts of a search a hundred times too small',
    run: 'reads',
    alter: search(items((item) => ({ ...item, amount: small(item['amount']) }))),
    reported: [SEARCH, 'body.data.*.amount', 'agreement'],
  },
  {
    what: 'amounts of a list a hundred times too large',
    run: 'reads',
    alter: list(items((item) => ({ ...item, amount: large(item['amount']) }))),
    reported: [LIST, 'body.data.*.amount', 'agreement'],
  },
  {
    what: 'amounts of increments a hundred times too small',
    run: 'writes',
    alter: () =>
      changeBody('incrementAuthorization', 201, (body) => ({ ...body, amount: small(body['amount']) })),
    reported: ['incrementAuthorization', 'body.amount', 'amounts'],
  },
  {
    what: 'the new total as the amount of an increment',
    run: 'writes',
    alter: () => changeBody('incrementAuthorization', 201, (body) => ({ ...body, amount: 150 })),
    reported: ['incrementAuthorization', 'body.amount', 'amounts'],
  },
  ...balanceNames.map(
    (name): CatalogedDeviation => ({
      what: `${name} a hundred times too small`,
      run: 'writes',
      alter: balances((all) => ({ [name]: small(all[name]) })),
      reported: [DETAILS, `body.balances.${name}`, 'balances'],
    }),
  ),
  {
    what: 'all balances a hundred times too small, without writes',
    run: 'reads',
    alter: balances((all) =>
      Object.fromEntries(Object.entries(all).map(([name, value]) => [name, small(value)])),
    ),
    reported: [DETAILS, 'body.balances.total_captured', 'balances'],
  },
  {
    what: 'available_to_capture a hundred times too small',
    run: 'writes',
    alter: balances((all) => ({ available_to_capture: small(all['available_to_capture']) })),
    reported: [DETAILS, 'body.balances.available_to_capture', 'balances'],
  },
  {
    what: 'more captured than authorized',
    run: 'reads',
    alter: balances((all) => ({ total_captured: Number(all['total_authorized']) + 1 })),
    reported: [DETAILS, 'body.balances.total_captured', 'balances'],
  },
  {
    what: 'more refunded than captured',
    run: 'reads',
    alter: balances((all) => ({ total_refunded: Number(all['total_captured']) + 1 })),
    reported: [DETAILS, 'body.balances.total_refunded', 'balances'],
  },
  {
    what: 'a negative balance',
    run: 'reads',
    alter: balances(() => ({ total_voided: -5 })),
    reported: [DETAILS, 'body.balances.total_voided', 'shape'],
  },
  {
    what: 'more available to capture than is authorized',
    run: 'reads',
    alter: balances((all) => ({ available_to_capture: Number(all['total_authorized']) + 1 })),
    reported: [DETAILS, 'body.balances.available_to_capture', 'balances'],
  },
  {
    what: 'more available to refund than is captured',
    run: 'reads',
    alter: balances((all) => ({ available_to_refund: Number(all['total_captured']) + 1 })),
    reported: [DETAILS, 'body.balances.available_to_refund', 'balances'],
  },
  {
    what: 'balances of an increment without the increment',
    run: 'writes',
    alter: () =>
      changeBody('incrementAuthorization', 201, (body) => ({
        ...body,
        balances: { ...Object(body['balances']), total_authorized: 110 },
      })),
    reported: ['incrementAuthorization', 'body.balances.total_authorized', 'balances'],
  },
];
