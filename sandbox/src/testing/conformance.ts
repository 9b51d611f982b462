import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { Operation } from '../../../scripts/lib/description.js';
import type { Sandbox } from '../sandbox.js';
import { type Documented, documented, operationAt, validatorOfNamed } from './documented-responses.js';

/** A request and its answer, as far as the description speaks of them. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  /** The body of the answer; an empty text when there is none. */
  readonly text: string;
}

/** Answers that the description does not know, since they are about HTTP or about keys of any write. */
const BEYOND = {
  'malformed JSON': { status: 400, code: 'request_json_invalid' },
  'broken-off body': { status: 400, code: 'request_body_incomplete' },
  'unknown path': { status: 404, code: 'path_unknown' },
  'wrong method': { status: 405, code: 'method_not_allowed' },
  'body too large': { status: 413, code: 'request_body_too_large' },
  'not JSON': { status: 415, code: 'content_type_invalid' },
  'in flight': { status: 429, code: 'duplicate_request' },
} as const;

/** What a test can allow beside the description. */
export type Beyond = keyof typeof BEYOND;

/** All of it, for tests that send anything. */
export const EVERYTHING_BEYOND = Object.keys(BEYOND) as Beyond[];

/** On every response, whatever it answers. */
const EVERYWHERE = ['Cko-Request-Id', 'Cko-Version'];

/** The controls are no part of the payments API. */
const CONTROLS = '/_sandbox/';

const REFUSAL = validatorOfNamed('ErrorResponse');
const TOKEN_REFUSAL = validatorOfNamed('TokenError');

export interface Judge {
  /** The `fetch` that is judged; its answers are passed on once their bodies were read. */
  readonly fetch: Sandbox['fetch'];
  /** All that was outside the description so far, a sentence each. */
  readonly deviations: readonly string[];
}

/**
 * Listens in on a `fetch`. A lost connection is no answer and not judged; a body that a fault stalls or
 * truncates cannot be.
 * @param allowed What is allowed beside the description.
 */
export function judge(fetch: Sandbox['fetch'], ...allowed: Beyond[]): Judge {
  const deviations: string[] = [];
  return {
    deviations,
    async fetch(input, init) {
      const request = input instanceof Request ? input : undefined;
      const method = (init?.method ?? request?.method ?? 'GET').toUpperCase();
      const url = request?.url ?? String(input);
      const response = await fetch(input, init);
      const { status, headers } = response;
      const text = await response.clone().text();
      deviations.push(...deviationsOf({ method, url, status, headers, text }, ...allowed));
      return response;
    },
  };
}

/** What is outside the description in one exchange. */
export function deviationsOf(exchange: Exchange, ...allowed: Beyond[]): string[] {
  const { method, url, status, headers } = exchange;
  const { pathname } = new URL(url);
  if (pathname.startsWith(CONTROLS)) return [];
  const operation = operationAt(method === 'HEAD' ? 'GET' : method, pathname);
  const expected = (operation && documented(operation, status)) ?? beyond(operation, exchange, allowed);
  const names = [...new Set([...EVERYWHERE, ...(expected?.headers ?? [])])];
  return [
    ...(expected ? deviationsOfBody(exchange, expected.body) : ['a status that is not documented']),
    ...names.filter((name) => !headers.has(name)).map((name) => `no header ${name}`),
  ].map((deviation) => `${method} ${pathname} answered ${status}: ${deviation}`);
}

/** What is expected of an answer that only a test allows. */
function beyond(
  operation: Operation | undefined,
  { method, status, text }: Exchange,
  allowed: readonly Beyond[],
): Documented | undefined {
  const known = allowed
    .map((name) => BEYOND[name])
    .some((one) => one.status === status && (method === 'HEAD' || text.includes(one.code)));
  return known ? { headers: [], body: operation?.['x-token-endpoint'] ? TOKEN_REFUSAL : REFUSAL } : undefined;
}

function deviationsOfBody({ method, headers, text }: Exchange, validate: ValidateFunction | undefined) {
  const type = headers.get('Content-Type');
  if (!validate) return text === '' && type === null ? [] : [`a body (${type}) where none is documented`];
  if (method === 'HEAD') return text === '' ? [] : ['a body in answer to HEAD'];
  if (text === '') return ['no body where one is documented'];
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(type ?? '')) return [`the Content-Type ${type}`];
  const value = parse(text);
  if (value === undefined) return ['a body that is no JSON'];
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || 'the body'} ${message}`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
