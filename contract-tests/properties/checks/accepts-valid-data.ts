import { requestSchema } from '../../../contract/src/conformance/description.js';
import { readPrismViolations } from '../../../contract/src/conformance/prism-violations.js';
import type { BufferedResponse } from '../../../contract/src/conformance/violations.js';
import { type OperationId, operations as operationTable } from '../../../generated/operations.js';
import { expectResponse } from '../requests/business-rules.js';
import type { RequestCase } from '../requests/request-case.js';
import { isValidRequest } from '../requests/request-validity.js';
import { listRuleBoundaries } from '../requests/rule-boundaries.js';
import { writeRequest } from '../requests/send-request.js';
import {
  fullRequest,
  isShortQuery,
  listStates,
  querySchema,
  readQuery,
  sampleOne,
  validRequests,
  writeQuery,
} from '../requests/valid-requests.js';
import { listBoundaries } from '../schemas/boundaries.js';
import { defineCheck } from './check.js';
import { countEffects } from './effects.js';
import { findLinkProblems } from './link-problems.js';
import { findResponseProblems, isSuccess, readErrorCodes } from './response-problems.js';
import { findSuccessProblems } from './success-problems.js';

/**
 * Data that the schemas allow is accepted, and answered as documented. It is refused only for what it means: for a
 * rule of payments that it breaks, with the code of this rule.
 */
export const acceptsValidData = defineCheck<RequestCase>({
  name: 'accepts valid data',
  schemathesis: [
    'positive_data_acceptance',
    'not_a_server_error',
    'status_code_conformance',
    'content_type_conformance',
    'response_headers_conformance',
    'response_schema_conformance',
  ],
  runs: 24,
  reduced: { 'the mock': 'it knows no rules of payments, and moves no money' },

  listCases(operation) {
    const full = fullRequest(operation);
    const least = sampleOne(validRequests(operation, { optional: 'none', extraFields: false }));
    const schema = requestSchema(operation);
    const bodies = schema
      ? listBoundaries(schema, full.body).map(({ value }) => ({ ...full, body: value }))
      : [];
    const queries = listBoundaries(querySchema(operation), readQuery(operation, full.query))
      .map(({ value }) => ({ ...full, query: writeQuery(value as object) }))
      .filter(({ query }) => isShortQuery(query));
    const header = operationTable[full.operationId].idempotencyHeader;
    const noKeys = header
      ? ['', ' '].map((key) => ({ ...full, headers: { ...full.headers, [header]: key } }))
      : [];
    const rules = listRuleBoundaries(full).filter((request) => isValidRequest(operation, request));
    return [full, least, ...listStates(operation), ...bodies, ...queries, ...rules, ...noKeys];
  },

  generateCases: (operation) => validRequests(operation),

  async findProblems(target, operation, request) {
    if (!isValidRequest(operation, request)) throw new Error('The schemas no longer allow this request.');
    if (target.cannotTell(request)) return [];
    const paymentId = await target.prepare(request.payment);
    const authorization = operation.secured ? target.authorization : undefined;
    const written = writeRequest(request, paymentId, authorization);
    const { value: response, effects } = await countEffects(target, () => target.send(written));
    const changesNothing = operationTable[operation.operationId as OperationId].safe || !isSuccess(response);
    return [
      ...findResponseProblems(operation, response),
      ...findLinkProblems(target, response, paymentId),
      ...(target.sandbox
        ? [...findRuleProblems(request, response), ...findSuccessProblems(request, response)]
        : findMockProblems(response)),
      ...(changesNothing && effects > 0 ? [`money moved, although the status is ${response.status}`] : []),
    ];
  },
});

/** A request that breaks no rule is accepted, and another one is refused with the code of a rule that it breaks. */
function findRuleProblems(request: RequestCase, response: BufferedResponse): string[] {
  const { mayAccept, codes } = expectResponse(request);
  if (isSuccess(response)) return mayAccept ? [] : [`it was accepted, in spite of ${codes.join(', ')}`];
  const found = readErrorCodes(response);
  const unexpected = found.filter((code) => !codes.includes(code));
  if (found.length > 0 && unexpected.length === 0) return [];
  return [`valid data was refused with ${response.status} ${unexpected.join(', ')}`.trimEnd()];
}

function findMockProblems(response: BufferedResponse): string[] {
  const violations = readPrismViolations(response.headers).map(({ message }) => `Prism reports: ${message}`);
  return [...(isSuccess(response) ? [] : [`valid data was refused with ${response.status}`]), ...violations];
}
