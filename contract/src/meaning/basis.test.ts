import { expect, it } from 'vitest';
import { ACTION_ID, AUTHORIZED, BASE_URL, createExchange } from '../testing/exchange.js';
import { findBasis } from './basis.js';
import { checkAmounts } from './checks/amounts.js';
import { checkEcho } from './checks/echo.js';
import { checkSecrets } from './checks/secrets.js';
import { checkStatus } from './checks/status.js';
import { checkTimes } from './checks/times.js';

const source = { type: 'card', number: '4242424242424242' };
const sent = { amount: 100, currency: 'USD', source, reference: 'order-1', metadata: { a: 1 } };
const pay = (status: number, changed: object = {}) =>
  createExchange(
    'requestPayment',
    status,
    { ...AUTHORIZED, ...changed },
    { sent: { ...sent, capture: false } },
  );
const details = (changed: object) => createExchange('getPaymentDetails', 200, { ...AUTHORIZED, ...changed });
const action = { amount: 40, reference: 'capture-1', metadata: { a: 1 } };
const accepted = { action_id: ACTION_ID, reference: 'capture-1' };
const capture = createExchange('capturePayment', 202, accepted, { sent: action });
const actions = (changed: object) =>
  createExchange('getPaymentActions', 200, [{ id: ACTION_ID, type: 'Capture', ...action, ...changed }]);
const increment = (changed: object) => createExchange('incrementAuthorization', 201, changed);

it.each([
  {
    what: 'the reference of an action',
    check: checkEcho,
    history: [pay(201), capture, actions({ reference: 'x' })],
  },
  {
    what: 'the metadata of an action',
    check: checkEcho,
    history: [pay(201), capture, actions({ metadata: {} })],
  },
  {
    what: 'the amount of an action',
    check: checkAmounts,
    history: [pay(201), capture, actions({ amount: 1 })],
  },
  { what: 'the metadata of a payment', check: checkEcho, history: [pay(201), details({ metadata: {} })] },
  {
    what: 'a card in a response',
    check: checkSecrets,
    history: [pay(201), details({ description: source.number })],
  },
  { what: '`approved` of a new payment', check: checkStatus, history: [pay(201, { approved: false })] },
  {
    what: 'a 201 that is pending',
    check: checkStatus,
    history: [pay(201, { status: 'Pending', approved: false })],
  },
  { what: 'a 202 that is authorized', check: checkStatus, history: [pay(202)] },
  { what: 'the format of `expires_on`', check: checkTimes, history: [details({ expires_on: 'soon' })] },
])('calls it inferred, as the page does not state it: $what', ({ check, history }) => {
  expect(findBases(check, history)).toEqual(['inferred']);
});

it.each([
  { what: 'the reference of a payment', check: checkEcho, history: [pay(201), details({ reference: 'x' })] },
  { what: 'the amount of a payment', check: checkAmounts, history: [pay(201), details({ amount: 1 })] },
  { what: '`approved` in details', check: checkStatus, history: [details({ approved: false })] },
  { what: '`expires_on` of an increment', check: checkTimes, history: [increment({ expires_on: 'soon' })] },
])('calls it documented, as the page states it: $what', ({ check, history }) => {
  expect(findBases(check, history)).toEqual(['documented']);
});

/** The bases of the expectations that do not hold, each once. */
function findBases(check: typeof checkEcho, history: Parameters<typeof checkEcho.compare>[0]): string[] {
  const comparisons = check.compare(history, { baseUrl: BASE_URL, secrets: [], unanswered: [] });
  return [...new Set(comparisons.filter(({ holds }) => !holds).map(findBasis))];
}
