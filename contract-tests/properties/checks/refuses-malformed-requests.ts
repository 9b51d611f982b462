import fc from 'fast-check';
import type { Operation } from '../../../scripts/lib/description.js';
import { writeRequest } from '../requests/send-request.js';
import { fullRequest } from '../requests/valid-requests.js';
import { defineCheck } from './check.js';
import { countEffects } from './effects.js';
import { findHttpErrorProblems } from './response-problems.js';

/** A request whose body cannot be read as JSON. */
interface MalformedRequest {
  /** The body; absent for a valid one. */
  readonly text?: string;
  /** The media type; absent for JSON, empty for none. */
  readonly type?: string;
  /** How many times the body is repeated. */
  readonly times?: number;
}

const TEXTS = [
  '{',
  '}',
  '{"a":1,}',
  "{'a':1}",
  '{"a":1}{"a":1}',
  'undefined',
  'NaN',
  '\ufeff{',
  '[1',
  '"',
  '\\',
  '{"a":\u0000}',
];

const TYPES = [
  'text/plain',
  'application/xml',
  'application/jsonp',
  'multipart/form-data',
  'application/octet-stream',
  '*/*',
];

/** More than a body may have: 1 MiB. */
const TOO_LONG = { text: ' '.repeat(1024), times: 1025 };

/** A body that is no JSON gets a 400, one of another media type a 415, one that is too large a 413. */
export const refusesMalformedRequests = defineCheck<MalformedRequest>({
  name: 'refuses bodies that it cannot read',
  schemathesis: ['negative_data_rejection', 'not_a_server_error'],
  runs: 8,
  excluded: { 'the mock': 'it refuses them with statuses and media types of its own' },

  listCases: (operation) =>
    takesJson(operation)
      ? [
          ...TEXTS.map((text) => ({ text })),
          ...listTypes(operation).map((type) => ({ type })),
          { type: '' },
          TOO_LONG,
        ]
      : [],

  generateCases(operation) {
    if (!takesJson(operation)) return undefined;
    const texts = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '\u0000'))
      .map(([json, at, added]) => json.slice(0, at % (json.length + 1)) + added)
      .filter((text) => text !== '' && !isJson(text));
    return fc.oneof(
      texts.map((text) => ({ text })),
      fc.constantFrom(...listTypes(operation)).map((type) => ({ type })),
    );
  },

  async findProblems(target, operation, { text, type = 'application/json', times = 1 }) {
    const request = fullRequest(operation);
    const paymentId = await target.prepare(request.payment);
    const { 'Content-Type': _type, ...headers } = request.headers;
    const authorization = operation.secured ? target.authorization : undefined;
    const written = writeRequest({ ...request, headers }, paymentId, authorization);
    const body = (text ?? written.body ?? '').repeat(times);
    const typed = { ...written.headers, ...(type !== '' && { 'Content-Type': type }) };
    const { value: response, effects } = await countEffects(target, () =>
      target.send({ ...written, headers: typed, body }),
    );
    const isJsonType = type === 'application/json';
    // The token endpoint documents a 400 for whatever it cannot read.
    const expected = times > 1 ? 413 : isJsonType || operation['x-token-endpoint'] ? 400 : 415;
    return [
      ...findHttpErrorProblems(response, expected, operation),
      ...(effects > 0 ? ['money moved, although the body cannot be read'] : []),
    ];
  },
});

function takesJson({ requestBody }: Operation): boolean {
  return requestBody !== undefined;
}

/** Media types that an operation does not take. OAuth servers take forms (RFC 6749, section 4.4.2). */
function listTypes(operation: Operation): string[] {
  return operation['x-token-endpoint'] ? TYPES : [...TYPES, 'application/x-www-form-urlencoded'];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
