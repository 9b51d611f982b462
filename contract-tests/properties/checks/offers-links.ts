import fc from 'fast-check';
import { operations } from '../../../contract/src/conformance/description.js';
import type { OperationId } from '../../../generated/operations.js';
import type { Operation } from '../../../scripts/lib/description.js';
import { isAcceptable } from '../requests/business-rules.js';
import { PAYMENT_STATES, type PaymentState, type RequestCase } from '../requests/request-case.js';
import { writeRequest } from '../requests/send-request.js';
import { fullRequest, validRequests } from '../requests/valid-requests.js';
import type { Target } from '../targets/target.js';
import { defineCheck } from './check.js';
import { findLinkProblems, WRITE_LINKS } from './link-problems.js';
import { findResponseProblems, readJson } from './response-problems.js';
import { read } from './shows-new-payments.js';

const LINKED: readonly string[] = Object.values(WRITE_LINKS);

/** Writes to one payment, in order. */
interface Writes {
  readonly state: PaymentState;
  readonly writes: readonly RequestCase[];
}

/** A payment has a link to a write exactly while it allows it: each write that has none gets a 403. */
export const offersLinks = defineCheck<Writes>({
  name: 'links to the writes that a payment allows',
  schemathesis: ['ensure_resource_availability', 'use_after_free'],
  runs: 12,
  excluded: { 'the mock': 'it has no state' },
  listCases: (operation) =>
    LINKED.includes(operation.operationId)
      ? PAYMENT_STATES.map((state) => ({ state, writes: [fullRequest(operation), fullRequest(operation)] }))
      : [],
  generateCases: (operation) =>
    LINKED.includes(operation.operationId)
      ? fc.record({
          state: fc.constantFrom(...PAYMENT_STATES),
          writes: fc.array(fc.oneof(...linkedOperations().map(writesTo)), { minLength: 1, maxLength: 5 }),
        })
      : undefined,
  async findProblems(target, _operation, { state, writes }) {
    const paymentId = (await target.prepare(state)) ?? '';
    const problems: string[] = [];
    for (const write of writes) problems.push(...(await tryWrite(target, paymentId, write)));
    return problems;
  },
});

async function tryWrite(target: Target, paymentId: string, write: RequestCase): Promise<string[]> {
  const { operationId } = write;
  const details = await read(target, 'getPaymentDetails', { id: paymentId });
  const [relation = ''] = Object.entries(WRITE_LINKS).find(([, one]) => one === operationId) ?? [];
  const { _links: links, status } = readJson(details.response);
  const link = Object(links)[relation]?.href as string | undefined;
  const { 'Cko-Idempotency-Key': _key, ...headers } = write.headers;
  const request = writeRequest({ ...write, headers }, paymentId, target.authorization);
  const response = await target.send(request);
  const operation = linkedOperations().find((one) => one.operationId === operationId) as Operation;
  const isAllowed = response.status !== 403;
  return [
    ...details.problems,
    ...findResponseProblems(operation, response),
    ...(isAllowed === (link !== undefined)
      ? []
      : [
          `a payment that is ${status} has ${link ? 'a' : 'no'} link ${relation}, and ${operationId} got ${response.status}`,
        ]),
    ...findLinkProblems(target, response, paymentId),
  ];
}

function linkedOperations(): Operation[] {
  return operations.filter(({ operationId }) => LINKED.includes(operationId));
}

/** Writes without an idempotency key, each of them another one. */
function writesTo(operation: Operation): fc.Arbitrary<RequestCase> {
  return validRequests(operation)
    .filter(isAcceptable)
    .map((request) => ({ ...request, operationId: operation.operationId as OperationId }));
}
