import fc from 'fast-check';
import type { OperationId } from '../../../generated/operations.js';
import type { RequestCase } from '../requests/request-case.js';
import { writeRequest } from '../requests/send-request.js';
import { fullRequest, validRequests } from '../requests/valid-requests.js';
import type { TokenEnd } from '../targets/target.js';
import { defineCheck } from './check.js';
import { countEffects } from './effects.js';
import { findHttpErrorProblems, findResponseProblems, readErrorCodes } from './response-problems.js';

/** What stands for a token that was valid. */
const TOKEN = '{token}';

/** A request with credentials that are missing or wrong. */
interface UnauthorizedRequest {
  readonly request: RequestCase;
  /** The value of `Authorization`, in which `{token}` is a valid token; null for none. */
  readonly authorization: string | null;
  /** What becomes of the token before. */
  readonly token?: TokenEnd;
}

/** Values that no token of this API can be had from. None but the valid token has no meaning in another case. */
const WRONG_VALUES = [
  ...['', 'Bearer', 'Bearer ', 'Bearer unknown', 'Bearer "{token}"', 'Bearer {token}x', 'Bearer x{token}'],
  ...[
    '{token}',
    'Basic {token}',
    'Token {token}',
    'Bearer{token}',
    'Bearer {token} {token}',
    'Bearer {token},',
  ],
  ...['Bearer null', 'Bearer undefined', 'Digest username="a"', `Bearer ${'x'.repeat(5000)}`],
];

const wrongValues = fc.oneof(
  fc.constantFrom(...WRONG_VALUES),
  fc
    .string({
      minLength: 1,
      maxLength: 60,
      unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    })
    .map((text) => `Bearer ${text}`),
  fc.base64String({ maxLength: 60 }).map((text) => `Basic ${text}`),
);

/** Missing, wrong, revoked and expired credentials get a 401, whatever else the request has, and move no money. */
export const requiresAuthentication = defineCheck<UnauthorizedRequest>({
  name: 'requires valid credentials',
  schemathesis: ['ignored_auth', 'missing_required_header'],
  runs: 6,
  excluded: { 'the mock': 'it takes any token for valid; the next check has what it can refuse' },

  listCases: (operation) => {
    if (!operation.secured) return [];
    const request = fullRequest(operation);
    const wrong = [null, ...WRONG_VALUES].map((authorization) => ({ request, authorization }));
    const lost = (['revoked', 'expired'] as const).map((token) => ({
      request,
      authorization: `Bearer ${TOKEN}`,
      token,
    }));
    return [...wrong, ...lost];
  },

  generateCases: (operation) =>
    operation.secured
      ? fc
          .record({
            request: requestsToAnyPayment(operation),
            authorization: fc.option(wrongValues),
            token: fc.constantFrom(undefined, undefined, undefined, 'revoked', 'expired'),
          })
          .map(({ token, ...one }) => (token ? { ...one, token, authorization: `Bearer ${TOKEN}` } : one))
      : undefined,

  async findProblems(target, operation, { request, authorization, token }) {
    const paymentId = await target.prepare(request.payment);
    const value = authorization?.replaceAll(TOKEN, target.authorization.slice('Bearer '.length));
    if (token) target.endTokens(token);
    const written = writeRequest(request, paymentId, value);
    const { value: response, effects } = await countEffects(target, () => target.send(written));
    return [
      ...(response.status === 401 ? [] : [`the status is ${response.status}, not 401`]),
      ...findResponseProblems(operation, response),
      ...(response.headers.has('WWW-Authenticate')
        ? []
        : ['a 401 names no challenge (RFC 9110, section 15.5.2)']),
      ...(effects > 0 ? ['money moved without credentials'] : []),
    ];
  },
});

/** Missing credentials get a 401: all that a server can tell which knows no tokens. */
export const requiresToken = defineCheck<RequestCase>({
  name: 'requires credentials',
  schemathesis: ['ignored_auth', 'missing_required_header'],
  runs: 2,
  listCases: (operation) => (operation.secured ? [fullRequest(operation)] : []),
  generateCases: (operation) => (operation.secured ? validRequests(operation) : undefined),
  async findProblems(target, operation, request) {
    const paymentId = await target.prepare(request.payment);
    const response = await target.send(writeRequest(request, paymentId, undefined));
    return [
      ...(response.status === 401 ? [] : [`the status is ${response.status}, not 401`]),
      ...findResponseProblems(operation, response),
    ];
  },
});

interface WrongClient {
  readonly clientId?: string;
  readonly clientSecret?: string;
}

/** Wrong credentials of a client get no token: an error of RFC 6749, section 5.2. */
export const refusesWrongClients = defineCheck<WrongClient>({
  name: 'issues no token for wrong credentials',
  schemathesis: ['ignored_auth'],
  runs: 12,
  excluded: { 'the mock': 'it takes any credentials for right' },
  listCases: (operation) =>
    operation['x-token-endpoint']
      ? [
          { clientId: '' },
          { clientSecret: '' },
          { clientSecret: 'example-client-secret ' },
          { clientId: 'ACK_EXAMPLE' },
        ]
      : [],
  generateCases: (operation) =>
    operation['x-token-endpoint']
      ? fc.record({ clientId: fc.string(), clientSecret: fc.string() }, { requiredKeys: ['clientSecret'] })
      : undefined,
  async findProblems(target, operation, { clientId, clientSecret }) {
    await target.prepare();
    const request = fullRequest(operation);
    const body = {
      ...(request.body as object),
      ...(clientId !== undefined && { client_id: clientId }),
      ...(clientSecret !== undefined && { client_secret: clientSecret }),
    };
    const response = await target.send(writeRequest({ ...request, body }, undefined, undefined));
    const id = Buffer.from(`${clientId ?? 'ack_example'}:${clientSecret ?? ''}x`).toString('base64');
    const { client_id: _id, client_secret: _secret, ...rest } = body as Record<string, unknown>;
    const basic = await target.send(writeRequest({ ...request, body: rest }, undefined, `Basic ${id}`));
    return [
      ...(response.status === 400 ? [] : [`the status is ${response.status}, not 400`]),
      ...findResponseProblems(operation, response),
      ...(readErrorCodes(response).includes('invalid_client') ? [] : ['the error is not invalid_client']),
      ...findHttpErrorProblems(basic, 401, operation),
    ];
  },
});

/** Requests to a payment, or to one that does not exist: neither may be told without credentials. */
function requestsToAnyPayment(operation: Parameters<typeof validRequests>[0]): fc.Arbitrary<RequestCase> {
  const unknown = fc.constantFrom(`pay_${'z'.repeat(26)}`, 'pay_short', 'x');
  return fc.tuple(validRequests(operation), fc.option(unknown)).map(([request, id]) => ({
    ...request,
    operationId: operation.operationId as OperationId,
    ...(request.id !== undefined && id !== null && { id }),
  }));
}
