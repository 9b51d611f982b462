import { readProperty } from '../../probes/response-fields.js';
import { type Comparison, isSameJson, type MeaningCheck } from '../history/comparison.js';
import { type History, successesOf } from '../history/history.js';
import {
  type AcceptedAction,
  listAcceptedActions,
  listActions,
  listPaymentViews,
  listRequestedPayments,
  type PaymentView,
  type RequestedPayment,
} from '../history/payments.js';

/** The fields of a payment request that views of the payment repeat. */
const ECHOED_FIELDS = ['currency', 'reference', 'payment_type', 'description', 'metadata'];

/** The operations whose payments have the reference of the request: the page says so of details and searches. */
const WITH_REFERENCE: readonly string[] = ['getPaymentDetails', 'searchPayments'];

/** Compares what a request says with what the provider repeats of it. */
export const checkEcho: MeaningCheck = {
  name: 'echo',
  compares: 'currency, reference, description, card and metadata with what was asked for',
  needs: 'no payment was requested',
  compare: (history) => [
    ...listRequestedPayments(history).flatMap((payment) => compareViews(history, payment)),
    ...listAcceptedActions(history).flatMap((action) => [
      ...compareReference(history, action),
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
      holds: isSameJson(found, asked),
      problem: isMissing
        ? 'is missing, although the payment request has one'
        : `is not the ${name} of the payment request`,
      // The page lists no metadata of a payment request.
      basis: name === 'metadata' ? 'inferred' : 'documented',
    },
  ];
}

/** The digits of the card, and how they follow from the card of the request. Other values may be masked. */
const CARD_FIELDS: readonly {
  readonly name: string;
  readonly asked: string;
  readonly fits: (asked: string, found: string) => boolean;
}[] = [
  { name: 'last4', asked: 'number', fits: (asked, found) => asked.endsWith(found) },
  { name: 'bin', asked: 'number', fits: (asked, found) => asked.startsWith(found) },
  { name: 'expiry_month', asked: 'expiry_month', fits: (asked, found) => Number(asked) === Number(found) },
  { name: 'expiry_year', asked: 'expiry_year', fits: (asked, found) => Number(asked) === Number(found) },
];

function compareCard({ exchange, place, value }: PaymentView, { order }: RequestedPayment): Comparison[] {
  const [sent, shown] = [order, value].map((one) => readProperty(one, 'source'));
  return CARD_FIELDS.flatMap(({ name, asked, fits }): Comparison[] => {
    const [before, now] = [readDigits(sent, asked), readDigits(shown, name)];
    if (before === undefined || now === undefined) return [];
    return [
      {
        exchange,
        place: `${place}.source.${name}`,
        holds: fits(before, now),
        problem: 'does not belong to the card of the payment request',
        basis: 'documented',
      },
    ];
  });
}

/** A number, or a string that is one. */
function readDigits(value: unknown, name: string): string | undefined {
  const digits = readProperty(value, name);
  const isDigits = typeof digits === 'number' || (typeof digits === 'string' && /^\d+$/.test(digits));
  return isDigits ? String(digits) : undefined;
}

/** An accepted action repeats the reference of its request. That of an increment is the payment's. */
function compareReference(history: History, { exchange, paymentId }: AcceptedAction): Comparison[] {
  const isIncrement = exchange.operationId === 'incrementAuthorization';
  const payment = listRequestedPayments(history).find(({ id }) => id === paymentId);
  const asked = readProperty(isIncrement ? payment?.order : exchange.sent, 'reference');
  const found = readProperty(exchange.body, 'reference');
  if (asked === undefined || found === undefined) return [];
  return [
    {
      exchange,
      place: 'body.reference',
      holds: found === asked,
      problem: `is not the reference of the ${isIncrement ? 'payment' : 'request'}`,
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
      const action = listActions(reading).find(({ id }) => id === actionId)?.value;
      return ['reference', 'metadata'].flatMap((name): Comparison[] => {
        const [asked, found] = [readProperty(exchange.sent, name), readProperty(action, name)];
        // The page says of neither that the action repeats it.
        if (asked === undefined || found === undefined || found === null) return [];
        const holds = isSameJson(found, asked);
        const problem = `is not the ${name} of the request of the action`;
        return [{ exchange: reading, place: `body.*.${name}`, holds, problem, basis: 'inferred' }];
      });
    });
}
