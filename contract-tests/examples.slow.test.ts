import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  compileValidator,
  document,
  documentedResponses,
  operations,
  successStatus,
} from '../contract/src/conformance/description.js';
import { examplesOf, jsonOf } from '../scripts/lib/description.js';
import { inputWithPreferHeader } from './testing/prefer-header.js';
import { mocks, type RunningTarget, targets } from './testing/targets.js';

const requests = operations.flatMap((operation) =>
  Object.entries(examplesOf(document, jsonOf(operation.requestBody))).map(([example, { value }]) => ({
    name: `${operation.operationId} ${example}`,
    operation,
    value,
    schema: jsonOf(operation.requestBody)?.schema ?? {},
  })),
);

const responses = documentedResponses.flatMap(({ name, operation, response }) =>
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
  it.each([...requests, ...responses])('matches its schema: $name', ({ schema, value }) => {
    const validate = compileValidator(schema);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe.each(targets)('every example of a request', ({ name, start }) => {
  let running: RunningTarget;
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running.close());

  it.each(requests.filter(({ operation }) => operation.secured))(
    `is accepted by ${name}: $name`,
    async ({ operation, value }) => {
      const input = await running.prepare(operation, successStatus(operation));
      const { status } = await running.call(operation, { ...input, body: value }).withResponse();
      expect(status).toBeLessThan(300);
      expect(running.exchanges.at(-1)?.violations).toEqual([]);
    },
  );
});

describe.each(mocks)('every example of a response', ({ name, start }) => {
  let running: RunningTarget;
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running.close());

  it.each(responses)(`is returned by ${name}: $name`, async ({ operation, status, example, value }) => {
    const input = inputWithPreferHeader(operation, `code=${status}, example=${example}`);
    const call = running.call(operation, input);
    const result = await call.withResponse().catch((error: unknown) => error as { body?: unknown });
    if (operation.secured) expect('data' in result ? result.data : result.body).toEqual(value);
    expect(running.exchanges.at(-1)).toMatchObject({ status, body: value, violations: [] });
  });
});
