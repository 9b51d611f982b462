import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examplesOf, jsonOf } from '../scripts/description.js';
import { document, operations, pairs, validatorOf } from './description.js';
import { type Contract, startContract } from './mock.js';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

const requests = operations.flatMap((operation) =>
  Object.entries(examplesOf(document, jsonOf(operation.requestBody))).map(([example, { value }]) => ({
    name: `${operation.operationId} ${example}`,
    operation,
    value,
    schema: jsonOf(operation.requestBody)?.schema ?? {},
  })),
);

const responses = pairs.flatMap(({ operation, response }) =>
  Object.entries(examplesOf(document, jsonOf(response))).map(([example, { value }]) => ({
    name: `${operation.operationId} ${response.status} ${example}`,
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

  it.each(requests.filter(({ operation }) => operation.secured))(
    '$name is accepted by the mock',
    async ({ operation, value }) => {
      const { status } = await contract.call(operation, { body: value }).withResponse();
      expect(status).toBeLessThan(300);
      expect(contract.exchanges.at(-1)?.violations).toBeNull();
    },
  );

  it.each(responses)('$name is what the mock answers with', async ({ operation, status, example, value }) => {
    const call = contract.call(operation, { prefer: `code=${status}, example=${example}` });
    const answer = await call.withResponse().catch((error: unknown) => error as { body?: unknown });
    if (operation.secured) expect('data' in answer ? answer.data : answer.body).toEqual(value);
    expect(contract.exchanges.at(-1)).toMatchObject({ status, violations: null });
  });
});
