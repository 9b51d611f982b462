import fc from 'fast-check';
import type { OperationId } from '../../../generated/operations.js';
import { PAYMENT_ID, type RequestCase } from '../requests/request-case.js';
import { writeRequest } from '../requests/send-request.js';
import { fullRequest, idSchema, validRequests } from '../requests/valid-requests.js';
import { pathSegments } from '../schemas/string-values.js';
import { validValues } from '../schemas/valid-values.js';
import { defineCheck } from './check.js';
import { isDescribed, METHODS } from './described-paths.js';
import { countEffects } from './effects.js';
import { findHttpErrorProblems, findResponseProblems } from './response-problems.js';

/** Segments that lead to no other path: RFC 3986, section 5.2.4. */
const segments = pathSegments.filter((segment) => !/^\.\.?$/.test(segment));

/** A path that the description does not have gets a 404, with any method. */
export const refusesUnknownPaths = defineCheck<{ readonly method: string; readonly path: string }>({
  name: 'refuses unknown paths',
  schemathesis: [],
  runs: 12,
  reduced: { 'the mock': 'its error has a media type of its own' },
  listCases: ({ method, path }) =>
    listStrangePaths(path).map((strange) => ({ method: method.toUpperCase(), path: strange })),
  generateCases: ({ path }) =>
    fc.record({
      method: fc.constantFrom(...METHODS),
      path: fc
        .oneof(
          fc.constantFrom(...listStrangePaths(path)),
          fc.array(segments, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
          segments.map((segment) => `${path.replace('{id}', 'x')}/x${segment}`),
        )
        .filter((other) => !isDescribed(other)),
    }),
  async findProblems(target, _operation, { method, path }) {
    if (target.cannotTell({ path })) return [];
    await target.prepare();
    const response = await target.send({ method, path, headers: { Authorization: target.authorization } });
    if (target.sandbox) return findHttpErrorProblems(response, 404);
    return response.status === 404 ? [] : [`the status is ${response.status}, not 404`];
  },
});

function listStrangePaths(path: string): string[] {
  const known = path.replace('{id}', `pay_${'a'.repeat(26)}`);
  return [
    ...[
      '/',
      `${known}/x`,
      `/v1${known}`,
      `${known}/`,
      `/${known}`,
      known.toUpperCase(),
      `${known}x`,
      `${known}%2Fx`,
    ],
    ...[
      '/payments/x/unknown',
      '/payments/x/captures/y',
      '/connect',
      '/connect/tokens',
      '/openapi.json',
      '/robots.txt',
    ],
  ].filter((strange) => !isDescribed(strange));
}

/** A well-formed id of no payment gets a 404, whatever the request wants from it. */
export const refusesUnknownIds = defineCheck<RequestCase>({
  name: 'refuses unknown ids',
  schemathesis: ['status_code_conformance'],
  runs: 8,
  excluded: { 'the mock': 'it takes any id for that of a payment' },
  listCases: (operation) =>
    idSchema(operation)
      ? ['pay_aaaaaaaaaaaaaaaaaaaaaaaaaa'].map((id) => ({ ...fullRequest(operation), id }))
      : [],
  generateCases(operation) {
    const schema = idSchema(operation);
    return (
      schema &&
      fc.tuple(validRequests(operation), validValues(schema)).map(([request, id]) => ({
        ...request,
        operationId: operation.operationId as OperationId,
        id: String(id),
      }))
    );
  },
  async findProblems(target, operation, request) {
    const paymentId = await target.prepare(request.payment);
    if (request.id === PAYMENT_ID) throw new Error('The id is that of the payment.');
    const written = writeRequest(request, paymentId, target.authorization);
    const { value: response, effects } = await countEffects(target, () => target.send(written));
    // A body that breaks a rule of payments may be refused before its payment is looked for.
    const isRefused = response.status === 404 || (response.status === 422 && 'body' in request);
    return [
      ...(isRefused ? [] : [`the status is ${response.status}, not 404`]),
      ...findResponseProblems(operation, response),
      ...(effects > 0 ? ['money moved on an unknown id'] : []),
    ];
  },
});
