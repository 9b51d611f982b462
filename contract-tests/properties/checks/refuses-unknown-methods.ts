import fc from 'fast-check';
import { operations } from '../../../contract/src/conformance/description.js';
import type { BufferedResponse } from '../../../contract/src/conformance/violations.js';
import type { Operation } from '../../../scripts/lib/description.js';
import type { RequestCase } from '../requests/request-case.js';
import { writeRequest } from '../requests/send-request.js';
import { fullRequest, validRequests } from '../requests/valid-requests.js';
import type { Target } from '../targets/target.js';
import { defineCheck } from './check.js';
import { isPathOf, METHODS, methodsOf } from './described-paths.js';
import { findHttpErrorProblems } from './response-problems.js';

interface MethodCase {
  readonly method: string;
  readonly hasCredentials: boolean;
}

async function sendMethod(target: Target, { path }: Operation, one: MethodCase): Promise<BufferedResponse> {
  const id = (await target.prepare('authorized')) ?? '';
  const headers = one.hasCredentials ? { Authorization: target.authorization } : {};
  return target.send({ method: one.method, path: path.replace('{id}', id), headers });
}

/** A method that a path does not have gets a 405, with or without credentials. */
export const refusesUnknownMethods = defineCheck<MethodCase>({
  name: 'refuses unknown methods',
  schemathesis: ['unsupported_method'],
  runs: 2,
  reduced: {
    'the mock': 'its error has a media type of its own, and it takes GET /payments/search for a malformed id',
  },
  listCases: listMethodCases,
  generateCases: (operation) => fc.constantFrom(...listMethodCases(operation)),
  async findProblems(target, operation, one) {
    if (!target.sandbox && isTakenForId(operation, one)) return [];
    const response = await sendMethod(target, operation, one);
    if (target.sandbox) return findHttpErrorProblems(response, 405);
    return response.status === 405 ? [] : [`the status is ${response.status}, not 405`];
  },
});

/** A 405 names the methods that the path has, and HEAD where GET is, and no other: RFC 9110, section 15.5.6. */
export const namesAllowedMethods = defineCheck<MethodCase>({
  name: 'names the methods of a path in Allow',
  schemathesis: ['unsupported_method', 'allow_header_conformance'],
  runs: 2,
  excluded: { 'the mock': 'its 405 has no Allow' },
  listCases: listMethodCases,
  generateCases: (operation) => fc.constantFrom(...listMethodCases(operation)),
  async findProblems(target, operation, one) {
    const response = await sendMethod(target, operation, one);
    const allowed = (response.headers.get('Allow') ?? '').split(/ *, */).sort();
    const methods = methodsOf(operation.path);
    const expected = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].sort();
    return allowed.join() === expected.join() ? [] : [`Allow is ${allowed.join()}, not ${expected.join()}`];
  },
});

function listMethodCases({ path }: Operation): MethodCase[] {
  const known = methodsOf(path);
  return METHODS.filter((method) => !known.includes(method)).flatMap((method) =>
    [true, false].map((hasCredentials) => ({ method, hasCredentials })),
  );
}

/** Whether a path is that of another operation with an id, to which the method belongs. */
function isTakenForId({ path }: Operation, { method }: MethodCase): boolean {
  return operations.some(
    (other) => other.path !== path && other.method.toUpperCase() === method && isPathOf(other, path),
  );
}

/** HEAD is GET without the body (RFC 9110, section 9.3.2), and no method of a path without GET. */
export const respondsToHead = defineCheck<RequestCase>({
  name: 'responds to HEAD as to GET, without the body',
  schemathesis: [],
  runs: 4,
  excluded: { 'the mock': 'it knows no HEAD that the description does not have' },
  listCases: (operation) => [fullRequest(operation)],
  generateCases: (operation) => validRequests(operation),
  async findProblems(target, operation, request) {
    const paymentId = await target.prepare(request.payment);
    const { body: _, ...written } = writeRequest(request, paymentId, target.authorization);
    const head = await target.send({ ...written, method: 'HEAD' });
    const hasGet = operation.method === 'get' || methodsOf(operation.path).includes('GET');
    const expected = hasGet ? (await target.send({ ...written, method: 'GET' })).status : 405;
    return [
      ...(head.status === expected ? [] : [`the status is ${head.status}, not ${expected}`]),
      ...(head.body === '' ? [] : ['a response to HEAD has a body']),
    ];
  },
});
