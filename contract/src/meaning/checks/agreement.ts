import { readAt, readProperty } from '../../probes/response-fields.js';
import type { Comparison, MeaningCheck } from '../history/comparison.js';
import { type History, type ParsedExchange, successesOf } from '../history/history.js';
import { listActions, listPaymentViews, listStableReadings, type PaymentView } from '../history/payments.js';
import { isSameTime, parseTime } from '../history/time.js';

/** The fields of a payment that never change, by their paths. */
const CONSTANT_FIELDS = ['amount', 'currency', 'reference', 'payment_type', 'description', 'source.last4'];

/** Compares what several responses say about the same payment. */
export const checkAgreement: MeaningCheck = {
  name: 'agreement',
  compares: 'details, lists and searches of the same payment with each other, and results with their actions',
  needs: 'no payment was in more than one response',
  compare: (history) => [...comparePayments(history), ...compareActions(history)],
};

function comparePayments(history: History): Comparison[] {
  const views = listPaymentViews(history).filter(({ exchange }) => exchange.operationId !== 'requestPayment');
  return views.flatMap((view) => {
    const ofPayment = views.filter(({ id }) => id === view.id);
    // Details are what the others are held against.
    const isDetails = ({ exchange }: PaymentView) => exchange.operationId === 'getPaymentDetails';
    const reference = ofPayment.find(isDetails) ?? ofPayment[0];
    return reference && reference !== view ? compareViews(view, reference) : [];
  });
}

function compareViews({ exchange, place, value }: PaymentView, reference: PaymentView): Comparison[] {
  return [...CONSTANT_FIELDS, 'requested_on'].flatMap((name): Comparison[] => {
    const [before, now] = [reference.value, value].map((one) => readAt(one, name));
    // Null is no value, and another type is another deviation.
    if (before === undefined || before === null || typeof before !== typeof now) return [];
    const isTime = name === 'requested_on';
    // A time that cannot be parsed is a deviation of the time.
    if (isTime && [before, now].some((time) => parseTime(time) === undefined)) return [];
    return [
      {
        exchange,
        place: `${place}.${name}`,
        holds: isTime ? isSameTime(before, now) : before === now,
        problem: `is not what ${reference.exchange.operationId} returned for the same payment`,
        basis: 'documented',
        dependsOn: [{ operationId: reference.exchange.operationId, place: `${reference.place}.${name}` }],
      },
    ];
  });
}

/** What a response says about an action, and the list of actions to compare it with. */
interface ActionReport {
  readonly source: ParsedExchange;
  readonly value: unknown;
  readonly id: unknown;
  readonly reading: ParsedExchange;
}

/** The fields of an action that do not change once it was processed. */
const ACTION_FIELDS = ['type', 'approved', 'response_code', 'auth_code'];

function compareActions(history: History): Comparison[] {
  return [...listResults(history), ...listSummaries(history)].flatMap(({ source, value, id, reading }) => {
    const action = listActions(reading).find((one) => one.id === id)?.value;
    return ACTION_FIELDS.flatMap((name): Comparison[] => {
      const [before, now] = [value, action].map((one) => readProperty(one, name));
      if (before === undefined || typeof before !== typeof now) return [];
      const place = `body.*.${name}`;
      const problem = `is not what ${source.operationId} returned for the same action`;
      return [{ exchange: reading, place, holds: before === now, problem, basis: 'inferred' }];
    });
  });
}

/** The results of actions that were processed at once. */
function listResults(history: History): ActionReport[] {
  const readings = successesOf(history, 'getPaymentActions');
  return history
    .filter(({ status }) => status === 201)
    .flatMap((source) => {
      const { id: paymentId = readProperty(source.body, 'id'), body: value } = source;
      const id = readProperty(value, 'action_id');
      return readings
        .filter((reading) => id !== undefined && reading.id === paymentId)
        .map((reading) => ({ source, value, id, reading }));
    });
}

/** The summaries of actions in details. */
function listSummaries(history: History): ActionReport[] {
  return listStableReadings(history).flatMap(({ details: source, actions: reading }) => {
    const summaries = readProperty(source.body, 'actions');
    return (Array.isArray(summaries) ? summaries : []).map((value: unknown) => ({
      source,
      value,
      id: readProperty(value, 'id'),
      reading,
    }));
  });
}
