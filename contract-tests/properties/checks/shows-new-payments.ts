import { operations } from '../../../contract/src/conformance/description.js';
import type { BufferedResponse } from '../../../contract/src/conformance/violations.js';
import type { OperationId } from '../../../generated/operations.js';
import type { Operation } from '../../../scripts/lib/description.js';
import { isAcceptable } from '../requests/business-rules.js';
import type { RequestCase } from '../requests/request-case.js';
import { listRuleBoundaries } from '../requests/rule-boundaries.js';
import { writeRequest } from '../requests/send-request.js';
import { fullRequest, validRequests } from '../requests/valid-requests.js';
import type { Target } from '../targets/target.js';
import { defineCheck } from './check.js';
import { findLinkProblems } from './link-problems.js';
import { findResponseProblems, isSuccess, readJson } from './response-problems.js';

const JSON_HEADERS = { 'Content-Type': 'application/json' };

/** A payment that was made is there at once, by its id and by its reference, as it was requested. */
export const showsNewPayments = defineCheck<RequestCase>({
  name: 'shows a new payment at once',
  schemathesis: ['ensure_resource_availability'],
  runs: 24,
  excluded: { 'the mock': 'it has no state' },
  listCases: (operation) => {
    if (!makesPayments(operation)) return [];
    const full = fullRequest(operation);
    return [full, ...listRuleBoundaries(full).filter(isAcceptable)];
  },
  generateCases: (operation) =>
    makesPayments(operation) ? validRequests(operation).filter(isAcceptable) : undefined,

  async findProblems(target, _operation, request) {
    await target.prepare();
    const made = await target.send(writeRequest(request, undefined, target.authorization));
    if (!isSuccess(made)) return [`the payment was refused with ${made.status}`];
    const body = request.body as { amount?: number; currency: string; reference?: string };
    const { id } = readJson(made) as { id: string };
    const details = await read(target, 'getPaymentDetails', { id });
    const actions = await read(target, 'getPaymentActions', { id });
    const listed = await read(target, 'getPaymentsList', { query: { reference: body.reference ?? '' } });
    const query = body.reference?.includes("'") === false ? `reference:'${body.reference}'` : `id:'${id}'`;
    const found = await read(target, 'searchPayments', { headers: JSON_HEADERS, body: { query } });
    const expected = { id, amount: body.amount ?? 0, currency: body.currency, reference: body.reference };
    const redirect = Object(readJson(made)['_links']).redirect?.href as string | undefined;
    const page =
      redirect && (await target.send({ method: 'GET', path: new URL(redirect).pathname, headers: {} }));
    return [
      ...[details, actions, listed, found].flatMap(({ problems }) => problems),
      ...(page && page.status !== 200 ? [`the link redirect got ${page.status}`] : []),
      ...findDifferences('its details', expected, readJson(details.response)),
      ...(body.reference === undefined ? [] : findIn('the list', id, readJson(listed.response))),
      ...findIn('the search', id, readJson(found.response)),
    ];
  },
});

/** Reads something by an operation, and finds what is wrong with the response. */
export async function read(
  target: Target,
  operationId: OperationId,
  request: Partial<RequestCase>,
): Promise<{ readonly response: BufferedResponse; readonly problems: string[] }> {
  const operation = operations.find((one) => one.operationId === operationId) as Operation;
  const whole = { operationId, query: {}, headers: {}, ...request };
  const response = await target.send(writeRequest(whole, undefined, target.authorization));
  return {
    response,
    problems: [
      ...(isSuccess(response) ? [] : [`${operationId} got ${response.status}`]),
      ...[
        ...findResponseProblems(operation, response),
        ...findLinkProblems(target, response, request.id),
      ].map((problem) => `${operationId}: ${problem}`),
    ],
  };
}

function makesPayments({ operationId }: Operation): boolean {
  return operationId === 'requestPayment';
}

function findDifferences(what: string, expected: object, found: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(expected)
    .filter(([name, value]) => found[name] !== value)
    .map(([name, value]) => `${what} have the ${name} "${found[name]}", not "${value}"`);
}

function findIn(what: string, id: string, page: Readonly<Record<string, unknown>>): string[] {
  const items = page['data'] as readonly { readonly id: string }[] | undefined;
  return items?.some((item) => item.id === id) ? [] : [`${what} does not have it`];
}
