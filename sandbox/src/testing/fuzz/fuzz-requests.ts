import fc from 'fast-check';
import { operations } from '../documented-responses.js';
import {
  authorizations,
  bodiesFor,
  ids,
  keys,
  lengths,
  methods,
  queries,
  rather,
  types,
} from './request-parts.js';

/** A request that is wrong in some way, or right by accident. */
export interface Shot {
  readonly method: string;
  /** With names of payments in braces. */
  readonly path: string;
  /** Without `Authorization` where the token is to be a valid one. */
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

const operationShots = operations.map(({ method, path }) => shotsAt(method.toUpperCase(), path));

const otherShots = ['GET /', ...CONTROLS].map((route) => {
  const [method = '', path = ''] = route.split(' ');
  return shotsAt(method, path);
});

/** Requests of all routes, with garbage in every part that a client chooses. */
export const shots: fc.Arbitrary<Shot> = fc.oneof(
  { weight: 9, arbitrary: fc.oneof(...operationShots) },
  { weight: 1, arbitrary: fc.oneof(...otherShots) },
);

function shotsAt(usual: string, path: string): fc.Arbitrary<Shot> {
  return fc
    .record({
      method: rather(fc.constant(usual), methods),
      id: ids,
      query: rather(fc.constant(''), queries),
      authorization: rather(fc.constant(null), authorizations),
      type: rather(fc.constant('application/json'), types),
      key: fc.option(keys),
      length: rather(fc.constant(null), lengths),
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
      // A `fetch` refuses to send it.
      body: method === 'GET' || method === 'HEAD' ? undefined : body,
    }));
}
