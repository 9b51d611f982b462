import { readProperty } from '../../probes/response-fields.js';
import { type Comparison, isSameJson, type MeaningCheck } from '../history/comparison.js';
import { type History, successesOf } from '../history/history.js';
import {
  type AcceptedAction,
  listAcceptedActions,
  listPaymentViews,
  listRequestedPayments,
  type PaymentView,
  type RequestedPayment,
} from '../history/payments.js';

/** The fields of a payment request that views of the payment repeat. */
const ECHOED_FIELDS = ['currency', 'reference', 'payment_type', 'description'];

/** The operations whose payments have the reference of the request: the page says so of details and searches. */
const WITH_REFERENCE: readonly string[] = ['getPaymentDetails', 'searchPayments'];

/** Compares what a request says with what the provider repeats of it. */
export const checkEcho: MeaningCheck = {
  name: 'echo',
  compares: 'currency, reference, card and metadata with what was asked for',
  needs: 'no payment was requested',
  compare: (history) => [
    ...listRequestedPayments(history).flatMap((payment) => compareViews(history, payment)),
    ...listAcceptedActions(history).flatMap((action) => [
      ...compareReference(action),
      ...compareCurrency(history, action),
      ...compareAction(history, action),
    ]),
  ],
};

function compareViews(history: History, payment: RequestedPayment): Comparison[] {
  const views = listPaymentViews(history).filter(({ id }) => id === payment.id);
  return views.flatMap((view) => [
    ...ECHOED_FIELDS.flatMap((name) => compareField(view, payment, name)),
    ...compareCard(view, payment),
  ]);
}

function compareField(
  { exchange, place, value }: PaymentView,
  { order }: RequestedPayment,
  name: string,
): Comparison[] {
  const [asked, found] = [readProperty(order, name), readProperty(value, name)];
  const isMissing = found === undefined || found === null;
  const mayLack = name !== 'reference' || !WITH_REFERENCE.includes(exchange.operationId);
  if (asked === undefined || (isMissing && mayLack)) return [];
  return [
    {
      exchange,
      place: `${place}.${name}`,
      holds: found === asked,
      problem: isMissing
        ? 'is missing, although the payment request has one'
        : `is not the ${name} of the payment request`,
      basis: 'documented',
    },
  ];
}

function compareCard({ exchange, place, value }: PaymentView, { order }: RequestedPayment): Comparison[] {
  const number = readProperty(readProperty(order, 'source'), 'number');
  const last4 = readProperty(readProperty(value, 'source'), 'last4');
  if (typeof number !== 'string' || typeof last4 !== 'string') return [];
  return [
    {
      exchange,
      place: `${place}.source.last4`,
      holds: number.endsWith(last4),
      problem: 'does not belong to the card of the payment request',
      basis: 'documented',
    },
  ];
}

/** An accepted action repeats the reference of its request. The reference of an increment is the payment's. */
function compareReference({ exchange }: AcceptedAction): Comparison[] {
  const [asked, found] = [exchange.sent, exchange.body].map((value) => readProperty(value, 'reference'));
  if (asked === undefined || found === undefined || exchange.operationId === 'incrementAuthorization')
    return [];
  return [
    {
      exchange,
      place: 'body.reference',
      holds: found === asked,
      problem: 'is not the reference of the request',
      basis: 'documented',
    },
  ];
}

function compareCurrency(history: History, { exchange, paymentId }: AcceptedAction): Comparison[] {
  const found = readProperty(exchange.body, 'currency');
  const payment = listRequestedPayments(history).find(({ id }) => id === paymentId);
  if (found === undefined || !payment) return [];
  return [
    {
      exchange,
      place: 'body.currency',
      holds: found === readProperty(payment.order, 'currency'),
      problem: 'is not the currency of the payment',
      basis: 'documented',
    },
  ];
}

function compareAction(history: History, { actionId, paymentId, exchange }: AcceptedAction): Comparison[] {
  return successesOf(history, 'getPaymentActions')
    .filter(({ id }) => id === paymentId)
    .flatMap((reading) => {
      const actions = Array.isArray(reading.body) ? reading.body : [];
      const action = actions.find((one) => readProperty(one, 'id') === actionId);
      return ['reference', 'metadata'].flatMap((name): Comparison[] => {
        const [asked, found] = [readProperty(exchange.sent, name), readProperty(action, name)];
        // The page says of neither that the action repeats it.
        if (asked === undefined || found === undefined || found === null) return [];
        const holds = isSameJson(found, asked);
        const problem = `is not the ${name} of the request of the action`;
        return [{ exchange: reading, place: `body.*.${name}`, holds, problem, basis: 'documented' }];
      });
    });
}
