import fc from 'fast-check';
import { requestSchema } from '../../../contract/src/conformance/description.js';
import { type OperationId, operations as operationTable } from '../../../generated/operations.js';
import type { Operation, Schema } from '../../../scripts/lib/description.js';
import { type ValueChoices, validValues } from '../schemas/valid-values.js';
import { ACCEPTABLE_VALUES } from './acceptable-values.js';
import { isAcceptable } from './business-rules.js';
import { headerValues } from './header-values.js';
import { PAYMENT_ID, PAYMENT_STATES, type PaymentState, type RequestCase } from './request-case.js';

/** The states of a payment in which an operation succeeds. */
const STATES: Readonly<Record<OperationId, readonly PaymentState[]>> = {
  getToken: [],
  getPaymentsList: [],
  requestPayment: [],
  searchPayments: [],
  getPaymentDetails: PAYMENT_STATES,
  getPaymentActions: PAYMENT_STATES,
  incrementAuthorization: ['authorized'],
  cancelScheduledRetry: ['retry scheduled'],
  capturePayment: ['authorized'],
  refundPayment: ['captured'],
  reversePayment: ['captured', 'authorized', 'retry scheduled', 'voided'],
  voidPayment: ['authorized'],
};

const contentTypes = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'Application/JSON',
);

const querySchemas = new WeakMap<Operation, Schema>();

/** The schema of an operation's query, as an object. Its values are those before they are written as strings. */
export function querySchema(operation: Operation): Schema {
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
  const schema = querySchemas.get(operation) ?? {
    type: 'object',
    required: inQuery.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(inQuery.map(({ name, schema }) => [name, schema])),
  };
  querySchemas.set(operation, schema);
  return schema;
}

/** The schema of `{id}` in an operation's path; undefined where it has none. */
export function idSchema(operation: Operation): Schema | undefined {
  return operation.parameters.find((parameter) => parameter.in === 'path')?.schema;
}

/** The length of a URL that every server must take: RFC 9110, section 4.1. */
const MAX_QUERY_LENGTH = 7900;

/** Whether a query is not longer than servers must take. */
export function isShortQuery(query: RequestCase['query']): boolean {
  return new URLSearchParams(query).toString().length <= MAX_QUERY_LENGTH;
}

/** Writes the values of a query as strings. */
export function writeQuery(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/** Reads the values of a query, as their schema describes them. */
export function readQuery(operation: Operation, query: RequestCase['query']): object {
  const properties = Object(querySchema(operation)['properties']) as Readonly<Record<string, Schema>>;
  return Object.fromEntries(
    Object.entries(query).map(([name, text]) => [
      name,
      properties[name]?.type !== 'string' && isNumeric(text) ? Number(text) : text,
    ]),
  );
}

function isNumeric(text: string): boolean {
  return text.trim() !== '' && !Number.isNaN(Number(text));
}

/** Values of an operation's body or query: mostly such that an API accepts them for what they mean. */
function valuesFor(operation: Operation, schema: Schema, choices: ValueChoices = {}): fc.Arbitrary<unknown> {
  const preferred = ACCEPTABLE_VALUES[operation.operationId as OperationId];
  return validValues(schema, preferred ? { ...choices, preferred } : choices);
}

/** Requests to an operation that its schemas allow, each to a payment in a state in which it succeeds. */
export function validRequests(operation: Operation, choices: ValueChoices = {}): fc.Arbitrary<RequestCase> {
  const operationId = operation.operationId as OperationId;
  const { idempotencyHeader } = operationTable[operationId];
  const states = STATES[operationId];
  const schema = requestSchema(operation);
  const bodies = schema && valuesFor(operation, schema, choices);
  const isOptional = operation.requestBody?.required !== true && choices.optional !== 'all';
  return fc
    .record({
      payment: states.length > 0 ? fc.constantFrom(...states) : fc.constant(undefined),
      query: valuesFor(operation, querySchema(operation), { ...choices, extraFields: false })
        .map((values) => writeQuery(values as object))
        .filter(isShortQuery),
      key: idempotencyHeader ? fc.option(headerValues) : fc.constant(null),
      type: contentTypes,
      body: bodies && isOptional ? fc.option(bodies, { freq: 9 }) : (bodies ?? fc.constant(null)),
    })
    .map(({ payment, query, key, type, body }) => ({
      operationId,
      ...(payment && { payment, id: PAYMENT_ID }),
      query,
      headers: {
        ...(body !== null && { 'Content-Type': type }),
        ...(idempotencyHeader && key !== null && { [idempotencyHeader]: key }),
      },
      ...(body !== null && { body }),
    }));
}

const fullRequests = new WeakMap<Operation, RequestCase>();

/** A request with everything that its schemas describe, always the same. An API accepts it for what it means. */
export function fullRequest(operation: Operation): RequestCase {
  const known = fullRequests.get(operation);
  if (known) return known;
  const requests = validRequests(operation, { optional: 'all', extraFields: false }).filter(
    (request) => (Object.keys(request.headers).length > 0 || !operation.requestBody) && isAcceptable(request),
  );
  const full = sampleOne(requests);
  fullRequests.set(operation, full);
  return full;
}

/** The full request of an operation, to a payment in each state in which it succeeds. */
export function listStates(operation: Operation): RequestCase[] {
  const full = fullRequest(operation);
  return STATES[full.operationId].map((payment) => ({ ...full, payment }));
}

/** The first value that a fixed seed generates. */
export function sampleOne<Value>(values: fc.Arbitrary<Value>): Value {
  const [value] = fc.sample(values, { numRuns: 1, seed: 1 });
  return value as Value;
}
