import fc from 'fast-check';
import { operationTable } from '../../lib/description.js';
import {
  authorizations,
  bodiesFor,
  contentLengths,
  contentTypes,
  ids,
  keys,
  methods,
  mostly,
  queries,
} from './request-parts.js';

/** A request with random parts. Most are invalid. */
export interface FuzzRequest {
  readonly method: string;
  /** The path, with names of payments in braces. */
  readonly path: string;
  /** Without `Authorization` when the request has a valid token. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

const CONTROLS = [
  ...[
    'GET ledger',
    'GET requests',
    'GET clock',
    'POST clock',
    'POST faults',
    'DELETE faults',
    'DELETE tokens',
  ],
  ...['POST reset', 'GET challenges/{id}', 'POST challenges/{id}', 'POST challenges/{id}', 'POST unknown'],
].map((control) => control.replace(' ', ' /_sandbox/'));

const operationRequests = Object.values(operationTable).map(({ method, path }) => requestsTo(method, path));

const otherRequests = ['GET /', ...CONTROLS].map((route) => {
  const [method = '', path = ''] = route.split(' ');
  return requestsTo(method, path);
});

/** Requests to all routes, with random values in every part that a client chooses. */
export const fuzzRequests: fc.Arbitrary<FuzzRequest> = fc.oneof(
  { weight: 9, arbitrary: fc.oneof(...operationRequests) },
  { weight: 1, arbitrary: fc.oneof(...otherRequests) },
);

function requestsTo(usualMethod: string, path: string): fc.Arbitrary<FuzzRequest> {
  return fc
    .record({
      method: mostly(fc.constant(usualMethod), methods),
      id: ids,
      query: mostly(fc.constant(''), queries),
      authorization: mostly(fc.constant(null), authorizations),
      type: mostly(fc.constant('application/json'), contentTypes),
      key: fc.option(keys),
      length: mostly(fc.constant(null), contentLengths),
      body: bodiesFor(path),
    })
    .map(({ method, id, query, authorization, type, key, length, body }) => ({
      method,
      path: path.replace('{id}', id) + query,
      headers: {
        ...(authorization !== null && { Authorization: authorization }),
        'Content-Type': type,
        ...(key !== null && { 'Cko-Idempotency-Key': key }),
        ...(length !== null && { 'Content-Length': length }),
      },
      // `fetch` rejects a body with these methods.
      body: method === 'GET' || method === 'HEAD' ? undefined : body,
    }));
}
