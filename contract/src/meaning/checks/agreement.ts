import { readProperty } from '../../probes/response-fields.js';
import type { Comparison, MeaningCheck } from '../history/comparison.js';
import { listPaymentViews, type PaymentView } from '../history/payments.js';
import { parseTime } from '../history/time.js';

/** The fields of a payment that never change, and how their values are compared. */
const CONSTANT_FIELDS: readonly { name: string; read: (value: unknown) => unknown }[] = [
  { name: 'amount', read: (value) => value },
  { name: 'currency', read: (value) => value },
  { name: 'reference', read: (value) => value },
  { name: 'payment_type', read: (value) => value },
  // The precision can differ between operations.
  { name: 'requested_on', read: (value) => Math.floor((parseTime(value) ?? Number.NaN) / 1000) },
];

/** Compares what several responses say about the same payment. */
export const checkAgreement: MeaningCheck = {
  name: 'agreement',
  compares: 'details, lists and searches of the same payment with each other',
  needs: 'no payment was in more than one response',
  compare: (history) => {
    const views = listPaymentViews(history).filter(
      ({ exchange }) => exchange.operationId !== 'requestPayment',
    );
    return views.flatMap((view) => {
      const ofPayment = views.filter(({ id }) => id === view.id);
      // Details are what the others are held against.
      const isDetails = ({ exchange }: PaymentView) => exchange.operationId === 'getPaymentDetails';
      const reference = ofPayment.find(isDetails) ?? ofPayment[0];
      return reference && reference !== view ? compareViews(view, reference) : [];
    });
  },
};

function compareViews({ exchange, place, value }: PaymentView, reference: PaymentView): Comparison[] {
  return CONSTANT_FIELDS.flatMap(({ name, read }): Comparison[] => {
    const [before, now] = [reference.value, value].map((one) => readProperty(one, name));
    // Null is no value, and another type is another deviation.
    if (before === undefined || before === null || typeof before !== typeof now) return [];
    // A time that cannot be parsed is a deviation of the time.
    if (Number.isNaN(read(before)) || Number.isNaN(read(now))) return [];
    return [
      {
        exchange,
        place: `${place}.${name}`,
        holds: Object.is(read(before), read(now)),
        problem: `is not what ${reference.exchange.operationId} returned for the same payment`,
        basis: 'documented',
        dependsOn: [{ operationId: reference.exchange.operationId, place: `${reference.place}.${name}` }],
      },
    ];
  });
}
