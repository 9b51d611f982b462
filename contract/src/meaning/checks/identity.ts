import { type OperationId, operations, REQUEST_ID_HEADER } from 'lddpay/operations';
import { operations as describedOperations } from '../../conformance/description.js';
import { readProperty } from '../../probes/response-fields.js';
import type { Comparison, MeaningCheck } from '../history/comparison.js';
import { type History, isSuccess, successesOf } from '../history/history.js';
import {
  listActions,
  listPaymentViews,
  listRequestedPayments,
  listStableReadings,
} from '../history/payments.js';

/** Compares ids with those that were asked for, with each other, and with what operations accept. */
export const checkIdentity: MeaningCheck = {
  name: 'identity',
  compares: 'ids of payments, actions and requests with those asked for, and with what operations accept',
  needs: 'no response showed an id',
  compare: (history) => [
    ...comparePaths(history),
    ...comparePatterns(history),
    ...compareActionIds(history),
    ...compareSummaries(history),
    ...compareResults(history),
    ...compareOwners(history),
    ...compareRequestIds(history),
    ...compareErrorIds(history),
  ],
};

/** The details are those of the payment in the path, unless the path has the id of a session. */
function comparePaths(history: History): Comparison[] {
  return successesOf(history, 'getPaymentDetails').flatMap((exchange): Comparison[] => {
    const found = readProperty(exchange.body, 'id');
    if (found === undefined || !fitsPath('getPaymentActions', exchange.id)) return [];
    const problem = 'is not the payment that was asked for';
    return [{ exchange, place: 'body.id', holds: found === exchange.id, problem, basis: 'documented' }];
  });
}

/** Payments can be read and changed by their ids only if the operations accept them. */
function comparePatterns(history: History): Comparison[] {
  const inPath = describedOperations
    .map(({ operationId }) => operationId as OperationId)
    .filter((operationId) => Object.hasOwn(operations[operationId].pathParameters, 'id'));
  return listPaymentViews(history).map(({ exchange, place, id }) => {
    const refusing = inPath.filter((operationId) => !fitsPath(operationId, id));
    const all = refusing.length === inPath.length ? 'no operation' : `not ${refusing.join(', ')}`;
    return {
      exchange,
      place: `${place}.id`,
      holds: refusing.length === 0,
      problem: `fits the path of ${all}`,
      basis: 'documented',
    };
  });
}

function fitsPath(operationId: OperationId, id: unknown): boolean {
  const { pathParameters } = operations[operationId] as { pathParameters: Readonly<Record<string, string>> };
  return typeof id === 'string' && new RegExp(pathParameters['id'] ?? '').test(id);
}

/** An action has one id, and belongs to one payment. */
function compareActionIds(history: History): Comparison[] {
  const owners = new Map<unknown, string | undefined>();
  return successesOf(history, 'getPaymentActions').flatMap((exchange) => {
    const ids = listActions(exchange)
      .map(({ id }) => id)
      .filter((id) => id !== undefined);
    const isForeign = ids.some((id) => owners.has(id) && owners.get(id) !== exchange.id);
    for (const id of ids) if (!owners.has(id)) owners.set(id, exchange.id);
    return [
      {
        exchange,
        place: 'body.*.id',
        holds: new Set(ids).size === ids.length,
        problem: 'appears more than once',
        basis: 'documented' as const,
      },
      {
        exchange,
        place: 'body.*.id',
        holds: !isForeign,
        problem: 'is the action of another payment',
        basis: 'documented' as const,
      },
    ];
  });
}

/** The actions in the details are those in the list of actions. */
function compareSummaries(history: History): Comparison[] {
  return listStableReadings(history).flatMap(({ details, actions }): Comparison[] => {
    const summaries = readProperty(details.body, 'actions');
    if (!Array.isArray(summaries) || !Array.isArray(actions.body)) return [];
    const listed = listActions(actions).map(({ id }) => id);
    const holds = summaries.every((one) => listed.includes(readProperty(one, 'id')));
    const problem = 'is missing for an action that the details of the payment name';
    const dependsOn = [{ operationId: 'getPaymentDetails', place: 'body.actions.*.id' }] as const;
    return [{ exchange: actions, place: 'body.*.id', holds, problem, basis: 'inferred', dependsOn }];
  });
}

/** The action of a payment that was processed at once is among the actions of the payment. */
function compareResults(history: History): Comparison[] {
  return listRequestedPayments(history).flatMap(({ id, exchange }): Comparison[] => {
    const actionId = readProperty(exchange.body, 'action_id');
    const readings = successesOf(history, 'getPaymentActions').filter((one) => one.id === id);
    if (exchange.status !== 201 || actionId === undefined || readings.length === 0) return [];
    const holds = readings.some((one) => listActions(one).some((action) => action.id === actionId));
    const problem = 'is not among the actions of the payment';
    const dependsOn = [{ operationId: 'getPaymentActions', place: 'body.*.id' }] as const;
    return [{ exchange, place: 'body.action_id', holds, problem, basis: 'inferred', dependsOn }];
  });
}

/** What a request brings about has an id that no other request returned. */
function compareOwners(history: History): Comparison[] {
  const owners = new Map<string, unknown>();
  return history.filter(isSuccess).flatMap((exchange): Comparison[] => {
    const { operationId, idempotencyKey } = exchange;
    const name = operationId === 'requestPayment' ? 'id' : 'action_id';
    const id = readProperty(exchange.body, name);
    if (idempotencyKey === undefined || typeof id !== 'string') return [];
    const owner = JSON.stringify([operationId, exchange.id, idempotencyKey]);
    const holds = (owners.get(id) ?? owner) === owner;
    if (!owners.has(id)) owners.set(id, owner);
    const problem = 'is what another request returned';
    return [{ exchange, place: `body.${name}`, holds, problem, basis: 'documented' }];
  });
}

/** A request id identifies one request. A repeated request may have the id of the first. */
function compareRequestIds(history: History): Comparison[] {
  const seen = new Set<string>();
  return history.flatMap((exchange): Comparison[] => {
    const id = exchange.headers.get(REQUEST_ID_HEADER);
    if (id === null || exchange.idempotencyKey !== undefined) return [];
    const holds = !seen.has(id);
    seen.add(id);
    const place = `header ${REQUEST_ID_HEADER}`;
    return [{ exchange, place, holds, problem: 'is that of an earlier request', basis: 'documented' }];
  });
}

/** The request id in the body of an error is that of one request, too. */
function compareErrorIds(history: History): Comparison[] {
  const seen = new Set<unknown>();
  return history.flatMap((exchange): Comparison[] => {
    const id = readProperty(exchange.body, 'request_id');
    if (isSuccess(exchange) || typeof id !== 'string' || exchange.idempotencyKey !== undefined) return [];
    const holds = !seen.has(id);
    seen.add(id);
    return [
      {
        exchange,
        place: 'body.request_id',
        holds,
        problem: 'is that of an earlier request',
        basis: 'documented',
      },
    ];
  });
}
