import { isLddPayError, type LddPayError } from 'lddpay';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REQUEST_ID_HEADER } from '../generated/operations.js';
import { document, pairs } from '../scripts/conformance/description.js';
import { examplesOf, jsonOf } from '../scripts/lib/description.js';
import { type Contract, mock, targets } from './targets.js';

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

describe.each(targets)('every documented answer of every operation of $name', (target) => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await target.start();
  });
  afterAll(() => contract.close());

  it.each(pairs)('$name', async ({ operation, response }) => {
    const { status } = response;
    const input = await contract.arrange(operation, status);
    const answer = await contract
      .call(operation, input)
      .withResponse()
      .catch((reason: unknown) => reason);
    const exchange = contract.exchanges.at(-1) ?? expect.unreachable();
    expect(exchange).toMatchObject({ operationId: operation.operationId, status, violations: [] });
    const body = exchange.body as Record<string, unknown> | undefined;
    if (target === mock) {
      const [example] = Object.values(examplesOf(document, jsonOf(response)));
      expect(body).toEqual(example?.value);
    }

    if (status < 300) {
      const { access_token, token_type } = body ?? {};
      const data = operation['x-token-endpoint']
        ? expect.objectContaining({ access_token, token_type })
        : body;
      const requestId = exchange.headers.get(REQUEST_ID_HEADER) ?? undefined;
      expect(answer).toMatchObject({ status, requestId });
      expect(answer).toHaveProperty('data', data);
      return;
    }

    expect(isLddPayError(answer)).toBe(true);
    expect(answer).toMatchObject(
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
  });

  it('was seen on the wire, and breaks the description nowhere', () => {
    const seen = new Set(contract.exchanges.map(({ operationId, status }) => `${operationId} ${status}`));
    expect(pairs.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
    expect(contract.exchanges.flatMap(({ violations }) => violations)).toEqual([]);
  });
});
