import { isDeepStrictEqual } from 'node:util';
import { createClient, type ObservedResponse } from 'lddpay';
import { type ObservationReport, observe } from 'lddpay/observe';
import type { OperationId } from 'lddpay/operations';
import { createSandbox } from 'lddpay-sandbox';
import { describe, expect, it } from 'vitest';
import { describePlace, describeProblem } from './conformance/describe-violation.js';
import { inferredElements, operations } from './conformance/description.js';
import { ORDER, REFUND } from './conformance/payments.js';
import { findResponseViolations } from './conformance/violations.js';
import { collectEvidence } from './findings/evidence.js';
import { assessInferences } from './findings/inference-results.js';
import { renderMarkdown } from './report/render-markdown.js';
import { renderText } from './report/render-text.js';
import type { Report } from './report/report.js';

interface Response {
  readonly operationId: OperationId;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Shows no value, as the observer does. */
const redact = () => undefined;

/** Records the responses of the sandbox to some calls. */
async function recordResponses(): Promise<Response[]> {
  const sandbox = createSandbox();
  const responses: Response[] = [];
  const observer = (operationId: string, { status, headers, text }: ObservedResponse) => {
    responses.push({
      operationId: operationId as OperationId,
      status,
      headers: headers as Headers,
      body: text,
    });
  };
  const { credentials, fetch } = sandbox;
  const client = createClient({ baseUrl: 'http://sandbox.test', ...credentials, fetch, observer });
  const { id } = await client.requestPayment({ ...ORDER, capture: false, authorization_type: 'Estimated' });
  await client.incrementAuthorization(id, { amount: 250 });
  await client.capturePayment(id, { amount: 400, capture_type: 'NonFinal' });
  await client.getPaymentDetails(id);
  await client.getPaymentActions(id);
  await client.reversePayment(id, REFUND).catch(() => {});
  await client.getPaymentsList({ reference: ORDER.reference });
  await client.searchPayments({ query: `reference:'${ORDER.reference}'` });
  await client.searchPayments({ query: 'amount > 100' }).catch(() => {});
  return responses;
}

/** Damages each part of a body: it is removed, becomes null, or a string. */
function* damage(value: unknown): Generator<unknown> {
  for (const other of [null, 'x']) yield other;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    const copy = (replaced?: unknown) =>
      Array.isArray(value)
        ? value.map((item, index) => (`${index}` === key ? replaced : item))
        : { ...value, [key]: replaced };
    yield copy();
    for (const damaged of damage(member)) yield copy(damaged);
  }
}

async function observeResponse({ operationId, status, headers, body }: Response): Promise<ObservationReport> {
  const observer = observe({ sample: 1 });
  observer(operationId, { status, headers, text: body, problem: undefined });
  await observer.settled();
  return observer.read();
}

/** What the live check says about a response. */
function judge({ operationId, ...result }: Response): Pick<Report, 'inferred'> & { lines: string[] } {
  const operation = operations.find((one) => one.operationId === operationId) ?? expect.unreachable();
  const { status } = result;
  const observation = {
    probe: { operationId, what: 'in a test', expected: [] },
    exchange: {
      operation,
      path: operation.path,
      idempotencyKey: undefined,
      requestBody: '',
      result,
      prismViolations: [],
    },
  };
  const lines = findResponseViolations(operation, result).map(
    (one) => `${operationId} ${status}: ${describePlace(one)} ${describeProblem(one, redact)}`,
  );
  const evidence = collectEvidence(observation, redact);
  return { lines: [...new Set(lines)], inferred: assessInferences(inferredElements, evidence) };
}

function formatDeviations({ deviations }: ObservationReport): string[] {
  return deviations.map(
    ({ operationId, status, place, problem }) => `${operationId} ${status}: ${place} ${problem}`,
  );
}

describe('the report of lddpay/observe', async () => {
  const responses = await recordResponses();

  it.each(responses)(
    'has the findings of the live check for $operationId $status, whatever the body',
    async (response) => {
      const bodies = [
        response.body,
        '',
        '{',
        ...[...damage(JSON.parse(response.body || 'null'))].map((one) => JSON.stringify(one)),
      ];
      const differing: unknown[] = [];
      for (const body of bodies) {
        const damaged = { ...response, body };
        const report = await observeResponse(damaged);
        const found = { lines: formatDeviations(report), inferred: report.inferred };
        const expected = judge(damaged);
        // Much cheaper than `expect` for each body.
        if (!isDeepStrictEqual(found, expected)) differing.push({ body, found, expected });
      }

      expect(bodies.length).toBeGreaterThan(3);
      expect(differing).toEqual([]);
    },
  );

  it('has the form of the report of the live check', async () => {
    const details =
      responses.find(({ operationId }) => operationId === 'getPaymentDetails') ?? expect.unreachable();
    const report: Report = await observeResponse({
      ...details,
      body: details.body.replace('"USD"', '"usd"'),
    });

    expect(renderMarkdown(report)).toMatch(/^# The live server deviates from the description/);
    expect(renderText(report)).toContain('The server deviates from the description: 1 deviation.');
  });
});
