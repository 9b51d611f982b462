import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examplesOf, jsonOf } from '../scripts/description.js';
import { isLddPayError, type LddPayError } from '../src/index.js';
import { document, pairs } from './description.js';
import { type Contract, startContract } from './mock.js';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

/** What the client makes of each error status, for reads and for writes. */
const ERRORS: Record<number, Pick<LddPayError, 'kind' | 'outcome'>> = {
  400: { kind: 'api', outcome: 'rejected' },
  401: { kind: 'auth', outcome: 'rejected' },
  403: { kind: 'api', outcome: 'rejected' },
  404: { kind: 'api', outcome: 'rejected' },
  422: { kind: 'api', outcome: 'rejected' },
  // The documented example is a duplicate: the first request is still in flight, and may yet succeed.
  429: { kind: 'api', outcome: 'unknown' },
  502: { kind: 'api', outcome: 'unknown' },
};

describe('every documented answer of every operation', () => {
  it.each(pairs.map((pair) => ({ ...pair, name: `${pair.operation.operationId} ${pair.response.status}` })))(
    '$name',
    async ({ operation, response }) => {
      const { status } = response;
      const [example] = Object.values(examplesOf(document, jsonOf(response)));
      const call = contract.call(operation, { prefer: `code=${status}` });

      if (status < 300) {
        const answer = await call.withResponse();
        expect(answer.status).toBe(status);
        expect(answer.data).toEqual(
          operation['x-token-endpoint']
            ? expect.objectContaining({
                access_token: 'example-access-token',
                token_type: 'Bearer',
              })
            : example?.value,
        );
        if (response.headers) expect(answer.requestId).toEqual(expect.any(String));
        return;
      }

      const error = await call.then(
        () => expect.unreachable('the call should fail'),
        (reason: unknown) => reason,
      );
      expect(isLddPayError(error)).toBe(true);
      const body = example?.value as Record<string, unknown> | undefined;
      if (operation['x-token-endpoint']) {
        expect(error).toMatchObject({
          kind: 'auth',
          outcome: 'not_sent',
          status,
          errorCodes: [body?.['error']],
        });
        return;
      }
      expect(error).toMatchObject({
        ...ERRORS[status],
        status,
        operationId: operation.operationId,
        requestId: body?.['request_id'],
        errorType: body?.['error_type'],
        errorCodes: body?.['error_codes'] ?? [],
      });
    },
  );

  it('was seen on the wire, and breaks the description nowhere', () => {
    const seen = new Set(contract.exchanges.map(({ operationId, status }) => `${operationId} ${status}`));
    const missing = pairs
      .map(({ operation, response }) => `${operation.operationId} ${response.status}`)
      .filter((pair) => !seen.has(pair));
    expect(missing).toEqual([]);
    expect(contract.exchanges.filter(({ violations }) => violations !== null)).toEqual([]);
  });
});
