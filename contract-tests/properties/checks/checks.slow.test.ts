import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../../contract/src/conformance/description.js';
import type { BufferedResponse } from '../../../contract/src/conformance/violations.js';
import { type PropertyViolation, tryCase } from '../find-violations.js';
import type { HttpRequest } from '../requests/send-request.js';
import { startSandbox } from '../targets/sandbox-target.js';
import type { Target } from '../targets/target.js';
import { checks } from './checks.js';

/** The checks of Schemathesis, as its documentation lists them, apart from the time of a response. */
const SCHEMATHESIS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
  'positive_data_acceptance',
  'missing_required_header',
  'unsupported_method',
  'allow_header_conformance',
  'use_after_free',
  'ensure_resource_availability',
  'ignored_auth',
];

let sandbox: Target;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

type Alter = (response: BufferedResponse, request: HttpRequest) => Partial<BufferedResponse>;

/** A sandbox whose responses are altered on their way. */
function alterResponses(alter: Alter): Target {
  const send = async (request: HttpRequest) => {
    const response = await sandbox.send(request);
    return { ...response, ...alter(response, request) };
  };
  return Object.create(sandbox, { send: { value: send } });
}

/** How many of the listed cases of a check are tried for an operation. */
const TRIED = 40;

/** Cases of each check, evenly chosen from those that it lists for each operation. */
const cases = checks.flatMap((check) =>
  operations.flatMap((operation) => {
    const listed = check.listCases(operation);
    const step = Math.ceil(listed.length / TRIED);
    return listed.filter((_, index) => index % step === 0).map((one) => ({ check, operation, one }));
  }),
);

/** Finds the first violation of a check, or of any. */
async function findViolation(target: Target, name?: string): Promise<PropertyViolation | undefined> {
  for (const { check, operation, one } of cases) {
    if (name !== undefined && check.name !== name) continue;
    const violation = await tryCase({ check, operation, target }, one);
    if (violation) return violation;
  }
  return undefined;
}

describe('the checks', () => {
  it('cover those of Schemathesis', () => {
    const covered = new Set(checks.flatMap(({ schemathesis }) => schemathesis));
    expect([...covered].sort()).toEqual([...SCHEMATHESIS].sort());
  });

  it('find nothing wrong with the sandbox', async () => {
    expect(await findViolation(sandbox)).toBeUndefined();
  });

  it.each<[what: string, check: string, alter: Alter]>([
    [
      'an undocumented success',
      'accepts valid data',
      ({ status }) => ({ status: status === 201 ? 200 : status }),
    ],
    [
      'a field of the wrong type',
      'accepts valid data',
      ({ body }) => ({ body: body.replace(/"amount":\d+/, '"amount":"1"') }),
    ],
    [
      'a missing header',
      'accepts valid data',
      ({ headers }) => ({ headers: without(headers, 'Cko-Version') }),
    ],
    [
      'another media type',
      'accepts valid data',
      ({ headers }) => ({ headers: new Headers([...headers, ['Content-Type', 'text/html']]) }),
    ],
    [
      'a refusal of valid data',
      'accepts valid data',
      ({ status, body }) => ({ status: status === 202 ? 422 : status, body }),
    ],
    [
      'broken data that is accepted',
      'refuses data with one broken keyword',
      ({ status }) => ({ status: status === 422 ? 202 : status }),
    ],
    [
      'a refusal for another field',
      'refuses data with one broken keyword',
      ({ body }) => ({ body: body.replace(/"error_codes":\[.*?\]/, '"error_codes":["other_invalid"]') }),
    ],
    [
      'a 401 that is a 403',
      'requires valid credentials',
      ({ status }) => ({ status: status === 401 ? 403 : status }),
    ],
    [
      'a 401 without a challenge',
      'requires valid credentials',
      ({ headers }) => ({ headers: without(headers, 'WWW-Authenticate') }),
    ],
    [
      'a 401 that is a 403',
      'requires credentials',
      ({ status }) => ({ status: status === 401 ? 403 : status }),
    ],
    [
      'another error of OAuth',
      'issues no token for wrong credentials',
      ({ body }) => ({ body: body.replace('invalid_client', 'invalid_grant') }),
    ],
    [
      'a 405 that is a 404',
      'refuses unknown methods',
      ({ status }) => ({ status: status === 405 ? 404 : status }),
    ],
    [
      'a 405 without Allow',
      'names the methods of a path in Allow',
      ({ headers }) => ({ headers: without(headers, 'Allow') }),
    ],
    [
      'a body after HEAD',
      'responds to HEAD as to GET, without the body',
      ({ body }, { method }) => ({ body: method === 'HEAD' ? '{}' : body }),
    ],
    [
      'a 404 that is a 200',
      'refuses unknown paths',
      ({ status }) => ({ status: status === 404 ? 200 : status }),
    ],
    [
      'a 404 that is a 403',
      'refuses unknown ids',
      ({ status }) => ({ status: status === 404 ? 403 : status }),
    ],
    [
      'a 400 that is a 500',
      'refuses bodies that it cannot read',
      ({ status }) => ({ status: status === 400 ? 500 : status }),
    ],
    [
      'an empty list',
      'shows a new payment at once',
      ({ body }) => ({ body: body.replace(/"data":\[.*\]/, '"data":[]') }),
    ],
    [
      'a second void',
      'refuses to use what has ended',
      ({ status }) => ({ status: status === 403 ? 202 : status }),
    ],
    [
      'a link that is missing',
      'links to the writes that a payment allows',
      ({ body }) => ({ body: body.replace(/"capture":\{[^}]*\},?/, '') }),
    ],
    [
      'another response to a repeated key',
      'takes a repeated idempotency key for the same write',
      ({ body }) => ({ body: body.replace('"action_id":"act_', `"action_id":"act_${nextNumber()}`) }),
    ],
    [
      'a link to another path',
      'accepts valid data',
      ({ body }) => ({ body: body.replace(/\/actions"/, '/action"') }),
    ],
    [
      'a success of another meaning',
      'accepts valid data',
      ({ status, body }) => ({ status: body.includes('"status":"Declined"') ? 202 : status }),
    ],
    [
      'a link to another payment',
      'links to the writes that a payment allows',
      ({ body }) => ({ body: body.replace(/\w{26}\/voids"/, `${'b'.repeat(26)}/voids"`) }),
    ],
    [
      'a key that another write can have',
      'refuses the idempotency key of another write',
      ({ status, body }) => ({ status: body.includes('idempotency_key_reused') ? 202 : status }),
    ],
    [
      'another number of payments',
      'lists payments in pages',
      ({ body }) => ({ body: body.replace(/"total_count":\d+/, '"total_count":9') }),
    ],
    [
      'a page that is not full',
      'lists payments in pages',
      ({ body }) => ({ body: body.replace(/"data":\[\{.*\]/, '"data":[]') }),
    ],
    [
      'a last page that is not the last',
      'lists payments in pages',
      ({ body }) => ({ body: body.replace(/"next":\{[^}]*\}/, '') }),
    ],
  ])('report %s: %s', async (_, check, alter) => {
    expect(await findViolation(alterResponses(alter), check)).toMatchObject({ check });
  });
});

let count = 0;
/** Makes each response another one. */
function nextNumber(): number {
  count += 1;
  return count;
}

function without(headers: Headers, name: string): Headers {
  return new Headers([...headers].filter(([other]) => other.toLowerCase() !== name.toLowerCase()));
}
