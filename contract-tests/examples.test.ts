import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { document, operations, pairs, successOf, validatorOf } from '../scripts/conformance/description.js';
import { examplesOf, jsonOf } from '../scripts/lib/description.js';
import { preferring } from './prefer-header.js';
import { type Contract, mock, targets } from './targets.js';

const requests = operations.flatMap((operation) =>
  Object.entries(examplesOf(document, jsonOf(operation.requestBody))).map(([example, { value }]) => ({
    name: `${operation.operationId} ${example}`,
    operation,
    value,
    schema: jsonOf(operation.requestBody)?.schema ?? {},
  })),
);

const responses = pairs.flatMap(({ name, operation, response }) =>
  Object.entries(examplesOf(document, jsonOf(response))).map(([example, { value }]) => ({
    name: `${name} ${example}`,
    operation,
    example,
    status: response.status,
    value,
    schema: jsonOf(response)?.schema ?? {},
  })),
);

describe('every example of the description', () => {
  it.each([...requests, ...responses])('$name fits its schema', ({ schema, value }) => {
    const validate = validatorOf(schema);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe.each(targets)('every example of a request to $name', ({ start }) => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await start();
  });
  afterAll(() => contract.close());

  it.each(requests.filter(({ operation }) => operation.secured))(
    '$name is accepted',
    async ({ operation, value }) => {
      const input = await contract.arrange(operation, successOf(operation));
      const { status } = await contract.call(operation, { ...input, body: value }).withResponse();
      expect(status).toBeLessThan(300);
      expect(contract.exchanges.at(-1)?.violations).toEqual([]);
    },
  );
});

describe('every example of a response', () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await mock.start();
  });
  afterAll(() => contract.close());

  it.each(responses)('$name is what the mock answers with', async ({ operation, status, example, value }) => {
    const input = preferring(operation, `code=${status}, example=${example}`);
    const call = contract.call(operation, input);
    const answer = await call.withResponse().catch((error: unknown) => error as { body?: unknown });
    if (operation.secured) expect('data' in answer ? answer.data : answer.body).toEqual(value);
    expect(contract.exchanges.at(-1)).toMatchObject({ status, body: value, violations: [] });
  });
});
