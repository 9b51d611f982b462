import { readPrismViolations } from '../../../contract/src/conformance/prism-violations.js';
import type { BufferedResponse } from '../../../contract/src/conformance/violations.js';
import type { Operation } from '../../../scripts/lib/description.js';
import { parsePointer } from '../../../scripts/lib/json-pointer.js';
import {
  type BrokenRequest,
  breakRequest,
  brokenRequests,
  isBroken,
  listBrokenRequests,
} from '../requests/broken-requests.js';
import { writeRequest } from '../requests/send-request.js';
import { defineCheck } from './check.js';
import { countEffects } from './effects.js';
import { findResponseProblems, isSuccess, readErrorCodes } from './response-problems.js';

/** Statuses that do not concern the data of a request. */
const OTHER_REASONS = [401, 403, 404, 429];

/**
 * Data that breaks one keyword in one place is refused with a documented 4xx that names the place, and moves no money.
 * The same request without the break is accepted, so that the break is the reason.
 */
export const refusesBrokenData = defineCheck<BrokenRequest>({
  name: 'refuses data with one broken keyword',
  schemathesis: ['negative_data_rejection', 'not_a_server_error', 'status_code_conformance'],
  runs: 24,
  reduced: {
    'the mock':
      'its codes are those of examples, it moves no money, and a malformed id gets a 422 from it, documented or not',
  },

  listCases: listBrokenRequests,
  generateCases: brokenRequests,

  async findProblems(target, operation, one) {
    if (!isBroken(operation, one)) throw new Error('This request no longer breaks one keyword in one place.');
    const brokenRequest = breakRequest(one);
    if (target.cannotTell(one.valid) || target.cannotTell(brokenRequest)) return [];
    const paymentId = await target.prepare(one.valid.payment);
    const send = async (request: BrokenRequest['valid']) =>
      target.send(writeRequest(request, paymentId, operation.secured ? target.authorization : undefined));
    const { value: response, effects } = await countEffects(target, () => send(brokenRequest));
    // Without a state, the request without the break is one of the valid ones that are tried anyway.
    const control = target.sandbox ? await send(one.valid) : { status: 200 };
    return [
      ...findStatusProblems(one, response),
      ...(target.sandbox || one.part !== 'id' ? findResponseProblems(operation, response) : []),
      ...(target.sandbox ? findCodeProblems(operation, one, response) : findMockProblems(one, response)),
      ...(effects > 0 ? ['money moved, although the data is broken'] : []),
      ...(isSuccess(control)
        ? []
        : [`the request without the break was refused as well, with ${control.status}`]),
    ];
  },
});

function findStatusProblems({ part }: BrokenRequest, { status }: BufferedResponse): string[] {
  const isRefused = status >= 400 && status < 500;
  if (!isRefused) return [`broken data got ${status}`];
  // An id that no payment can have is that of no payment.
  const isOtherReason = part === 'id' ? false : OTHER_REASONS.includes(status);
  return isOtherReason ? [`broken data got ${status}, which is not about data`] : [];
}

function findCodeProblems(
  operation: Operation,
  { part, broken }: BrokenRequest,
  response: BufferedResponse,
): string[] {
  if (part === 'id' || operation['x-token-endpoint']) return [];
  const codes = readErrorCodes(response);
  const name = parsePointer(broken.pointer).findLast((token) => !/^\d+$/.test(token)) ?? 'body';
  return codes.length > 0 && codes.every((code) => code.includes(name))
    ? []
    : [`no code names ${name}: ${codes.join(', ') || 'there is none'}`];
}

function findMockProblems({ part }: BrokenRequest, { headers }: BufferedResponse): string[] {
  const isReported = readPrismViolations(headers).some(({ side }) => side === 'request');
  return isReported || part === 'id' ? [] : ['Prism reports no violation'];
}
