import { isLddPayError, type LddPayError } from 'lddpay';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { document } from '../contract/src/conformance/description.js';
import { documentedResponses } from '../contract/src/conformance/testing/documented-responses.js';
import { REQUEST_ID_HEADER } from '../generated/operations.js';
import { examplesOf, jsonOf, type Operation } from '../scripts/lib/description.js';
import type { CallInput } from './testing/caller.js';
import { responseExamples } from './testing/description-examples.js';
import { inputWithPreferHeader } from './testing/prefer-header.js';
import { mocks, type RunningTarget, targets } from './testing/targets.js';

/** The client error for each error status. */
const ERRORS: Record<number, Pick<LddPayError, 'kind' | 'outcome'>> = {
  400: { kind: 'api', outcome: 'rejected' },
  401: { kind: 'auth', outcome: 'rejected' },
  403: { kind: 'api', outcome: 'rejected' },
  404: { kind: 'api', outcome: 'rejected' },
  422: { kind: 'api', outcome: 'rejected' },
  // The documented example is a duplicate: the first request is still in flight and may yet succeed.
  429: { kind: 'api', outcome: 'unknown' },
  502: { kind: 'api', outcome: 'unknown' },
};

describe.each(targets)('every documented response of $name', (target) => {
  let running: RunningTarget;
  beforeAll(async () => {
    running = await target.start();
  });
  afterAll(() => running.close());

  const faces = {
    methods: (operation: Operation, input: CallInput) => running.call(operation, input).withResponse(),
    // The token endpoint is not among its paths: it requests a token for a call that needs one.
    'openapi-fetch': (operation: Operation, input: CallInput) =>
      operation['x-token-endpoint']
        ? running.call(operation, input).withResponse()
        : running.fetch(operation, input),
  };
  const cases = Object.entries(faces).flatMap(([face, call]) =>
    documentedResponses.map((documented) => ({ ...documented, face, call })),
  );

  it.each(cases)(
    'reaches the caller of the $face as documented: $name',
    async ({ operation, response, call }) => {
      const { status } = response;
      const input = await running.prepare(operation, status);
      const result = await call(operation, input).catch((reason: unknown) => reason);
      const exchange = running.exchanges.at(-1) ?? expect.unreachable();
      expect(exchange).toMatchObject({ operationId: operation.operationId, status, violations: [] });
      const body = exchange.body as Record<string, unknown> | undefined;
      if (mocks.includes(target)) {
        const [example] = Object.values(examplesOf(document, jsonOf(response)));
        expect(body).toEqual(example?.value);
      }

      if (status < 300) {
        const { access_token, token_type } = body ?? {};
        const data = operation['x-token-endpoint']
          ? expect.objectContaining({ access_token, token_type })
          : body;
        const requestId = exchange.headers.get(REQUEST_ID_HEADER) ?? undefined;
        expect(result).toMatchObject({ status, requestId });
        expect(result).toHaveProperty('data', data);
        return;
      }

      expect(isLddPayError(result)).toBe(true);
      expect(result).toMatchObject(
        operation['x-token-endpoint']
          ? { kind: 'auth', outcome: 'not_sent', status, errorCodes: [body?.['error']] }
          : {
              ...ERRORS[status],
              status,
              operationId: operation.operationId,
              requestId: exchange.headers.get(REQUEST_ID_HEADER) ?? body?.['request_id'],
              errorType: body?.['error_type'],
              errorCodes: body?.['error_codes'] ?? [],
            },
      );
    },
  );

  it('was seen on the wire, without a violation in any exchange', () => {
    const seen = new Set(running.exchanges.map(({ operationId, status }) => `${operationId} ${status}`));
    expect(documentedResponses.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
    expect(running.exchanges.flatMap(({ violations }) => violations)).toEqual([]);
  });

  // Only mocks respond with the examples.
  it.each(mocks.includes(target) ? responseExamples : [])(
    'is returned as in its example: $name',
    async ({ operation, status, example, value }) => {
      const input = inputWithPreferHeader(operation, `code=${status}, example=${example}`);
      const call = running.call(operation, input);
      const result = await call.withResponse().catch((error: unknown) => error as { body?: unknown });
      if (operation.secured) expect('data' in result ? result.data : result.body).toEqual(value);
      expect(running.exchanges.at(-1)).toMatchObject({ status, body: value, violations: [] });
    },
  );
});
